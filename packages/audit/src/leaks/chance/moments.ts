/** Mean, variance and skewness of a sum over members that are drawn without replacement within strata. */
import type { Strata } from "./strata.ts";

/** Moments of one column by stratum. */
export interface StratumMoments {
  readonly size: Float64Array;
  readonly mean: Float64Array;
  readonly second: Float64Array;
  readonly third: Float64Array;
}

/** Room that is used again for each column. */
export function roomFor(strata: Strata): StratumMoments {
  const size = new Float64Array(strata.count);
  for (const stratum of strata.of) size[stratum]++;
  const empty = (): Float64Array => new Float64Array(strata.count);
  return { size, mean: empty(), second: empty(), third: empty() };
}

/** Fills `room` with the central moments of `values`. */
export function measure(values: Float64Array, strata: Strata, room: StratumMoments): void {
  const { size, mean, second, third } = room;
  const { of } = strata;
  mean.fill(0);
  second.fill(0);
  third.fill(0);
  for (let i = 0; i < values.length; i++) mean[of[i]] += values[i];
  for (let h = 0; h < mean.length; h++) mean[h] /= size[h];
  for (let i = 0; i < values.length; i++) {
    const off = values[i] - mean[of[i]];
    const square = off * off;
    second[of[i]] += square;
    third[of[i]] += square * off;
  }
  for (let h = 0; h < mean.length; h++) {
    second[h] /= size[h];
    third[h] /= size[h];
  }
}

export interface SumMoments {
  readonly expected: number;
  readonly deviation: number;
  readonly skewness: number;
}

/**
 * The sum over `taken[h]` members of each stratum (Cochran, Sampling Techniques, for the finite population's factors).
 * A deviation of 0 says that chance has no choice.
 */
export function momentsOfSum(taken: Float64Array, { size, mean, second, third }: StratumMoments): SumMoments {
  let expected = 0;
  let variance = 0;
  let cubed = 0;
  for (let h = 0; h < size.length; h++) {
    const n = taken[h];
    if (n === 0) continue;
    const all = size[h];
    expected += n * mean[h];
    if (all < 2) continue;
    variance += ((n * (all - n)) / (all - 1)) * second[h];
    if (all > 2) cubed += ((n * (all - n) * (all - 2 * n)) / ((all - 1) * (all - 2))) * third[h];
  }
  const deviation = Math.sqrt(variance);
  return { expected, deviation, skewness: deviation > 0 ? cubed / (variance * deviation) : 0 };
}
