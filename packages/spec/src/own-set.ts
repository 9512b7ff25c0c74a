/**
 * A challenge of which the organizer brought a hidden split.
 *
 * Theory. Practice stays what everybody can make, scored by all measures, so that `vigie try` says what the event says. Of an
 * imported split some cannot be taken: its labels mark rows, and know neither indicators nor roles. There the other parts
 * keep their proportions and add up to 1.
 */
import type { ChallengeSpec, OwnSet } from "./challenge.ts";
import { measureOf, worldOf } from "./registry.ts";
import type { Split } from "./seeds.ts";
import type { WorldSize } from "./worlds/world-spec.ts";

/** The splits that an organizer may bring. */
export const HIDDEN_SPLITS = ["public", "final"] as const satisfies readonly Split[];
export type HiddenSplit = (typeof HIDDEN_SPLITS)[number];

/** The set that the organizer brought for a split; null where it is generated. */
export function ownSetOf({ own }: ChallengeSpec, split: Split): OwnSet | null {
  return split === "practice" ? null : (own?.[split] ?? null);
}

/** The challenge with a set of the organizer's own, of this size, as a hidden split. */
export function withOwnSet(challenge: ChallengeSpec, split: HiddenSplit, set: OwnSet, size: WorldSize): ChallengeSpec {
  return { ...challenge, sizes: { ...challenge.sizes, [split]: size }, own: { ...challenge.own, [split]: set } };
}

/** Whether imported labels know all that a measure of the challenge needs. */
function isKnown(challenge: ChallengeSpec, measure: string): boolean {
  const { unknownToSources } = worldOf(challenge);
  return measureOf(challenge, measure).needs.every((need) => !unknownToSources.includes(need));
}

/** The challenge as it can be asked on imported labels; without a part where nothing of it can. */
export function onImported(challenge: ChallengeSpec): ChallengeSpec {
  const parts = challenge.parts.filter(({ measure, weight }) => weight > 0 && isKnown(challenge, measure));
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  return {
    ...challenge,
    parts: parts.map((part) => ({ ...part, weight: part.weight / sum })),
    penalties: challenge.penalties.filter(({ measure }) => isKnown(challenge, measure)),
  };
}

/** The challenge as it is asked on one of its splits. */
export function challengeOn(challenge: ChallengeSpec, split: Split): ChallengeSpec {
  return ownSetOf(challenge, split)?.imported === true ? onImported(challenge) : challenge;
}

/** What data a split of the challenge is: the organizer's own, or the dataset's. */
export function datasetOn(challenge: ChallengeSpec, split: Split): ChallengeSpec["dataset"] {
  const { id, version } = ownSetOf(challenge, split) ?? challenge.dataset;
  return { id, version };
}

/** A new version of a challenge, judged on what the event was opened with. */
export function keepOwnSets(next: ChallengeSpec, event: ChallengeSpec): ChallengeSpec {
  const generated = { ...next };
  delete generated.own;
  return HIDDEN_SPLITS.reduce<ChallengeSpec>((kept, split) => {
    const set = ownSetOf(event, split);
    return set === null ? kept : withOwnSet(kept, split, set, event.sizes[split]);
  }, generated);
}
