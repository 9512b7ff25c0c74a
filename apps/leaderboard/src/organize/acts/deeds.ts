/** What an organizer can do to the event's course: which acts make sense now, what each does, and how it is undone. */
import { formatDuration } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { instantOf, type Deed, type EventState } from "@vigie/spec/event";
import type { EventSettings, JudgeQueueState } from "@vigie/store";
import { stateOf } from "../../clock.ts";
import { say } from "../../say.ts";
import { whenWords } from "../when.ts";

export const ACT_KINDS = [
  "extend",
  "hold",
  "go-on",
  "pause-judging",
  "resume-judging",
  "freeze",
  "unfreeze",
  "lock",
  "reveal",
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export function isActKind(kind: unknown): kind is ActKind {
  return ACT_KINDS.some((known) => known === kind);
}

/** What an act is weighed on. */
export interface Situation {
  readonly event: EventSettings;
  readonly now: number;
  readonly state: EventState;
  readonly queue: JudgeQueueState;
}

/** Of an extension: for whom, and for how long. */
export interface Extension {
  /** Null: for all. */
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly minutes: number;
}

export const MINUTES = [15, 30, 60, 120] as const;
const MINUTE_MS = 60_000;

/** The acts that change anything now, in the order of the console. */
export function actsNow({ state, now }: Situation): ActKind[] {
  const { phase, held, judgingPaused, frozenSince, calendar } = state;
  const running = phase === "open" || phase === "frozen";
  const sealed = frozenSince !== null;
  const acts: readonly (ActKind | null)[] = [
    phase === "revealed" || now < instantOf(calendar.opens) ? null : "extend",
    phase === "locked" || phase === "revealed" ? null : held ? "go-on" : "hold",
    judgingPaused ? "resume-judging" : "pause-judging",
    running || phase === "locked" ? (sealed ? "unfreeze" : "freeze") : null,
    running ? "lock" : null,
    phase === "locked" ? "reveal" : null,
  ];
  return acts.filter((act) => act !== null);
}

/** When a team's time ends after an extension: later than it would, or than now where it has ended. */
export function extendedUntil({ event, now }: Situation, { team, minutes }: Extension): number {
  return Math.max(now, stateOf(event, now, team?.id ?? null).locksAt) + minutes * MINUTE_MS;
}

export function deedOf(situation: Situation, kind: ActKind, extension: Extension): Deed {
  if (kind !== "extend") return { kind };
  return { kind, team: extension.team?.id ?? null, until: extendedUntil(situation, extension) };
}

function lead(lang: Language, from: number, to: number): string {
  return formatDuration(lang, Math.max(0, to - from));
}

/** What an act will do, in this event's figures. */
export function effectOf(lang: Language, situation: Situation, kind: ActKind, extension: Extension): string {
  const { event, now, state, queue } = situation;
  const zone = event.timeZone;
  const until = whenWords(lang, extendedUntil(situation, extension), zone);
  switch (kind) {
    case "extend":
      return extension.team === null
        ? say(lang, "act.extend.all", { until })
        : say(lang, "act.extend.team", { until, team: extension.team.name });
    case "lock":
      return say(lang, queue.waiting + queue.working === 0 ? "act.lock.idle" : "act.lock.effect", {
        count: queue.waiting + queue.working,
        early: lead(lang, now, state.locksAt),
      });
    case "pause-judging":
      return queue.working === 0
        ? say(lang, "act.pause-judging.idle")
        : say(lang, "act.pause-judging.effect", { count: queue.working });
    case "resume-judging":
      return queue.waiting === 0
        ? say(lang, "act.resume-judging.idle")
        : say(lang, "act.resume-judging.effect", { count: queue.waiting });
    case "freeze": {
      const planned = state.calendar.freezes === null ? null : instantOf(state.calendar.freezes);
      const early = planned !== null && planned > now ? lead(lang, now, planned) : null;
      return early === null ? say(lang, "act.freeze.effect") : say(lang, "act.freeze.early", { early });
    }
    case "hold":
    case "go-on":
    case "unfreeze":
    case "reveal":
      return say(lang, `act.${kind}.effect`);
  }
}

export function undoOf(lang: Language, kind: ActKind): string {
  return say(lang, `act.${kind}.undo`);
}
