/** What a timeline says: names, times in two zones, and what clocks do. */
import type { Language } from "@vigie/spec";
import { type ClockChange } from "@vigie/spec/event";
import { formatCity, formatCount, formatDate, formatSpan, formatTime, formatWeekday } from "../format.ts";
import { speakerOf } from "../speaker.ts";
import { timelineEn } from "./messages.en.ts";
import { timelineFr } from "./messages.fr.ts";
import { hoursAhead, type Mark, type Plan } from "./plan.ts";

export const say = speakerOf(timelineEn, timelineFr);

/** An instant as formats take it. */
export const iso = (at: number): string => new Date(at).toISOString();
const HOUR_MS = 3_600_000;

/** What a mark is labelled with, line by line. */
export interface Flag {
  readonly at: number;
  readonly kind: "mark" | "warn" | "now";
  readonly name: string;
  readonly time: string;
  /** Its time where the visitor is; `otherDay` where that is another day. */
  readonly own: { readonly zone: string; readonly weekday: string; readonly time: string; readonly otherDay: boolean } | null;
}

/** "Mon 17:00", "lun. 17 h". */
export function dayAndTime(lang: Language, at: number, zone: string): string {
  return `${formatWeekday(lang, iso(at), zone)} ${formatTime(lang, iso(at), zone)}`;
}

/** The day of the month on a wall there ("1", "1er"). */
export function dayOfMonth(lang: Language, at: number, zone: string): string {
  return formatDate(lang, iso(at), zone).split("\u00a0")[0];
}

/** "Sunday 1 November", "dimanche 1er novembre". */
export function longDay(lang: Language, at: number, zone: string): string {
  const [day, month] = formatDate(lang, iso(at), zone).split("\u00a0");
  return `${formatWeekday(lang, iso(at), zone, "long")} ${day} ${month}`;
}

function ownOf({ asked }: Plan, at: number): Flag["own"] {
  const { lang, zone, own } = asked;
  if (own === null) return null;
  const weekday = formatWeekday(lang, iso(at), own);
  const otherDay = weekday !== formatWeekday(lang, iso(at), zone);
  return { zone: say(lang, "ownTime", { zone: formatCity(own) }), weekday, time: formatTime(lang, iso(at), own), otherDay };
}

function flagOf(plan: Plan, { at, kind }: Pick<Mark, "at"> & { readonly kind: Mark["kind"] | "now" }): Flag {
  const { lang, zone } = plan.asked;
  const name = say(lang, `mark.${kind}`);
  return { at, kind: kind === "now" ? "now" : "mark", name, time: dayAndTime(lang, at, zone), own: ownOf(plan, at) };
}

/** A time of day, so many minutes after what a zone's clock says at an instant with the offset it has then. */
function wallClock(lang: Language, at: number, zone: string, minutes: number): string {
  return formatTime(lang, iso(at + hoursAhead(zone, "UTC", at) * HOUR_MS + minutes * 60_000), "UTC");
}

/** What a change of the event's clocks does: which hour, and when. */
export function changeWords(lang: Language, { at, minutes }: ClockChange, zone: string): { name: string; time: string } {
  const [from, to] = minutes < 0 ? [0, -minutes] : [-minutes, 0];
  const way = minutes < 0 ? "back" : "ahead";
  const [early, late] = [wallClock(lang, at, zone, from), wallClock(lang, at, zone, to)];
  const turn = minutes < 0 ? late : early;
  return { name: say(lang, `change.${way}`, { from: early, to: late }), time: say(lang, `change.${way}At`, { at: turn }) };
}

/** All labels, in the order of time. */
export function flagsOf(plan: Plan): Flag[] {
  const { lang, zone, now } = plan.asked;
  const marks = plan.marks.map((mark) => flagOf(plan, mark));
  const changes = plan.changes.map((change): Flag => {
    return { at: change.at, kind: "warn", ...changeWords(lang, change, zone), own: null };
  });
  const here = now === null || now < plan.from || now > plan.to ? [] : [flagOf(plan, { kind: "now", at: now })];
  return [...marks, ...changes, ...here].sort((a, b) => a.at - b.at);
}

function aheadWords(lang: Language, hours: number): string {
  if (hours === 0) return say(lang, "same");
  const count = Math.abs(hours);
  return say(lang, hours > 0 ? "ahead" : "behind", { count, hours: formatCount(lang, count) });
}

/** What a change of the visitor's own clocks means for them. */
export function ownChangeWords({ asked }: Plan, { at, minutes }: ClockChange): string {
  const { lang, zone, own } = asked;
  if (own === null) return "";
  const [day, month] = formatDate(lang, iso(at), own).split("\u00a0");
  const ahead = aheadWords(lang, hoursAhead(own, zone, at));
  return say(lang, minutes < 0 ? "change.ownBack" : "change.ownAhead", { date: `${day}\u00a0${month}`, ahead });
}

/** How long each part of an event lasts. */
export function titleOf({ asked: { lang }, marks }: Plan): string {
  const at = (kind: Mark["kind"]): number | undefined => marks.find((mark) => mark.kind === kind)?.at;
  const [opens, locks, freezes] = [at("opens") ?? 0, at("extended") ?? at("locks") ?? 0, at("freezes")];
  if (freezes === undefined || freezes >= locks) return say(lang, "title.plain", { open: formatSpan(lang, locks - opens) });
  return say(lang, "title.frozen", { open: formatSpan(lang, freezes - opens), frozen: formatSpan(lang, locks - freezes) });
}

/** When attempts renew, in one line; null where they never do. */
export function renewalWords({ asked: { lang, attempts }, renewals }: Plan): string | null {
  if (renewals.length === 0) return null;
  const count = renewals.length;
  return attempts === null ? say(lang, "renewalsPlain", { count }) : say(lang, "renewals", { count, attempts });
}
