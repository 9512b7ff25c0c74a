/** Moments of a sum over rows that were drawn from their classes without replacement. */
export interface SampleMoments {
  expected: number;
  variance: number;
  third: number;
}

/** Adds n of the `all` rows of a class, whose values have this mean and these central moments. */
export function addSample(into: SampleMoments, n: number, all: number, mean: number, second: number, third: number): void {
  into.expected += n * mean;
  if (n > 0 && all > 1) into.variance += ((n * (all - n)) / (all - 1)) * second;
  if (n > 0 && all > 2) into.third += ((n * (all - n) * (all - 2 * n)) / ((all - 1) * (all - 2))) * third;
}

/** The same for a property that this share of the class has. */
export function addShare(into: SampleMoments, n: number, all: number, share: number): void {
  const second = share * (1 - share);
  addSample(into, n, all, share, second, second * (1 - 2 * share));
}

/** Half a row, so that a subject which chance hardly scatters does not divide by nothing. */
const SOFTENING = 0.5;
/** Beyond so many deviations a subject counts no more: one that is odd for reasons of its own must not decide a sum. */
const FURTHEST = 3;

/** A subject's excess in standard deviations, cut at three. */
export function scaledExcess(excess: number, variance: number): number {
  return Math.max(-FURTHEST, Math.min(FURTHEST, excess / Math.sqrt(variance + SOFTENING)));
}
