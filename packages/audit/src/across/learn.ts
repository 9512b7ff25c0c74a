/**
 * What a cheat learns of one split's labels: for each value, and each word of a text, how many more clusters of
 * positives use it than chance gives among as many subjects of as many rows.
 *
 * Theory. The weight of a value is the logarithm of the clusters among its users over those expected, both softened by a half:
 * the naive Bayes estimate of how much it tells. Members of one cluster count once, as everywhere. Values that no
 * positive used weigh nothing, so that only what positives hold is remembered: memory stays small however large the split.
 */
import type { KnownClusters } from "../leaks/chance/known-clusters.ts";
import type { View } from "./views.ts";

const SOFTENING = 0.5;
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
export function aspectsOf({ facts, isTime, codes }: View): Aspect[] {
  const same: Aspect = { en: "values", fr: "valeurs", ofText: (text) => [text], ofNumber: (value) => value };
  if (codes !== null) return facts.wordy ? [same, { en: "words", fr: "mots", ofText: words, ofNumber: null }] : [same];
  if (!isTime) return [same];
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
  readonly clusters: Set<number>;
  expected: number;
  last: number;
}

/** The keys that positives hold. */
function heldByPositives(cluster: Int32Array, subjectOf: ArrayLike<number>, view: View, aspect: Aspect): Map<Key, Tally> {
  const tallies = new Map<Key, Tally>();
  const keysOf = lookUp(view, aspect, (key) => key);
  for (let row = 0; row < subjectOf.length; row++) {
    if (cluster[subjectOf[row]] < 0) continue;
    for (const key of keysOf(row)) if (!tallies.has(key)) tallies.set(key, { clusters: new Set(), expected: 0, last: -1 });
  }
  return tallies;
}

/** @param subjectOf of each row, sorted. */
export function learn({ cluster, rate }: KnownClusters, subjectOf: ArrayLike<number>, view: View, aspect: Aspect): Weights {
  const tallies = heldByPositives(cluster, subjectOf, view, aspect);
  const talliesOf = lookUp(view, aspect, (key) => tallies.get(key));
  for (let row = 0; row < subjectOf.length; row++) {
    const subject = subjectOf[row];
    for (const tally of talliesOf(row)) {
      if (tally.last === subject) continue;
      tally.last = subject;
      const own = cluster[subject];
      if (own < 0 || !tally.clusters.has(own)) tally.expected += rate[subject];
      if (own >= 0) tally.clusters.add(own);
    }
  }
  const weight = ({ clusters, expected }: Tally): number => Math.log((clusters.size + SOFTENING) / (expected + SOFTENING));
  return new Map([...tallies].map(([key, tally]) => [key, weight(tally)]));
}
