/** What lawful look-alikes bear of a score, and what sparing one of them would gain: the harm of `scoring`, told in people. */
import type { GroupHarm } from "@vigie/spec/ranking";

/** What a score is divided by beyond 1: the root of the sum of the squared rates of the judged groups. */
function burden(rates: readonly number[]): number {
  return Math.sqrt(rates.reduce((sum, rate) => sum + rate * rate, 0));
}

/**
 * Points that a run would gain if one lawful member more of a judged group were left alone, all else equal; 0 where none was
 * touched, or where the run scored nothing.
 * @param points of the run. @param budget how many alerts analysts have time for.
 */
export function gainOfOneSpared(
  groups: readonly GroupHarm[],
  group: string,
  { points, budget }: { readonly points: number; readonly budget: number },
): number {
  const judged = groups.filter((one) => one.judged);
  const least = (one: GroupHarm): number =>
    one.members === 0 ? 0 : Math.max(0, one.flagged - 1) / one.members / Math.min(1, budget / one.members);
  const now = burden(judged.map(({ rate }) => rate));
  const then = burden(judged.map((one) => (one.group === group ? least(one) : one.rate)));
  return Math.max(0, points) * ((1 + now) / (1 + then) - 1);
}
