/** Which test sets are published of a challenge, and how they are made again: by anybody, for no live secret is in them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeTestset } from "@vigie/judge";
import type { ChallengeSpec, Split } from "@vigie/spec";
import { seedOf } from "../data-seed.ts";
import { findInstallation } from "../places.ts";
import { speaker } from "../say.ts";

/** One published set. */
export interface PublishedSet {
  readonly split: Split;
  readonly accounts: number;
}

/** Sizes small enough that CI makes them again each time; practice at the challenge's own. */
export function smallSets({ splits }: ChallengeSpec): PublishedSet[] {
  return [
    { split: "practice", accounts: splits.practice.accounts },
    { split: "public", accounts: Math.min(2500, splits.public.accounts) },
    { split: "final", accounts: Math.min(2500, splits.final.accounts) },
  ];
}

/** The hidden splits at the challenge's own sizes: their checksums alone are published. */
export function largeSets({ splits }: ChallengeSpec): PublishedSet[] {
  return [
    { split: "public", accounts: splits.public.accounts },
    { split: "final", accounts: splits.final.accounts },
  ];
}

/** Makes the set in a folder of its own, lets `use` read it, and removes it. Hidden splits hang on the published test secret. */
export async function withSet<T>(
  challenge: ChallengeSpec,
  { split, accounts }: PublishedSet,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), "vigie-publish-"));
  const folder = join(scratch, "testset");
  try {
    const seed = seedOf(challenge, split === "practice" ? { split } : { split, testSecret: true }, speaker("en"));
    await makeTestset(findInstallation(), challenge, { split, seed, accounts, folder, onProgress: () => undefined });
    return await use(folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
