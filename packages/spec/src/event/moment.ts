/**
 * A moment as somebody meant it: on the wall clock of a zone. It is kept with the offset that was meant and the zone (RFC
 * 9557, `2026-10-23T09:00:00-04:00[America/Toronto]`), so that it can be read aloud as it was said, and counted.
 */
import { Type, type Static } from "@sinclair/typebox";
import { Temporal } from "temporal-polyfill";

export const Moment = Type.String({
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}\\[[A-Za-z0-9_+/-]{1,64}\\]$",
});
export type Moment = Static<typeof Moment>;

/** What a wall clock says: year-month-day, hours and minutes, and the offset where that hour comes twice. */
export const WallTime = Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2})?$" });
export type WallTime = Static<typeof WallTime>;

/** What became of a wall time in a zone. Of one that never comes, `before` and `after` stand on either side of the gap. */
export type Read =
  | { readonly kind: "moment"; readonly moment: Moment }
  | { readonly kind: "twice"; readonly first: Moment; readonly second: Moment }
  | { readonly kind: "never"; readonly before: Moment; readonly after: Moment }
  | { readonly kind: "unreadable" };

const momentOf = (zoned: Temporal.ZonedDateTime): Moment => zoned.toString({ smallestUnit: "second" });

/** Whether this machine knows a zone by that name: an IANA name, not an offset. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function plainOf(wall: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(wall.slice(0, 16), { overflow: "reject" });
  } catch {
    return null;
  }
}

/** Reads a wall time in a zone that `isZone` knows. With an offset behind it, that one of two is meant. */
export function readWallTime(wall: string, zone: string): Read {
  const plain = new RegExp(WallTime.pattern ?? "").test(wall) ? plainOf(wall) : null;
  if (plain === null) return { kind: "unreadable" };
  const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(zone, { disambiguation: "later" });
  if (!earlier.toPlainDateTime().equals(plain)) return { kind: "never", before: momentOf(earlier), after: momentOf(later) };
  const offset = wall.slice(16);
  const meant = [earlier, later].find((each) => each.offset === offset);
  if (meant !== undefined) return { kind: "moment", moment: momentOf(meant) };
  if (offset !== "") return { kind: "unreadable" };
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: "moment", moment: momentOf(earlier) };
  return { kind: "twice", first: momentOf(earlier), second: momentOf(later) };
}

/** Milliseconds since 1970. The offset that was written counts, whatever became of the zone's rules since. */
export function instantOf(moment: Moment): number {
  return Date.parse(moment.slice(0, moment.indexOf("[")));
}

/** An instant on the wall clock of a zone, to the second. */
export function momentAt(ms: number, zone: string): Moment {
  return momentOf(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone));
}

const zoned = (moment: Moment): Temporal.ZonedDateTime => Temporal.ZonedDateTime.from(moment, { offset: "use" });

/** Days later (or, below 0, earlier) at the same time of day; where that time does not exist, as soon as the clock goes on. */
export function daysLater(moment: Moment, days: number): Moment {
  return momentOf(zoned(moment).add({ days }));
}

/** So many minutes later (or earlier) as time passes, whatever clocks do meanwhile. */
export function minutesLater(moment: Moment, minutes: number): Moment {
  return momentOf(zoned(moment).add({ minutes }));
}

/** Date and time of day as a form asks for them: `2026-10-23`, `09:00`. */
export function wallOf(moment: Moment): {
  readonly day: string;
  readonly time: string;
  readonly offset: string;
  readonly zone: string;
} {
  const { timeZoneId: zone, offset } = zoned(moment);
  return { day: moment.slice(0, 10), time: moment.slice(11, 16), offset, zone };
}

/** A change of a zone's clocks. */
export interface ClockChange {
  /** The first instant of the new offset. */
  readonly at: number;
  /** Minutes that the clock jumps ahead; below 0 it goes back, and so much comes twice. */
  readonly minutes: number;
}

/** The changes of a zone's clocks within (from, to]. */
export function clockChanges(zone: string, from: number, to: number): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  while ((at = at.getTimeZoneTransition("next")) !== null && at.epochMilliseconds <= to) {
    const before = at.subtract({ nanoseconds: 1 }).offsetNanoseconds;
    changes.push({ at: at.epochMilliseconds, minutes: (at.offsetNanoseconds - before) / 60e9 });
  }
  return changes;
}

/** The midnights of a zone within (from, to]: when attempts renew. */
export function midnights(zone: string, from: number, to: number): readonly number[] {
  const found: number[] = [];
  let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  for (;;) {
    day = day.add({ days: 1 });
    const start = day.toZonedDateTime(zone).epochMilliseconds;
    if (start > to) return found;
    found.push(start);
  }
}
