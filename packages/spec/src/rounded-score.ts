/** What may be told of a hidden split: every number to the challenge's precision, none below zero. */
import type { ChallengeSpec } from "./challenge.ts";
import { roundForDisplay, type ByMeasure, type Score } from "./score.ts";

/** A number of points on the grid of `step`. */
export function roundedPoints(value: number, step: number): number {
  return Math.max(0, roundForDisplay(value, step));
}

/** Shares, which run from 0 to 1, by way of points: the same rounding, and 0.57 rather than 0.5700000000000001. */
export function roundedShare(value: number, step: number): number {
  return roundedPoints(100 * value, step) / 100;
}

/** Each measure to a hundredth of `step`. */
export function roundedShares(values: ByMeasure, step: number): ByMeasure {
  return Object.fromEntries(Object.entries(values).map(([measure, value]) => [measure, roundedShare(value, step)]));
}

/** Points and interval to `precisionPoints`; parts and penalties to a hundredth of it. */
export function roundedScore(score: Score, { precisionPoints: step }: Pick<ChallengeSpec, "precisionPoints">): Score {
  const [points, low, high] = [score.points, score.low, score.high].map((value) => roundedPoints(value, step));
  return { points, low, high, parts: roundedShares(score.parts, step), penalties: roundedShares(score.penalties, step) };
}
