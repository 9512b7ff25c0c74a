/**
 * What a cheat learns of one split's labels: for each value, and each word of a text, how many more rings use it than
 * chance gives among as many accounts of as many rows.
 *
 * Theory. The weight of a value is the logarithm of the rings among its users over those expected, both softened by a half:
 * the naive Bayes estimate of how much it tells. Members of one ring count once, as everywhere. Values that no ring used
 * weigh nothing, so that only what ring accounts hold is remembered: memory stays small however large the split.
 */
import type { KnownRings } from "../leaks/chance/known-rings.ts";
import type { View } from "./views.ts";

const SOFTENING = 0.5;
const WORDY = new Set(["memo", "note", "counterparty_name", "handle", "occupation", "business_type", "name"]);
const DAY_MS = 86_400_000;

type Key = string | number;
export type Weights = ReadonlyMap<Key, number>;

/** What is remembered of a value. */
export interface Aspect {
  readonly en: string;
  readonly fr: string;
  readonly ofText: ((text: string) => readonly Key[]) | null;
  readonly ofNumber: ((value: number) => Key) | null;
}

function words(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [])];
}

/** What may be remembered of a column. */
export function aspectsOf({ name, codes }: View): Aspect[] {
  const same: Aspect = { en: "values", fr: "valeurs", ofText: (text) => [text], ofNumber: (value) => value };
  if (codes !== null) return WORDY.has(name) ? [same, { en: "words", fr: "mots", ofText: words, ofNumber: null }] : [same];
  if (name !== "time") return [same];
  return [
    same,
    { en: "times of day", fr: "heures du jour", ofText: null, ofNumber: (time) => time % DAY_MS },
    { en: "days", fr: "jours", ofText: null, ofNumber: (time) => Math.floor(time / DAY_MS) },
  ];
}

/**
 * What is looked up of each row's keys, found once for each word of the dictionary. A row's list holds until the next one
 * is asked for.
 */
export function lookUp<T>(
  { codes, words: texts, numbers }: View,
  { ofText, ofNumber }: Aspect,
  of: (key: Key) => T | undefined,
): (row: number) => readonly T[] {
  const none: readonly T[] = [];
  if (codes !== null) {
    const known = texts.map((text) => (ofText?.(text) ?? []).map(of).filter((found) => found !== undefined));
    return (row) => (codes[row] < 0 ? none : known[codes[row]]);
  }
  const one: T[] = [];
  return (row) => {
    const value = numbers?.[row] ?? NaN;
    const found = Number.isNaN(value) || ofNumber === null ? undefined : of(ofNumber(value));
    if (found === undefined) return none;
    one[0] = found;
    return one;
  };
}

interface Tally {
  readonly rings: Set<number>;
  expected: number;
  last: number;
}

/** The keys that ring accounts hold. */
function heldByRings(ring: Int32Array, accountOf: ArrayLike<number>, view: View, aspect: Aspect): Map<Key, Tally> {
  const tallies = new Map<Key, Tally>();
  const keysOf = lookUp(view, aspect, (key) => key);
  for (let row = 0; row < accountOf.length; row++) {
    if (ring[accountOf[row]] < 0) continue;
    for (const key of keysOf(row)) if (!tallies.has(key)) tallies.set(key, { rings: new Set(), expected: 0, last: -1 });
  }
  return tallies;
}

/** @param accountOf of each row, sorted. */
export function learn({ ring, rate }: KnownRings, accountOf: ArrayLike<number>, view: View, aspect: Aspect): Weights {
  const tallies = heldByRings(ring, accountOf, view, aspect);
  const talliesOf = lookUp(view, aspect, (key) => tallies.get(key));
  for (let row = 0; row < accountOf.length; row++) {
    const account = accountOf[row];
    for (const tally of talliesOf(row)) {
      if (tally.last === account) continue;
      tally.last = account;
      const own = ring[account];
      if (own < 0 || !tally.rings.has(own)) tally.expected += rate[account];
      if (own >= 0) tally.rings.add(own);
    }
  }
  return new Map(
    [...tallies].map(([key, { rings, expected }]) => [key, Math.log((rings.size + SOFTENING) / (expected + SOFTENING))]),
  );
}
