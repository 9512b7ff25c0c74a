/** What a timeline shows, before anybody draws it: stretches, marks and changes of clocks, all as instants. */
import type { Language } from "@vigie/spec";
import {
  clockChanges,
  instantOf,
  midnights,
  momentAt,
  stateAt,
  wallOf,
  type Act,
  type Calendar,
  type ClockChange,
  type EventState,
} from "@vigie/spec/event";

/** What a timeline is drawn of. Every time is in milliseconds since 1970. */
export interface TimelineAsked {
  readonly lang: Language;
  readonly calendar: Calendar;
  readonly acts: readonly Act[];
  /** Where the event stands; null leaves the mark out. */
  readonly now: number | null;
  /** The event's zone. */
  readonly zone: string;
  /** The visitor's, where it is another. */
  readonly own: string | null;
  /** New attempts each midnight, where all challenges give as many. */
  readonly attempts: number | null;
}

export type StretchKind = "open" | "frozen" | "final" | "held";

export interface Stretch {
  readonly kind: StretchKind;
  readonly from: number;
  readonly to: number;
}

export interface Mark {
  readonly kind: "opens" | "freezes" | "locks" | "extended" | "reveals" | "revealed";
  readonly at: number;
}

export interface Plan {
  readonly asked: TimelineAsked;
  /** Whole days of the event's zone. */
  readonly from: number;
  readonly to: number;
  /** What is enlarged: the days around the lock. */
  readonly lens: { readonly from: number; readonly to: number };
  readonly stretches: readonly Stretch[];
  readonly marks: readonly Mark[];
  /** Midnights on which attempts renew. */
  readonly renewals: readonly number[];
  readonly changes: readonly ClockChange[];
  readonly ownChanges: readonly ClockChange[];
}

const DAY_MS = 86_400_000;

/** The midnight before (or at) an instant, and the one after it. */
export function dayAround(at: number, zone: string): { readonly from: number; readonly to: number } {
  const around = midnights(zone, at - 2 * DAY_MS, at + 2 * DAY_MS);
  const from = around.filter((midnight) => midnight <= at).at(-1) ?? at;
  const to = around.find((midnight) => midnight > at) ?? at + DAY_MS;
  return { from, to };
}

function kindOf({ phase, held }: EventState): StretchKind | null {
  if (held && (phase === "open" || phase === "frozen")) return "held";
  if (phase === "open" || phase === "frozen") return phase;
  return phase === "locked" ? "final" : null;
}

function limitsOf({ calendar, acts }: TimelineAsked): number[] {
  const calendars = [calendar, ...acts.flatMap(({ deed }) => (deed.kind === "plan" ? [deed.calendar] : []))];
  const planned = calendars.flatMap(({ opens, freezes, locks, reveals }) =>
    [opens, freezes ?? opens, locks, reveals].map(instantOf),
  );
  const extended = acts.flatMap(({ deed }) => (deed.kind === "extend" ? [deed.until] : []));
  return [...new Set([...planned, ...extended, ...acts.map(({ at }) => at)])].sort((a, b) => a - b);
}

function stretchesOf(asked: TimelineAsked, end: number): Stretch[] {
  const { calendar, acts } = asked;
  const limits = limitsOf(asked).filter((limit) => limit <= end);
  const found: Stretch[] = [];
  limits.forEach((from, i) => {
    const to = limits[i + 1] ?? end;
    const kind = to > from ? kindOf(stateAt(calendar, acts, from)) : null;
    const last = found.at(-1);
    if (kind === null) return;
    if (last?.kind === kind && last.to === from) found[found.length - 1] = { ...last, to };
    else found.push({ kind, from, to });
  });
  return found;
}

/** Where an event stands when everything that is known of it has come to pass. */
function lastState({ calendar, acts, now }: TimelineAsked): EventState {
  return stateAt(calendar, acts, Math.max(now ?? 0, ...acts.map(({ at }) => at)));
}

function marksOf(asked: TimelineAsked): Mark[] {
  const { calendar, locksAt, lastLockAt } = lastState(asked);
  const shown = asked.acts.find(({ deed }) => deed.kind === "reveal");
  const freezes = asked.calendar.freezes === null && calendar.freezes === null ? null : calendar.freezes;
  const marks: (Mark | null)[] = [
    { kind: "opens", at: instantOf(calendar.opens) },
    freezes === null ? null : { kind: "freezes", at: instantOf(freezes) },
    { kind: "locks", at: locksAt },
    lastLockAt > locksAt ? { kind: "extended", at: lastLockAt } : null,
    shown === undefined ? { kind: "reveals", at: instantOf(calendar.reveals) } : { kind: "revealed", at: shown.at },
  ];
  return marks.flatMap((mark) => (mark === null ? [] : [mark])).sort((a, b) => a.at - b.at);
}

/** Two days: the reveal's and the one before it; the lock's, where the reveal is more than a day later. */
function lensOf(locks: number, reveals: number, zone: string, whole: { from: number; to: number }): Plan["lens"] {
  const last = dayAround(reveals - locks > DAY_MS ? locks : reveals, zone);
  return { from: Math.max(whole.from, dayAround(last.from - 1, zone).from), to: Math.min(whole.to, last.to) };
}

/** Works out what a timeline shows. */
export function planOf(asked: TimelineAsked): Plan {
  const { zone, own } = asked;
  const marks = marksOf(asked);
  const [first, end] = [marks[0].at, marks[marks.length - 1].at];
  const whole = { from: dayAround(first, zone).from, to: dayAround(end, zone).to };
  const { lastLockAt } = lastState(asked);
  return {
    asked,
    ...whole,
    lens: lensOf(lastLockAt, end, zone, whole),
    stretches: stretchesOf(asked, end),
    marks,
    renewals: midnights(zone, first, lastLockAt - 1),
    changes: clockChanges(zone, whole.from, whole.to),
    ownChanges: own === null ? [] : clockChanges(own, whole.from, whole.to),
  };
}

/** True where the whole is hardly longer than what would be enlarged. */
export function isShort({ from, to, lens }: Plan): boolean {
  return to - from <= (lens.to - lens.from) * 1.3;
}

/** Hours that one zone is ahead of another at an instant. */
export function hoursAhead(own: string, zone: string, at: number): number {
  const minutes = (name: string): number => {
    const [, sign, hours, rest] = /^([+-])(\d\d):(\d\d)/.exec(wallOf(momentAt(at, name)).offset) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(rest));
  };
  return (minutes(own) - minutes(zone)) / 60;
}
