/**
 * A score as a statement: what each part brought, what penalties took, what remains.
 *
 * What is shown must add up to the last decimal that is shown, though score and parts are rounded apart. So the points
 * stand, what was taken is rounded, and the parts are rounded by largest remainder to the sum of the two.
 */
import { roundedPoints, type ChallengeSpec, type Score } from "@vigie/spec";

type Asked = Pick<ChallengeSpec, "parts" | "penalties">;

export interface StatementLine {
  readonly measure: string;
  /** Points that the part brought before penalties; may be negative. */
  readonly gained: number;
  /** Points that it could bring. */
  readonly most: number;
}

export interface PenaltyLine {
  readonly measure: string;
  /** The share that it took, 0 to 1, of what those before it left. */
  readonly share: number;
  /** Points that it took, 0 or more. */
  readonly taken: number;
}

export interface Statement {
  readonly lines: readonly StatementLine[];
  readonly penalties: readonly PenaltyLine[];
  /** 0 to 100: the sum of what was gained, less what was taken. */
  readonly points: number;
}

function apportioned(exact: readonly number[], total: number): number[] {
  const floors = exact.map(Math.floor);
  // Rounded, so that remainders that are equal on paper are equal here.
  const remainders = exact.map((value, i) => Math.round((value - floors[i]) * 1e9));
  const order = exact.map((_, i) => i).sort((a, b) => remainders[b] - remainders[a] || a - b);
  let left = total - floors.reduce((sum, value) => sum + value, 0);
  const out = [...floors];
  for (let i = 0; left !== 0 && exact.length > 0; i++) {
    const step = Math.sign(left);
    const at = step > 0 ? order[i % order.length] : order[order.length - 1 - (i % order.length)];
    out[at] += step;
    left -= step;
  }
  return out;
}

/** What each penalty takes, one after the other, in units of the last decimal shown. */
function penaltiesOf({ penalties }: Score, challenge: Asked, before: number): PenaltyLine[] {
  let left = before;
  return challenge.penalties.map(({ measure }) => {
    const share = penalties[measure] ?? 0;
    const taken = Math.max(0, Math.round(left * share));
    left *= 1 - share;
    return { measure, share, taken };
  });
}

/** The statement of a score, in points rounded to `decimals`, of the parts that carry a weight, in the challenge's order. */
export function scoreStatement(score: Score, challenge: Asked, decimals = 1): Statement {
  const unit = 10 ** decimals;
  const parts = challenge.parts.filter(({ weight }) => weight > 0);
  const exact = parts.map(({ measure, weight }) => 100 * weight * (score.parts[measure] ?? 0) * unit);
  const points = Math.round(roundedPoints(score.points, 1 / unit) * unit);
  const before = exact.reduce((sum, value) => sum + value, 0);
  const penalties = penaltiesOf(score, challenge, before);
  const sum = penalties.reduce((total, { taken }) => total + taken, points);
  // A floored or resampled score may lie far from its parts: then each part is shown as it is, and only rounded.
  const near = Math.abs(sum - before) <= Math.max(2, parts.length);
  const shown = near ? apportioned(exact, sum) : exact.map((value) => Math.round(value));
  return {
    lines: parts.map(({ measure, weight }, i) => ({
      measure,
      gained: shown[i] / unit,
      most: Math.round(100 * weight * unit) / unit,
    })),
    penalties: penalties.map((penalty) => ({ ...penalty, taken: penalty.taken / unit })),
    points: points / unit,
  };
}
