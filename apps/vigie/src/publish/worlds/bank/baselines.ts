/** The baseline table, by `npm run bench difficulty`: scikit-learn on fresh worlds, in a process of its own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import type { Language } from "@vigie/spec";

const ROOT = resolve(import.meta.dirname, "../../../../../..");
const LARGEST_OUTPUT = 1 << 24;

function bench(flags: readonly string[]): string {
  const shell = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "bench", "difficulty", "--", ...flags], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: LARGEST_OUTPUT,
    shell,
  });
  if (status !== 0) throw new Error(`npm run bench difficulty ended with ${status}:\n${stderr}`);
  return stdout;
}

/** Two decimals are kept: sums of floating-point numbers may end otherwise on another machine. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 100) / 100 : value;
}

/** Measures anew, and gives the figures as JSON text. `small` takes seconds, the full table a minute or two. */
export function measureBaselines(size: "small" | "full"): string {
  const value: unknown = JSON.parse(bench(size === "small" ? ["--small", "--json"] : ["--json"]));
  return `${JSON.stringify(value, rounded, 2)}\n`;
}

/** The table of the data card, out of figures that were measured before. */
export function baselineTable(json: string, language: Language): string {
  const scratch = mkdtempSync(join(tmpdir(), "vigie-baselines-"));
  try {
    const file = join(scratch, "baselines.json");
    writeFileSync(file, json);
    return bench([language === "fr" ? "--markdown=fr" : "--markdown", `--from=${file}`]).trim();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
