/** Numbers of a sample of accounts, and of merchants, of both splits: what a tree could cut to tell the splits apart. */
import type { BilingualText } from "@vigie/spec";
import type { AuditSet, AuditTable } from "../leaks/audit-set.ts";
import { drawsFor } from "../leaks/chance/generator.ts";
import { integersOf } from "../leaks/columns.ts";
import { startsOf } from "../leaks/rows/row-frame.ts";
import type { Pair } from "./pair.ts";
import { measuresOf, type Measure } from "./properties.ts";
import { pairedViews, usedWords, type View } from "./views.ts";

/** One number of each sampled account, merchant, or word of a column, in both splits; NaN for none. */
export interface Held {
  readonly of: "accounts" | "merchants" | "words";
  readonly column: string;
  readonly aspect: BilingualText;
  /** Whether trees of depth 2 try it. */
  readonly main: boolean;
  /** Whether it is the account's own, and no mean of its rows. */
  readonly own: boolean;
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** As many as show a tenth; more would cost time alone. */
const MOST = 1500;
const NO_VALUE: BilingualText = { en: "no value", fr: "aucune valeur" };
const ROWS: BilingualText = { en: "rows", fr: "rangées" };

/** A sample without replacement, in file order. */
function sampleOf(from: Int32Array, purpose: string): Int32Array {
  const draw = drawsFor(purpose);
  const left = Int32Array.from(from);
  const count = Math.min(MOST, left.length);
  for (let i = 0; i < count; i++) {
    const other = i + draw(left.length - i);
    [left[i], left[other]] = [left[other], left[i]];
  }
  return left.slice(0, count).sort();
}

/** Lawful accounts of no look-alike group. */
function ordinary({ accountCount, labels }: AuditSet): Int32Array {
  const ring = new Set<number>(labels.accounts);
  return Int32Array.from({ length: accountCount }, (_, account) => account).filter(
    (account) => !ring.has(account) && labels.group[account] < 0,
  );
}

/** Number of each word, so that a measure is taken once a word. */
function takes({ codes, words, numbers }: View, { ofText, ofNumber }: Measure): (row: number) => number {
  if (codes !== null) {
    const known = Float64Array.from(words, ofText);
    return (row) => (codes[row] < 0 ? NaN : known[codes[row]]);
  }
  return (row) => ofNumber(numbers?.[row] ?? NaN);
}

function isMissing({ codes, numbers }: View, row: number): boolean {
  return codes === null ? Number.isNaN(numbers?.[row] ?? NaN) : codes[row] < 0;
}

/** One number an entry: of its own row, or the mean over its rows. */
type Gather = (take: (row: number) => number) => Float64Array;

function ownRows(chosen: Int32Array): Gather {
  return (take) => Float64Array.from(chosen, take);
}

function meanOverRows(starts: Int32Array, chosen: Int32Array): Gather {
  return (take) =>
    Float64Array.from(chosen, (account) => {
      let sum = 0;
      let count = 0;
      for (let row = starts[account]; row < starts[account + 1]; row++) {
        const value = take(row);
        if (Number.isNaN(value)) continue;
        sum += value;
        count++;
      }
      return count === 0 ? NaN : sum / count;
    });
}

interface Tables {
  readonly of: "accounts" | "merchants";
  readonly own: boolean;
  readonly tables: readonly [AuditTable, AuditTable];
  readonly gather: readonly [Gather, Gather];
}

/** Row numbers, also where they stand as the other side: they grow with the set and belong to no world. */
function isRowNumber({ column, name }: View): boolean {
  return name === "account" || ["account", "merchant"].some((kind) => column === `transactions.counterparty (${kind})`);
}

function wordsWritten(view: View, { ofText }: Measure): Float64Array {
  const words = usedWords(view);
  return Float64Array.from(sampleOf(Int32Array.from(words.keys()), "apart/words"), (i) => ofText(words[i]));
}

function* heldIn({ of, own, tables, gather }: Tables): Generator<Held> {
  const [gatherA, gatherB] = gather;
  for (const [first, second] of pairedViews(...tables)) {
    if (isRowNumber(first)) continue;
    const { column } = first;
    const measures = measuresOf(first, second);
    const missing = (view: View) => (row: number) => (isMissing(view, row) ? 1 : 0);
    const main = !own && measures.every(({ spelling }) => spelling);
    yield { of, own, column, aspect: NO_VALUE, main, a: gatherA(missing(first)), b: gatherB(missing(second)) };
    for (const measure of measures) {
      const { aspect } = measure;
      if (measure.spelling && !own)
        yield {
          of: "words",
          own,
          column,
          aspect,
          main: false,
          a: wordsWritten(first, measure),
          b: wordsWritten(second, measure),
        };
      else
        yield {
          of,
          own,
          column,
          aspect,
          main: measure.main,
          a: gatherA(takes(first, measure)),
          b: gatherB(takes(second, measure)),
        };
    }
  }
}

function* heldByRows(pair: Pair, name: "transactions" | "events", chosen: readonly [Int32Array, Int32Array]): Generator<Held> {
  const [a, b] = [pair.a.set, pair.b.set];
  const starts = [a, b].map((set) => startsOf(set[name], integersOf(set[name].column("account")), set.accountCount));
  const counts = (i: 0 | 1): Float64Array => Float64Array.from(chosen[i], (one) => starts[i][one + 1] - starts[i][one]);
  yield { of: "accounts", own: false, column: name, aspect: ROWS, main: true, a: counts(0), b: counts(1) };
  const gather = [meanOverRows(starts[0], chosen[0]), meanOverRows(starts[1], chosen[1])] as const;
  yield* heldIn({ of: "accounts", own: false, tables: [a[name], b[name]], gather });
}

/** All of them, one column after the other. */
export function* heldBetween(pair: Pair): Generator<Held> {
  const sets = [pair.a.set, pair.b.set] as const;
  const accounts = [sampleOf(ordinary(sets[0]), "apart/a"), sampleOf(ordinary(sets[1]), "apart/b")] as const;
  const everyRow = ({ rows }: AuditTable): Int32Array => Int32Array.from({ length: rows }, (_, row) => row);
  const merchants = [sampleOf(everyRow(sets[0].merchants), "apart/a"), sampleOf(everyRow(sets[1].merchants), "apart/b")] as const;
  const own = (name: Tables["of"], chosen: typeof accounts): Tables => ({
    of: name,
    own: true,
    tables: [sets[0][name], sets[1][name]],
    gather: [ownRows(chosen[0]), ownRows(chosen[1])],
  });
  yield* heldIn(own("accounts", accounts));
  yield* heldByRows(pair, "transactions", accounts);
  yield* heldByRows(pair, "events", accounts);
  yield* heldIn(own("merchants", merchants));
}
