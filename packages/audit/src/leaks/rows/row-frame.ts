/**
 * The rows of a table, sorted into classes of like rows: a payroll is compared with payrolls, an e-transfer with
 * e-transfers, a fare with fares. What differs between classes is behaviour; what differs within one, in parts of a value
 * that nobody chooses, is an artefact.
 */
import type { AuditSet, AuditTable } from "../audit-set.ts";
import { codesOf, integersOf } from "../columns.ts";

export interface RowFrame {
  readonly table: AuditTable;
  readonly rows: number;
  readonly account: Int32Array | Float64Array;
  /** By account, where its rows begin; one more at the end. */
  readonly starts: Int32Array;
  readonly classOf: Int32Array;
  readonly classes: number;
  /** Rows that were planted, and the place of each one's ring in a list of rings. */
  readonly planted: Int32Array;
  readonly ringOfPlanted: Int32Array;
  readonly rings: number;
}

const CLASS_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  transactions: ["channel", "code", "direction", "status", "counterparty_kind", "mcc"],
  events: ["type"],
};

/** Joins columns into one code a row. */
function classesOf(table: AuditTable): { readonly of: Int32Array; readonly count: number } {
  let of = new Int32Array(table.rows);
  let count = 1;
  for (const name of CLASS_COLUMNS[table.name]) {
    const { codes, words } = codesOf(table.column(name), table.rows);
    const known = new Map<number, number>();
    const next = new Int32Array(table.rows);
    for (let row = 0; row < table.rows; row++) {
      const key = of[row] * (words.length + 1) + codes[row] + 1;
      const code = known.get(key) ?? known.size;
      if (code === known.size) known.set(key, code);
      next[row] = code;
    }
    of = next;
    count = known.size;
  }
  return { of, count: Math.max(1, count) };
}

/** By account, where its rows begin in a table that is sorted by account; one more at the end. */
export function startsOf(table: AuditTable, account: ArrayLike<number>, accountCount: number): Int32Array {
  const starts = new Int32Array(accountCount + 1);
  for (let row = 0; row < table.rows; row++) {
    if (row > 0 && account[row] < account[row - 1]) {
      throw new RangeError(
        `${table.name}: expected rows sorted by account, found account ${account[row]} after ${account[row - 1]}`,
      );
    }
    starts[account[row] + 1]++;
  }
  for (let i = 0; i < accountCount; i++) starts[i + 1] += starts[i];
  return starts;
}

/** @param idColumn the column whose values the labels cite as evidence. */
export function rowFrame(set: AuditSet, table: AuditTable, idColumn: string): RowFrame {
  const { labels } = set;
  const account = integersOf(table.column("account"));
  const ids = integersOf(table.column(idColumn));
  const ringOf = new Map(Array.from(labels.accounts, (one, j) => [one, labels.ring[j]]));
  const places = new Map<number, number>();
  const planted: number[] = [];
  const ringOfPlanted: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (!labels.planted.has(ids[row])) continue;
    const ring = ringOf.get(account[row]) ?? -1;
    const place = places.get(ring) ?? places.size;
    places.set(ring, place);
    planted.push(row);
    ringOfPlanted.push(place);
  }
  const { of, count } = classesOf(table);
  return {
    table,
    rows: table.rows,
    account,
    starts: startsOf(table, account, set.accountCount),
    classOf: of,
    classes: count,
    planted: Int32Array.from(planted),
    ringOfPlanted: Int32Array.from(ringOfPlanted),
    rings: places.size,
  };
}
