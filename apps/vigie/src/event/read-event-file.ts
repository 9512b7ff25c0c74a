/** `event.json` as somebody wrote it: every fault by its JSON pointer, with what to write there instead. */
import { inert } from "@vigie/report";
import { SpecError } from "@vigie/spec";
import { EventFile, plannedCalendar, typedMoment, type Calendar, type EventFault } from "@vigie/spec/event";
import { loadJson } from "@vigie/spec/node";
import { CommandFailure } from "../failure.ts";
import type { MessageKey, Say } from "../say.ts";
import type { Question } from "./question.ts";

const FORMS = {
  event: "eventFile.event",
  name: "eventFile.name",
  timeZone: "eventFile.timeZone",
  opens: "eventFile.moment",
  locks: "eventFile.moment",
  freezes: "eventFile.freezes",
  reveals: "eventFile.moment",
  challenges: "eventFile.challenges",
  teams: "eventFile.teams",
  languages: "eventFile.languages",
  helpLine: "eventFile.helpLine",
  network: "eventFile.network",
  hidesPublicInFreeze: "eventFile.hides",
  keptUntil: "eventFile.keptUntil",
} as const satisfies Readonly<Record<Exclude<keyof EventFile, "$schema">, MessageKey>>;

const EXAMPLES: Readonly<Partial<Record<string, string>>> = {
  name: '{ "en": "…", "fr": "…" }',
  challenges: '[{ "id": "follow-the-money", "weight": 1 }]',
  teams: '{ "count": 10 }',
  languages: '["en", "fr"]',
  helpLine: '{ "name": { "en": "…", "fr": "…" }, "phone": "…" }',
};

/** What belongs at a pointer. */
function form(pointer: string, say: Say): string {
  const found = Object.entries(FORMS).find(([name]) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
  if (found === undefined) return say("eventFile.keys", { keys: Object.keys(FORMS).join(", ") });
  const [name, key] = found;
  return say(key, { example: EXAMPLES[name] ?? "" });
}

function formFaults(error: SpecError, file: string, say: Say): string {
  const lines = error.problems.map(({ pointer, found }) =>
    say("eventFile.fault", { file, pointer: inert(pointer), found: inert(found), form: form(pointer, say) }),
  );
  return [...new Set(lines)].join("\n");
}

const TIMES: Readonly<Record<Exclude<EventFault["code"], "twice" | "never" | "unknown-zone" | "unreadable">, MessageKey>> = {
  "end-before-start": "eventFile.endBeforeStart",
  "lock-past": "eventFile.lockPast",
  "freeze-outside": "eventFile.freezeOutside",
  "reveal-before-lock": "eventFile.revealBeforeLock",
};

function sentence(fault: EventFault, file: string, say: Say): string {
  const where = { file, pointer: `/${fault.key}` };
  switch (fault.code) {
    case "twice":
      return say("eventFile.twice", { ...where, first: typedMoment(fault.first), second: typedMoment(fault.second) });
    case "never":
      return say("eventFile.never", { ...where, before: typedMoment(fault.before), after: typedMoment(fault.after) });
    case "unknown-zone":
      return say("eventFile.unknownZone", where);
    case "unreadable":
      return say("eventFile.unreadable", where);
    default:
      return say(TIMES[fault.code], where);
  }
}

type Twice = Extract<EventFault, { code: "twice" }>;

/** Which of two equal hours was meant; null where nobody said. */
async function meant({ key, first, second }: Twice, question: Question, say: Say): Promise<string | null> {
  const spelt = [first, second].map(typedMoment);
  const typed = await question(say("eventFile.which", { pointer: `/${key}`, first: spelt[0], second: spelt[1] }));
  return typed === null ? null : (spelt[Number(typed.trim()) - 1] ?? null);
}

export interface ReadEvent {
  readonly file: EventFile;
  readonly calendar: Calendar;
}

/** A file that keeps to its schema; of an hour that comes twice it is asked which one is meant. */
async function planned(read: EventFile, name: string, now: number, question: Question, say: Say): Promise<ReadEvent> {
  const plan = plannedCalendar(read, now);
  if (plan.kind === "planned") return { file: read, calendar: plan.calendar };
  const others = plan.faults.filter(({ code }) => code !== "twice");
  const twice = plan.faults.find((fault) => fault.code === "twice");
  const said = others.length > 0 || twice === undefined ? null : await meant(twice, question, say);
  if (twice !== undefined && said !== null) return planned({ ...read, [twice.key]: said }, name, now, question, say);
  throw new CommandFailure(plan.faults.map((fault) => sentence(fault, name, say)).join("\n"), 2);
}

function loaded(name: string, say: Say): EventFile {
  try {
    return loadJson(EventFile, name);
  } catch (error) {
    if (!(error instanceof SpecError) || error.code !== "invalid") throw error;
    throw new CommandFailure(formFaults(error, name, say), 2);
  }
}

/** @param now milliseconds since 1970. @throws CommandFailure with a line for each fault. */
export async function readEventFile(name: string, now: number, question: Question, say: Say): Promise<ReadEvent> {
  return planned(loaded(name, say), name, now, question, say);
}
