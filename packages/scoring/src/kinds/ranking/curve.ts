/** The precision-recall curve, from the top of the list down: a point where a tie of alerts ends and brought a positive. */
import type { RankingDetails } from "@vigie/spec/ranking";

const MOST_POINTS = 200;

type CurvePoint = RankingDetails["curve"][number];

/** Keeps the first and the last, and evenly many between. */
function thinned(points: readonly CurvePoint[]): CurvePoint[] {
  if (points.length <= MOST_POINTS) return [...points];
  return Array.from({ length: MOST_POINTS }, (_, i) => points[Math.floor((i * (points.length - 1)) / (MOST_POINTS - 1))]);
}

/** Empty without an alert; the first and the last tie are there in any case. */
export function precisionRecallCurve(tieSizes: Int32Array, tiePositives: Int32Array, positives: number): CurvePoint[] {
  const points: CurvePoint[] = [];
  let alerts = 0;
  let found = 0;
  tieSizes.forEach((size, tie) => {
    alerts += size;
    found += tiePositives[tie];
    const kept = tiePositives[tie] > 0 || tie === 0 || tie === tieSizes.length - 1;
    if (kept) points.push({ recall: found / positives, precision: found / alerts, alerts });
  });
  return thinned(points);
}
