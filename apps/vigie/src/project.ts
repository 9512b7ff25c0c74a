/** A team's project on disk: its manifest, and which of its files are sent. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { MANIFEST_FILE, type SubmissionManifest } from "@vigie/spec";
import { parseManifest } from "@vigie/spec/node";
import { CommandFailure } from "./failure.ts";
import type { Say } from "./say.ts";

/** Beside the detector for the editor's sake; the judge has its own. */
const OURS = new Set(["vigie-sdk.js", "vigie-sdk.d.ts", "vigie"]);
const LEFT_OUT = new Set([".git", ".vigie", "__pycache__", ".venv", ".idea", ".vscode", ".DS_Store"]);

export function readProject(folder: string, say: Say): SubmissionManifest {
  const file = join(folder, MANIFEST_FILE);
  if (!existsSync(file)) throw new CommandFailure(say("project.missing", { folder }), 2);
  return parseManifest(readFileSync(file), file);
}

/** Relative paths, with forward slashes and sorted, of the files that make up a submission. */
export function sourceFiles(folder: string): string[] {
  const walk = (dir: string, top: boolean): string[] =>
    readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
      const path = join(dir, entry.name);
      if (LEFT_OUT.has(entry.name) || (top && OURS.has(entry.name)) || entry.name.endsWith(".pyc")) return [];
      if (entry.isDirectory()) return walk(path, false);
      return entry.isFile() ? [relative(folder, path).split(sep).join("/")] : [];
    });
  return walk(folder, true).sort();
}
