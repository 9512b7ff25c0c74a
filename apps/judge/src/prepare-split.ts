/** A split on disk: generated once from its seed, then read by every run. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  finalSeed,
  ownSetOf,
  practiceSeed,
  publicSeed,
  type ChallengeSpec,
  type Seed,
  type SeedSource,
  type Split,
} from "@vigie/spec";
import { isComplete } from "@vigie/testset";
import type { Installation } from "./installation.ts";
import { makeTestset, type Progress } from "./make-testset.ts";
import { layOutOwnSet } from "./own-set.ts";

/** Where a split's test set lies under `splitsDir`: the name tells everything that shapes its bytes but the seed. */
export function splitFolder(splitsDir: string, installation: Installation, challenge: ChallengeSpec, split: Split): string {
  const { dataset } = challenge;
  const { accounts } = challenge.splits[split];
  const own = ownSetOf(challenge, split);
  if (own !== null) {
    const digests = [own.inputsDigest, own.labelsCommitment].map((digest) => digest.slice(0, 16));
    return join(splitsDir, [challenge.id, split, challenge.version, own.id, ...digests].join("_"));
  }
  // The challenge's version too: a run reads challenge.json among its inputs.
  const versions = [challenge.version, dataset.id, dataset.version];
  const name = [challenge.id, split, ...versions, accounts, installation.generator].join("_");
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

/**
 * Makes a split's test set in `folder` if it is not there whole, or lays out the one that the organizer brought.
 * @throws where the disk is full, the dataset unusable or the event's copy gone.
 */
export async function prepareSplit(
  installation: Installation,
  challenge: ChallengeSpec,
  split: Split,
  seed: Seed,
  folder: string,
  onProgress: Progress,
): Promise<void> {
  if (isComplete(folder)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const own = ownSetOf(challenge, split);
  const { accounts } = challenge.splits[split];
  if (own !== null) layOutOwnSet(own, folder);
  else await makeTestset(installation, challenge, { split, seed, accounts, folder, onProgress });
  writeFileSync(join(folder, "inputs", "challenge.json"), challengeForRuns(challenge));
}
