/** When an event opens, freezes, locks and is revealed: what organizers say, and what follows from it. */
import { Type, type Static } from "@sinclair/typebox";
import { daysLater, instantOf, minutesLater, Moment } from "./moment.ts";

export const Calendar = Type.Object(
  {
    opens: Moment,
    /** From when the board stands still for everybody; null: it is live to the end. */
    freezes: Type.Union([Moment, Type.Null()]),
    locks: Moment,
    /** When the organizer means to show the result; nothing is shown by itself. */
    reveals: Moment,
  },
  { additionalProperties: false },
);
export type Calendar = Static<typeof Calendar>;

const HOUR_MIN = 60;
const LONG_MS = 48 * 3_600_000;

/** A day before the lock; an hour before it in an event of two days or less; never in one that is shorter still. */
export function derivedFreeze({ opens, locks }: Pick<Calendar, "opens" | "locks">): Moment | null {
  const short = instantOf(locks) - instantOf(opens) <= LONG_MS;
  const freezes = short ? minutesLater(locks, -HOUR_MIN) : daysLater(locks, -1);
  return instantOf(freezes) > instantOf(opens) ? freezes : null;
}

/** An hour after the lock. */
export function derivedReveal({ locks }: Pick<Calendar, "locks">): Moment {
  return minutesLater(locks, HOUR_MIN);
}

/** What start and end alone make of a calendar. */
export function derivedCalendar(said: Pick<Calendar, "opens" | "locks">): Calendar {
  const { opens, locks } = said;
  return { opens, freezes: derivedFreeze(said), locks, reveals: derivedReveal(said) };
}

/** What is wrong with a calendar, and at which of its moments. */
export interface CalendarFault {
  readonly at: keyof Calendar;
  readonly code: "end-before-start" | "lock-past" | "freeze-outside" | "reveal-before-lock";
}

/** @param now the event's time: a lock that has passed would let nobody send. */
export function calendarFaults(calendar: Calendar, now: number): readonly CalendarFault[] {
  const { opens, locks, reveals, freezes } = calendar;
  const [from, to] = [instantOf(opens), instantOf(locks)];
  const faults: CalendarFault[] = [];
  if (to <= from) faults.push({ at: "locks", code: "end-before-start" });
  else if (to <= now) faults.push({ at: "locks", code: "lock-past" });
  if (freezes !== null && to > from && (instantOf(freezes) < from || instantOf(freezes) >= to))
    faults.push({ at: "freezes", code: "freeze-outside" });
  if (to > from && instantOf(reveals) < to) faults.push({ at: "reveals", code: "reveal-before-lock" });
  return faults;
}
