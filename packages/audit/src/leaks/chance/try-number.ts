/** Tries a number a column: higher or lower among positives, nearer to the ends, crowded anywhere. */
import type { BilingualText } from "@vigie/spec";
import type { FamilyId } from "../families.ts";
import type { Test } from "./permutation-test.ts";

const BINS = 16;

export interface NumberColumn {
  readonly family: FamilyId;
  readonly column: string;
  readonly aspect: BilingualText;
}

/** Ranks from 0 to 1, ties at their middle; a rank sum over members divided by their number is an AUC. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = Float64Array.from(values).sort();
  const ranks = new Float64Array(values.length);
  const last = Math.max(1, values.length);
  for (let i = 0; i < values.length; i++)
    ranks[i] = (firstAt(order, values[i], false) + firstAt(order, values[i], true)) / 2 / last;
  return ranks;
}

/** Place of the first value at least (or, if `above`, more than) `value`. */
function firstAt(order: Float64Array, value: number, above: boolean): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order[middle] < value || (above && order[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tries ranks, distance from the middle, and sixteen bins. */
export function tryNumber(test: Test, { family, column, aspect }: NumberColumn, values: Float64Array): void {
  const named = (en: string, fr: string) => ({
    family,
    column,
    aspect: () => ({ en: `${aspect.en}${en}`, fr: `${aspect.fr}${fr}` }),
  });
  const ranks = ranksOf(values);
  test.try(named("", ""), ranks, "auc");
  test.try(
    named(", distance from the middle", ", écart au milieu"),
    ranks.map((rank) => Math.abs(rank - 0.5) * 2),
    "auc",
  );
  const inBin = new Float64Array(values.length);
  for (let bin = 0; bin < BINS; bin++) {
    ranks.forEach((rank, i) => (inBin[i] = Math.min(BINS - 1, Math.floor(rank * BINS)) === bin ? 1 : 0));
    test.try(named(`, part ${bin + 1} of ${BINS}`, `, partie ${bin + 1} de ${BINS}`), inBin, "share");
  }
}
