/**
 * Messages on e-transfers, mostly in the language of the writer's city: plain words, words with typos, slang and small
 * pictures. All are used by lawful people. A message is a number in `MEMOS`; which ones go with a sum, a month and a
 * language is found once and kept.
 */
import type { Sfc32 } from "../../../chance/sfc32.ts";
import type { Calendar } from "../../../ground/calendar.ts";
import { CITIES } from "../../../ground/geography.ts";
import { BOOKING_WORDS, MONEY_WORDS, STEPS, type Sums, type Words } from "./memo-words.ts";
import { SOCIAL_WORDS } from "./social-words.ts";

/** What is known of a transfer when words are put to it; the same for both of its sides. */
export interface Occasion {
  /** The city whose language is written. */
  readonly city: number;
  /** Day of the world. */
  readonly day: number;
  readonly cents: number;
  /** True where either side is a business. */
  readonly trade: boolean;
}

/** Share of messages in French: by province, and elsewhere. Our own estimate after the languages of the census. */
const IN_FRENCH: Readonly<Record<string, number>> = { QC: 0.86, NB: 0.33, ON: 0.05 };
const FRENCH_ELSEWHERE = 0.02;
const FRENCH_OF = Float64Array.from(CITIES, ({ province }) => IN_FRENCH[province] ?? FRENCH_ELSEWHERE);

const split = (words: string): readonly string[] => words.split(" / ");
type Language = "en" | "fr";
const MONTHS = {
  en: [
    split("january / february / march / april / may / june / july / august / september / october / november / december"),
    split("jan / feb / mar / apr / may / jun / jul / aug / sept / oct / nov / dec"),
  ],
  fr: [
    split("janvier / février / mars / avril / mai / juin / juillet / août / septembre / octobre / novembre / décembre"),
    split("janv / fev / mars / avr / mai / juin / juil / aout / sept / oct / nov / dec"),
  ],
} as const;
const DAYS = {
  en: split("sunday / monday / tues / wed / thurs / friday / sat"),
  fr: split("dimanche / lundi / mardi / mercredi / jeudi / vendredi / samedi"),
} as const;
/** Numbers of invoices and orders. */
const NUMBERS = Array.from({ length: 90 }, (_, i) => 7 + 3 * i + 2 * i * Math.floor(i / 9) + (i % 5));
const ENDINGS = { en: [" thx", "!", " :)", " ty"], fr: [" merci", "!", " :)", " mci"] } as const;
const PLAIN_ENDINGS = ["!", " :)"] as const;
const ALWAYS = -1;

/** One message, and when it may be written: sets of months (bit 0 January) and of days of the week (bit 0 Sunday). */
interface Wording {
  readonly text: string;
  readonly months: number;
  readonly weekdays: number;
}

const setOf = (months: readonly number[] | undefined): number =>
  months?.reduce((bits, month) => bits | (1 << (month - 1)), 0) ?? ALWAYS;

/** A day of the week and the two before it. */
function towards(weekday: number): number {
  return (1 << weekday) | (1 << ((weekday + 6) % 7)) | (1 << ((weekday + 5) % 7));
}

/** What a word with a gap stands for: one wording for each month, day or number. */
function filled(word: string, language: Language, months: number): Wording[] {
  if (word.includes("{month}")) {
    const named = MONTHS[language].flatMap((names) =>
      names.map((name, i) => ({ text: word.replace("{month}", name), months: months & (1 << i), weekdays: ALWAYS })),
    );
    return named.filter((wording) => wording.months !== 0);
  }
  if (word.includes("{day}"))
    return DAYS[language].map((name, i) => ({ text: word.replace("{day}", name), months, weekdays: towards(i) }));
  const texts = word.includes("{n}") ? NUMBERS.map((n) => word.replace("{n}", String(n))) : [word];
  return texts.map((text) => ({ text, months, weekdays: ALWAYS }));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A word as it stands, with a capital, some with an ending and some with a picture of the topic. */
function variants(word: string, i: number, { pictures, thanks }: Words, language: Language): string[] {
  const endings = thanks ? ENDINGS[language] : PLAIN_ENDINGS;
  const endsPlainly = /[\p{L}}]$/u.test(word);
  return [
    word,
    capital(word),
    ...(i % 3 === 0 && endsPlainly ? [`${word} ${pictures[Math.floor(i / 3) % pictures.length]}`] : []),
    ...(i % 3 === 1 && endsPlainly ? [`${word}${endings[Math.floor(i / 3) % endings.length]}`] : []),
  ];
}

