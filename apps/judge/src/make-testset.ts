/** Makes a test set of a challenge: the world of its dataset under a seed, written as files. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import {
  lastCommitOf,
  tablesOf,
  worldOf,
  type ChallengeSpec,
  type DatasetSpec,
  type Seed,
  type Split,
  type WorldSize,
} from "@vigie/spec";
import { loadDataset } from "@vigie/spec/node";
import { createWorld } from "@vigie/synth";
import { writeTestset, writeTestsetTogether, type TestsetDigest, type WriteOptions, type WriteProgress } from "@vigie/testset";
import type { Installation } from "./installation.ts";
import { TestsetCrew, threadsFor } from "./testset-crew.ts";

/** How far the work is, from 0 to 1. */
export type Progress = (share: number) => void;

/** What is to be made, and where. */
export interface TestsetWish {
  readonly split: Split;
  readonly seed: Seed;
  readonly size: WorldSize;
  /** Must not exist, or be empty. */
  readonly folder: string;
  readonly onProgress: Progress;
  /** How many threads; absent: as many as are worth their start. One is this one, alone. The bytes are the same. */
  readonly threads?: number | undefined;
}

/** Why a challenge of a version that is made and scored no more is not judged here. */
export function notHereAnyMore({ id, version }: ChallengeSpec, commit: string): string {
  return (
    `version ${version} of ${id} is shown here as it was, and judged no more: what waits for it waits. Vigie's commit ` +
    `${commit.slice(0, 7)} judges it on the same data folder; or run vigie judge rejudge ${id} to judge everything by the version that lies here`
  );
}

/** The data set that a challenge asks for. @throws Error where what lies here is another version, or none. */
export function datasetOf(installation: Pick<Installation, "datasetsDir">, challenge: ChallengeSpec): DatasetSpec {
  const commit = lastCommitOf(challenge);
  if (commit !== null) throw new Error(notHereAnyMore(challenge, commit));
  const dataset = loadDataset(join(installation.datasetsDir, challenge.dataset.id));
  const asked = `${challenge.dataset.version} of ${dataset.id} in the world ${challenge.world}`;
  const found = `${dataset.version} of ${dataset.id} in the world ${dataset.world}`;
  if (asked === found) return dataset;
  throw new Error(`${challenge.id} asks for version ${asked}; datasets/${dataset.id} is ${found}`);
}

/** Generating takes about four fifths of the time. */
function shareOf({ phase, done, total }: WriteProgress): number {
  const part = done / Math.max(1, total);
  return phase === "generate" ? 0.8 * part : 0.8 + 0.2 * part;
}

/**
 * V8 lets a heap grow to a multiple of what it keeps before it collects: what is kept here is some 30 MB a thread, and
 * 100 more were taken for what had been dropped. In percent, of all threads of the process; 0 is V8's own way.
 */
const HEAP_GROWTH = { lean: 30, usual: 0 } as const;

/** Does the work with heaps that stay lean. */
async function leanly<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH.lean}`);
  try {
    return await work();
  } finally {
    setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH.usual}`);
  }
}

/**
 * Makes the test set; nothing is left where that fails.
 * @throws SpecError where the disk is full, the folder is taken or the dataset unusable; RangeError for a size
 * out of range; ThreadDied where a helping thread is gone.
 */
export async function makeTestset(
  installation: Installation,
  challenge: ChallengeSpec,
  wish: TestsetWish,
): Promise<TestsetDigest> {
  const { split, seed, size, folder, onProgress } = wish;
  const { threadFile } = installation;
  const dataset = datasetOf(installation, challenge);
  const world = { seed, size, shift: split === "final" };
  const options: WriteOptions = {
    meta: dataset,
    tables: tablesOf(dataset),
    onProgress: (progress) => onProgress(shareOf(progress)),
  };
  const threads = wish.threads ?? threadsFor(worldOf(challenge).subjects(size));
  if (threads === 1 || threadFile === undefined) {
    return await leanly(() => writeTestset(createWorld(dataset, { ...world, reuse: true }), folder, options));
  }
  const crew = new TestsetCrew(threadFile, threads, { dataset, ...world });
  try {
    return await leanly(() => writeTestsetTogether(crew, folder, options));
  } finally {
    await crew.close();
  }
}
