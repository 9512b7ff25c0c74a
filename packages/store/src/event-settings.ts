/** An event as it is told, made of what was written when it was made, and of the acts since. */
import { derivedReveal, instantOf, momentAt, stateAt, type Act, type Calendar } from "@vigie/spec/event";
import type { EventSettings, NewSettings } from "./contract.ts";

const WORDS = { languages: ["en", "fr"], network: null, hidesPublicInFreeze: false, keptUntil: null, weights: {} } as const;

/** Of events without a calendar, and of those from before there were any: they open, close, and are never frozen. */
function calendarOf(said: NewSettings): Calendar {
  if ("calendar" in said) return said.calendar;
  const [opens, locks] = [said.opensAt, said.closesAt].map((at) => momentAt(Date.parse(at), said.timeZone));
  return { opens, freezes: null, locks, reveals: derivedReveal({ locks }) };
}

/** @param said as it was written, in whatever form. @param acts in their order. */
export function settingsFrom(said: NewSettings, acts: readonly Act[]): EventSettings {
  const calendar = calendarOf(said);
  const stands = stateAt(calendar, acts, Infinity);
  const opensAt = new Date(instantOf(stands.calendar.opens)).toISOString();
  return { ...WORDS, ...said, calendar, acts, opensAt, closesAt: new Date(stands.locksAt).toISOString() };
}
