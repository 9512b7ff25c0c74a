/**
 * Where the analyst budget k cuts the list.
 *
 * The alerts of a tie that fits count whole; each alert of the tie at the cut counts with the weight (room left) / (size of
 * the tie), the mean over random orders, which neither ids nor the order of lines can game. Alerts below count nothing, and
 * so do subjects without a line, even when fewer than k alerts were raised.
 */
export interface BudgetCut {
  /** Ties 0 … wholeTies − 1 count whole; the tie with this number counts with `weight`, if that is above 0. */
  readonly wholeTies: number;
  /** Room left for the tie at the cut, and its size: 0 and 1 where no tie is cut. */
  readonly room: number;
  readonly size: number;
  /** room / size. */
  readonly weight: number;
}

export function cutAtBudget(tieSizes: Int32Array, k: number): BudgetCut {
  let room = k;
  let tie = 0;
  while (tie < tieSizes.length && tieSizes[tie] <= room) room -= tieSizes[tie++];
  if (tie === tieSizes.length || room === 0) return { wholeTies: tie, room: 0, size: 1, weight: 0 };
  return { wholeTies: tie, room, size: tieSizes[tie], weight: room / tieSizes[tie] };
}

/** How much a subject of tie `tie` counts: 1, the weight of the cut, or 0. */
export function weightOfTie(cut: BudgetCut, tie: number): number {
  if (tie < cut.wholeTies) return 1;
  return tie === cut.wholeTies ? cut.weight : 0;
}

/** What was counted in whole ties, and in the tie at the cut. */
export interface CutCount {
  readonly whole: number;
  readonly tied: number;
}

/** The sum of weights, computed from counts so that it carries one rounding at most. */
export function weightedCount(count: CutCount, cut: BudgetCut): number {
  return count.whole + (count.tied * cut.room) / cut.size;
}
