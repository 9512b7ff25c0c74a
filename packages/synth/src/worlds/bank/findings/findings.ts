/**
 * Every (account, indicator, row) for which an indicator's predicate is true, from the inputs alone: whoever has
 * `inputs/` and not `labels/` gets the same rows. Labels add only which of them were planted.
 */
import { CODES } from "../ground/vocabulary.ts";
import { TableReader, type TableBatch } from "@vigie/spec";
import { INDICATORS } from "../indicators.ts";
import { Buckets } from "./buckets.ts";
import { elsewhereIn } from "./elsewhere.ts";
import type { Case, Elsewhere } from "./predicate.ts";
import { OF_EVENTS, PREDICATES } from "./predicates.ts";
import { integersOrNone, readEvents, readTransactions, type Reading } from "./reading.ts";

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
  /** What is known of other accounts; by default looked up in the given tables, which must then hold all of them. */
  readonly elsewhere?: Elsewhere;
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

/** What is asked of each account, in the order of INDICATORS. */
const CHECKS = INDICATORS.map((indicator, place) => ({
  place,
  predicate: PREDICATES[indicator],
  ofEvents: OF_EVENTS.has(indicator),
}));

const SAVINGS = CODES.indexOf("savings");

/** The first row after `from` that belongs to another account. */
function endOf(accounts: ArrayLike<number>, rows: number, from: number, account: number): number {
  let to = from;
  while (to < rows && accounts[to] === account) to++;
  return to;
}

/** All that comes in from others: what the holder takes from savings came in before. */
function creditsOf(rows: Reading, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row < to; row++) if (rows.credit[row] === 1 && rows.code[row] !== SAVINGS) sum += rows.amount[row];
  return sum;
}

/** Goes through the accounts, each with its rows dealt into heaps. */
function* casesOf({ accounts, transactions, events, merchants }: FindingInputs, context: FindingContext): Generator<Case> {
  const rows = readTransactions(transactions);
  const happenings = readEvents(events);
  const holders = new TableReader(accounts, "accounts");
  const numbers = holders.numbers("account");
  const income = integersOrNone(holders, "declared_income_cents");
  const household = integersOrNone(holders, "household_size");
  const [open, close] = ["open_minute", "close_minute"].map((name) => holders.optionalNumbers(name).values);
  const [kind, city, type] = ["kind", "home_city", "business_type"].map((name) => holders.optionalText(name));
  const shops = new TableReader(merchants, "merchants");
  const hours = {
    openMinute: shops.optionalNumbers("open_minute").values,
    closeMinute: shops.optionalNumbers("close_minute").values,
  };
  const elsewhere = context.elsewhere ?? elsewhereIn(holders, transactions);
  const buckets = new Buckets();
  let from = 0;
  let eventsFrom = 0;
  for (let at = 0; at < accounts.rows; at++) {
    const account = numbers[at];
    const to = endOf(rows.account, transactions.rows, from, account);
    const eventsTo = endOf(happenings.account, events.rows, eventsFrom, account);
    buckets.deal(rows, from, to);
    yield {
      rows,
      of: buckets,
      events: happenings,
      eventsFrom,
      eventsTo,
      account,
      business: kind.words[kind.codes[at]] === "business",
      businessType: type.codes[at] < 0 ? "" : type.words[type.codes[at]],
      homeCity: city.words[city.codes[at]],
      openMinute: open[at],
      closeMinute: close[at],
      incomeCents: income[at],
      household: household[at],
      inwardCents: creditsOf(rows, from, to),
      days: context.days,
      merchants: hours,
      elsewhere,
    };
    from = to;
    eventsFrom = eventsTo;
  }
}

/** All findings of the given accounts. @throws SpecError where a column is missing. */
export function findingsOf(tables: FindingInputs, context: FindingContext): Findings {
  const account: number[] = [];
  const indicator: number[] = [];
  const evidence: number[] = [];
  const rows: number[] = [];
  for (const one of casesOf(tables, context)) {
    for (const { place, predicate, ofEvents } of CHECKS) {
      const shown = predicate(one);
      if (shown.length === 0) continue;
      const ids = ofEvents ? one.events.id : one.rows.id;
      for (const row of shown.length > 1 ? [...shown].sort((a, b) => ids[a] - ids[b]) : shown) {
        account.push(one.account);
        indicator.push(place);
        evidence.push(ids[row]);
        rows.push(ofEvents ? -1 - row : row);
      }
    }
  }
  return {
    count: rows.length,
    account: Int32Array.from(account),
    indicator: Int32Array.from(indicator),
    evidence: Float64Array.from(evidence),
    row: Int32Array.from(rows),
  };
}
