/** Time zones to choose from: those of Canada under names that people there use, then all that this machine knows. */
import { formatDate, formatTime } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { clockChanges, isZone } from "@vigie/spec/event";
import { say } from "../../say.ts";
import type { View } from "../../render.ts";

const CANADA: readonly (readonly [zone: string, en: string, fr: string])[] = [
  ["America/St_Johns", "St. John’s, Newfoundland", "St. John’s, Terre-Neuve"],
  ["America/Halifax", "Halifax, Charlottetown", "Halifax, Charlottetown"],
  ["America/Moncton", "Moncton, Fredericton", "Moncton, Fredericton"],
  ["America/Toronto", "Toronto, Ottawa, Montréal, Québec", "Montréal, Québec, Ottawa, Toronto"],
  ["America/Iqaluit", "Iqaluit", "Iqaluit"],
  ["America/Winnipeg", "Winnipeg", "Winnipeg"],
  ["America/Regina", "Regina, Saskatoon", "Regina, Saskatoon"],
  ["America/Edmonton", "Edmonton, Calgary, Yellowknife", "Edmonton, Calgary, Yellowknife"],
  ["America/Whitehorse", "Whitehorse", "Whitehorse"],
  ["America/Vancouver", "Vancouver, Victoria", "Vancouver, Victoria"],
];
const HALF_YEAR_MS = 200 * 86_400_000;

export const DEFAULT_ZONE = "America/Toronto";

/** The zones of a list, with the chosen one marked. */
export function zoneGroups(lang: Language, chosen: string): View[] {
  const here = CANADA.map(([zone, en, fr]) => ({ zone, text: lang === "en" ? en : fr, chosen: zone === chosen }));
  const known = new Set(here.map(({ zone }) => zone));
  const names = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...(isZone(chosen) ? [chosen] : [])])];
  const rest = names
    .filter((zone) => !known.has(zone))
    .sort()
    .map((zone) => ({ zone, text: zone.replaceAll("_", " "), chosen: zone === chosen }));
  return [
    { label: "Canada", zones: here },
    { label: say(lang, "setUp.otherZones"), zones: rest },
  ];
}

/** What time it is there, and when its clocks change next. */
export function zoneWords(lang: Language, zone: string, now: number): string {
  if (!isZone(zone)) return "";
  const time = formatTime(lang, new Date(now).toISOString(), zone);
  const change = clockChanges(zone, now, now + HALF_YEAR_MS).at(0);
  if (change === undefined) return say(lang, "setUp.zoneNow", { time });
  const [day, month] = formatDate(lang, new Date(change.at).toISOString(), zone).split("\u00a0");
  const date = `${day}\u00a0${month}`;
  return `${say(lang, "setUp.zoneNow", { time })} ${say(lang, change.minutes < 0 ? "setUp.zoneBack" : "setUp.zoneAhead", { date })}`;
}
