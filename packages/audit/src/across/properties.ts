/** What a value looks like, as numbers that a classifier could cut: the same measures on both splits. */
import type { BilingualText } from "@vigie/spec";
import { usedWords, type View } from "./views.ts";

export interface Measure {
  readonly aspect: BilingualText;
  /** Whether trees of depth 2 try it, one a column. */
  readonly main: boolean;
  /** Whether it says how a value is written: of texts that many rows share, each is looked at once. */
  readonly spelling: boolean;
  /** Of a text or of a number; NaN where it has none. */
  readonly ofText: (text: string) => number;
  readonly ofNumber: (value: number) => number;
}

const MOST_WORDS = 40;

function ofNumbers(en: string, fr: string, of: (value: number) => number, main = false): Measure {
  return { aspect: { en, fr }, main, spelling: false, ofText: () => NaN, ofNumber: of };
}

function ofTexts(en: string, fr: string, of: (text: string) => number, spelling: boolean, main = false): Measure {
  return { aspect: { en, fr }, main, spelling, ofText: of, ofNumber: () => NaN };
}

const TIMES: readonly Measure[] = [
  ofNumbers("milliseconds", "millisecondes", (time) => time % 1000),
  ofNumbers("seconds", "secondes", (time) => Math.floor(time / 1000) % 60),
  ofNumbers("second 0", "seconde 0", (time) => (Math.floor(time / 1000) % 60 === 0 ? 1 : 0)),
  ofNumbers("minutes", "minutes", (time) => Math.floor(time / 60_000) % 60),
  ofNumbers("hours", "heures", (time) => Math.floor(time / 3_600_000) % 24),
  ofNumbers("days", "jours", (time) => Math.floor(time / 86_400_000)),
];

const DIGITS: readonly Measure[] = [
  ofNumbers("last digit", "dernier chiffre", (value) => Math.abs(value) % 10),
  ofNumbers("last two digits", "deux derniers chiffres", (value) => Math.abs(value) % 100),
  ofNumbers("third last digit", "chiffre des centaines", (value) => Math.floor(Math.abs(value) / 100) % 10),
  ofNumbers("remainder of 2", "reste de la division par 2", (value) => Math.abs(value) % 2),
  ofNumbers("remainder of 7", "reste de la division par 7", (value) => Math.abs(value) % 7),
];

/** Texts that are few are kinds, and rows are compared by them; of many, words are compared by how they are written. */
function textMeasures(a: View, b: View): Measure[] {
  const words = [...new Set([...usedWords(a), ...usedWords(b)])].sort();
  const place = new Map(words.map((word, i) => [word, i / words.length]));
  const many = words.length > MOST_WORDS;
  return [
    ofTexts("place in the alphabet", "rang alphabétique", (text) => place.get(text) ?? NaN, many, true),
    ofTexts("length", "longueur", (text) => text.length, many),
    ofTexts("first letter", "première lettre", (text) => text.charCodeAt(0), many),
    ofTexts("last letter", "dernière lettre", (text) => text.charCodeAt(text.length - 1), many),
    ...(many ? [] : words.map((word) => ofTexts(`= ${word}`, `= ${word}`, (text) => (text === word ? 1 : 0), false))),
  ];
}

/** What is measured of a column that both splits have. */
export function measuresOf(a: View, b: View): Measure[] {
  if (a.codes !== null) return textMeasures(a, b);
  return [ofNumbers("size", "grandeur", (value) => value, true), ...(a.isTime ? TIMES : DIGITS)];
}
