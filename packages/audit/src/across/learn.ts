/**
 * What a cheat learns of one split's labels: for each value, and each word of a text, how many more rings use it than
 * chance gives among as many accounts of as many rows.
 *
 * Theory. The weight of a value is the logarithm of the rings among its users over those expected, both softened by a half:
 * the naive Bayes estimate of how much it tells. Members of one ring count once, as everywhere. Values that no ring used
 * weigh nothing, so that only what ring accounts hold is remembered: memory stays small however large the split.
 */
import type { AuditSet } from "../leaks/audit-set.ts";
import type { Strata } from "../leaks/chance/strata.ts";
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

/** The keys of each row, found once for each word of the dictionary. */
export function keysByRow({ codes, words: texts, numbers }: View, { ofText, ofNumber }: Aspect): (row: number) => readonly Key[] {
  if (codes !== null) {
    const known = texts.map((text) => ofText?.(text) ?? []);
    return (row) => (codes[row] < 0 ? [] : known[codes[row]]);
  }
  return (row) => {
    const value = numbers?.[row] ?? NaN;
    return Number.isNaN(value) || ofNumber === null ? [] : [ofNumber(value)];
  };
}

/** What is known of a split's labels, by account. */
export interface Known {
  /** −1 for none. */
  readonly ring: Int32Array;
  /** How many accounts of the same stratum are a ring's, as a share. */
  readonly rate: Float64Array;
}

export function knownOf({ accountCount, labels }: AuditSet, strata: Strata): Known {
  const ring = new Int32Array(accountCount).fill(-1);
  labels.accounts.forEach((account, j) => (ring[account] = labels.ring[j]));
  const all = new Float64Array(strata.count);
  const members = new Float64Array(strata.count);
  strata.of.forEach((stratum, account) => {
    all[stratum]++;
    if (ring[account] >= 0) members[stratum]++;
  });
  return { ring, rate: Float64Array.from(strata.of, (stratum) => members[stratum] / all[stratum]) };
}

interface Tally {
  readonly rings: Set<number>;
  expected: number;
  last: number;
}

/** @param accountOf of each row, sorted. */
export function learn({ ring, rate }: Known, accountOf: ArrayLike<number>, keysOf: (row: number) => readonly Key[]): Weights {
  const tallies = new Map<Key, Tally>();
  for (let row = 0; row < accountOf.length; row++) {
    if (ring[accountOf[row]] < 0) continue;
    for (const key of keysOf(row)) if (!tallies.has(key)) tallies.set(key, { rings: new Set(), expected: 0, last: -1 });
  }
  for (let row = 0; row < accountOf.length; row++) {
    const account = accountOf[row];
    for (const key of keysOf(row)) {
      const tally = tallies.get(key);
      if (tally === undefined || tally.last === account) continue;
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
