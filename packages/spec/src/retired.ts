/**
 * Versions that are read and shown as they were, and neither made nor scored any more: no second generator is kept, and no
 * second score. Whoever has to judge by them again puts back the commit that could.
 */
import type { ChallengeSpec } from "./challenge.ts";
import { ownSetOf } from "./own-set.ts";
import { kindOf, measureOf } from "./registry.ts";
import type { Split } from "./seeds.ts";
import type { BilingualText } from "./text.ts";

/** The last commit before data set and score of 2.0.0. */
const BEFORE_2 = "00fed800ad9ae67daf56fd95e6868aa945b8af93";

/** By the name that a data set and its challenge share, and version: the last commit that makes the one and scores by the other. */
const LAST_COMMITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "follow-the-money": { "1.0.0": BEFORE_2 },
};

interface Named {
  readonly id: string;
  readonly version: string;
}

function lastOf({ id, version }: Named): string | null {
  const versions = Object.hasOwn(LAST_COMMITS, id) ? LAST_COMMITS[id] : {};
  return Object.hasOwn(versions, version) ? versions[version] : null;
}

/** The last commit that can judge again what a receipt is about; null of what is not retired, as far as its names tell. */
export function lastCommitFor({ challenge, dataset }: { readonly challenge: Named; readonly dataset: Named }): string | null {
  return lastOf(challenge) ?? lastOf(dataset);
}

/** Whether a challenge asks to be scored by rules that nothing here computes any more. */
export function isOutdated(challenge: ChallengeSpec): boolean {
  return kindOf(challenge).isOutdated?.(challenge) ?? false;
}

/** The question that a measure of a challenge answers, or did. @throws SpecError `unknown-name`. */
export function questionOf(challenge: ChallengeSpec, measure: string): BilingualText {
  const { asks, askedBefore = asks } = measureOf(challenge, measure);
  return isOutdated(challenge) ? askedBefore : asks;
}

/**
 * The last commit that can judge runs of this challenge on a split; null of what can be judged here. Without a split: on any
 * that is generated.
 */
export function lastCommitOf(challenge: ChallengeSpec, split: Split = "practice"): string | null {
  if (isOutdated(challenge)) return BEFORE_2;
  return lastOf(challenge) ?? (ownSetOf(challenge, split) === null ? lastOf(challenge.dataset) : null);
}
