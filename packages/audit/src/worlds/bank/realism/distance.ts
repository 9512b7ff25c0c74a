/**
 * How far a measured distribution lies from its reference. Each distance is 0 where both agree; none is ever NaN.
 *
 * - Total variation: half the sum of absolute differences of shares, 0 to 1.
 * - Wasserstein (earth mover's) distance around a clock: the least number of hours that each unit has to be moved on
 *   average. On a circle the best cut is the median of the cumulative differences (Werman, Peleg and Rosenfeld, 1985).
 * - Kolmogorov-Smirnov at stated points: the reference says which share lies at or below each of some values; the distance
 *   is the greatest gap to the measured share, 0 to 1. A heap at a point counts as on either side of it.
 * - Relative difference: |measured − stated| / stated. Outside of bounds: the same, to the nearer bound; inside 0.
 */

/** Counts as shares of their sum; zeros where there is nothing. */
export function sharesOf(counts: ArrayLike<number>): number[] {
  const all = Array.from(counts);
  const sum = all.reduce((a, b) => a + b, 0);
  return all.map((count) => (sum > 0 ? count / sum : 0));
}

export function totalVariation(observed: readonly number[], expected: readonly number[]): number {
  return observed.reduce((sum, share, i) => sum + Math.abs(share - expected[i]), 0) / 2;
}

/** In steps of the circle: hours where there are 24 shares. */
export function circularWasserstein(observed: readonly number[], expected: readonly number[]): number {
  let gap = 0;
  const gaps = observed.map((share, i) => (gap += share - expected[i]));
  const median = gaps.toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)];
  return gaps.reduce((sum, value) => sum + Math.abs(value - median), 0);
}

/** What can say which shares of it lie below a value, and at or below. */
export interface Cumulative {
  sharesAt(value: number): readonly [below: number, upTo: number];
}

/** Kolmogorov-Smirnov at the points `values`, at or below which `levels` should lie. */
export function smirnovAt(observed: Cumulative, values: readonly number[], levels: readonly number[]): number {
  let most = 0;
  values.forEach((value, i) => {
    const [below, upTo] = observed.sharesAt(value);
    most = Math.max(most, below - levels[i], levels[i] - upTo);
  });
  return most;
}

export function relativeDifference(observed: number, expected: number): number {
  return Math.abs(observed - expected) / Math.abs(expected);
}

/** 0 within the bounds, else how far outside, by the nearer bound (by 1 where that is 0). */
export function outside(observed: number, low: number, high: number): number {
  if (observed >= low && observed <= high) return 0;
  const bound = observed < low ? low : high;
  return Math.abs(observed - bound) / (bound === 0 ? 1 : Math.abs(bound));
}
