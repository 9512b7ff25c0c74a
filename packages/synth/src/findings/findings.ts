/**
 * Every (account, indicator, row) for which an indicator's predicate is true, from the inputs alone: whoever has
 * `inputs/` and not `labels/` gets the same rows. Labels add only which of them were planted.
 */
import type { TableBatch } from "@vigie/spec";
import { INDICATORS, type Indicator } from "../indicators.ts";
import { contactChanged, spokenFor, usedByAnother } from "./control.ts";
import {
  beyondIncome,
  cashNightOrCities,
  cashUnderThreshold,
  codedMemos,
  inAndOut,
  manySenders,
  passedOn,
  thirdPartyCash,
} from "./money.ts";
import type { Case, Predicate } from "./predicate.ts";
import { integers, readEvents, readTransactions, texts } from "./reading.ts";
import * as spending from "./spending.ts";

const PREDICATES: Readonly<Record<Indicator, Predicate>> = {
  "account-used-by-another": usedByAnother,
  "business-after-hours": spending.businessAfterHours,
  "business-pays-for-rooms-and-rides": spending.businessRooms,
  "cash-night-or-many-cities": cashNightOrCities,
  "cash-under-threshold": cashUnderThreshold,
  "coded-memos": codedMemos,
  "contact-changed-to-anothers": contactChanged,
  "frequent-fast-food": spending.frequentFastFood,
  "frequent-prepaid-cards": spending.frequentPrepaidCards,
  "frequent-tickets": spending.frequentTickets,
  "in-and-out-within-a-day": inAndOut,
  "income-passed-on": passedOn,
  "many-cities-in-days": spending.manyCities,
  "many-rides": spending.manyRides,
  "many-unrelated-senders": manySenders,
  "night-activity": spending.nightActivity,
  "personal-supplies-out-of-pattern": spending.personalSupplies,
  "short-stays-many-cities": spending.shortStays,
  "small-ad-payments": spending.smallAdPayments,
  "small-virtual-currency": spending.smallVirtualCurrency,
  "spoken-for": spokenFor,
  "third-party-cash": thirdPartyCash,
  "turnover-beyond-income": beyondIncome,
  "venue-payments-after-closing": spending.afterClosing,
};
const OF_EVENTS: ReadonlySet<Indicator> = new Set<Indicator>([
  "account-used-by-another",
  "contact-changed-to-anothers",
  "spoken-for",
]);

/** The input tables of one or many accounts; transactions and events are sorted by account, as in the files. */
export interface FindingInputs {
  readonly accounts: TableBatch;
  readonly transactions: TableBatch;
  readonly events: TableBatch;
  readonly merchants: TableBatch;
}

export interface FindingContext {
  /** How many days the world lasts (`dataset.json`). */
  readonly days: number;
  /** True where a contact token is another account's; by default looked up in the given accounts, which must then be all of them. */
  readonly isAnothersContact?: (token: string, account: number) => boolean;
}

/** Findings, one an element: account, index into INDICATORS, evidence id; sorted by these three. */
export interface Findings {
  readonly count: number;
  readonly account: Int32Array;
  readonly indicator: Int32Array;
  readonly evidence: Float64Array;
  /** Row of the evidence: a transaction's ≥ 0, an event's as −1 − row. */
  readonly row: Int32Array;
}

function contactsIn(accounts: TableBatch): (token: string, account: number) => boolean {
  const numbers = integers(accounts, "account");
  const { codes, words } = texts(accounts, "phone_token");
  const owners = new Map<string, number[]>();
  for (let row = 0; row < accounts.rows; row++) {
    if (codes[row] < 0) continue;
    const token = words[codes[row]];
    owners.set(token, [...(owners.get(token) ?? []), numbers[row]]);
  }
  return (token, account) => (owners.get(token) ?? []).some((owner) => owner !== account);
}

/** The first row after `from` that belongs to another account. */
function endOf(accounts: ArrayLike<number>, rows: number, from: number, account: number): number {
  let to = from;
  while (to < rows && accounts[to] === account) to++;
  return to;
}

/** All findings of the given accounts. @throws TypeError where a column is missing. */
export function findingsOf(tables: FindingInputs, context: FindingContext): Findings {
  const { accounts, transactions, events, merchants } = tables;
  const rows = readTransactions(transactions);
  const happenings = readEvents(events);
  const numbers = integers(accounts, "account");
  const income = accounts.columns["declared_income_cents"];
  const incomes = integers(accounts, "declared_income_cents");
  const open = integers(accounts, "open_minute");
  const close = integers(accounts, "close_minute");
  const kind = texts(accounts, "kind");
  const city = texts(accounts, "home_city");
  const hours = { openMinute: integers(merchants, "open_minute"), closeMinute: integers(merchants, "close_minute") };
  const isAnothersContact = context.isAnothersContact ?? contactsIn(accounts);
  const out: [number, number, number, number][] = [];
  let from = 0;
  let eventsFrom = 0;
  for (let at = 0; at < accounts.rows; at++) {
    const account = numbers[at];
    const to = endOf(rows.account, transactions.rows, from, account);
    const eventsTo = endOf(happenings.account, events.rows, eventsFrom, account);
    const stated = income?.kind !== "text" && income?.valid ? income.valid[at] === 1 : true;
    const one: Case = {
      rows,
      from,
      to,
      events: happenings,
      eventsFrom,
      eventsTo,
      account,
      business: kind.words[kind.codes[at]] === "business",
      homeCity: city.words[city.codes[at]],
      openMinute: open[at],
      closeMinute: close[at],
      incomeCents: stated ? incomes[at] : -1,
      days: context.days,
      merchants: hours,
      isAnothersContact,
    };
    INDICATORS.forEach((indicator, bit) => {
      const shown = PREDICATES[indicator](one);
      if (shown.length === 0) return;
      const ofEvents = OF_EVENTS.has(indicator);
      const ids = ofEvents ? happenings.id : rows.id;
      for (const row of [...shown].sort((a, b) => ids[a] - ids[b])) out.push([account, bit, ids[row], ofEvents ? -1 - row : row]);
    });
    from = to;
    eventsFrom = eventsTo;
  }
  return {
    count: out.length,
    account: Int32Array.from(out, (finding) => finding[0]),
    indicator: Int32Array.from(out, (finding) => finding[1]),
    evidence: Float64Array.from(out, (finding) => finding[2]),
    row: Int32Array.from(out, (finding) => finding[3]),
  };
}
