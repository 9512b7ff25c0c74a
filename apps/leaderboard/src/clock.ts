/** Where the event stands, and how long until submissions open or close: a date from the server, which the script counts down to. */
import { formatDate, formatDateTime, formatTime } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { instantOf, sendingRefused, stateAt, type EventState } from "@vigie/spec/event";
import type { EventSettings } from "@vigie/store";
import { say } from "./say.ts";
import type { View } from "./render.ts";

type Timed = Pick<EventSettings, "calendar" | "acts">;

/** The one question that everybody asks: where the event stands now, for all or for one team. */
export function stateOf({ calendar, acts }: Timed, now: number, team: string | null = null): EventState {
  return stateAt(calendar, acts, now, team);
}

/** An instant as it is told everywhere else. */
export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** `words` stand without a script; with one, the time left until `target`, then `until`. `team`: whose time counts. */
export function clockView(
  lang: Language,
  event: Timed & Pick<EventSettings, "timeZone">,
  now: number,
  team: string | null = null,
): View {
  const state = stateOf(event, now, team);
  const refused = sendingRefused(state);
  const target = isoOf(refused === "not-open" ? instantOf(state.calendar.opens) : state.locksAt);
  const at = formatDateTime(lang, target, event.timeZone);
  if (refused === "not-open")
    return { words: say(lang, "clock.opens", { at }), until: say(lang, "clock.untilOpening", { at }), target };
  if (refused === "locked") return { words: say(lang, "clock.closed", { at }), until: "", target: null };
  if (refused === "held") return { words: say(lang, "clock.held", { at }), until: "", target: null };
  return { words: say(lang, "clock.closes", { at }), until: say(lang, "clock.untilClosing", { at }), target };
}

/** A moment for a page: the time of day if it was today at the event, else the date. The script turns it to the visitor's own zone. */
export function momentView(lang: Language, iso: string, zone: string, now: number): View {
  const today = formatDate(lang, isoOf(now), zone);
  const date = formatDate(lang, iso, zone);
  return {
    iso,
    words: date === today ? formatTime(lang, iso, zone) : date,
    full: formatDateTime(lang, iso, zone),
    time: date === today,
  };
}
