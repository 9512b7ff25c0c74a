/** Rows that need a person: where somebody stood, and when. */
import { CHANNELS } from "@vigie/spec/bank";
import type { RowView } from "../walk.ts";

/** What a row says of where somebody was. */
export interface Whereabouts {
  readonly channel: string;
  readonly credit: boolean;
  readonly reversed: boolean;
  /** Place in CITY_NAMES; −1 where there is none. */
  readonly city: number;
  /** Whether a third party deposited it. */
  readonly deposited: boolean;
}

const MISUSE = new Set(["account-used-by-another"]);

/** Whether a planted row of this indicator is a card in somebody else's hand. */
export function isMisuse(indicator: string): boolean {
  return MISUSE.has(indicator);
}

/** What a row of the walk says. */
export function whereabouts({ channel, credit, reversed, city, deposited }: RowView): Whereabouts {
  return { channel: CHANNELS[channel] ?? "", credit, reversed, city, deposited };
}

/**
 * Whether somebody with the card stood in the row's city: a card at a counter (holds and refusals too), or cash at a machine or
 * a branch unless a third party brought it. What a merchant or the bank gives back later needs nobody.
 */
export function needsPerson({ channel, credit, reversed, city, deposited }: Whereabouts): boolean {
  if (city < 0 || reversed) return false;
  if (channel === "pos") return !credit;
  return (channel === "abm-cash" || channel === "branch-cash") && !deposited;
}
