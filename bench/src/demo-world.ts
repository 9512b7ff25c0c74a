/** The world that benchmarks generate: that of the dataset in this repository, from a seed that is nobody's split. */
import { join } from "node:path";
import { practiceSeed, subjectsIn, tablesOf, type DatasetSpec, type World } from "@vigie/spec";
import { loadChallenge, loadDataset } from "@vigie/spec/node";
import { createWorld } from "@vigie/synth";

export const DATASET: DatasetSpec = loadDataset(join(import.meta.dirname, "..", "..", "datasets", "follow-the-money"));
const CHALLENGE = loadChallenge(join(import.meta.dirname, "..", "..", "challenges", "follow-the-money"));
/** The size of the practice split as teams have it. */
export const PRACTICE = { accounts: subjectsIn(CHALLENGE, "practice") };
/** How its sets are written. */
export const WRITING = { meta: DATASET, tables: tablesOf(DATASET) };

/** A fresh world, its tables not yet laid out; another `name` is another seed. */
export function demoWorld(accounts: number, name = "bench"): World {
  const source = { datasetId: DATASET.id, datasetVersion: DATASET.version, challengeId: name };
  return createWorld(DATASET, { seed: practiceSeed(source), size: { accounts }, reuse: true });
}

/** The practice world that teams have, or a smaller one of its seed. */
export function practiceWorld(accounts: number): World {
  const source = { datasetId: DATASET.id, datasetVersion: DATASET.version, challengeId: CHALLENGE.id };
  return createWorld(DATASET, { seed: practiceSeed(source, DATASET.practice), size: { accounts } });
}
