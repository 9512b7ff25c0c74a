/** A split on disk: generated once from its seed, then read by every run. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
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
import { generatorOf, type Installation } from "./installation.ts";
import { datasetOf, makeTestset, type Progress } from "./make-testset.ts";
import { layOutOwnSet } from "./own-set.ts";

/** A split of a challenge: what its bytes hang on, and the folder in which they are to lie. */
export interface SplitPlace {
  readonly challenge: ChallengeSpec;
  readonly split: Split;
  readonly seed: Seed;
  readonly folder: string;
}

/** Where a split's test set lies under `splitsDir`: the name tells everything that shapes its bytes but the seed. */
export function splitFolder(splitsDir: string, installation: Installation, challenge: ChallengeSpec, split: Split): string {
  const { dataset } = challenge;
  const own = ownSetOf(challenge, split);
  if (own !== null) {
    const digests = [own.inputsDigest, own.labelsCommitment].map((digest) => digest.slice(0, 16));
    return join(splitsDir, [challenge.id, split, challenge.version, own.id, ...digests].join("_"));
  }
  // The challenge's version too: a run reads challenge.json among its inputs.
  const versions = [challenge.version, dataset.id, dataset.version];
  const size = Object.entries(challenge.sizes[split]).sort(([a], [b]) => (a < b ? -1 : 1));
  const counts = size.map(([, count]) => count).join("-");
  return join(splitsDir, [challenge.id, split, ...versions, counts, generatorOf(installation, challenge)].join("_"));
}

/**
 * The seed of a split. @param installation whose data set says which text practice hangs on.
 * @param secret the event secret; practice needs none.
 * @param lockedDigest of the final split: the SHA-256 of the list of the submissions chosen for it.
 * @throws Error where the data set of a practice split is not there in the challenge's version.
 */
export function splitSeed(
  installation: Pick<Installation, "datasetsDir">,
  challenge: ChallengeSpec,
  split: Split,
  secret: Uint8Array | null,
  lockedDigest?: string,
): Seed {
  const source: SeedSource = {
    datasetId: challenge.dataset.id,
    datasetVersion: challenge.dataset.version,
    challengeId: challenge.id,
  };
  if (split === "practice") return practiceSeed(source, datasetOf(installation, challenge).practice);
  if (secret === null) throw new Error(`the ${split} split needs the event secret`);
  if (split === "public") return publicSeed(source, secret);
  if (lockedDigest === undefined) throw new Error("the final split does not exist before submissions are locked");
  return finalSeed(source, secret, lockedDigest);
}

/** What a run sees of the challenge at /data/challenge.json: no split, size or seed. */
function challengeForRuns(challenge: ChallengeSpec): string {
  return `${JSON.stringify({ ...challenge, sizes: undefined, own: undefined }, null, 2)}\n`;
}

/**
 * Makes a split's test set in its folder if it is not there whole, or lays out the one that the organizer brought.
 * @throws where the disk is full, the dataset unusable or the event's copy gone.
 */
export async function prepareSplit(installation: Installation, place: SplitPlace, onProgress: Progress): Promise<void> {
  const { challenge, split, seed, folder } = place;
  if (!isComplete(folder)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
    const own = ownSetOf(challenge, split);
    const size = challenge.sizes[split];
    if (own !== null) layOutOwnSet(own, folder);
    else await makeTestset(installation, challenge, { split, seed, size, folder, onProgress });
  }
  const shown = join(folder, "inputs", "challenge.json");
  if (!existsSync(shown)) writeFileSync(shown, challengeForRuns(challenge));
}
