/**
 * Harm: what being wrong costs people who did nothing. In [0, weight], lower is better; 0 where no group is judged and no
 * exploited person within the budget.
 *
 * Of a look-alike group with N lawful members, h of them (weighted) within the budget: rate = (h / N) / min(1, k / N), that
 * is the share of the group that is flagged, against the most that the budget allows. `worst` is the highest rate of the
 * judged groups (0 without one), `misnamed` the share of the exploited persons within the budget that were named controller.
 */

/** 0 for a group without lawful members. */
export function groupRate(flagged: number, members: number, k: number): number {
  return members === 0 ? 0 : flagged / members / Math.min(1, k / members);
}

/** The judged group with the highest rate above 0, the first of equal ones; −1 and 0 where there is none. */
export function worstGroup(
  rates: readonly number[],
  judged: ArrayLike<number>,
): { readonly group: number; readonly rate: number } {
  let worst = { group: -1, rate: 0 };
  rates.forEach((rate, group) => {
    if (judged[group] === 1 && rate > worst.rate) worst = { group, rate };
  });
  return worst;
}

/** weight · (1 − (1 − min(1, worst / cap)) · (1 − misnamed)). */
export function harmOf(declared: { readonly weight: number; readonly cap: number }, worst: number, misnamed: number): number {
  return declared.weight * (1 - (1 - Math.min(1, worst / declared.cap)) * (1 - misnamed));
}
