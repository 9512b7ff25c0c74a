/** Rows that need a person: where somebody stood, and when. */
import { CHANNELS } from "@vigie/spec/bank";
import type { RowView } from "../walk.ts";

const [POS, ABM, BRANCH] = ["pos", "abm-cash", "branch-cash"].map((name) => CHANNELS.findIndex((channel) => channel === name));
const MISUSE = new Set(["account-used-by-another"]);

/** Whether a planted row of this indicator is a card in somebody else's hand. */
export function isMisuse(indicator: string): boolean {
  return MISUSE.has(indicator);
}

/**
 * Whether somebody with the card stood in the row's city: a card at a counter (holds and refusals too), or cash at a machine or
 * a branch unless a third party brought it. What a merchant or the bank gives back later needs nobody.
 */
export function needsPerson(row: RowView): boolean {
  if (row.city < 0 || row.reversed) return false;
  if (row.channel === POS) return !row.credit;
  return (row.channel === ABM || row.channel === BRANCH) && !row.deposited;
}
