/** One pattern of behaviour about to be written into an account: by a ring (then its rows are marked as planted) or by lawful life. */
import { NARROW } from "../../../chance/quantiles.ts";
import { DAY_SECONDS } from "../../../ground/calendar.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { SETS, type Indicator } from "../indicators.ts";
import type { Profile } from "../life/profile.ts";

/** Token numbers of somebody else's device, phone and address. */
export interface Other {
  readonly device: number;
  readonly phone: number;
  readonly address: number;
}

export interface Act {
  readonly ledger: Ledger;
  readonly profile: Profile;
  readonly generator: Sfc32;
  /** The days in which it happens; those outside the world are folded back into it. */
  readonly start: number;
  readonly days: number;
  /** Scales how many rows it takes: 1 is just enough for the indicator. */
  readonly strength: number;
  readonly planted: boolean;
  /** Who else has a hand in it; null where nobody is known. */
  readonly other: Other | null;
}

/** The longest stretch of days of one act: what happens in it lies within thirty days. */
export const ACT_DAYS = 27;

/** Marks a row as planted for some indicators, where it is. */
export function mark(act: Act, row: number, ...indicators: readonly Indicator[]): void {
  if (!act.planted) return;
  const { planted } = act.ledger.rows;
  for (const indicator of indicators) planted[row] = SETS.with(planted[row], indicator);
}

/** Marks an event as planted, where it is. */
export function markEvent(act: Act, row: number, indicator: Indicator): void {
  const { planted } = act.ledger.events;
  if (act.planted) planted[row] = SETS.with(planted[row], indicator);
}

/**
 * A day outside the world, folded back into it as a mirror at either end would. Around a day drawn evenly, what is spread
 * to both sides alike stays even then: nothing that acts do is rarer in the first or in the last days.
 */
export function folded(day: number, days: number): number {
  const at = day < 0 ? -1 - day : day;
  return Math.max(0, at < days ? at : 2 * days - 1 - at);
}

/** A day of the act. */
export function actDay(act: Act, generator = act.generator): number {
  return folded(act.start + generator.below(act.days), act.ledger.ground.calendar.days);
}

/** A time of the act, and where the holder is then. */
export interface Moment {
  readonly day: number;
  readonly second: number;
  readonly city: number;
}

const TURNS = 12;

/** A time of the act at which the holder is in some city, or in `city` alone; its hour comes from `draw`. */
export function moment(act: Act, draw: () => number, city = -1): Moment {
  const { ledger } = act;
  const fits = (day: number, second: number): Moment | null => {
    const here = ledger.where(day, second);
    if (here < 0 || (city >= 0 && here !== city)) return null;
    ledger.whereabouts.pin(here, day, second);
    return { day, second, city: here };
  };
  for (let turn = 0; turn < TURNS; turn++) {
    const found = fits(actDay(act), draw());
    if (found) return found;
  }
  // somebody who is on journeys all the time: the next day on which it can be
  const { days } = ledger.ground.calendar;
  for (let later = 0; later < days; later++) {
    const found = fits((folded(act.start, days) + later) % days, draw());
    if (found) return found;
  }
  return { day: folded(act.start, days), second: draw(), city: ledger.city };
}

/** The first day of what takes `span` days, all of them within the world: it begins or ends on a day of the act. */
export function spanStart(act: Act, span: number, generator = act.generator): number {
  const day = actDay(act, generator);
  const first = generator.chance(0.5) ? day : day - span + 1;
  return Math.max(0, Math.min(first, act.ledger.ground.calendar.days - span));
}

/** The second from the start of `day` on at which something follows what was at `second`: `later`, or sooner where the world ends before. */
export function inTime({ ledger }: Act, day: number, second: number, later: number): number {
  const end = (ledger.ground.calendar.days - day) * DAY_SECONDS - 1;
  return later <= end ? later : second + Math.floor(((end - second) * (later % DAY_SECONDS)) / DAY_SECONDS);
}

/** How many rows: `least` scaled by the act's strength. */
export function many(act: Act, least: number): number {
  return Math.round(least * act.strength);
}

/** A sum of cash around `median` cents: people's in whole twenties, a till's in fives. */
export function notes({ profile, generator }: Act, median: number): number {
  const note = profile.business ? 500 : 2000;
  return note * Math.max(1, Math.round((median * NARROW.draw(generator)) / note));
}

/** A second some time after `second`, the same day or one of the next `days`, when people are awake. */
export function laterOn(second: number, days: number, generator: Sfc32): number {
  const awake = generator.between(7 * 3600, 23 * 3600);
  const hours = generator.between(600, 21_000);
  const wait = generator.below(days + 1);
  if (wait > 0) return wait * 86_400 + awake;
  // late in the evening sooner, so that nothing gathers before midnight
  const room = 86_390 - second;
  return second + (hours < room ? hours : Math.floor((hours * Math.max(room, 600)) / 21_000));
}
