// Signs that can be told from one account's rows. Each gives the rows that show it, or none.
import type { Account, MoneyIndicatorId, Transaction } from "@vigie/sdk";

export type Sign = readonly [indicator: MoneyIndicatorId, rows: readonly Transaction[]];

const DAY_MS = 86_400_000;

export function minuteOf(t: Transaction): number {
  return (((t.time / 60_000 + t.utcOffsetMinutes) % 1440) + 1440) % 1440;
}

export function atNight(t: Transaction): boolean {
  const minute = minuteOf(t);
  return minute >= 1320 || minute < 360;
}

/** The rows, where `least` of them or more lie within 30 days; else none. */
function often(rows: readonly Transaction[], least: number): readonly Transaction[] {
  for (let i = 0; i + least <= rows.length; i++) {
    if (rows[i + least - 1].time - rows[i].time <= 30 * DAY_MS) return rows;
  }
  return [];
}

const distinct = (rows: readonly Transaction[], of: (t: Transaction) => unknown): number => new Set(rows.map(of)).size;

function quickPairs(rows: readonly Transaction[]): Transaction[] {
  const found = new Set<Transaction>();
  let pairs = 0;
  rows.forEach((inward, i) => {
    if (inward.direction !== "credit" || inward.amountCents < 10_000 || !/e-transfer|cash/.test(inward.channel)) return;
    for (let j = i + 1; j < rows.length && rows[j].time - inward.time <= DAY_MS; j++) {
      const out = rows[j];
      if (out.direction === "credit" || !/e-transfer|abm-cash|wire|prepaid|virtual/.test(out.channel)) continue;
      if (out.amountCents > inward.amountCents || out.amountCents < inward.amountCents * 0.7) continue;
      found.add(inward).add(out);
      pairs++;
      break;
    }
  });
  return pairs >= 3 ? [...found] : [];
}

function passedOn(rows: readonly Transaction[]): Transaction[] {
  const byReceiver = new Map<string | null, Set<Transaction>>();
  rows.forEach((income, i) => {
    if (income.direction !== "credit" || income.amountCents < 15_000) return;
    for (let j = i + 1; j < rows.length && rows[j].time - income.time <= DAY_MS; j++) {
      const out = rows[j];
      if (out.direction === "credit" || out.channel !== "e-transfer" || out.amountCents < income.amountCents * 0.4) continue;
      byReceiver.set(out.counterparty, (byReceiver.get(out.counterparty) ?? new Set()).add(out));
    }
  });
  return [...byReceiver.values()].filter((sums) => sums.size >= 3).flatMap((sums) => [...sums]);
}

const BOOKING = /\b(book|booking|appt|appointment|room|rdv|chambre|réserv)/i;

export function signsOf(account: Account): Sign[] {
  const rows = Array.from(account.transactions);
  const credits = rows.filter((t) => t.direction === "credit");
  const cash = credits.filter((t) => t.channel === "abm-cash" || t.channel === "branch-cash");
  const machine = cash.filter((t) => t.channel === "abm-cash");
  const transfers = credits.filter((t) => t.channel === "e-transfer");
  const bought = rows.filter((t) => t.direction === "debit" && t.mcc !== null);
  const at = (...codes: number[]) => bought.filter((t) => codes.includes(t.mcc ?? 0));
  const lodging = at(7011);
  const similar = transfers.filter((t) => t.amountCents >= 8_000 && t.amountCents <= 80_000);
  const third = often(
    cash.filter((t) => t.depositorToken !== null),
    3,
  );
  const signs: Sign[] = [
    ["cash-night-or-many-cities", distinct(machine, (t) => t.city) >= 3 ? machine : often(machine.filter(atNight), 3)],
    ["third-party-cash", distinct(third, (t) => t.depositorToken) >= 2 ? third : []],
    ["many-unrelated-senders", distinct(similar, (t) => t.counterparty) >= 10 ? often(similar, 10) : []],
    [
      "coded-memos",
      often(
        transfers.filter((t) => t.memo !== null && BOOKING.test(t.memo)),
        4,
      ),
    ],
    ["in-and-out-within-a-day", quickPairs(rows)],
    ["income-passed-on", passedOn(rows)],
    [
      "small-ad-payments",
      often(
        at(7311).filter((t) => t.amountCents <= 5_000),
        4,
      ),
    ],
    ["short-stays-many-cities", distinct(lodging, (t) => t.city) >= 3 ? often(lodging, 3) : []],
    [
      "frequent-prepaid-cards",
      often(
        rows.filter((t) => t.channel === "prepaid"),
        4,
      ),
    ],
    [
      "small-virtual-currency",
      often(
        rows.filter((t) => t.channel === "virtual-currency" && t.amountCents <= 30_000),
        3,
      ),
    ],
    ["many-rides", often(at(4121), 15)],
    ["frequent-tickets", often(at(4112, 4131, 4511), 5)],
    [
      "many-phone-top-ups",
      often(
        at(4814).filter((t) => t.amountCents <= 6_000),
        6,
      ),
    ],
    [
      "hidden-behind-processors",
      often(
        rows.filter((t) => t.processor !== null && t.counterparty === null),
        6,
      ),
    ],
  ];
  return signs.filter(([, found]) => found.length > 0);
}
