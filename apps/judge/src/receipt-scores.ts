/**
 * Scores of receipts, side by side.
 *
 * Theory. The first form names five parts and harm, also where the organizer's labels could not measure some of them: what
 * stands there then counted for nothing. The second names what was asked. So of a receipt of the first form that is held
 * against another score, only the measures that the other names are looked at, and those that alone counted agree.
 */
import { scoreOf, type AnyReceipt, type ByMeasure, type Score } from "@vigie/spec";

function among(values: ByMeasure, named: ByMeasure): ByMeasure {
  return Object.fromEntries(Object.entries(values).filter(([measure]) => Object.hasOwn(named, measure)));
}

/** The score of a receipt as it is to be compared with another of the same run. */
export function comparableScore(receipt: AnyReceipt, other: Score | null): Score | null {
  const score = scoreOf(receipt);
  if (receipt.receipt !== 1 || score === null || other === null) return score;
  return { ...score, parts: among(score.parts, other.parts), penalties: among(score.penalties, other.penalties) };
}
