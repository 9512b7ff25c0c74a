/**
 * How hard the data is: baselines that are fitted on some fresh worlds and measured on others, several hundred positives
 * in all. The worlds are generated here, one after the other, while Python reads the one before; what is left of each is
 * its accounts' features. scikit-learn is Debian's; the product does not need it.
 *
 * Flags: `--small` (a taste, for CI), `--json`, `--markdown` and `--markdown=fr` (the table of the data card), and
 * `--from=<file>` to print what `--json` wrote there instead of measuring again.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { checked, loadJson } from "@vigie/spec/node";
import { writeTestset } from "@vigie/testset";
import { DATASET, demoWorld, WRITING } from "./demo-world.ts";
import { findingsAsMarkdown, findingsAsText } from "./difficulty/print-difficulty.ts";
import { missingPython, runPython } from "./difficulty/python.ts";
import { Difficulty } from "./difficulty/difficulty-result.ts";
import { withScratch } from "./scratch.ts";

interface Plan {
  readonly worlds: number;
  readonly accounts: number;
  readonly resamples: number;
}

const FULL: Plan = { worlds: 4, accounts: 10_000, resamples: 500 };
const SMALL: Plan = { worlds: 2, accounts: 3000, resamples: 100 };
const FROM = "--from=";
const FLAGS = ["--small", "--json", "--markdown", "--markdown=fr"];

/** Generates the world and gives the path of its features once they are extracted. */
async function extracted(folder: string, name: string, accounts: number): Promise<() => Promise<string>> {
  const set = join(folder, name);
  const features = join(folder, `${name}.npz`);
  await writeTestset(demoWorld(accounts, `difficulty-${name}`), set, WRITING);
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
    const names = ["train", "test"].flatMap((lot) => Array.from({ length: plan.worlds }, (_, i) => `${lot}-${i + 1}`));
    const files: string[] = [];
    let before: () => Promise<string> = () => Promise.resolve("");
    for (const name of names) {
      const next = await extracted(folder, name, plan.accounts);
      files.push(await before());
      before = next;
    }
    files.push(await before());
    const [, ...all] = files;
    const lots = [all.slice(0, plan.worlds).join(","), all.slice(plan.worlds).join(",")];
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
