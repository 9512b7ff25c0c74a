/** What a team sees: floored at 0 and rounded half away from zero, points and interval to the declared precision, parts and harm to a hundredth of it. */
import { roundForDisplay, type Score } from "@vigie/spec";

/** Points as shown. */
export function shownPoints(points: number, precisionPoints: number): number {
  return roundForDisplay(Math.max(0, points), precisionPoints);
}

/** A score as shown; every number of it is floored and rounded. */
export function shownScore(score: Score, precisionPoints: number): Score {
  const points = (value: number) => shownPoints(value, precisionPoints);
  const share = (value: number) => points(100 * value) / 100;
  const { ranking, budget, indicators, evidence, roles } = score.parts;
  return {
    points: points(score.points),
    low: points(score.low),
    high: points(score.high),
    parts: {
      ranking: share(ranking),
      budget: share(budget),
      indicators: share(indicators),
      evidence: share(evidence),
      roles: share(roles),
    },
    harm: share(score.harm),
  };
}
