/**
 * Trees of depth 2: cuts on two raw columns that tell together what neither tells alone.
 *
 * Theory. A tree that cuts one column and then another has four leaves, hence four degrees of freedom: a constant, each
 * column's stump, and their interaction. The stumps are the other families' business, and some may lawfully stand out; what
 * a second cut adds is the product of both cuts, each less its mean. It is tried at every pair of quartiles of every pair of
 * an account's own columns, and of the medians of what its rows hold in each column (a mean of numbers, a count of distinct
 * words). That bounds the search: some hundred pairs of columns, nine or one product each, against dealt labels as always.
 */
import type { AuditTable } from "../audit-set.ts";
import { codesOf } from "../columns.ts";
import type { Bench } from "../chance/bench.ts";
import { ranksOf } from "../chance/try-number.ts";
import type { Means, Rows } from "../means.ts";

const QUARTERS = [0.25, 0.5, 0.75];
const MIDDLE = [0.5];
/** A side of a cut that fewer accounts than this share take says nothing that the other column could add to. */
const THINNEST = 0.05;

/** A column of which each cut stands ready: 1 above, 0 below, less the mean. */
interface CutColumn {
  readonly column: string;
  readonly shared: boolean;
  readonly cuts: readonly { readonly at: number; readonly sides: Float64Array }[];
}

/** Values that a ring's members may share: they live together, and act at one time and place. */
const SHARED = new Set(["home_city", "home_province"]);

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

/** An account's own columns; texts by their order in the alphabet, a missing one first. */
function ownColumns(table: AuditTable, accounts: number): CutColumn[] {
  return table.columns.map((name) => {
    const values = table.column(name);
    if (values.kind !== "text") {
      return cutColumn(`accounts.${name}`, false, Float64Array.from(values.values.subarray(0, accounts)), QUARTERS);
    }
    const order = values.words.map((_, code) => code).sort((a, b) => (values.words[a] < values.words[b] ? -1 : 1));
    const place = new Float64Array(values.words.length);
    order.forEach((code, i) => (place[code] = i));
    const places = Float64Array.from(values.codes.subarray(0, accounts), (code) => (code < 0 ? -1 : place[code]));
    return cutColumn(`accounts.${name}`, SHARED.has(name), places, QUARTERS);
  });
}

/** What an account's rows hold in a column: the mean of numbers, of texts how many there are. */
function held({ frame }: Rows, name: string, accounts: number): Float64Array {
  const column = frame.table.column(name);
  const { codes } = codesOf(column, frame.rows);
  return Float64Array.from({ length: accounts }, (_, account) => {
    const met = new Set<number>();
    let count = 0;
    let sum = 0;
    for (let row = frame.starts[account]; row < frame.starts[account + 1]; row++) {
      if (codes[row] < 0) continue;
      count++;
      if (column.kind === "text") met.add(codes[row]);
      else sum += column.values[row];
    }
    return column.kind === "text" ? met.size : sum / Math.max(1, count);
  });
}

function rowColumns(rows: Rows, accounts: number): CutColumn[] {
  const { table } = rows.frame;
  const names = table.columns.filter((name) => name !== "account");
  return names.map((name) => cutColumn(`${table.name}.${name}`, true, held(rows, name, accounts), MIDDLE));
}

function tryPair(bench: Bench, a: CutColumn, b: CutColumn): void {
  const column = `${a.column} × ${b.column}`;
  const product = new Float64Array(bench.arena.accountCount);
  for (const first of a.cuts) {
    for (const second of b.cuts) {
      for (let i = 0; i < product.length; i++) product[i] = first.sides[i] * second.sides[i];
      const aspect = () => ({
        en: `cuts at ${first.at * 100} of 100 and ${second.at * 100} of 100 together`,
        fr: `coupures à ${first.at * 100} sur 100 et à ${second.at * 100} sur 100, ensemble`,
      });
      bench.try({ family: "pairs", column, aspect }, product, "mean");
    }
  }
}

function tryPairs(columns: readonly CutColumn[], benchOf: (a: CutColumn, b: CutColumn) => Bench): void {
  columns.forEach((a, i) => columns.slice(i + 1).forEach((b) => tryPair(benchOf(a, b), a, b)));
}

export function attackPairs({ set, accounts, rings, alike, transactions, events }: Means): void {
  tryPairs(ownColumns(set.accounts, set.accountCount), (a, b) => (a.shared || b.shared ? rings : accounts));
  tryPairs(
    [transactions, events].flatMap((rows) => rowColumns(rows, set.accountCount)),
    () => alike,
  );
}
