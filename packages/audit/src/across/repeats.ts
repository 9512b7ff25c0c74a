/**
 * Identifiers of separate worlds must be fresh: one that stands in two splits lets what is known of its holder in one be
 * looked up in the other. As many as chance gives among so many possible ones may repeat, which is next to none.
 */
import type { Finding } from "../leaks/feature.ts";
import { normalScore, standardOf } from "../leaks/chance/normal.ts";
import { CHANCE_DEALS_NOTHING, ledgerOf, type Ledger } from "../leaks/chance/ledger.ts";
import type { Pair } from "./pair.ts";
import { pairedViews, type View } from "./views.ts";

const FEWEST_HITS = 3;
const NEVER = 1e-12;

function distinct({ codes, words, numbers }: View): ReadonlySet<string | number> {
  if (codes === null) return new Set(numbers?.filter((value) => !Number.isNaN(value)));
  const used = new Set<number>(codes);
  return new Set(words.filter((_, code) => used.has(code)));
}

/** How many identifiers of this look there could be: numbers up to the largest, or words of these letters and lengths. */
function possible(values: ReadonlySet<string | number>): number {
  const letters = new Set<string>();
  const lengths = new Set<number>();
  let largest = 0;
  for (const value of values) {
    if (typeof value === "number") largest = Math.max(largest, value + 1);
    else {
      lengths.add(value.length);
      for (const letter of value) letters.add(letter);
    }
  }
  return [...lengths].reduce((sum, length) => sum + Math.pow(letters.size, length), largest);
}

function tryView(ledger: Ledger, a: View, b: View): void {
  const values = distinct(a);
  const others = distinct(b);
  if (values.size === 0 || others.size === 0) return;
  ledger.trials++;
  const shared = [...values].filter((value) => others.has(value));
  const expected = Math.max(NEVER, (values.size * others.size) / possible(new Set([...values, ...others])));
  const deviation = Math.sqrt(expected);
  const score = shared.length < FEWEST_HITS ? 0 : normalScore((shared.length - expected) / deviation, 1 / deviation);
  const such = shared.length === 0 ? { en: "", fr: "" } : { en: `, such as ${shared[0]}`, fr: `, comme ${shared[0]}` };
  ledger.keep(a.column, score, (bound): Finding => ({
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

const TABLES = ["accounts", "transactions", "events", "merchants"] as const;

/** Tries every column of ids and tokens. */
export function attackRepeats({ a, b, ledgers }: Pair): void {
  const ledger = ledgerOf(ledgers, "repeats", CHANCE_DEALS_NOTHING);
  for (const name of TABLES) {
    for (const [first, second] of pairedViews(a.set[name], b.set[name])) {
      if (first.opaque) tryView(ledger, first, second);
    }
  }
}
