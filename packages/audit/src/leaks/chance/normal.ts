/**
 * From a sum to a normal score and back.
 *
 * Theory. A sum over sampled subjects is close to normal only where its terms are not rare; counts of rare values lean
 * to the right. The Wilson–Hilferty transformation (Wilson and Hilferty 1931) takes a gamma variable of the same skewness
 * to a normal one by a cube root and keeps tails honest from Poisson-like counts to plain normal sums.
 */
const NEARLY_NORMAL = 0.01;
const FURTHEST = 40;

/** The normal score of `z` standard deviations on a distribution of this skewness. */
export function normalScore(z: number, skewness: number): number {
  if (skewness < 0) return -normalScore(-z, -skewness);
  if (skewness < NEARLY_NORMAL) return z;
  const inner = 1 + (skewness * z) / 2;
  const score = (Math.cbrt(Math.max(0, inner)) - 1 + (skewness * skewness) / 36) * (6 / skewness);
  return Math.max(-FURTHEST, Math.min(FURTHEST, score));
}

/** The number of standard deviations whose normal score is `score`: the inverse of {@link normalScore}. */
export function standardOf(score: number, skewness: number): number {
  if (skewness < 0) return -standardOf(-score, -skewness);
  if (skewness < NEARLY_NORMAL) return score;
  const root = Math.max(0, 1 + (skewness * score) / 6 - (skewness * skewness) / 36);
  return ((root * root * root - 1) * 2) / skewness;
}

/** P(|Z| > score) of a normal Z: the complementary error function by Numerical Recipes' Chebyshev fit (relative error 1e−7). */
export function twoSided(score: number): number {
  const x = Math.abs(score) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const series = [1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
  const polynomial = series.reduceRight((sum, term) => sum * t + term, 0);
  return t * Math.exp(-x * x - 1.26551223 + t * polynomial);
}

/** The score that |Z| passes with probability `p`, by bisection. */
export function scoreAt(p: number): number {
  let low = 0;
  let high = FURTHEST;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (twoSided(middle) > p) low = middle;
    else high = middle;
  }
  return high;
}

/** The normal score of Student's t (Wallace 1959), for variances that were estimated from `freedom` + 1 groups. */
export function scoreOfT(t: number, freedom: number): number {
  const size = Math.sqrt(freedom * Math.log(1 + (t * t) / freedom)) * ((8 * freedom + 1) / (8 * freedom + 3));
  return t < 0 ? -size : size;
}
