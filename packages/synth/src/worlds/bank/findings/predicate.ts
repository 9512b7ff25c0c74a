/** What a predicate gets and gives: the rows of one account go in, the rows that show the indicator come out. */
import type { Buckets } from "./buckets.ts";
import type { EventReading, Reading } from "./reading.ts";

/** What can be known of other accounts by looking things up in the whole set's inputs. */
export interface Elsewhere {
  /** True where a phone number's or an address's token stands in the row of another account. */
  readonly isAnothersPhone: (token: string, account: number) => boolean;
  readonly isAnothersAddress: (token: string, account: number) => boolean;
  /** True where another account, too, wires to the receiver. */
  readonly isSharedReceiver: (token: string) => boolean;
}

/** One account's finished rows and events, `eventsFrom` up to `eventsTo` (not included), and what its row in `accounts` says. */
export interface Case {
  readonly rows: Reading;
  readonly of: Buckets;
  readonly events: EventReading;
  readonly eventsFrom: number;
  readonly eventsTo: number;
  readonly account: number;
  readonly business: boolean;
  readonly businessType: string;
  readonly homeCity: string;
  readonly openMinute: number;
  readonly closeMinute: number;
  /** Stated yearly income in cents, and people in the household; −1 where none is stated. */
  readonly incomeCents: number;
  readonly household: number;
  /** All credits together but those from the holder's savings, in cents. */
  readonly inwardCents: number;
  /** How many days the world lasts. */
  readonly days: number;
  readonly merchants: { readonly openMinute: ArrayLike<number>; readonly closeMinute: ArrayLike<number> };
  readonly elsewhere: Elsewhere;
}

/** Row numbers in the transactions, or in the events for an indicator of events; each once. */
export type Predicate = (one: Case) => readonly number[];

export const NONE: readonly number[] = [];
export const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;

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

/** Of rows in order of time, those that lie in some stretch of 30 days whose amounts together come to `leastCents`. */
export function costly(one: Case, candidates: readonly number[], leastCents: number): readonly number[] {
  const { amount, time } = one.rows;
  const out: number[] = [];
  let [kept, last, sum] = [0, 0, 0];
  for (let i = 0; i < candidates.length; i++) {
    for (; last < candidates.length && time[candidates[last]] - time[candidates[i]] <= MONTH_MS; last++)
      sum += amount[candidates[last]];
    if (sum >= leastCents) for (kept = Math.max(kept, i); kept < last; kept++) out.push(candidates[kept]);
    sum -= amount[candidates[i]];
  }
  return out;
}

/** True where at least `least` different values occur at all. */
function variesAtAll(candidates: readonly number[], least: number, value: (row: number) => number): boolean {
  const seen: number[] = [];
  for (const row of candidates) {
    const own = value(row);
    if (!seen.includes(own) && seen.push(own) === least) return true;
  }
  return false;
}

/** Of rows in order of time, those that lie in some stretch of 30 days with at least `least` different values. */
export function varied(
  one: Case,
  candidates: readonly number[],
  least: number,
  value: (row: number) => number,
  windowMs = MONTH_MS,
): readonly number[] {
  if (candidates.length < least || !variesAtAll(candidates, least, value)) return NONE; // most accounts' end here, uncounted
  const { time } = one.rows;
  const counts = new Map<number, number>();
  const out: number[] = [];
  let [kept, last] = [0, 0];
  for (let i = 0; i < candidates.length; i++) {
    for (; last < candidates.length && time[candidates[last]] - time[candidates[i]] <= windowMs; last++) {
      const seen = value(candidates[last]);
      counts.set(seen, (counts.get(seen) ?? 0) + 1);
    }
    if (counts.size >= least) for (kept = Math.max(kept, i); kept < last; kept++) out.push(candidates[kept]);
    const gone = value(candidates[i]);
    const left = (counts.get(gone) ?? 0) - 1;
    if (left > 0) counts.set(gone, left);
    else counts.delete(gone);
  }
  return out;
}

/**
 * Rows of `first` that some row of `second` follows within `windowMs`, together with those followers, where at least
 * `least` rows are so followed. Both lists are in order of time.
 */
export function followed(
  one: Case,
  first: readonly number[],
  second: readonly number[],
  least: number,
  windowMs: number,
  belongs: (before: number, after: number) => boolean,
): readonly number[] {
  if (first.length < least || second.length === 0) return NONE;
  const { time } = one.rows;
  const out = new Set<number>();
  let [start, pairs] = [0, 0];
  for (const before of first) {
    while (start < second.length && second[start] <= before) start++;
    let paired = false;
    for (let i = start; i < second.length && time[second[i]] - time[before] <= windowMs; i++) {
      if (!belongs(before, second[i])) continue;
      out.add(before).add(second[i]);
      paired = true;
    }
    if (paired) pairs++;
  }
  return pairs >= least ? [...out] : NONE;
}
