/** Numbers of a sample of subjects, and of rows of common tables, of both splits: what a tree could cut to tell the splits apart. */
import type { BilingualText } from "@vigie/spec";
import type { AuditSet, AuditTable, OwnedTable } from "../leaks/audit-set.ts";
import { drawsFor } from "../leaks/chance/generator.ts";
import { startsOf } from "../leaks/rows/row-frame.ts";
import { tablesOfBoth, type ComparedSets } from "./named-sets.ts";
import { measuresOf, type Measure } from "./properties.ts";
import { pairedViews, usedWords, type View } from "./views.ts";

/** One number of each sampled subject, row of a common table, or word of a column, in both splits; NaN for none. */
export interface ComparedNumber {
  /** Whose numbers they are: those of one population are entries of the same sample, in the same order. */
  readonly of: string;
  readonly column: string;
  readonly aspect: BilingualText;
  /** Whether its entries are subjects. */
  readonly ofSubjects: boolean;
  /** Whether trees of depth 2 try it. */
  readonly main: boolean;
  /** Whether it is the subject's own, and no mean of its rows. */
  readonly own: boolean;
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** As many as show a tenth; more would cost time alone. */
const MOST = 1500;
const NO_VALUE: BilingualText = { en: "no value", fr: "aucune valeur" };
const ROWS: BilingualText = { en: "rows", fr: "rangées" };
const WORDS = "words";

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

const upTo = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i);

/** Lawful subjects of no look-alike group. */
function ordinary({ subjects, labels }: AuditSet): Int32Array {
  const positives = new Set<number>(labels.positives);
  return upTo(subjects).filter((subject) => !positives.has(subject) && labels.group[subject] < 0);
}

/** Number of each word, so that a measure is taken once a word. */
function takes({ codes, words, numbers }: View, { ofText, ofNumber }: Measure): (row: number) => number {
  if (codes !== null) {
    const known = Float64Array.from(words, ofText);
    return (row) => (codes[row] < 0 ? NaN : known[codes[row]]);
  }
  return (row) => ofNumber(numbers?.[row] ?? NaN);
}

function missing({ codes, numbers }: View): (row: number) => number {
  return (row) => ((codes === null ? Number.isNaN(numbers?.[row] ?? NaN) : codes[row] < 0) ? 1 : 0);
}

/** One number an entry of the sample: of its own row, or the mean over its rows. */
type Gather = (take: (row: number) => number) => Float64Array;

/** @param rows of the sample; −1 where the table has none. */
function ownRows(rows: Int32Array): Gather {
  return (take) => Float64Array.from(rows, (row) => (row < 0 ? NaN : take(row)));
}

function meanOverRows(starts: Int32Array, chosen: Int32Array): Gather {
  return (take) =>
    Float64Array.from(chosen, (subject) => {
      let sum = 0;
      let count = 0;
      for (let row = starts[subject]; row < starts[subject + 1]; row++) {
        const value = take(row);
        if (Number.isNaN(value)) continue;
        sum += value;
        count++;
      }
      return count === 0 ? NaN : sum / count;
    });
}

/** A table of both splits, and how its columns become numbers of a population. */
interface Compared {
  readonly of: string;
  readonly ofSubjects: boolean;
  readonly own: boolean;
  readonly tables: readonly [AuditTable, AuditTable];
  readonly gather: readonly [Gather, Gather];
}

function wordsWritten(view: View, { ofText }: Measure): Float64Array {
  const words = usedWords(view);
  return Float64Array.from(sampleOf(upTo(words.length), "apart/words"), (i) => ofText(words[i]));
}

function* numbersIn({ of, ofSubjects, own, tables, gather: [gatherA, gatherB] }: Compared): Generator<ComparedNumber> {
  for (const [first, second] of pairedViews(...tables)) {
    if (first.facts.rowNumber) continue;
    const { column } = first;
    const measures = measuresOf(first, second);
    const main = !own && measures.every(({ spelling }) => spelling);
    yield { of, ofSubjects, own, column, aspect: NO_VALUE, main, a: gatherA(missing(first)), b: gatherB(missing(second)) };
    for (const measure of measures) {
      const { aspect } = measure;
      if (measure.spelling && !own) {
        const [a, b] = [wordsWritten(first, measure), wordsWritten(second, measure)];
        yield { of: WORDS, ofSubjects: false, own, column, aspect, main: false, a, b };
      } else {
        const [a, b] = [gatherA(takes(first, measure)), gatherB(takes(second, measure))];
        yield { of, ofSubjects, own, column, aspect, main: measure.main, a, b };
      }
    }
  }
}

/** Subjects of both splits who are compared. */
interface Population {
  readonly of: string;
  readonly chosen: readonly [Int32Array, Int32Array];
}

function* numbersOfRows(
  { of, chosen }: Population,
  tables: readonly [OwnedTable, OwnedTable],
  sets: readonly [AuditSet, AuditSet],
) {
  const starts = [startsOf(tables[0], sets[0].subjects), startsOf(tables[1], sets[1].subjects)] as const;
  const counts = (i: 0 | 1): Float64Array => Float64Array.from(chosen[i], (one) => starts[i][one + 1] - starts[i][one]);
  yield { of, ofSubjects: true, own: false, column: tables[0].name, aspect: ROWS, main: true, a: counts(0), b: counts(1) };
  const gather = [meanOverRows(starts[0], chosen[0]), meanOverRows(starts[1], chosen[1])] as const;
  yield* numbersIn({ of, ofSubjects: true, own: false, tables, gather });
}

/** Where each of the chosen stands in a listing; −1 for nowhere. */
function rowsOf(subjects: Int32Array, chosen: Int32Array): Int32Array {
  const rowOf = new Map(Array.from(subjects, (subject, row) => [subject, row]));
  return chosen.map((subject) => rowOf.get(subject) ?? -1);
}

/** A sample of lawful subjects of no look-alike group, of both splits. */
export function comparedSubjects({ a, b }: Pick<ComparedSets, "a" | "b">): readonly [Int32Array, Int32Array] {
  return [sampleOf(ordinary(a.set), "apart/a"), sampleOf(ordinary(b.set), "apart/b")];
}

/** All of them, one column after the other. */
export function* comparedNumbers({ a, b }: ComparedSets): Generator<ComparedNumber> {
  const sets = [a.set, b.set] as const;
  const of = a.set.listings.map(({ name }) => name).join(" ");
  const chosen = comparedSubjects({ a, b });
  for (const tables of tablesOfBoth(...sets, ({ listings }) => listings)) {
    const gather = [ownRows(rowsOf(tables[0].subjects, chosen[0])), ownRows(rowsOf(tables[1].subjects, chosen[1]))] as const;
    yield* numbersIn({ of, ofSubjects: true, own: true, tables, gather });
  }
  for (const tables of tablesOfBoth(...sets, ({ owned }) => owned)) yield* numbersOfRows({ of, chosen }, tables, sets);
  for (const tables of tablesOfBoth(...sets, ({ commons }) => commons)) {
    const rows = [sampleOf(upTo(tables[0].rows), "apart/a"), sampleOf(upTo(tables[1].rows), "apart/b")] as const;
    yield* numbersIn({ of: tables[0].name, ofSubjects: false, own: true, tables, gather: [ownRows(rows[0]), ownRows(rows[1])] });
  }
}
