/** A board's row, rounded once more whatever `rank` did: rounding what is rounded changes nothing. */
import { roundedParts, roundedPoints, roundedShare, type ChallengeSpec, type StandingRow } from "@vigie/spec";

export function roundedRow(row: StandingRow, { precisionPoints: step }: Pick<ChallengeSpec, "precisionPoints">): StandingRow {
  return {
    ...row,
    score: row.score === null ? null : roundedPoints(row.score, step),
    interval: row.interval === null ? null : [roundedPoints(row.interval[0], step), roundedPoints(row.interval[1], step)],
    parts: row.parts === null ? null : roundedParts(row.parts, step),
    harm: row.harm === null ? null : roundedShare(row.harm, step),
    history: row.history.map((points) => roundedPoints(points, step)),
  };
}
