/** The timeline's form: what was typed, moved or put back, and the calendar that follows. */
import { Type, type Static } from "@sinclair/typebox";
import {
  derivedFreeze,
  derivedReveal,
  instantOf,
  minutesLater,
  plannedCalendar,
  readWallTime,
  typedMoment,
  type Calendar,
  type PlannedCalendar,
} from "@vigie/spec/event";
import { Field } from "../fields.ts";
import { typedWall } from "../set-up/form.ts";

export const KEYS = ["opens", "freezes", "locks", "reveals"] as const satisfies readonly (keyof Calendar)[];
export type Key = (typeof KEYS)[number];

export const TimelineForm = Type.Object({
  ...{ opens_day: Field, opens_time: Field, opens_meant: Field },
  ...{ freezes_day: Field, freezes_time: Field, freezes_meant: Field, freezes_none: Field },
  ...{ locks_day: Field, locks_time: Field, locks_meant: Field },
  ...{ reveals_day: Field, reveals_time: Field, reveals_meant: Field },
  /** How many acts there were when the page was made. */
  seen: Field,
  /** `save`, `again`, `put:reveals`, `move:locks:-60`. */
  do: Field,
});
export type TimelineForm = Static<typeof TimelineForm>;

/** What stands in the fields; null: no freeze. */
export type Typed = Readonly<Record<Key, string | null>>;

/** A calendar as fields show it. */
export function typedOf({ opens, freezes, locks, reveals }: Calendar): Typed {
  const text = (moment: string | null): string | null => (moment === null ? null : typedMoment(moment));
  return { opens: text(opens), freezes: text(freezes), locks: text(locks), reveals: text(reveals) };
}

/** What has begun moves no more. */
export function isPast(key: Key, calendar: Calendar, now: number): boolean {
  const moment = calendar[key];
  return moment !== null && instantOf(moment) <= now;
}

function typedAt(form: TimelineForm, key: Key): string | null {
  if (key === "freezes" && form.freezes_none !== undefined) return null;
  return typedWall(form[`${key}_day`], form[`${key}_time`], form[`${key}_meant`]);
}

/** What was typed, where the same minute is the same moment, whatever its offset. */
function merged(form: TimelineForm, stored: Calendar, now: number): Typed {
  const before = typedOf(stored);
  const at = (key: Key): string | null => {
    if (isPast(key, stored, now)) return before[key];
    const typed = typedAt(form, key);
    return typed !== null && typed === before[key]?.slice(0, 16) ? before[key] : typed;
  };
  return { opens: at("opens"), freezes: at("freezes"), locks: at("locks"), reveals: at("reveals") };
}

function moved(typed: Typed, key: Key, minutes: number, zone: string): Typed {
  const wall = typed[key];
  const read = wall === null ? null : readWallTime(wall, zone);
  if (read?.kind !== "moment") return typed;
  return { ...typed, [key]: typedMoment(minutesLater(read.moment, minutes)) };
}

/** Whether a moment stands where it was worked out. */
export function isDerived(key: "freezes" | "reveals", calendar: Calendar): boolean {
  return calendar[key] === (key === "freezes" ? derivedFreeze(calendar) : derivedReveal(calendar));
}

export interface Edited {
  readonly typed: Typed;
  readonly planned: PlannedCalendar;
  readonly save: boolean;
}

/** What to work out anew: what was asked for, and what follows a lock as long as nobody moved it by hand. */
function follows(key: "freezes" | "reveals", wish: string, typed: Typed, stored: Calendar): boolean {
  if (wish === "again" || wish === `put:${key}`) return true;
  return isDerived(key, stored) && typed[key] === typedOf(stored)[key];
}

/** The calendar that a form asks for. */
export function edited(form: TimelineForm, stored: Calendar, zone: string, now: number): Edited {
  const wish = form.do ?? "save";
  const [, key, minutes] = /^move:(opens|freezes|locks|reveals):(-?\d{1,4})$/.exec(wish) ?? [];
  const known = KEYS.find((one) => one === key);
  const read = merged(form, stored, now);
  const typed = known === undefined || isPast(known, stored, now) ? read : moved(read, known, Number(minutes), zone);
  const keeps = (one: "freezes" | "reveals"): boolean => isPast(one, stored, now) || !follows(one, wish, typed, stored);
  const asked = {
    timeZone: zone,
    opens: typed.opens ?? "",
    locks: typed.locks ?? "",
    ...(keeps("freezes") ? { freezes: typed.freezes } : {}),
    ...(keeps("reveals") ? { reveals: typed.reveals ?? "" } : {}),
  };
  // A lock that has passed is no fault of who moves the reveal.
  const planned = plannedCalendar(asked, isPast("locks", stored, now) ? 0 : now);
  return { typed: planned.kind === "planned" ? typedOf(planned.calendar) : typed, planned, save: wish === "save" };
}
