/** Makes a test set of a challenge: the world of its dataset under a seed, written as files. */
import { join } from "node:path";
import type { ChallengeSpec, DatasetSpec, Seed, Split } from "@vigie/spec";
import { loadDataset } from "@vigie/spec/node";
import { createWorld } from "@vigie/synth";
import { writeTestset, type TestsetDigest } from "@vigie/testset";
import type { Installation } from "./installation.ts";

/** How far the work is, from 0 to 1. */
export type Progress = (share: number) => void;

/** What is to be made, and where. */
export interface TestsetWish {
  readonly split: Split;
  readonly seed: Seed;
  readonly accounts: number;
  /** Must not exist, or be empty. */
  readonly folder: string;
  readonly onProgress: Progress;
}

function datasetOf(installation: Installation, challenge: ChallengeSpec): DatasetSpec {
  const dataset = loadDataset(join(installation.datasetsDir, challenge.dataset.id));
  if (dataset.version === challenge.dataset.version) return dataset;
  throw new Error(
    `${challenge.id} asks for version ${challenge.dataset.version} of ${dataset.id}; datasets/${dataset.id} is ${dataset.version}`,
  );
}

/**
 * Makes the test set; nothing is left where that fails.
 * @throws SpecError where the disk is full, the folder is taken or the dataset unusable; RangeError for a number of accounts out of range.
 */
export async function makeTestset(
  installation: Installation,
  challenge: ChallengeSpec,
  wish: TestsetWish,
): Promise<TestsetDigest> {
  const { split, seed, accounts, folder, onProgress } = wish;
  const dataset = datasetOf(installation, challenge);
  const world = createWorld(dataset, { seed, accounts, shift: split === "final", reuse: true });
  return await writeTestset(world, folder, {
    meta: { id: dataset.id, version: dataset.version, title: dataset.title, licence: dataset.licence },
    onProgress: ({ phase, done, total }) => onProgress(((phase === "generate" ? 0 : total) + done) / Math.max(1, 2 * total)),
  });
}
