/**
 * Messages on e-transfers, mostly in the language of the writer's city: plain words, words with typos, slang and small
 * pictures. All are used by lawful people. A message is a number in `MEMOS`; those of one language and topic lie side by side.
 */
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { CITIES } from "../../../ground/geography.ts";
import { BOOKING_WORDS, WORDS, type Topic, type Words } from "./memo-words.ts";

interface Range {
  readonly first: number;
  readonly count: number;
}

/** Share of messages in French: by province, and elsewhere. Our own estimate after the languages of the census. */
const IN_FRENCH: Readonly<Record<string, number>> = { QC: 0.86, NB: 0.33, ON: 0.05 };
const FRENCH_ELSEWHERE = 0.02;
const FRENCH_OF = Float64Array.from(CITIES, ({ province }) => IN_FRENCH[province] ?? FRENCH_ELSEWHERE);

const texts: string[] = [];
const known = new Set<string>();

function add(words: readonly string[]): Range {
  const fresh = [...new Set(words)].filter((word) => !known.has(word));
  const first = texts.length;
  for (const word of fresh) known.add(word);
  texts.push(...fresh);
  return { first, count: fresh.length };
}

/** A word as it stands, with a capital, and some of them with a picture of the topic. */
function variants(words: readonly string[], pictures: readonly string[]): string[] {
  return words.flatMap((word, i) => [
    word,
    word.charAt(0).toUpperCase() + word.slice(1),
    ...(i % 3 === 0 ? [`${word} ${pictures[i % pictures.length]}`] : []),
  ]);
}

function ofTopic({ en, fr, pictures }: Words): readonly [Range, Range] {
  return [add(variants(en, pictures)), add(variants(fr, pictures))];
}

const RANGES: Readonly<Record<Topic, readonly [Range, Range]>> = {
  thanks: ofTopic(WORDS.thanks),
  food: ofTopic(WORDS.food),
  bills: ofTopic(WORDS.bills),
  family: ofTopic(WORDS.family),
  fun: ofTopic(WORDS.fun),
  home: ofTopic(WORDS.home),
  owed: ofTopic(WORDS.owed),
  rent: ofTopic(WORDS.rent),
};
const BOOKING = [add(BOOKING_WORDS.en), add(BOOKING_WORDS.fr)] as const;

/** Every message of the world. */
export const MEMOS: readonly string[] = texts;
/** Those that speak of bookings, appointments or rooms. */
export const BOOKING_MEMOS: readonly string[] = [...BOOKING_WORDS.en, ...BOOKING_WORDS.fr];

/** Topics of friends' messages, by how often they come up. */
const DAILY = ["food", "food", "food", "fun", "fun", "home", "home", "owed", "thanks", "thanks", "bills", "family"] as const;

function drawn([english, french]: readonly [Range, Range], city: number, generator: Sfc32): number {
  const { first, count } = generator.chance(FRENCH_OF[city]) ? french : english;
  return first + generator.below(count);
}

/** A message about rent, by somebody of a city. */
export function rentMemo(city: number, generator: Sfc32): number {
  return drawn(RANGES.rent, city, generator);
}

/** Words of bookings, appointments and rooms. */
export function bookingMemo(city: number, generator: Sfc32): number {
  return drawn(BOOKING, city, generator);
}

/** Everyday words, or none (−1); now and then words of rent, or of bookings and appointments. */
export function memo(city: number, generator: Sfc32): number {
  const draw = generator.unit();
  if (draw < 0.45) return -1;
  if (draw >= 0.985) return bookingMemo(city, generator);
  return drawn(draw >= 0.98 ? RANGES.rent : RANGES[generator.pick(DAILY)], city, generator);
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
