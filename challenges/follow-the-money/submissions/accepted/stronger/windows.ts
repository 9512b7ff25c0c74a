// Rows in stretches of time: how many, how much, how varied, what follows what.
import type { Transaction } from "@vigie/sdk";

export const DAY_MS = 86_400_000;
type Rows = readonly Transaction[];

/** The rows that lie in stretches of `days` where `enough` holds of the rows of the stretch. */
function stretches(rows: Rows, days: number, enough: (stretch: Rows) => boolean): Transaction[] {
  const found = new Set<Transaction>();
  let to = 0;
  for (let from = 0; from < rows.length; from++) {
    while (to < rows.length && rows[to].time - rows[from].time <= days * DAY_MS) to++;
    const stretch = rows.slice(from, to);
    if (enough(stretch)) for (const row of stretch) found.add(row);
  }
  return [...found];
}

/** Of rows in order of time, those in a stretch of 30 days with at least `least` of them. */
export const often = (rows: Rows, least: number): Transaction[] => stretches(rows, 30, (stretch) => stretch.length >= least);

/** … whose amounts come to `cents`. */
export const dear = (rows: Rows, cents: number): Transaction[] =>
  stretches(rows, 30, (stretch) => stretch.reduce((sum, row) => sum + row.amountCents, 0) >= cents);

/** … with at least `least` different values. */
export const varied = (rows: Rows, least: number, of: (row: Transaction) => unknown, days = 30): Transaction[] =>
  rows.length < least ? [] : stretches(rows, days, (stretch) => new Set(stretch.map(of)).size >= least);

/** Rows and those that follow them within `days` and belong to them, where at least `least` rows are so followed. */
export function followed(
  first: Rows,
  then: Rows,
  least: number,
  days: number,
  belongs: (before: Transaction, after: Transaction) => boolean,
): Transaction[] {
  const found = new Set<Transaction>();
  let pairs = 0;
  for (const before of first) {
    const after = then.filter(
      (row) => row.time >= before.time && row.time - before.time <= days * DAY_MS && row !== before && belongs(before, row),
    );
    if (after.length === 0) continue;
    pairs++;
    for (const row of [before, ...after]) found.add(row);
  }
  return pairs >= least ? [...found] : [];
}

export function minuteOf(row: Transaction): number {
  return (((row.time / 60_000 + row.utcOffsetMinutes) % 1440) + 1440) % 1440;
}

export function atNight(row: Transaction): boolean {
  const minute = minuteOf(row);
  return minute >= 1320 || minute < 360;
}
