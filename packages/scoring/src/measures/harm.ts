/**
 * Harm: what being wrong costs lawful people. In [0, 1), lower is better; 0 where no group is judged.
 *
 * Of a look-alike group with N lawful members, h of them (weighted) within the budget: rate = (h / N) / min(1, k / N), that
 * is the share of the group that is flagged, against the most that the budget allows. With x the root of the sum of the
 * squared rates of the judged groups, harm = x / (1 + x), so that a score is divided by 1 + x: every person spared raises it,
 * and bothering one group hard costs more than a few people here and there.
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

/** x / (1 + x) with x = √(Σ rate²) over the judged groups, summed in the order in which they come: that of their ids. */
export function harmOf(rates: readonly number[], judged: ArrayLike<number>): number {
  let squares = 0;
  rates.forEach((rate, group) => {
    if (judged[group] === 1) squares += rate * rate;
  });
  const x = Math.sqrt(squares);
  return x / (1 + x);
}
