/** What a predicate gets and gives: the rows of one account go in, the rows that show the indicator come out. */
import type { EventReading, Reading } from "./reading.ts";

/** One account's finished rows, from `from` up to `to` (not included), and what its row in `accounts` says. */
export interface Case {
  readonly rows: Reading;
  readonly from: number;
  readonly to: number;
  readonly events: EventReading;
  readonly eventsFrom: number;
  readonly eventsTo: number;
  readonly account: number;
  readonly business: boolean;
  readonly homeCity: string;
  readonly openMinute: number;
  readonly closeMinute: number;
  /** Stated yearly income in cents, −1 where none is stated. */
  readonly incomeCents: number;
  /** How many days the world lasts. */
  readonly days: number;
  readonly merchants: { readonly openMinute: ArrayLike<number>; readonly closeMinute: ArrayLike<number> };
  /** True where a contact token stands in the row of another account. */
  readonly isAnothersContact: (token: string, account: number) => boolean;
}

/** Row numbers in the transactions, or in the events for an indicator of events. */
export type Predicate = (one: Case) => readonly number[];

const NONE: readonly number[] = [];
const MONTH_MS = 30 * 86_400_000;

/** Rows of the account that pass. */
export function rowsWhere(one: Case, passes: (row: number) => boolean): number[] {
  const out: number[] = [];
  for (let row = one.from; row < one.to; row++) if (passes(row)) out.push(row);
  return out;
}

/** Of rows in order of time, those that lie in some stretch of `windowMs` with at least `least` of them. */
export function crowded(one: Case, candidates: readonly number[], least: number, windowMs = MONTH_MS): readonly number[] {
  if (candidates.length < least) return NONE;
  const { time } = one.rows;
  const out: number[] = [];
  let kept = 0;
  for (let i = 0; i + least <= candidates.length; i++) {
    if (time[candidates[i + least - 1]] - time[candidates[i]] > windowMs) continue;
    for (kept = Math.max(kept, i); kept < i + least; kept++) out.push(candidates[kept]);
  }
  return out;
}

/** How many different values rows have. */
export function distinct(rows: readonly number[], value: (row: number) => number): number {
  return new Set(rows.map(value)).size;
}
