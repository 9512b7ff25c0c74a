// Signs that can be told from one account's rows. Each gives the rows that show it, or none.
import type { Account, Event, MoneyIndicatorId, Transaction } from "@vigie/sdk";
import { atNight, DAY_MS, dear, followed, minuteOf, often, varied } from "./windows.ts";

export type Sign = readonly [indicator: MoneyIndicatorId, rows: readonly (Transaction | Event)[]];

const BOOKING = /\b(book|booking|appt|appointment|room|rdv|chambre|réserv|hour|heure)/i;
const OUTWARD = /e-transfer|abm-cash|wire|prepaid|virtual/;

/** An account's rows, sorted into the kinds that signs look at. */
function kindsOf(account: Account) {
  const rows = Array.from(account.transactions);
  const credits = rows.filter((t) => t.direction === "credit");
  const debits = rows.filter((t) => t.direction === "debit");
  const posted = debits.filter((t) => t.mcc !== null && t.status === "posted" && t.code !== "hold");
  return {
    rows,
    cashIn: credits.filter((t) => t.channel === "abm-cash" || t.channel === "branch-cash"),
    cashOut: debits.filter((t) => t.channel === "abm-cash"),
    transfersIn: credits.filter((t) => t.channel === "e-transfer"),
    transfersOut: debits.filter((t) => t.channel === "e-transfer"),
    pay: credits.filter((t) => t.code === "payroll" || t.code === "payout"),
    outward: debits.filter((t) => OUTWARD.test(t.channel)),
    wages: debits.filter((t) => t.code === "payroll"),
    coins: debits.filter((t) => t.channel === "virtual-currency"),
    serviceIn: credits.filter((t) => t.channel === "online" && t.processor !== null),
    holds: debits.filter((t) => t.code === "hold"),
    sales: credits.filter((t) => t.channel === "pos"),
    credits,
    debits,
    at: (...codes: number[]) => posted.filter((t) => codes.includes(t.mcc ?? 0)),
  };
}
type Kinds = ReturnType<typeof kindsOf>;

function cashSigns({ rows, cashIn, cashOut }: Kinds): Sign[] {
  const machine = cashIn.filter((t) => t.channel === "abm-cash");
  const far = varied(machine, 3, (t) => t.city);
  const others = often(
    cashIn.filter((t) => t.depositorToken !== null),
    3,
  );
  const parts = followed(cashIn, cashIn, 1, 1, (a, b) => a.amountCents + b.amountCents >= 400_000);
  return [
    ["cash-night-or-many-cities", far.length > 0 ? far : often(machine.filter(atNight), 3)],
    ["third-party-cash", varied(others, 2, (t) => t.depositorToken)],
    ["cash-under-threshold", parts.some((t) => t.amountCents >= 1_000_000) ? [] : parts],
    [
      "funnel-account",
      followed(
        cashIn.filter((t) => t.amountCents >= 10_000),
        cashOut,
        2,
        2,
        (a, b) => a.city !== b.city && b.amountCents >= a.amountCents / 2,
      ),
    ],
    ["hidden-behind-processors", often(rows.filter(nameless), 5)],
  ];
}

function nameless(t: Transaction): boolean {
  return t.processor !== null && t.counterparty === null;
}

function transferSigns({ transfersIn, transfersOut, cashIn, pay, outward, wages, coins, serviceIn }: Kinds): Sign[] {
  const byTime = (a: Transaction, b: Transaction) => a.time - b.time;
  const sums = [...transfersIn, ...cashIn].filter((t) => t.amountCents >= 10_000).sort(byTime);
  const incomes = [...transfersIn, ...pay].filter((t) => t.amountCents >= 15_000).sort(byTime);
  const similar = transfersIn.filter((t) => t.amountCents >= 8_000 && t.amountCents <= 80_000);
  const regular = regularly(transfersIn.filter((t) => t.amountCents >= 10_000));
  const on = followed(incomes, transfersOut, 3, 1, (a, b) => b.amountCents >= a.amountCents * 0.4);
  const small = serviceIn.filter((t) => t.amountCents <= 25_000);
  return [
    ["many-unrelated-senders", varied(similar, 10, (t) => t.counterparty)],
    ["collector-star", new Set(regular.map((t) => t.counterparty)).size >= 3 ? regular : []],
    [
      "coded-memos",
      often(
        transfersIn.filter((t) => t.memo !== null && BOOKING.test(t.memo)),
        4,
      ),
    ],
    [
      "in-and-out-within-a-day",
      followed(sums, outward, 3, 1, (a, b) => b.amountCents <= a.amountCents && b.amountCents >= a.amountCents * 0.7),
    ],
    ["income-passed-on", regularly(on.filter((t) => t.direction === "debit"))],
    ["payment-service-to-currency", followed(small, coins, 3, 3, (a, b) => b.amountCents >= a.amountCents / 2)],
    [
      "wages-returned",
      followed(wages, transfersIn, 2, 5, (a, b) => a.counterparty === b.counterparty && b.amountCents >= a.amountCents / 2),
    ],
  ];
}