function wordingsOf(one: Sums, words: Words, language: Language): Wording[] {
  const months = setOf(one.months);
  return split(one[language]).flatMap((word, i) =>
    variants(word, i, words, language).flatMap((text) => filled(text, language, months)),
  );
}

const numbers = new Map<string, number>();
const texts: string[] = [];
/** By message, the months and the days of the week in which it may be written. */
const monthSets: number[] = [];
const weekdaySets: number[] = [];

function numberOf({ text, months, weekdays }: Wording): number {
  const known = numbers.get(text);
  if (known !== undefined) {
    monthSets[known] |= months;
    return known;
  }
  numbers.set(text, texts.length);
  monthSets.push(months);
  weekdaySets.push(weekdays);
  return texts.push(text) - 1;
}

/** Messages of one topic and language, by sort of sum and by month. */
class Lists {
  readonly #all: readonly { readonly number: number; readonly from: number; readonly to: number; readonly months: number }[];
  readonly #lists: (Int16Array | undefined)[] = [];

  constructor(words: Words, language: Language) {
    this.#all = words.sums.flatMap((one) =>
      wordingsOf(one, words, language).map((wording) => ({
        number: numberOf(wording),
        from: one.from,
        to: one.to,
        months: wording.months,
      })),
    );
  }

  /** The messages for a sort of sum in a month (0 to 11). */
  of(sort: number, month: number): Int16Array {
    const at = sort * 12 + month;
    const known = this.#lists[at];
    if (known) return known;
    const step = STEPS[sort];
    const fitting = this.#all.filter(({ from, to, months }) => from <= step && step < to && (months >> month) & 1);
    return (this.#lists[at] = Int16Array.from(new Set(fitting.map(({ number }) => number))));
  }

  /** True where there is something to say all year round. */
  speaksOf(sort: number): boolean {
    return this.#all.some(({ from, to, months }) => months === ALWAYS && from <= STEPS[sort] && STEPS[sort] < to);
  }
}

type Pair = readonly [en: Lists, fr: Lists];

const pairOf = (words: Words): Pair => [new Lists(words, "en"), new Lists(words, "fr")];

const BOOKING = pairOf(BOOKING_WORDS);
/** Those that speak of bookings, appointments or rooms. */
export const BOOKING_MEMOS: readonly string[] = texts.slice();

const LISTS = {
  thanks: pairOf(SOCIAL_WORDS.thanks),
  food: pairOf(SOCIAL_WORDS.food),
  fun: pairOf(SOCIAL_WORDS.fun),
  home: pairOf(SOCIAL_WORDS.home),
  family: pairOf(SOCIAL_WORDS.family),
  bills: pairOf(MONEY_WORDS.bills),
  owed: pairOf(MONEY_WORDS.owed),
  rent: pairOf(MONEY_WORDS.rent),
  trade: pairOf(MONEY_WORDS.trade),
} as const;
/** Every message of the world. */
export const MEMOS: readonly string[] = texts;

/** Less than that is no rent, nor a share of one. */
const RENT_CENTS = 16_000;

/** Topics of friends' messages, by how often they come up; of those, the ones that go with a sort of sum. */
const DAILY = [
  "food",
  "food",
  "food",
  "food",
  "fun",
  "fun",
  "home",
  "home",
  "owed",
  "thanks",
  "thanks",
  "bills",
  "family",
] as const;
const TOPICS_OF = STEPS.map((_step, sort) => DAILY.filter((topic) => LISTS[topic].every((lists) => lists.speaksOf(sort))));

function sortOf(cents: number): number {
  let sort = STEPS.length - 1;
  while (sort > 0 && cents < STEPS[sort] * 100) sort--;
  return sort;
}

