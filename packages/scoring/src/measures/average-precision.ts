/**
 * Average precision and the ranking part.
 *
 * AP = Σ (Rₙ − Rₙ₋₁) Pₙ over distinct scores from the top, Rₙ = positives so far / P, Pₙ = positives so far / subjects so
 * far (equal to scikit-learn's `average_precision_score`); subjects without a line are one last tie. In (0, 1], higher is
 * better. Chance, and so constant or empty output, is P/n; the ranking part (AP − P/n) / (1 − P/n) makes that exactly 0 and
 * perfect exactly 1, and is negative below chance.
 */

/**
 * @param tieSizes subjects in each tie of alerts, best first; @param tiePositives positives among them.
 * @param n subjects; @param p positives, of those alerted or not. Without a positive: 0.
 */
export function averagePrecision(tieSizes: Int32Array, tiePositives: Int32Array, n: number, p: number): number {
  if (p === 0) return 0;
  let sum = 0;
  let recall = 0;
  let found = 0;
  let seen = 0;
  for (let tie = 0; tie < tieSizes.length; tie++) {
    seen += tieSizes[tie];
    if (tiePositives[tie] === 0) continue;
    found += tiePositives[tie];
    const reached = found / p;
    sum += (reached - recall) * (found / seen);
    recall = reached;
  }
  return found < p ? sum + (1 - recall) * (p / n) : sum;
}

/** The ranking part; 0 where every subject or none is positive (only a resample can be so). */
export function rankingPart(ap: number, n: number, p: number): number {
  if (p === 0 || p === n) return 0;
  const chance = p / n;
  return (ap - chance) / (1 - chance);
}
