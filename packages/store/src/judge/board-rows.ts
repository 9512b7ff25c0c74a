/** What a board's row says of a team, out of what it has: whatever it shows is rounded here. */
import { roundedScore, type ChallengeSpec } from "@vigie/spec";
import type { RowBody } from "../database/tables.ts";
import type { ListedEntry } from "../judge-contract.ts";

/** Null for a team without a verdict. */
export function rowBody(entry: ListedEntry, precision: Pick<ChallengeSpec, "precisionPoints">): RowBody | null {
  const { best, history, attempts, latestVerdict: verdict } = entry;
  if (best === null && verdict === null) return null;
  const shown = best && roundedScore(best.score, precision);
  return {
    score: shown && shown.points,
    interval: shown && [shown.low, shown.high],
    parts: shown && shown.parts,
    penalties: shown && shown.penalties,
    history: [...history],
    attempts,
    verdict,
    submission: best && best.submission,
    judgedAt: best && best.judgedAt,
  };
}
