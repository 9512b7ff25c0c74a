/** Which test sets are published of a challenge, and how they are made again: by anybody, for no live secret is in them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeTestset } from "@vigie/judge";
import { HIDDEN_SPLITS, subjectsIn, type ChallengeSpec, type Seed, type Split, type WorldSize } from "@vigie/spec";
import { seedOf } from "../data-seed.ts";
import { findInstallation } from "../places.ts";
import { speaker } from "../say.ts";

/** One published set. */
export interface PublishedSet {
  readonly split: Split;
  readonly size: WorldSize;
}

const MOST_SUBJECTS = 2500;

/** A size that is small enough for CI to make it again each time. */
function small(challenge: ChallengeSpec, split: Split): PublishedSet {
  const share = Math.min(1, MOST_SUBJECTS / subjectsIn(challenge, split));
  const size = Object.entries(challenge.sizes[split]).map(([what, count]) => [what, Math.round(count * share)] as const);
  return { split, size: Object.fromEntries(size) };
}

/** Sets that CI makes again; practice at the challenge's own size. */
export function smallSets(challenge: ChallengeSpec): PublishedSet[] {
  return [{ split: "practice", size: challenge.sizes.practice }, ...HIDDEN_SPLITS.map((split) => small(challenge, split))];
}

/** The hidden splits at the challenge's own sizes: their checksums alone are published. */
export function largeSets({ sizes }: ChallengeSpec): PublishedSet[] {
  return HIDDEN_SPLITS.map((split) => ({ split, size: sizes[split] }));
}

function seedOfSet(challenge: ChallengeSpec, split: Split): Seed {
  return seedOf(challenge, split === "practice" ? { split } : { split, testSecret: true }, speaker("en"));
}

/**
 * Makes the set in a folder of its own, lets `use` read it, and removes it. Hidden splits hang on the published test secret.
 * @param seed another than the set's own.
 */
export async function withSet<T>(
  challenge: ChallengeSpec,
  { split, size }: PublishedSet,
  use: (folder: string) => T | Promise<T>,
  seed: Seed = seedOfSet(challenge, split),
): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), "vigie-publish-"));
  const folder = join(scratch, "testset");
  try {
    await makeTestset(findInstallation(), challenge, { split, seed, size, folder, onProgress: () => undefined });
    return await use(folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
