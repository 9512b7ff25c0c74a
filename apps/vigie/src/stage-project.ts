/** What `vigie try` judges is what `vigie submit` would send: the project's own files, in a folder apart. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sourceFiles } from "./project.ts";

export function stageProject(folder: string): { readonly folder: string; remove(): void } {
  const staged = mkdtempSync(join(tmpdir(), "vigie-try-"));
  for (const file of sourceFiles(folder)) {
    mkdirSync(dirname(join(staged, file)), { recursive: true });
    cpSync(join(folder, file), join(staged, file));
  }
  return { folder: staged, remove: () => rmSync(staged, { recursive: true, force: true }) };
}
