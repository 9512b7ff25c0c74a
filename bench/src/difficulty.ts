/**
 * How hard the data is: baselines that are fitted on some fresh worlds and measured on others, several hundred positives
 * in all. The worlds are generated here, one after the other, while Python reads the one before; what is left of each is
 * its accounts' features. The trees are fitted on the practice world alone and on more worlds, too: what a team gets from what it
 * is given, and from worlds that it makes. scikit-learn is Debian's; the product does not need it.
 *
 * Flags: `--small` (a taste, for CI), `--json`, `--markdown` and `--markdown=fr` (the table of the data card), and
 * `--from=<file>` to print what `--json` wrote there instead of measuring again.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { World } from "@vigie/spec";
import { checked, loadJson } from "@vigie/spec/node";
import { writeTestset } from "@vigie/testset";
import { DATASET, demoWorld, PRACTICE, practiceWorld, WRITING } from "./demo-world.ts";
import { findingsAsMarkdown, findingsAsText } from "./difficulty/print-difficulty.ts";
import { missingPython, runPython } from "./difficulty/python.ts";
import { Difficulty } from "./difficulty/difficulty-result.ts";
import { withScratch } from "./scratch.ts";

interface Plan {
  readonly worlds: number;
  readonly accounts: number;
  readonly resamples: number;
  /** Worlds for the row that saw more; those of the others are among them. */
  readonly more: number;
  /** Accounts of the practice world. */
  readonly practice: number;
}

const FULL: Plan = { worlds: 4, accounts: 10_000, resamples: 500, more: 10, practice: PRACTICE.accounts };
const SMALL: Plan = { worlds: 2, accounts: 3000, resamples: 100, more: 3, practice: 1500 };
const FROM = "--from=";
const FLAGS = ["--small", "--json", "--markdown", "--markdown=fr"];

/** Writes the world and gives the path of its features once they are extracted. */
async function extracted(folder: string, name: string, world: World): Promise<() => Promise<string>> {
  const set = join(folder, name);
  const features = join(folder, `${name}.npz`);
  await writeTestset(world, set, WRITING);
  const running = runPython("extract.py", [set, String(DATASET.days), features]);
  running.catch(() => undefined); // it is awaited later, and thrown then
  return async () => {
    await running;
    rmSync(set, { recursive: true, force: true });
    return features;
  };
}

async function measured(plan: Plan): Promise<Difficulty> {
  return await withScratch(async (folder) => {
    const fresh = (lot: string, count: number) =>
      Array.from({ length: count }, (_, i) => {
        const name = `${lot}-${i + 1}`;
        return [name, () => demoWorld(plan.accounts, `difficulty-${name}`)] as const;
      });
    const worlds = [
      ...fresh("train", plan.more),
      ...fresh("test", plan.worlds),
      ["practice", () => practiceWorld(plan.practice)] as const,
    ];
    const files: string[] = [];
    let before: (() => Promise<string>) | null = null;
    for (const [name, world] of worlds) {
      const next = await extracted(folder, name, world());
      if (before !== null) files.push(await before());
      before = next;
    }
    if (before !== null) files.push(await before());
    const [train, test] = [files.slice(0, plan.more), files.slice(plan.more, -1)];
    const lots = [train.slice(0, plan.worlds), files.slice(-1), train, test].map((lot) => lot.join(","));
    const text = await runPython("baselines.py", [...lots, String(plan.resamples)]);
    return checked(Difficulty, JSON.parse(text), "baselines.py");
  });
}

/** Prints the table; where Python's libraries are missing, says what to install, and fails. */
export async function difficulty(flags: readonly string[]): Promise<void> {
  const unknown = flags.filter((flag) => !FLAGS.includes(flag) && !flag.startsWith(FROM));
  if (unknown.length > 0) throw new Error(`difficulty: expected flags out of ${FLAGS.join(" ")}; found ${unknown.join(" ")}`);
  const file = flags.find((flag) => flag.startsWith(FROM))?.slice(FROM.length);
  const missing = file === undefined ? missingPython() : null;
  if (missing !== null) {
    console.error(missing);
    process.exitCode = 1;
    return;
  }
  const plan = flags.includes("--small") ? SMALL : FULL;
  const found = file === undefined ? await measured(plan) : loadJson(Difficulty, file);
  if (flags.includes("--json")) console.log(JSON.stringify({ ...plan, ...found }, null, 2));
  else if (flags.includes("--markdown=fr")) console.log(findingsAsMarkdown(found, "fr"));
  else if (flags.includes("--markdown")) console.log(findingsAsMarkdown(found, "en"));
  else console.log(findingsAsText(found, plan === FULL));
}
