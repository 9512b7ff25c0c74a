/** What may be told of a hidden split: every number to the challenge's precision, none below zero. */
import { roundForDisplay, type ChallengeSpec, type Score, type StandingRow } from "@vigie/spec";

type Precision = Pick<ChallengeSpec, "precisionPoints">;

/** Twelve digits take off what binary fractions add (57 × 0.01 is 0.5700000000000001). */
function rounded(value: number, step: number): number {
  return Math.max(0, Number(roundForDisplay(value, step).toPrecision(12)));
}

function roundedParts(parts: Score["parts"], step: number): Score["parts"] {
  const round = (part: number) => rounded(part, step);
  return {
    ...{ ranking: round(parts.ranking), budget: round(parts.budget), indicators: round(parts.indicators) },
    ...{ evidence: round(parts.evidence), roles: round(parts.roles) },
  };
}

/** Points and interval to `precisionPoints`; parts and harm, which run from 0 to 1, to a hundredth of it. */
export function roundedScore(score: Score, { precisionPoints }: Precision): Score {
  const share = precisionPoints / 100;
  const [points, low, high] = [score.points, score.low, score.high].map((value) => rounded(value, precisionPoints));
  return { points, low, high, parts: roundedParts(score.parts, share), harm: rounded(score.harm, share) };
}

/** A board's row, rounded once more whatever `rank` did: rounding what is rounded changes nothing. */
export function roundedRow(row: StandingRow, { precisionPoints }: Precision): StandingRow {
  const share = precisionPoints / 100;
  return {
    ...row,
    score: row.score === null ? null : rounded(row.score, precisionPoints),
    interval:
      row.interval === null ? null : [rounded(row.interval[0], precisionPoints), rounded(row.interval[1], precisionPoints)],
    parts: row.parts === null ? null : roundedParts(row.parts, share),
    harm: row.harm === null ? null : rounded(row.harm, share),
    history: row.history.map((points) => rounded(points, precisionPoints)),
  };
}
