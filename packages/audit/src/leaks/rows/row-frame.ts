/**
 * The rows of a table, sorted into classes of like rows, by the columns that the world declares: a payroll is compared with
 * payrolls, a fare with fares. What differs between classes is behaviour; what differs within one, in parts of a value that
 * nobody chooses, is an artefact.
 */
import type { AuditSet, AuditTable, OwnedTable } from "../audit-set.ts";
import { codesOf } from "../columns.ts";

export interface RowFrame {
  readonly table: OwnedTable;
  readonly rows: number;
  /** By subject, where its rows begin; one more at the end. */
  readonly starts: Int32Array;
  readonly classOf: Int32Array;
  readonly classes: number;
  /** Rows that were planted, and the place of each one's cluster in a list of clusters. */
  readonly planted: Int32Array;
  readonly clusterOfPlanted: Int32Array;
  readonly clusters: number;
}

/** Joins columns into one code a row. */
function classesOf(table: AuditTable): { readonly of: Int32Array; readonly count: number } {
  let of = new Int32Array(table.rows);
  let count = 1;
  for (const name of table.columns.filter((column) => table.facts(column).likeRows)) {
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

/** By subject, where its rows begin; one more at the end. @throws RangeError where they are not sorted by subject. */
export function startsOf(table: OwnedTable, subjects: number): Int32Array {
  const owner = table.integers(table.owner);
  const starts = new Int32Array(subjects + 1);
  for (let row = 0; row < table.rows; row++) {
    if (row > 0 && owner[row] < owner[row - 1]) {
      const found = `${owner[row]} after ${owner[row - 1]}`;
      throw new RangeError(`${table.name}: expected rows sorted by ${table.owner}, found ${found}`);
    }
    starts[owner[row] + 1]++;
  }
  for (let i = 0; i < subjects; i++) starts[i + 1] += starts[i];
  return starts;
}

/** Which rows are planted, and the place of each one's cluster. */
function plantedIn({ labels }: AuditSet, table: OwnedTable): Pick<RowFrame, "planted" | "clusterOfPlanted" | "clusters"> {
  const { cited } = table.declared;
  const ids = cited === undefined ? [] : table.integers(cited);
  const owner = table.integers(table.owner);
  const clusterOf = new Map(Array.from(labels.positives, (one, j) => [one, labels.cluster[j]]));
  const planted = Int32Array.from(ids.keys()).filter((row) => labels.planted.has(ids[row]));
  const places = new Map<number, number>();
  const clusterOfPlanted = planted.map((row) => {
    const cluster = clusterOf.get(owner[row]) ?? -1;
    const place = places.get(cluster) ?? places.size;
    places.set(cluster, place);
    return place;
  });
  return { planted, clusterOfPlanted, clusters: places.size };
}

export function rowFrame(set: AuditSet, table: OwnedTable): RowFrame {
  const { of: classOf, count: classes } = classesOf(table);
  return { table, rows: table.rows, starts: startsOf(table, set.subjects), classOf, classes, ...plantedIn(set, table) };
}
