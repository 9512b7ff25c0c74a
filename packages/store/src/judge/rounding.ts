/** What may be told of a hidden split: every number to the challenge's precision, none below zero. */
import { roundForDisplay, type ChallengeSpec, type Score, type StandingRow } from "@vigie/spec";

type Precision = Pick<ChallengeSpec, "precisionPoints">;

function rounded(value: number, step: number): number {
  return Math.max(0, roundForDisplay(value, step));
}

/** Shares, which run from 0 to 1, by way of points: the same rounding, and 0.57 rather than 0.5700000000000001. */
function roundedShare(value: number, step: number): number {
  return rounded(100 * value, step) / 100;
}

function roundedParts(parts: Score["parts"], step: number): Score["parts"] {
  const round = (part: number) => roundedShare(part, step);
  return {
    ...{ ranking: round(parts.ranking), budget: round(parts.budget), indicators: round(parts.indicators) },
    ...{ evidence: round(parts.evidence), roles: round(parts.roles) },
  };
}

/** Points and interval to `precisionPoints`; parts and harm to a hundredth of it. */
export function roundedScore(score: Score, { precisionPoints: step }: Precision): Score {
  const [points, low, high] = [score.points, score.low, score.high].map((value) => rounded(value, step));
  return { points, low, high, parts: roundedParts(score.parts, step), harm: roundedShare(score.harm, step) };
}

/** A board's row, rounded once more whatever `rank` did: rounding what is rounded changes nothing. */
export function roundedRow(row: StandingRow, { precisionPoints: step }: Precision): StandingRow {
  return {
    ...row,
    score: row.score === null ? null : rounded(row.score, step),
    interval: row.interval === null ? null : [rounded(row.interval[0], step), rounded(row.interval[1], step)],
    parts: row.parts === null ? null : roundedParts(row.parts, step),
    harm: row.harm === null ? null : roundedShare(row.harm, step),
    history: row.history.map((points) => rounded(points, step)),
  };
}
