/** Numbers, money, dates and durations as people in Canada write them in either language. Formatters are made once. */
import { roundedPoints, type Language } from "@vigie/spec";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-CA", fr: "fr-CA" };
const NO_BREAK = "\u00a0";
const MINUS = "\u2212";

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function numberFormat(lang: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${lang} ${JSON.stringify(options)}`;
  const known = numbers.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALES[lang], options);
  numbers.set(key, made);
  return made;
}

/** Narrow no-break spaces become ordinary no-break ones (the fonts' subset lacks them), a hyphen a minus sign. */
function tidy(text: string): string {
  return text.replaceAll("\u202f", NO_BREAK).replace(/^-/, MINUS);
}

function positiveZero(value: number): number {
  return value === 0 ? 0 : value;
}

function fixed(lang: Language, value: number, most: number, least: number): string {
  const rounded = positiveZero(Number(value.toFixed(most)));
  return tidy(numberFormat(lang, { minimumFractionDigits: least, maximumFractionDigits: most }).format(rounded));
}

/** A score of 0 to 100 points as it is shown: floored at 0, with `decimals` decimals ("48.8", "48,8"). */
export function formatScore(lang: Language, points: number, decimals = 1): string {
  return fixed(lang, roundedPoints(points, 10 ** -decimals), decimals, decimals);
}

/** Points with their sign ("+36", "−7", "0"). */
export function formatSigned(lang: Language, points: number, decimals = 1): string {
  const text = fixed(lang, points, decimals, decimals);
  return Number(points.toFixed(decimals)) > 0 ? `+${text}` : text;
}

/** A share of 0 to 1 as a percentage ("36%", "36 %"). */
export function formatPercent(lang: Language, share: number, decimals = 0): string {
  const rounded = positiveZero(Number(share.toFixed(decimals + 2)));
  return tidy(numberFormat(lang, { style: "percent", maximumFractionDigits: decimals }).format(rounded));
}

/** A count ("1,234", "1 234"); a count in which a tie was cut keeps one decimal. */
export function formatCount(lang: Language, count: number): string {
  return fixed(lang, count, 1, 0);
}

/** Canadian dollars from cents ("$1,234.56", "1 234,56 $"). */
export function formatCents(lang: Language, cents: number): string {
  const dollars = positiveZero(cents / 100);
  return tidy(numberFormat(lang, { style: "currency", currency: "CAD" }).format(dollars));
}

/** Canadian dollars from cents, without the cents ("$1,235", "1 235 $"). */
export function formatDollars(lang: Language, cents: number): string {
  const dollars = positiveZero(Math.round(cents / 100));
  return tidy(numberFormat(lang, { style: "currency", currency: "CAD", maximumFractionDigits: 0 }).format(dollars));
}

/** A ratio or a distance with two decimals ("0.12", "0,12"). */
export function formatRatio(lang: Language, value: number): string {
  return fixed(lang, value, 2, 2);
}

function dateFormat(lang: Language, zone: string): Intl.DateTimeFormat {
  const key = `${lang} ${zone}`;
  const known = dates.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALES[lang], {
    timeZone: zone,
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  dates.set(key, made);
  return made;
}

interface WallTime {
  readonly day: number;
  readonly month: string;
  readonly year: string;
  readonly hour: number;
  readonly minute: string;
  readonly zone: string;
}

const latest = new Map<string, WallTime>();
const MOST_LATEST = 8;

/** The latest are kept: date, time of day and zone of one moment, and today, are asked for one after another. */
function wallTime(lang: Language, iso: string, zone: string): WallTime {
  const key = `${lang} ${zone} ${iso}`;
  const known = latest.get(key);
  if (known !== undefined) return known;
  const time = wallTimeOf(lang, iso, zone);
  const oldest = latest.keys().next();
  if (latest.size >= MOST_LATEST && oldest.done !== true) latest.delete(oldest.value);
  latest.set(key, time);
  return time;
}

function wallTimeOf(lang: Language, iso: string, zone: string): WallTime {
  const parts = new Map(
    dateFormat(lang, zone)
      .formatToParts(new Date(iso))
      .map((part) => [part.type, part.value]),
  );
  return {
    day: Number(parts.get("day")),
    month: parts.get("month") ?? "",
    year: parts.get("year") ?? "",
    hour: Number(parts.get("hour")),
    minute: (parts.get("minute") ?? "").padStart(2, "0"),
    zone: parts.get("timeZoneName") ?? "",
  };
}

/**
 * A moment as a date ("23 November 2026", "23 novembre 2026").
 * @param iso ISO 8601; @param zone an IANA time zone. Throws a RangeError on either that is none.
 */
export function formatDate(lang: Language, iso: string, zone: string): string {
  const at = wallTime(lang, iso, zone);
  const day = lang === "fr" && at.day === 1 ? "1er" : String(at.day);
  return [day, at.month, at.year].join(NO_BREAK);
}

const shortDates = new Map<string, Intl.DateTimeFormat>();

/** A moment's date without its year ("Nov 23", "23 nov."), where there is little room. */
export function formatShortDate(lang: Language, iso: string, zone: string): string {
  const key = `${lang} ${zone}`;
  const format =
    shortDates.get(key) ?? new Intl.DateTimeFormat(LOCALES[lang], { timeZone: zone, month: "short", day: "numeric" });
  shortDates.set(key, format);
  return tidy(format.format(new Date(iso))).replaceAll(" ", NO_BREAK);
}

const days = new Map<Language, Intl.DateTimeFormat>();

/** A day without its year ("Mar 4", "4 mars"). @param day whole days since 1970-01-01. */
export function formatDay(lang: Language, day: number): string {
  const format = days.get(lang) ?? new Intl.DateTimeFormat(LOCALES[lang], { timeZone: "UTC", month: "short", day: "numeric" });
  days.set(lang, format);
  return tidy(format.format(new Date(day * 86_400_000))).replaceAll(" ", NO_BREAK);
}

/** The time of day of a moment ("17:05", "17 h 05"; on the hour "17:00", "17 h"). */
export function formatTime(lang: Language, iso: string, zone: string): string {
  const at = wallTime(lang, iso, zone);
  if (lang === "en") return `${at.hour}:${at.minute}`;
  return at.minute === "00" ? `${at.hour}${NO_BREAK}h` : `${at.hour}${NO_BREAK}h${NO_BREAK}${at.minute}`;
}

/** Date, time of day and zone ("23 November 2026, 17:05 EST", "23 novembre 2026, 17 h 05 HNE"). */
export function formatDateTime(lang: Language, iso: string, zone: string): string {
  return `${formatDate(lang, iso, zone)}, ${formatTime(lang, iso, zone)}${NO_BREAK}${wallTime(lang, iso, zone).zone}`;
}

/** The zone's own short name at a moment ("EST", "HNE"). */
export function formatZone(lang: Language, iso: string, zone: string): string {
  return wallTime(lang, iso, zone).zone;
}

const weekdays = new Map<string, Intl.DateTimeFormat>();

/** A moment's weekday ("Mon", "lun."; long "Monday", "lundi"). */
export function formatWeekday(lang: Language, iso: string, zone: string, weekday: "short" | "long" = "short"): string {
  const key = `${lang} ${zone} ${weekday}`;
  const format = weekdays.get(key) ?? new Intl.DateTimeFormat(LOCALES[lang], { timeZone: zone, weekday });
  weekdays.set(key, format);
  const text = format.format(new Date(iso));
  return lang === "en" ? text.replace(".", "") : text;
}

/** What a zone's people call it: its city ("America/Toronto" is Toronto). */
export function formatCity(zone: string): string {
  const city = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  return CITIES[zone] ?? city;
}

/** Names that an IANA zone writes without their signs. */
const CITIES: Readonly<Record<string, string>> = {
  "America/St_Johns": "St. John’s",
  "America/Montreal": "Montréal",
};

/** A length of days or hours in words ("9 days", "1 day", "6 hours"; "9 jours"), as one would say it. */
export function formatSpan(lang: Language, ms: number): string {
  const hours = Math.max(0, ms) / 3_600_000;
  const [count, unit] =
    hours >= 36 || hours === 24
      ? ([hours / 24, "day"] as const)
      : hours >= 1
        ? ([hours, "hour"] as const)
        : ([hours * 60, "minute"] as const);
  const options = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 } as const;
  return tidy(numberFormat(lang, options).format(Math.round(count))).replace(" ", NO_BREAK);
}

/** A span of time in two units at most ("0.8 s", "41 s", "2 min 5 s", "5 h 42 min", "3 d 4 h"; in French "3 j 4 h"). */
export function formatDuration(lang: Language, ms: number): string {
  const span = Math.max(0, ms);
  if (span < 9_950) return `${fixed(lang, span / 1000, 1, 0)}${NO_BREAK}s`;
  const seconds = Math.round(span / 1000);
  const units: readonly (readonly [number, string])[] = [
    [86_400, lang === "fr" ? "j" : "d"],
    [3_600, "h"],
    [60, "min"],
    [1, "s"],
  ];
  const first = units.findIndex(([size]) => seconds >= size);
  const [size, name] = units[first];
  const next = units[first + 1];
  const major = `${Math.floor(seconds / size)}${NO_BREAK}${name}`;
  const minor = next ? Math.floor((seconds % size) / next[0]) : 0;
  return minor === 0 ? major : `${major}${NO_BREAK}${minor}${NO_BREAK}${next[1]}`;
}
