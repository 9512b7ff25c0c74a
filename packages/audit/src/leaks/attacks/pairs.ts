/**
 * Trees of depth 2: cuts on two raw columns that tell together what neither tells alone.
 *
 * Theory. A tree that cuts one column and then another has four leaves, hence four degrees of freedom: a constant, each
 * column's stump, and their interaction. The stumps are the other families' business, and some may lawfully stand out; what
 * a second cut adds is the product of both cuts, each less its mean. It is tried at every pair of quartiles of every pair of
 * a subject's own columns, and of the medians of what its rows hold in each column (a mean of numbers, a count of distinct
 * words). That bounds the search: some hundred pairs of columns, nine or one product each, against permuted labels as always.
 */
import type { Listing } from "../audit-set.ts";
import { codesOf } from "../columns.ts";
import type { Test } from "../chance/permutation-test.ts";
import { ranksOf } from "../chance/try-number.ts";
import { onListing, type Means, type Rows } from "../means.ts";

const QUARTERS = [0.25, 0.5, 0.75];
const MIDDLE = [0.5];
/** A side of a cut that fewer than this share take says nothing that the other column could add to. */
const THINNEST = 0.05;

/** A column of which each cut stands ready: 1 above, 0 below, less the mean. */
interface CutColumn {
  readonly column: string;
  readonly shared: boolean;
  readonly cuts: readonly { readonly at: number; readonly sides: Float64Array }[];
}

function cutColumn(column: string, shared: boolean, values: Float64Array, at: readonly number[]): CutColumn {
  const ranks = ranksOf(values);
  const met = new Set<number>();
  const cuts = at.flatMap((cut) => {
    const above = ranks.reduce((sum, rank) => sum + (rank > cut ? 1 : 0), 0);
    const share = above / Math.max(1, ranks.length);
    if (share < THINNEST || share > 1 - THINNEST || met.has(above)) return [];
    met.add(above);
    return [{ at: cut, sides: ranks.map((rank) => (rank > cut ? 1 : 0) - share) }];
  });
  return { column, shared, cuts };
}

/** Subjects' own columns; texts by their order in the alphabet, a missing one first. */
function ownColumns(listing: Listing): CutColumn[] {
  const { name: table, rows } = listing;
  return listing.columns.map((name) => {
    const values = listing.column(name);
    if (values.kind !== "text") {
      return cutColumn(`${table}.${name}`, false, Float64Array.from(values.values.subarray(0, rows)), QUARTERS);
    }
    const order = values.words.map((_, code) => code).sort((a, b) => (values.words[a] < values.words[b] ? -1 : 1));
    const place = new Float64Array(values.words.length);
    order.forEach((code, i) => (place[code] = i));
    const places = Float64Array.from(values.codes.subarray(0, rows), (code) => (code < 0 ? -1 : place[code]));
    return cutColumn(`${table}.${name}`, listing.facts(name).shared === true, places, QUARTERS);
  });
}

/** What a subject's rows hold in a column: the mean of numbers, of texts how many there are. */
function overRows({ frame }: Rows, name: string, subjects: number): Float64Array {
  const column = frame.table.column(name);
  const { codes } = codesOf(column, frame.rows);
  return Float64Array.from({ length: subjects }, (_, subject) => {
    const met = new Set<number>();
    let count = 0;
    let sum = 0;
    for (let row = frame.starts[subject]; row < frame.starts[subject + 1]; row++) {
      if (codes[row] < 0) continue;
      count++;
      if (column.kind === "text") met.add(codes[row]);
      else sum += column.values[row];
    }
    return column.kind === "text" ? met.size : sum / Math.max(1, count);
  });
}

function rowColumns(rows: Rows, subjects: number): CutColumn[] {
  const { table } = rows.frame;
  const names = table.columns.filter((name) => name !== table.owner);
  return names.map((name) => cutColumn(`${table.name}.${name}`, true, overRows(rows, name, subjects), MIDDLE));
}

function tryPair(test: Test, a: CutColumn, b: CutColumn): void {
  const column = `${a.column} × ${b.column}`;
  for (const first of a.cuts) {
    for (const second of b.cuts) {
      const product = first.sides.map((side, i) => side * second.sides[i]);
      const aspect = () => ({
        en: `cuts at ${first.at * 100} of 100 and ${second.at * 100} of 100 together`,
        fr: `coupures à ${first.at * 100} sur 100 et à ${second.at * 100} sur 100, ensemble`,
      });
      test.try({ family: "pairs", column, aspect }, product, "mean");
    }
  }
}

function tryPairs(columns: readonly CutColumn[], testOf: (a: CutColumn, b: CutColumn) => Test): void {
  columns.forEach((a, i) => columns.slice(i + 1).forEach((b) => tryPair(testOf(a, b), a, b)));
}

export function attackPairs({ set, byKind, oneOfEach, byRows, owned }: Means): void {
  for (const listing of set.listings) {
    tryPairs(ownColumns(listing), (a, b) => onListing(a.shared || b.shared ? oneOfEach : byKind, set, listing));
  }
  tryPairs(
    owned.flatMap((rows) => rowColumns(rows, set.subjects)),
    () => byRows,
  );
}
