/**
 * What the score does to detectors, on fresh worlds that no split uses: deviations before and after harm, how far neighbours
 * stand apart, what renaming roles, holding back and flooding bring, and whether sparing one lawful person always gains.
 *
 * Trees are fitted on other worlds than those on which they are measured. One world lies on the disk at a time.
 *
 * Flags: `--worlds=12`, `--accounts=10000`, `--resamples=2000`, `--train=4`, `--small` (2 worlds of 3,000, to see whether it
 * works), `--json`, and `--markdown` for the tables of a decision record.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { loadChallenge } from "@vigie/spec/node";
import { writeTestset } from "@vigie/testset";
import { DATASET, demoWorld, WRITING } from "./demo-world.ts";
import { missingPython, runPython } from "./difficulty/python.ts";
import { CHALLENGE_DIR } from "./judge-scene.ts";
import { withScratch } from "./scratch.ts";
import { benchedAlerts, builtDetectors, bundledAlerts, treeScores } from "./score/detectors.ts";
import { printSummary } from "./score/print-score.ts";
import { ofDetector, ofWorld, type OfDetector, type OfWorld } from "./score/properties.ts";
import { ScoreWorld } from "./score/score-world.ts";
import { summaryOf } from "./score/summary.ts";

interface Plan {
  readonly worlds: number;
  readonly accounts: number;
  readonly resamples: number;
  readonly train: number;
}

const FULL: Plan = { worlds: 12, accounts: 10_000, resamples: 2000, train: 4 };
const SMALL: Plan = { worlds: 2, accounts: 3000, resamples: 200, train: 2 };
const FORMS = ["--json", "--markdown"];

function planOf(flags: readonly string[]): Plan {
  const plan = flags.includes("--small") ? SMALL : FULL;
  return flags
    .filter((flag) => flag !== "--small" && !FORMS.includes(flag))
    .reduce<Plan>((so, flag) => {
      const [, name, count] = /^--([a-z]+)=(\d+)$/.exec(flag) ?? [];
      if (name === undefined || !Object.hasOwn(plan, name) || Number(count) < 1)
        throw new Error(`score: expected --small, ${FORMS.join(", ")} or --${Object.keys(plan).join("=N, --")}=N; found ${flag}`);
      return { ...so, [name]: Number(count) };
    }, plan);
}

async function made(folder: string, name: string, accounts: number): Promise<{ set: string; features: string }> {
  const set = join(folder, name);
  const features = join(folder, `${name}.npz`);
  await writeTestset(demoWorld(accounts, name), set, WRITING);
  await runPython("extract.py", [set, String(DATASET.days), features]);
  return { set, features };
}

async function fitted(folder: string, { train, accounts }: Plan): Promise<string> {
  const files: string[] = [];
  for (let i = 1; i <= train; i++) {
    console.error(`score: world ${i} of ${train} to fit trees on`);
    const { set, features } = await made(folder, `score-train-${i}`, accounts);
    rmSync(set, { recursive: true });
    files.push(features);
  }
  const model = join(folder, "trees.model");
  await runPython("trees.py", ["fit", files.join(","), model]);
  return model;
}

async function measured(plan: Plan): Promise<{ found: Map<string, OfDetector[]>; worlds: OfWorld[] }> {
  const read = loadChallenge(CHALLENGE_DIR);
  const challenge = { ...read, sizes: { ...read.sizes, practice: { accounts: plan.accounts } } };
  return await withScratch(async (folder) => {
    const model = await fitted(folder, plan);
    const commands = await builtDetectors(folder);
    const found = new Map<string, OfDetector[]>();
    const worlds: OfWorld[] = [];
    for (let i = 1; i <= plan.worlds; i++) {
      console.error(`score: world ${i} of ${plan.worlds}`);
      const name = `score-${i}`;
      const { set, features } = await made(folder, name, plan.accounts);
      const world = new ScoreWorld(challenge, set, name, plan.resamples);
      const bundled = bundledAlerts(commands, set);
      const trees = await treeScores(model, features, join(folder, "scores"));
      for (const [detector, alerts] of [...bundled, ...benchedAlerts(world, trees, bundled.get("stronger") ?? [])])
        found.set(detector, [...(found.get(detector) ?? []), ofDetector(world, alerts)]);
      worlds.push(ofWorld(world));
      rmSync(set, { recursive: true });
    }
    return { found, worlds };
  });
}

/** Prints what was measured, each property against its aim; fails where one is missed, or Python's libraries are missing. */
export async function score(flags: readonly string[]): Promise<void> {
  const plan = planOf(flags);
  const missing = missingPython();
  if (missing !== null) {
    console.error(missing);
    process.exitCode = 1;
    return;
  }
  const { found, worlds } = await measured(plan);
  const summary = summaryOf(found, worlds);
  if (flags.includes("--json")) console.log(JSON.stringify({ ...plan, ...summary }, null, 2));
  else printSummary(summary, { ...plan, markdown: flags.includes("--markdown") });
  if (summary.lines.some(({ met }) => met === false)) process.exitCode = 1;
}
