/**
 * Whom chance may put in a positive's place: a subject of the same stratum, which is one of its kind (its listing, and the
 * column that its world declares) and of its look-alike group; where a column hangs on how many rows a subject has, one of its
 * kind with as many rows.
 */
import type { AuditSet, Listing } from "../audit-set.ts";
import { codesOf } from "../columns.ts";

export interface Strata {
  /** By subject, 0 … count − 1. */
  readonly of: Int32Array;
  readonly count: number;
}

/** Numbers each pair of keys. */
function strata(first: ArrayLike<number>, second: ArrayLike<number>): Strata {
  const known = new Map<string, number>();
  const of = Int32Array.from(first, (one, subject) => {
    const key = `${one} ${second[subject]}`;
    const code = known.get(key) ?? known.size;
    known.set(key, code);
    return code;
  });
  return { of, count: known.size };
}

/** One number a row for what its subject is compared by. */
function kindsIn(listing: Listing): Int32Array {
  const column = listing.columns.find((name) => listing.facts(name).stratum);
  return column === undefined ? new Int32Array(listing.rows) : codesOf(listing.column(column), listing.rows).codes;
}

/** By subject: its kind. */
function kindsOf(set: AuditSet): Float64Array {
  const kinds = new Float64Array(set.subjects);
  let next = 0;
  for (const listing of set.listings) {
    const own = kindsIn(listing);
    listing.subjects.forEach((subject, row) => (kinds[subject] = next + own[row] + 1));
    next += own.reduce((most, kind) => Math.max(most, kind), 0) + 2;
  }
  return kinds;
}

/** Subjects of a kind, by look-alike group. */
export function strataByKind(set: AuditSet): Strata {
  return strata(set.labels.group, kindsOf(set));
}

/** By subject: how many rows it has in the table by whose rows subjects are compared. */
function rowCounts({ subjects, owned: [table] }: AuditSet): Int32Array {
  const counts = new Int32Array(subjects);
  if (table !== undefined) for (const owner of table.integers(table.owner)) counts[owner]++;
  return counts;
}

/** Cuts so that each bin holds about as many positives: fine where they are. */
function cutsOf(counts: readonly number[], bins: number): number[] {
  const sorted = counts.toSorted((a, b) => a - b);
  return Array.from({ length: bins - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / bins)]);
}

const POSITIVES_PER_BIN = 8;
const MOST_BINS = 24;

/** Kinds, by number of rows in bins that hold some eight positives each. */
export function strataByRows(set: AuditSet): Strata {
  const kinds = kindsOf(set);
  const counts = rowCounts(set);
  const cuts = new Map<number, number[]>();
  for (const kind of new Set(kinds)) {
    const own = Array.from(
      set.labels.positives.filter((subject) => kinds[subject] === kind),
      (subject) => counts[subject],
    );
    const bins = Math.max(1, Math.min(MOST_BINS, Math.floor(own.length / POSITIVES_PER_BIN)));
    cuts.set(kind, own.length === 0 ? [] : cutsOf(own, bins));
  }
  const binOf = (count: number, subject: number): number => (cuts.get(kinds[subject]) ?? []).filter((cut) => count >= cut).length;
  return strata(kinds, counts.map(binOf));
}
