/**
 * Whom chance may put in a ring member's place: an account of the same stratum. A business is compared with businesses and
 * a gig driver with gig drivers; where a column hangs on how many rows an account has, with accounts of as many rows.
 */
import type { AuditSet } from "../audit-set.ts";
import { integersOf, textOf } from "../columns.ts";

export interface Strata {
  /** By account, 0 … count − 1. */
  readonly of: Int32Array;
  readonly count: number;
}

function dense(keys: ArrayLike<number>): Strata {
  const known = new Map<number, number>();
  const of = Int32Array.from(keys, (key) => {
    const code = known.get(key) ?? known.size;
    if (code === known.size) known.set(key, code);
    return code;
  });
  return { of, count: known.size };
}

/** Personal accounts and businesses, by look-alike group. */
export function strataByKind({ accounts, labels }: AuditSet): Strata {
  const kind = textOf(accounts.column("kind")).codes;
  return dense(labels.group.map((group, account) => 64 * (group + 1) + kind[account]));
}

/** How many rows of a table each account has. */
export function rowCounts(accountCount: number, accountOf: ArrayLike<number>, rows: number): Int32Array {
  const counts = new Int32Array(accountCount);
  for (let row = 0; row < rows; row++) counts[accountOf[row]]++;
  return counts;
}

/** Cuts so that each bin holds about as many positives: fine where they are. */
function cutsOf(counts: ArrayLike<number>, positives: readonly number[], bins: number): number[] {
  const sorted = positives.map((account) => counts[account]).sort((a, b) => a - b);
  return Array.from({ length: bins - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / bins)]);
}

const POSITIVES_PER_BIN = 8;
const MOST_BINS = 24;

/** Kinds, by number of transactions in bins that hold some eight positives each. */
export function strataByRows(set: AuditSet): Strata {
  const kind = textOf(set.accounts.column("kind")).codes;
  const { transactions, accountCount, labels } = set;
  const counts = rowCounts(accountCount, integersOf(transactions.column("account")), transactions.rows);
  const cuts = new Map<number, number[]>();
  for (const one of new Set(kind.subarray(0, accountCount))) {
    const own = Array.from(labels.accounts).filter((account) => kind[account] === one);
    const bins = Math.max(1, Math.min(MOST_BINS, Math.floor(own.length / POSITIVES_PER_BIN)));
    cuts.set(one, own.length === 0 ? [] : cutsOf(counts, own, bins));
  }
  const keys = new Int32Array(accountCount);
  for (let account = 0; account < accountCount; account++) {
    const bin = (cuts.get(kind[account]) ?? []).filter((cut) => counts[account] >= cut).length;
    keys[account] = 64 * bin + kind[account];
  }
  return dense(keys);
}
