/** One pattern of behaviour about to be written into an account: by a ring (then its rows are marked as planted) or by lawful life. */
import { NARROW } from "../chance/quantiles.ts";
import type { Sfc32 } from "../chance/sfc32.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { bitsOf, type Indicator } from "../indicators.ts";
import type { Profile } from "../life/profile.ts";

export interface Act {
  readonly ledger: Ledger;
  readonly profile: Profile;
  readonly generator: Sfc32;
  /** The four weeks in which it happens. */
  readonly start: number;
  /** Scales how many rows it takes: 1 is just enough for the indicator. */
  readonly strength: number;
  readonly planted: boolean;
  /** Token of the device from which somebody else uses the account, and of a contact that is another client's; −1 for none. */
  readonly othersDevice: number;
  readonly othersPhone: number;
}

export const ACT_DAYS = 27;

/** Marks a row as planted for some indicators, where it is. */
export function mark(act: Act, row: number, ...indicators: readonly Indicator[]): void {
  if (act.planted) act.ledger.rows.planted[row] |= bitsOf(...indicators);
}

/** A day of the act's weeks, never so late that what follows from it would leave the world. */
export function actDay(act: Act): number {
  return Math.min(act.start + act.generator.below(ACT_DAYS), act.ledger.ground.calendar.days - 3);
}

/** How many rows: `least` scaled by the act's strength. */
export function many(act: Act, least: number): number {
  return Math.round(least * act.strength);
}

/** A sum of cash: whole twenties around `median` cents. */
export function notes(act: Act, median: number): number {
  return 2000 * Math.max(1, Math.round((median * NARROW.draw(act.generator)) / 2000));
}
