/** What is wrong with what an organizer sent: at which part of it, and the sentence that says what to do. */
import { formatTime, formatZone } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { instantOf, wallOf, type EventFault, type Moment } from "@vigie/spec/event";
import type { TeamFault } from "@vigie/store";
import type { InputFault } from "../http/refusals.ts";
import { say } from "../say.ts";
import { longDate } from "./when.ts";

export interface Fault {
  /** A path into what was sent: `opens`, `name/en`, `teams/3/language`. */
  readonly at: string;
  /** What stood there. */
  readonly found: string;
  readonly words: (lang: Language) => string;
}

function clockOf(lang: Language, moment: Moment): string {
  const iso = new Date(instantOf(moment)).toISOString();
  const { zone } = wallOf(moment);
  return `${formatTime(lang, iso, zone)}\u00a0${formatZone(lang, iso, zone)}`;
}

/** With their years where these are not the same. */
function inFull(lang: Language, { from, to }: { readonly from: string; readonly to: string }) {
  const words = (day: string): string =>
    from.slice(0, 4) === to.slice(0, 4) ? longDate(lang, day) : `${longDate(lang, day)}\u00a0${day.slice(0, 4)}`;
  return { start: words(from), end: words(to) };
}

function calendarWords(lang: Language, fault: EventFault, dates: { readonly from: string; readonly to: string }): string {
  switch (fault.code) {
    case "twice":
      return say(lang, "fault.twice", { first: clockOf(lang, fault.first), second: clockOf(lang, fault.second) });
    case "never":
      return say(lang, "fault.never", { before: clockOf(lang, fault.before), after: clockOf(lang, fault.after) });
    case "end-before-start":
      return say(lang, "fault.end-before-start", inFull(lang, dates));
    default:
      return say(lang, `fault.${fault.code}`);
  }
}

/** A fault of the calendar. `typed` is what stood at its key. */
export function calendarFault(fault: EventFault, typed: Readonly<Record<string, string | null | undefined>>): Fault {
  const dates = { from: (typed["opens"] ?? "").slice(0, 10), to: (typed["locks"] ?? "").slice(0, 10) };
  return { at: fault.key, found: typed[fault.key] ?? "", words: (lang) => calendarWords(lang, fault, dates) };
}

/** A fault of one line of a list of teams. */
export function teamFault({ row, code, other }: TeamFault, name: string): Fault {
  return { at: `teams/${row}/name`, found: name, words: (lang) => say(lang, `fault.team.${code}`, { name, other: other ?? "" }) };
}

/** Faults as programs are told them. */
export function asInput(faults: readonly Fault[]): { readonly en: InputFault[]; readonly fr: InputFault[] } {
  const told = (lang: Language): InputFault[] =>
    faults.map(({ at, found, words }) => ({ where: `body/${at}`, expected: words(lang), found }));
  return { en: told("en"), fr: told("fr") };
}

/** All of them as one text. */
export function asDetail(faults: readonly Fault[]): { readonly en: string; readonly fr: string } {
  const text = (lang: Language): string => faults.map(({ words }) => words(lang)).join(" ");
  return { en: text("en"), fr: text("fr") };
}
