/**
 * Where an event stands, computed from its calendar and from what organizers did, at any instant and for any team.
 *
 * Theory. Nothing is ever moved from one phase to another: there is a list of acts that only grows, and a clock. At an
 * instant the acts count that were done until then, in their order; so what was said at that instant stays true of it,
 * whatever is done later, and a submission is treated by what held when its first byte came. Every boundary belongs to what
 * begins there: at the very millisecond of the lock it is locked.
 */
import { Type, type Static } from "@sinclair/typebox";
import { Calendar } from "./calendar.ts";
import { instantOf } from "./moment.ts";

const CLOSED = { additionalProperties: false } as const;
const Ms = Type.Integer({ minimum: 0 });

/** What an organizer did to the event's course; `until` in milliseconds since 1970. */
export const Deed = Type.Union([
  /** Another calendar; where its lock is the same, what was done to the lock stays, and so do extensions of single teams that reach further. */
  Type.Object({ kind: Type.Literal("plan"), calendar: Calendar }, CLOSED),
  /** Moves the lock, for all (`team` null) or for one team; after a lock it opens again. */
  Type.Object({ kind: Type.Literal("extend"), team: Type.Union([Type.String(), Type.Null()]), until: Ms }, CLOSED),
  /** Nothing is taken from now on; extensions end. */
  Type.Object({ kind: Type.Literal("lock") }, CLOSED),
  /** Nothing is taken until it goes on; no limit moves by that. */
  Type.Object({ kind: Type.Literal("hold") }, CLOSED),
  Type.Object({ kind: Type.Literal("go-on") }, CLOSED),
  /** Workers finish what they have in hand and take no more. */
  Type.Object({ kind: Type.Literal("pause-judging") }, CLOSED),
  Type.Object({ kind: Type.Literal("resume-judging") }, CLOSED),
  Type.Object({ kind: Type.Literal("freeze") }, CLOSED),
  Type.Object({ kind: Type.Literal("unfreeze") }, CLOSED),
  /** The result is shown: the board is live again, for good. */
  Type.Object({ kind: Type.Literal("reveal") }, CLOSED),
]);
export type Deed = Static<typeof Deed>;

/** A deed, and when it was done (milliseconds since 1970). */
export interface Act {
  readonly at: number;
  readonly deed: Deed;
}

export const PHASES = ["set-up", "open", "frozen", "locked", "revealed"] as const;
export type Phase = (typeof PHASES)[number];

export interface EventState {
  readonly phase: Phase;
  /** Submissions are on hold: nothing is taken, whatever the phase. */
  readonly held: boolean;
  /** No run is taken up by a worker. */
  readonly judgingPaused: boolean;
  readonly calendar: Calendar;
  /** Since when the board stands still; null while it is live. */
  readonly frozenSince: number | null;
  /** When this team's time ends, or everybody's. */
  readonly locksAt: number;
  /** When the last team's time ends: only then is the event locked as a whole. */
  readonly lastLockAt: number;
}

/** What holds of the limits after some acts. */
interface Course {
  readonly calendar: Calendar;
  readonly lock: number;
  readonly extended: ReadonlyMap<string, number>;
  readonly held: boolean;
  readonly paused: boolean;
  readonly revealed: boolean;
  /** When somebody froze or thawed by hand. */
  readonly byHand: readonly { readonly at: number; readonly frozen: boolean }[];
}

function planned(course: Course, calendar: Calendar): Course {
  const lock = calendar.locks === course.calendar.locks ? course.lock : instantOf(calendar.locks);
  return { ...course, calendar, lock, extended: new Map([...course.extended].filter(([, until]) => until > lock)) };
}

function after(course: Course, { at, deed }: Act): Course {
  switch (deed.kind) {
    case "plan":
      return planned(course, deed.calendar);
    case "extend":
      if (deed.team === null) return { ...course, lock: deed.until };
      return { ...course, extended: new Map([...course.extended, [deed.team, deed.until]]) };
    case "lock":
      return { ...course, lock: Math.min(course.lock, at), extended: new Map() };
    case "hold":
    case "go-on":
      return { ...course, held: deed.kind === "hold" };
    case "pause-judging":
    case "resume-judging":
      return { ...course, paused: deed.kind === "pause-judging" };
    case "freeze":
    case "unfreeze":
      return { ...course, byHand: [...course.byHand, { at, frozen: deed.kind === "freeze" }] };
    case "reveal":
      return { ...course, revealed: true };
  }
}

function courseAt(calendar: Calendar, acts: readonly Act[], now: number): Course {
  const nothing = { held: false, paused: false, revealed: false, byHand: [], extended: new Map<string, number>() };
  const start: Course = { ...nothing, calendar, lock: instantOf(calendar.locks) };
  return acts.filter(({ at }) => at <= now).reduce(after, start);
}

/** The later of the planned freeze and what was done by hand decides; one that comes while it is frozen moves nothing. */
function frozenSince({ calendar, byHand }: Course, now: number): number | null {
  const plan = calendar.freezes === null ? Infinity : instantOf(calendar.freezes);
  const planned = plan <= now ? [{ at: plan, frozen: true }] : [];
  const turns = [...byHand.filter(({ at }) => at < plan), ...planned, ...byHand.filter(({ at }) => at >= plan)];
  return turns.reduce<number | null>((since, { at, frozen }) => (frozen ? (since ?? at) : null), null);
}

/**
 * Where the event stands at `now` (milliseconds since 1970).
 * @param calendar the first one, with which the event was made.
 * @param acts in the order in which they were done.
 * @param team whose time counts; null: everybody's, without a single team's extension.
 */
export function stateAt(calendar: Calendar, acts: readonly Act[], now: number, team: string | null = null): EventState {
  const course = courseAt(calendar, acts, now);
  const own = team === null ? undefined : course.extended.get(team);
  const locksAt = Math.max(course.lock, own ?? -Infinity);
  const lastLockAt = Math.max(course.lock, ...course.extended.values());
  const opened = now >= instantOf(course.calendar.opens);
  const frozen = opened && !course.revealed ? frozenSince(course, now) : null;
  const phase: Phase = course.revealed
    ? "revealed"
    : !opened
      ? "set-up"
      : now >= locksAt
        ? "locked"
        : frozen === null
          ? "open"
          : "frozen";
  const { calendar: valid, held, paused: judgingPaused } = course;
  return { phase, held, judgingPaused, calendar: valid, frozenSince: frozen, locksAt, lastLockAt };
}

/** Why nothing can be sent; null where it can. */
export type NotNow = "not-open" | "held" | "locked";

export function sendingRefused({ phase, held }: Pick<EventState, "phase" | "held">): NotNow | null {
  if (phase === "set-up") return "not-open";
  if (phase === "locked" || phase === "revealed") return "locked";
  return held ? "held" : null;
}

/** The next instant after `now` at which a state may differ, as things stand; null where only an act changes anything. */
export function nextChange(calendar: Calendar, acts: readonly Act[], now: number): number | null {
  const { calendar: valid, lock, extended } = courseAt(calendar, acts, now);
  const limits = [valid.opens, ...(valid.freezes === null ? [] : [valid.freezes])].map(instantOf);
  const coming = [...limits, lock, ...extended.values()].filter((at) => at > now);
  return coming.length === 0 ? null : Math.min(...coming);
}