/** Rows of those with whom there are three or more. */
function regularly(rows: readonly Transaction[]): Transaction[] {
  const counts = new Map<string | null, number>();
  for (const t of rows) counts.set(t.counterparty, (counts.get(t.counterparty) ?? 0) + 1);
  return rows.filter((t) => (counts.get(t.counterparty) ?? 0) >= 3);
}

function spendingSigns(account: Account, { rows, coins, at, holds, cashOut, debits }: Kinds): Sign[] {
  const upTo = (cents: number, list: readonly Transaction[]) => list.filter((t) => t.amountCents <= cents);
  const income = account.declaredIncomeCents ?? 0;
  const lodging = at(7011);
  const unsettled = holds.filter(
    (hold) => !lodging.some((t) => t.counterparty === hold.counterparty && Math.abs(t.time - hold.time) <= 5 * DAY_MS),
  );
  const awake = rows.filter((t) => /pos|online|e-transfer|abm/.test(t.channel) && atNight(t));
  const topUps = often(upTo(6_000, at(4814)), 6);
  const meals = at(5814).filter((t) => t.amountCents >= 5_000);
  return [
    ["small-ad-payments", often(upTo(3_000, at(7311)), 5)],
    ["high-ad-spending", dear(at(7311), 30_000)],
    [
      "foreign-ad-sites",
      often(
        at(7311).filter((t) => t.country !== "CA"),
        3,
      ),
    ],
    [
      "frequent-prepaid-cards",
      often(
        debits.filter((t) => t.channel === "prepaid"),
        4,
      ),
    ],
    ["small-virtual-currency", often(upTo(5_000, coins), 5)],
    ["many-phone-top-ups", varied(topUps, 2, (t) => t.counterparty)],
    ["many-rides", often(at(4121), 10)],
    ["frequent-tickets", often(at(4112, 4131, 4511), 4)],
    ["personal-supplies-out-of-pattern", often(at(5912, 5977, 5651), 12)],
    ["food-for-several", (account.householdSize ?? 0) > 3 ? [] : often(meals, 4)],
    ["night-activity", account.kind === "business" ? [] : often(awake, 14)],
    [
      "several-rents",
      varied(
        debits.filter((t) => t.code === "rent"),
        2,
        (t) => t.counterparty,
        20,
      ),
    ],
    ["short-stays-many-cities", varied(lodging, 3, (t) => t.city)],
    ["lodging-beyond-profile", account.kind === "business" ? [] : dear(lodging, Math.max(120_000, income / 48))],
    ["lodging-settled-in-cash", followed(unsettled, cashOut, 2, 2, (a, b) => b.amountCents >= a.amountCents / 2)],
    ["luxury-without-business", account.kind === "business" ? [] : dear(at(5944, 7995), Math.max(60_000, income / 60))],
  ];
}

function businessSigns(account: Account, { sales, at }: Kinds): Sign[] {
  if (account.kind !== "business" || account.openMinute === null || account.closeMinute === null) return [];
  const [open, close] = [account.openMinute, account.closeMinute];
  const isOpen = (minute: number) => minute >= open && minute <= close;
  const late = sales.filter((t) => !isOpen(minuteOf(t)) && !isOpen(minuteOf(t) + 1440));
  return [
    ["business-after-hours", often(late, 3)],
    ["business-pays-for-rooms-and-rides", often(at(7011, 4121, 5912), 5)],
  ];
}

function beyondIncome(account: Account, { credits, cashIn, transfersIn }: Kinds): Sign {
  const inward = credits.reduce((sum, t) => sum + t.amountCents, 0);
  const income = account.declaredIncomeCents;
  const beyond = account.kind === "personal" && income !== null && inward > income * 0.325 + 250_000;
  return ["turnover-beyond-income", beyond ? [...transfersIn, ...cashIn].filter((t) => t.amountCents >= 10_000) : []];
}

function eventSigns(account: Account): Sign[] {
  const events = Array.from(account.events);
  const logins = events.filter((event) => event.type === "login");
  const home = new Set(logins.filter((login) => login.city === account.homeCity).map((login) => login.deviceToken));
  const away = logins.filter((login) => login.city !== account.homeCity && !home.has(login.deviceToken));
  const spoken = events.filter(
    (event) => event.note !== null && /another person|companion|accompagne|autre personne/.test(event.note),
  );
  return [
    ["account-used-by-another", away.length >= 3 ? away : []],
    ["spoken-for", spoken],
  ];
}

export function signsOf(account: Account): Sign[] {
  const kinds = kindsOf(account);
  const all = [
    ...cashSigns(kinds),
    ...transferSigns(kinds),
    ...spendingSigns(account, kinds),
    ...businessSigns(account, kinds),
    beyondIncome(account, kinds),
    ...eventSigns(account),
  ];
  return all.filter(([, found]) => found.length > 0);
}
