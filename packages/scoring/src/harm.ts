/**
 * Harm: what being wrong costs people who did nothing. In [0, w], lower is better.
 *
 * Of a look-alike group with N lawful members, h of them (weighted) within the budget: rate = (h / N) / min(1, k / N), that
 * is the share of the group that is flagged, against the most that the budget allows. `worst` is the highest rate of the
 * judged groups (0 without one), `misnamed` the share of the exploited persons within the budget that were named controller.
 */
import type { ChallengeSpec } from "@vigie/spec";

/** 0 for a group without lawful members. */
export function groupRate(flagged: number, members: number, k: number): number {
  return members === 0 ? 0 : flagged / members / Math.min(1, k / members);
}

/** w · (1 − (1 − min(1, worst / cap)) · (1 − misnamed)). */
export function harmOf(declared: Pick<ChallengeSpec["harm"], "weight" | "cap">, worst: number, misnamed: number): number {
  return declared.weight * (1 - (1 - Math.min(1, worst / declared.cap)) * (1 - misnamed));
}