function drawn(pair: Pair, calendar: Calendar, { city, cents, day }: Occasion, month: number, generator: Sfc32): number {
  const lists = generator.chance(FRENCH_OF[city]) ? pair[1] : pair[0];
  const list = lists.of(sortOf(cents), month);
  const weekday = calendar.weekday[within(calendar, day)];
  for (;;) {
    const number = list[generator.below(list.length)];
    if ((weekdaySets[number] >> weekday) & 1) return number;
  }
}

/** A day of the world, for one that lies a few days before or after it. */
function within({ days }: Calendar, day: number): number {
  return Math.min(Math.max(day, 0), days - 1);
}

function ofMonth(pair: Pair, calendar: Calendar, occasion: Occasion, generator: Sfc32): number {
  return drawn(pair, calendar, occasion, calendar.month[within(calendar, occasion.day)], generator);
}

/** Words of rent: in the last week of a month mostly that of the next. */
export function rentMemo(calendar: Calendar, occasion: Occasion, generator: Sfc32): number {
  const day = within(calendar, occasion.day);
  const next = calendar.monthDay[day] >= 25 && generator.chance(0.8) ? 1 : 0;
  return drawn(LISTS.rent, calendar, occasion, (calendar.month[day] + next) % 12, generator);
}

/** Words of bookings, appointments and rooms. */
export function bookingMemo(calendar: Calendar, occasion: Occasion, generator: Sfc32): number {
  return ofMonth(BOOKING, calendar, occasion, generator);
}

/**
 * Words that fit what is paid, when and by whom, or none (−1): everyday ones among people, those of trade with a business;
 * now and then words of rent, or of bookings and appointments.
 */
export function memo(calendar: Calendar, occasion: Occasion, generator: Sfc32): number {
  const draw = generator.unit();
  if (draw < 0.45) return -1;
  if (draw >= 0.985) return bookingMemo(calendar, occasion, generator);
  if (occasion.trade) return ofMonth(draw >= 0.93 ? LISTS.thanks : LISTS.trade, calendar, occasion, generator);
  if (draw >= 0.98 && occasion.cents >= RENT_CENTS) return rentMemo(calendar, occasion, generator);
  return ofMonth(LISTS[generator.pick(TOPICS_OF[sortOf(occasion.cents)])], calendar, occasion, generator);
}

/** Words of bills that people share; none (−1) for sums that no bill has. */
export function billsMemo(calendar: Calendar, occasion: Occasion, generator: Sfc32): number {
  const spoken = LISTS.bills.every((lists) => lists.speaksOf(sortOf(occasion.cents)));
  return spoken ? ofMonth(LISTS.bills, calendar, occasion, generator) : -1;
}

/** True where a message may be written, or written again, on a day; where there is none (−1), always. */
export function fits(message: number, calendar: Calendar, day: number): boolean {
  if (message < 0) return true;
  const at = within(calendar, day);
  return ((monthSets[message] >> calendar.month[at]) & (weekdaySets[message] >> calendar.weekday[at]) & 1) === 1;
}

/** What branches write down; the first two kinds say that somebody else spoke for the client. */
export const COMPANION_NOTES = [
  "another person answered for the client",
  "une autre personne répond pour la clientèle présente",
  "companion gave the instructions",
  "la personne qui accompagne donne les directives",
] as const;
/** As long as the others: that a note is long must tell nothing. */
const ROUTINE_NOTES = [
  "asked how the monthly fees are worked out",
  "demande d’explications sur les frais mensuels",
  "card was damaged and has been replaced",
  "carte endommagée, remplacée sur place",
  "cheque book ordered, to be sent by mail",
  "chéquier commandé, envoi par la poste, adresse confirmée",
  "question about a hold on a cheque",
  "question sur la retenue d’un chèque déposé",
  "identity papers renewed",
  "pièces d’identité renouvelées, copie au dossier",
] as const;
export const NOTES: readonly string[] = [...COMPANION_NOTES, ...ROUTINE_NOTES];
