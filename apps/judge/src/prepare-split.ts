/** A split on disk: generated once from its seed, then read by every run. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { finalSeed, practiceSeed, publicSeed, type ChallengeSpec, type Seed, type SeedSource, type Split } from "@vigie/spec";
import { loadDataset } from "@vigie/spec/node";
import { createWorld } from "@vigie/synth";
import { isComplete, writeTestset } from "@vigie/testset";
import type { Installation } from "./installation.ts";

/** How far the work is, from 0 to 1. */
export type Progress = (share: number) => void;

/** Where a split's test set lies under `splitsDir`: the name tells everything that shapes its bytes but the seed. */
export function splitFolder(splitsDir: string, installation: Installation, challenge: ChallengeSpec, split: Split): string {
  const { dataset } = challenge;
  const name = [challenge.id, split, dataset.id, dataset.version, challenge.splits[split].accounts, installation.generator].join(
    "_",
  );
  return join(splitsDir, name);
}

/**
 * The seed of a split. @param secret the event secret; practice needs none.
 * @param lockedDigest of the final split: the SHA-256 of the list of the submissions chosen for it.
 */
export function splitSeed(challenge: ChallengeSpec, split: Split, secret: Uint8Array | null, lockedDigest?: string): Seed {
  const source: SeedSource = {
    datasetId: challenge.dataset.id,
    datasetVersion: challenge.dataset.version,
    challengeId: challenge.id,
  };
  if (split === "practice") return practiceSeed(source);
  if (secret === null) throw new Error(`the ${split} split needs the event secret`);
  if (split === "public") return publicSeed(source, secret);
  if (lockedDigest === undefined) throw new Error("the final split does not exist before submissions are locked");
  return finalSeed(source, secret, lockedDigest);
}

/** What a run sees of the challenge at /data/challenge.json: no split, size or seed. */
function challengeForRuns(challenge: ChallengeSpec): string {
  return `${JSON.stringify({ ...challenge, splits: undefined }, null, 2)}\n`;
}

/** Makes a split's test set in `folder` if it is not there whole. @throws where the disk is full or the dataset unusable. */
export async function prepareSplit(
  installation: Installation,
  challenge: ChallengeSpec,
  split: Split,
  seed: Seed,
  folder: string,
  onProgress: Progress,
): Promise<void> {
  if (isComplete(folder)) return;
  const dataset = loadDataset(join(installation.datasetsDir, challenge.dataset.id));
  if (dataset.version !== challenge.dataset.version) {
    throw new Error(
      `${challenge.id} asks for version ${challenge.dataset.version} of ${dataset.id}; datasets/${dataset.id} is ${dataset.version}`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const world = createWorld(dataset, { seed, accounts: challenge.splits[split].accounts, shift: split === "final" });
  await writeTestset(world, folder, {
    meta: { id: dataset.id, version: dataset.version, title: dataset.title, licence: dataset.licence },
    onProgress: ({ phase, done, total }) => onProgress(((phase === "generate" ? 0 : total) + done) / Math.max(1, 2 * total)),
  });
  writeFileSync(join(folder, "inputs", "challenge.json"), challengeForRuns(challenge));
}
