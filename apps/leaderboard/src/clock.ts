/** How long until submissions open or close: a date from the server, which the script counts down to. */
import { formatDate, formatDateTime, formatTime } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { EventSettings } from "@vigie/store";
import { say } from "./say.ts";
import type { View } from "./render.ts";

export type Phase = "before" | "open" | "closed";

/** Where the event stands; the closing moment itself is closed. */
export function phaseOf(event: Pick<EventSettings, "opensAt" | "closesAt">, now: number): Phase {
  if (now < Date.parse(event.opensAt)) return "before";
  return now < Date.parse(event.closesAt) ? "open" : "closed";
}

/** `words` stand without a script; with one, the time left until `target`, then `until`. */
export function clockView(lang: Language, event: EventSettings, now: number): View {
  const phase = phaseOf(event, now);
  const target = phase === "before" ? event.opensAt : event.closesAt;
  const at = formatDateTime(lang, target, event.timeZone);
  if (phase === "before")
    return { words: say(lang, "clock.opens", { at }), until: say(lang, "clock.untilOpening", { at }), target };
  if (phase === "open")
    return { words: say(lang, "clock.closes", { at }), until: say(lang, "clock.untilClosing", { at }), target };
  return { words: say(lang, "clock.closed", { at }), until: "", target: null };
}

/** A moment for a page: the time of day if it was today at the event, else the date. The script turns it to the visitor's own zone. */
export function momentView(lang: Language, iso: string, zone: string, now: number): View {
  const today = formatDate(lang, new Date(now).toISOString(), zone);
  const date = formatDate(lang, iso, zone);
  return {
    iso,
    words: date === today ? formatTime(lang, iso, zone) : date,
    full: formatDateTime(lang, iso, zone),
    time: date === today,
  };
}
