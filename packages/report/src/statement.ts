/**
 * A score as a statement: what each part brought, what harm took, what remains.
 *
 * What is shown must add up to the last decimal that is shown, though score and parts are rounded apart. So the points
 * stand, harm is rounded, and the parts are rounded by largest remainder to the sum of the two.
 */
import { PART_IDS, type ChallengeSpec, type PartId, type Score } from "@vigie/spec";

export interface StatementLine {
  readonly part: PartId;
  /** Points that the part brought before harm; may be negative. */
  readonly gained: number;
  /** Points that it could bring. */
  readonly most: number;
}

export interface Statement {
  readonly lines: readonly StatementLine[];
  /** Points that harm took, 0 or more. */
  readonly taken: number;
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

/** The statement of a score, in points rounded to `decimals`, of the parts that carry a weight, in their usual order. */
export function scoreStatement(score: Score, weights: ChallengeSpec["weights"], decimals = 1): Statement {
  const unit = decimals === 0 ? 1 : 10;
  const parts = PART_IDS.filter((part) => weights[part] > 0);
  const exact = parts.map((part) => 100 * weights[part] * score.parts[part] * unit);
  const points = Math.round(Math.max(0, score.points) * unit);
  const before = exact.reduce((sum, value) => sum + value, 0);
  const taken = Math.max(0, Math.round(before * score.harm));
  // A floored or resampled score may lie far from its parts: then each part is shown as it is, and only rounded.
  const gap = Math.abs(points + taken - before);
  const shown = gap <= Math.max(2, parts.length) ? apportioned(exact, points + taken) : exact.map((value) => Math.round(value));
  return {
    lines: parts.map((part, i) => ({ part, gained: shown[i] / unit, most: Math.round(100 * weights[part] * unit) / unit })),
    taken: taken / unit,
    points: points / unit,
  };
}
