/** Percentile intervals of replicates, linearly interpolated (type 7 of Hyndman and Fan, the default of R and NumPy). */

function percentile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  return low + (at - below) * (high - low);
}

/**
 * The two ends of the central interval that holds `level` (0 to 1) of the replicates.
 * @throws RangeError without a replicate.
 */
export function interval(replicates: ArrayLike<number>, level: number): [low: number, high: number] {
  if (replicates.length === 0) throw new RangeError("interval: expected at least one replicate; found none");
  const sorted = Float64Array.from(replicates).sort();
  const tail = (1 - level) / 2;
  return [percentile(sorted, tail), percentile(sorted, 1 - tail)];
}
