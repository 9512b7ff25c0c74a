/**
 * Sums over listed subjects within the budget, each counting with the weight of its tie, one that a resample drew m times
 * being added m times. They run down the list, so that their bits hang on nothing else.
 */
import type { UnitCounts } from "../resamples.ts";
import { weightOfTie, type BudgetCut } from "./budget-cut.ts";

/** Subjects in the list's order: the tie that each belongs to, and its bootstrap unit. */
export interface Listed {
  readonly tie: Int32Array;
  readonly unit: Int32Array;
}

/** A data set: how often each unit counts, and where the budget cuts the list. */
export interface Drawn {
  readonly counts: UnitCounts;
  readonly cut: BudgetCut;
}

/** Σ weight · value and Σ weight · among; 0 where nobody is within the budget. */
export interface WeightedSums {
  readonly values: number;
  readonly among: number;
}

export function weightedSums(
  { tie, unit }: Listed,
  { counts, cut }: Drawn,
  values: Float64Array,
  among: Float64Array,
): WeightedSums {
  const sums = { values: 0, among: 0 };
  for (let i = 0; i < tie.length; i++) {
    const weight = weightOfTie(cut, tie[i]);
    if (weight === 0) break;
    for (let copy = counts[unit[i]]; copy > 0; copy--) {
      sums.values += weight * values[i];
      sums.among += weight * among[i];
    }
  }
  return sums;
}

/** A mean where `among` was 1 everywhere; in [0, 1] for values that are. Nothing there: 0. */
export function shareOf({ values, among }: WeightedSums): number {
  return among === 0 ? 0 : values / among;
}
