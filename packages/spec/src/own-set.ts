/**
 * A challenge of which the organizer brought a hidden split.
 *
 * Theory. Practice stays what everybody can make, scored by all parts, so that `vigie try` says what the event says. Of an
 * imported split two parts cannot be measured: its labels mark rows, and know neither indicators nor roles. There the others
 * keep their proportions and add up to 1.
 */
import { PART_IDS, type ChallengeSpec, type OwnSet, type PartId } from "./challenge.ts";
import type { Split } from "./seeds.ts";

/** What labels of transfers cannot tell. */
const UNKNOWN_TO_SOURCES: readonly PartId[] = ["indicators", "roles"];

/** The splits that an organizer may bring. */
export const HIDDEN_SPLITS = ["public", "final"] as const satisfies readonly Split[];
export type HiddenSplit = (typeof HIDDEN_SPLITS)[number];

/** The set that the organizer brought for a split; null where it is generated. */
export function ownSetOf({ splits }: ChallengeSpec, split: Split): OwnSet | null {
  return split === "practice" ? null : (splits[split].own ?? null);
}

/** The parts that imported labels can score, of those that have a weight. */
export function partsOfImported({ weights }: ChallengeSpec): PartId[] {
  return PART_IDS.filter((part) => weights[part] > 0 && !UNKNOWN_TO_SOURCES.includes(part));
}

/** The challenge as it can be asked on imported labels; weights are all 0 where nothing of it can. */
export function onImported(challenge: ChallengeSpec): ChallengeSpec {
  const known = partsOfImported(challenge);
  const sum = known.reduce((total, part) => total + challenge.weights[part], 0);
  const of = (part: PartId): number => (known.includes(part) ? challenge.weights[part] / sum : 0);
  return {
    ...challenge,
    weights: {
      ranking: of("ranking"),
      budget: of("budget"),
      indicators: of("indicators"),
      evidence: of("evidence"),
      roles: of("roles"),
    },
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
  const kept = (split: HiddenSplit) =>
    event.splits[split].own ? event.splits[split] : { accounts: next.splits[split].accounts };
  return { ...next, splits: { practice: next.splits.practice, public: kept("public"), final: kept("final") } };
}
