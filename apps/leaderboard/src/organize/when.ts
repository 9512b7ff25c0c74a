/** Times as organizers read them: with their weekday, in the event's zone and in their own. */
import type { Request } from "express";
import { formatDate, formatTime, formatWeekday, formatZone } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { isZone } from "@vigie/spec/event";
import { isoOf } from "../clock.ts";
import { cookie } from "../http/session-cookie.ts";

/** The zone of the visitor's device, as its script told; null where it did not, or where nobody knows it. */
export function ownZone(request: Request): string | null {
  const told = cookie(request, "vigie-zone") ?? "";
  return /^[\w+/-]{1,64}$/.test(told) && isZone(told) ? told : null;
}

/** "Friday 23 October", "vendredi 23 octobre", of a day `2026-10-23`; the text itself where it is none. */
export function longDate(lang: Language, day: string): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(at) ? day : longDayAt(lang, at, "UTC");
}

/** The same of an instant. */
export function longDayAt(lang: Language, at: number, zone: string): string {
  const [day, month] = formatDate(lang, isoOf(at), zone).split("\u00a0");
  return `${formatWeekday(lang, isoOf(at), zone, "long")} ${day}\u00a0${month}`;
}

/** "Mon 2 November, 17:00", with the weekday apart, so that one of another day can stand out. */
export interface When {
  readonly iso: string;
  readonly weekday: string;
  readonly day: string;
  readonly time: string;
  readonly zone: string;
  /** True where it is another weekday than at the event. */
  readonly other: boolean;
}

export function whenOf(lang: Language, at: number, zone: string, home = zone): When {
  const iso = isoOf(at);
  const weekday = formatWeekday(lang, iso, zone);
  const other = weekday !== formatWeekday(lang, iso, home);
  const [day, month] = formatDate(lang, iso, zone).split("\u00a0");
  return {
    iso,
    weekday,
    day: `${day}\u00a0${month}`,
    time: formatTime(lang, iso, zone),
    zone: formatZone(lang, iso, zone),
    other,
  };
}

/** In one line: "Mon 2 November, 17:00 EST". */
export function whenWords(lang: Language, at: number, zone: string): string {
  const { weekday, day, time, zone: name } = whenOf(lang, at, zone);
  return `${weekday} ${day}, ${time}\u00a0${name}`;
}

/** Day and time alone: "Mon 17:00". */
export function shortWhen(lang: Language, at: number, zone: string): string {
  const { weekday, time } = whenOf(lang, at, zone);
  return `${weekday} ${time}`;
}
