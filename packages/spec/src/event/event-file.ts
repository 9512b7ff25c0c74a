/**
 * The form of `event.json`: an event before it stands, as an organizer writes it or as `vigie event export` does. Moments are
 * wall times of the event's zone, for people to read and change; what is left out is derived.
 */
import { Type, type Static } from "@sinclair/typebox";
import { BilingualText, LANGUAGES } from "../text.ts";
import { type Calendar, calendarFaults, derivedFreeze, derivedReveal, type CalendarFault } from "./calendar.ts";
import { isZone, readWallTime, wallOf, WallTime, type Moment, type Read } from "./moment.ts";

const CLOSED = { additionalProperties: false } as const;
const Line = (most: number) => Type.String({ minLength: 1, maxLength: most });

export const EventLanguages = Type.Array(Type.Union(LANGUAGES.map((language) => Type.Literal(language))), {
  minItems: 1,
  uniqueItems: true,
});

/** One team as an organizer lists it. Names of persons and addresses have no place here. */
export const TeamLine = Type.Object(
  {
    /** The organizer's own sign for it, by which a list is read again without doubling anybody; by default its name. */
    key: Type.Optional(Line(60)),
    name: Line(200),
    language: Type.Optional(Type.Union(LANGUAGES.map((language) => Type.Literal(language)))),
    division: Type.Optional(Line(40)),
    outOfCompetition: Type.Optional(Type.Boolean()),
  },
  CLOSED,
);
export type TeamLine = Static<typeof TeamLine>;

export const MOST_TEAMS = 5000;

export const EventFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    /** The form of this file. */
    event: Type.Literal(1),
    name: BilingualText,
    timeZone: Line(64),
    opens: WallTime,
    locks: WallTime,
    /** Null: the board is never frozen. */
    freezes: Type.Optional(Type.Union([WallTime, Type.Null()])),
    reveals: Type.Optional(WallTime),
    challenges: Type.Array(
      Type.Object({ id: Line(64), weight: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1000 })) }, CLOSED),
      { minItems: 1, maxItems: 16 },
    ),
    /** A list, or a number of teams that choose their names when they first sign in. */
    teams: Type.Optional(
      Type.Union([
        Type.Array(TeamLine, { maxItems: MOST_TEAMS }),
        Type.Object({ count: Type.Integer({ minimum: 1, maximum: MOST_TEAMS }) }, CLOSED),
      ]),
    ),
    languages: Type.Optional(EventLanguages),
    helpLine: Type.Optional(Type.Object({ name: BilingualText, phone: Line(40) }, CLOSED)),
    /** The name of the room's wireless network, for the printed codes. */
    network: Type.Optional(Line(60)),
    /** While the board is frozen teams do not see their own public verdicts either. */
    hidesPublicInFreeze: Type.Optional(Type.Boolean()),
    /** The day on which teams' code and names are deleted, `2027-01-31`; by default 90 days after the lock. */
    keptUntil: Type.Optional(Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })),
  },
  CLOSED,
);
export type EventFile = Static<typeof EventFile>;

/** What keeps an event file from being an event, at one of its keys. */
export type EventFault =
  | { readonly key: "timeZone"; readonly code: "unknown-zone" }
  | { readonly key: keyof Calendar; readonly code: "unreadable" }
  | { readonly key: keyof Calendar; readonly code: "twice"; readonly first: Moment; readonly second: Moment }
  | { readonly key: keyof Calendar; readonly code: "never"; readonly before: Moment; readonly after: Moment }
  | { readonly key: keyof Calendar; readonly code: CalendarFault["code"] };

export type PlannedCalendar =
  { readonly kind: "planned"; readonly calendar: Calendar } | { readonly kind: "faulty"; readonly faults: readonly EventFault[] };

/** The moments of an event as somebody typed them. What is left out is derived. */
export type TypedMoments = Pick<EventFile, "timeZone" | "opens" | "locks" | "freezes" | "reveals">;

function faultOf(key: keyof Calendar, read: Exclude<Read, { kind: "moment" }>): EventFault {
  switch (read.kind) {
    case "twice":
      return { key, code: "twice", first: read.first, second: read.second };
    case "never":
      return { key, code: "never", before: read.before, after: read.after };
    case "unreadable":
      return { key, code: "unreadable" };
  }
}

/** From typed moments to a calendar, or every fault in them. @param now the event's time. */
export function plannedCalendar(typed: TypedMoments, now: number): PlannedCalendar {
  if (!isZone(typed.timeZone)) return { kind: "faulty", faults: [{ key: "timeZone", code: "unknown-zone" }] };
  const faults: EventFault[] = [];
  const moment = (key: keyof Calendar, wall: string): Moment | null => {
    const read = readWallTime(wall, typed.timeZone);
    if (read.kind === "moment") return read.moment;
    faults.push(faultOf(key, read));
    return null;
  };
  const [opens, locks] = [moment("opens", typed.opens), moment("locks", typed.locks)];
  const freezes = typeof typed.freezes === "string" ? moment("freezes", typed.freezes) : null;
  const reveals = typed.reveals === undefined ? null : moment("reveals", typed.reveals);
  if (opens === null || locks === null || faults.length > 0) return { kind: "faulty", faults };
  const calendar = {
    opens,
    freezes: typed.freezes === undefined ? derivedFreeze({ opens, locks }) : freezes,
    locks,
    reveals: reveals ?? derivedReveal({ locks }),
  };
  const wrong = calendarFaults(calendar, now).map(({ at: key, code }): EventFault => ({ key, code }));
  return wrong.length > 0 ? { kind: "faulty", faults: wrong } : { kind: "planned", calendar };
}

/** A moment as `event.json` has it: with its offset, so that an hour that comes twice is the one that was meant. */
export function typedMoment(moment: Moment): string {
  const { day, time, offset } = wallOf(moment);
  return `${day}T${time}${offset}`;
}
