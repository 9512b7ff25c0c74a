/**
 * Identifiers of separate worlds must be fresh: one that stands in two splits lets what is known of its holder in one be
 * looked up in the other. As many as chance gives among so many possible ones may repeat, which is next to none.
 */
import type { Finding } from "../leaks/feature.ts";
import { normalScore, standardOf } from "../leaks/chance/normal.ts";
import { findingsOf, NOT_PERMUTED, type FindingsList } from "../leaks/chance/findings-list.ts";
import { tablesOfBoth, type ComparedSets } from "./named-sets.ts";
import { pairedViews, usedWords, type View } from "./views.ts";

const FEWEST_HITS = 3;
const NEVER = 1e-12;

/** Distinct identifiers in ascending order. */
type Identifiers = Float64Array | readonly string[];

function distinct(view: View): Identifiers {
  if (view.codes !== null) return usedWords(view).sort();
  const sorted = (view.numbers ?? new Float64Array(0)).filter((value) => !Number.isNaN(value)).sort();
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}

/** Those that stand in both. */
function sharedBy(a: Identifiers, b: Identifiers): (number | string)[] {
  const shared: (number | string)[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) shared.push(a[i]);
    if (a[i] <= b[j]) i++;
    else j++;
  }
  return shared;
}

/** How many identifiers of this look there could be: numbers up to the largest, or words of these letters and lengths. */
function possible(values: readonly Identifiers[]): number {
  const letters = new Set<string>();
  const lengths = new Set<number>();
  let largest = 0;
  for (const some of values) {
    if (some instanceof Float64Array) largest = Math.max(largest, (some.at(-1) ?? 0) + 1);
    else {
      for (const word of some) {
        lengths.add(word.length);
        for (const letter of word) letters.add(letter);
      }
    }
  }
  return [...lengths].reduce((sum, length) => sum + Math.pow(letters.size, length), largest);
}

function tryView(list: FindingsList, a: View, b: View): void {
  const values = distinct(a);
  const others = distinct(b);
  if (values.length === 0 || others.length === 0) return;
  list.trials++;
  const shared = sharedBy(values, others);
  const expected = Math.max(NEVER, (values.length * others.length) / possible([values, others]));
  const deviation = Math.sqrt(expected);
  const score = shared.length < FEWEST_HITS ? 0 : normalScore((shared.length - expected) / deviation, 1 / deviation);
  const such = shared.length === 0 ? { en: "", fr: "" } : { en: `, such as ${shared[0]}`, fr: `, comme ${shared[0]}` };
  list.keep(a.column, score, (bound): Finding => ({
    family: "repeats",
    column: a.column,
    aspect: { en: `values of both${such.en}`, fr: `valeurs communes${such.fr}` },
    target: { kind: "splits", name: "" },
    unit: "pairs",
    value: shared.length,
    low: 0,
    high: Math.max(FEWEST_HITS - 1, expected + deviation * standardOf(bound, 1 / deviation)),
    score,
    bound,
    strength: null,
  }));
}

/** Tries every column of ids and tokens. */
export function attackRepeats({ a, b, found }: ComparedSets): void {
  const list = findingsOf(found, "repeats", NOT_PERMUTED);
  for (const both of tablesOfBoth(a.set, b.set, ({ tables }) => tables)) {
    for (const [first, second] of pairedViews(...both)) if (first.facts.opaque) tryView(list, first, second);
  }
}
