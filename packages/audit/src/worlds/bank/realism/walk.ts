/**
 * One walk over the transactions of a test set: every measure sees every row once, in file order.
 *
 * The row that measures see is one object, filled anew for each row: nobody may keep it. Files are sorted by account, so
 * that `endAccount` tells each measure when an account's last row has gone by; it is called for accounts without rows too.
 */
import { join } from "node:path";
import { CHANNELS } from "@vigie/spec/bank";
import { TableReader } from "@vigie/spec";
import { readTable, tableWindows, type TableWindow } from "@vigie/testset";
import { cityOf } from "./guards/cities.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

const COLUMNS = [
  "transaction",
  "account",
  "time",
  "utc_offset_minutes",
  "direction",
  "amount_cents",
  "balance_after_cents",
  "channel",
  "code",
  "status",
  "counterparty_kind",
  "counterparty",
  "mcc",
  "memo",
  "city",
  "depositor_token",
] as const;

/** A transaction as measures see it. */
export interface RowView {
  /** The transaction's id. */
  id: number;
  account: number;
  business: boolean;
  /** UTC, milliseconds. */
  time: number;
  /** Whole local days since 1970-01-01, and minutes after local midnight. */
  day: number;
  minute: number;
  credit: boolean;
  cents: number;
  balance: number;
  /** Place in CHANNELS; −1 for a word that is none. */
  channel: number;
  code: string;
  posted: boolean;
  declined: boolean;
  reversed: boolean;
  partyKind: string;
  /** Code of the other side: the same within one test set means the same party; −1 where there is none. */
  party: number;
  /** −1 where there is none. */
  mcc: number;
  /** Code of the message; −1 where there is none. */
  memo: number;
  /** Place in CITY_NAMES; −1 where there is none. */
  city: number;
  /** Whether a third party deposited it. */
  deposited: boolean;
}

/** One concern of the report. */
export interface Measure {
  row(row: RowView): void;
  /** After the last row of an account. */
  endAccount?(account: number, business: boolean): void;
}

/** By account: 1 where it is a business. */
export function businessesOf(accounts: TableReader): Uint8Array {
  return Uint8Array.from(accounts.wordsOf("kind"), (kind) => (kind === "business" ? 1 : 0));
}

function emptyRow(): RowView {
  return {
    id: 0,
    account: -1,
    business: false,
    time: 0,
    day: 0,
    minute: 0,
    credit: false,
    cents: 0,
    balance: 0,
    channel: -1,
    code: "",
    posted: false,
    declined: false,
    reversed: false,
    partyKind: "",
    party: -1,
    mcc: -1,
    memo: -1,
    city: -1,
    deposited: false,
  };
}

function filler(window: TableWindow, businesses: Uint8Array): (row: RowView, at: number) => void {
  const table = new TableReader(window, "transactions");
  const id = table.numbers("transaction");
  const account = table.numbers("account");
  const time = table.numbers("time");
  const offset = table.numbers("utc_offset_minutes");
  const amount = table.numbers("amount_cents");
  const balance = table.numbers("balance_after_cents");
  const direction = table.text("direction");
  const channel = table.text("channel");
  const code = table.text("code");
  const status = table.text("status");
  const partyKind = table.text("counterparty_kind");
  const party = table.optionalText("counterparty").codes;
  const memo = table.optionalText("memo").codes;
  const mcc = table.optionalNumbers("mcc");
  const credits = direction.words.indexOf("credit");
  const channels = channel.words.map((word) => CHANNELS.findIndex((known) => known === word));
  const posted = status.words.indexOf("posted");
  const declined = status.words.indexOf("declined");
  const reversed = status.words.indexOf("reversed");
  const city = table.optionalText("city");
  const cities = city.words.map(cityOf);
  const depositor = table.optionalText("depositor_token").codes;
  return (row, at) => {
    row.id = id[at];
    row.account = account[at];
    row.business = businesses[account[at]] === 1;
    row.time = time[at];
    const minutes = Math.floor(time[at] / MINUTE_MS) + offset[at];
    row.day = Math.floor(minutes / DAY_MINUTES);
    row.minute = minutes - row.day * DAY_MINUTES;
    row.credit = direction.codes[at] === credits;
    row.cents = amount[at];
    row.balance = balance[at];
    row.channel = channels[channel.codes[at]];
    row.code = code.words[code.codes[at]];
    row.posted = status.codes[at] === posted;
    row.declined = status.codes[at] === declined;
    row.reversed = status.codes[at] === reversed;
    row.partyKind = partyKind.words[partyKind.codes[at]];
    row.party = party[at];
    row.mcc = mcc.valid?.[at] === 0 ? -1 : mcc.values[at];
    row.memo = memo[at];
    row.city = city.codes[at] < 0 ? -1 : cities[city.codes[at]];
    row.deposited = depositor[at] >= 0;
  };
}

/** Walks the rows of `folder` (a test set's) past the measures. @returns the number of rows. */
export function walkTransactions(folder: string, businesses: Uint8Array, measures: readonly Measure[]): number {
  const row = emptyRow();
  let next = 0;
  let rows = 0;
  const finish = (upTo: number): void => {
    for (; next < upTo; next++) for (const measure of measures) measure.endAccount?.(next, businesses[next] === 1);
  };
  for (const window of tableWindows(join(folder, "inputs"), "transactions", COLUMNS, {
    withoutWords: ["counterparty", "memo", "depositor_token"],
  })) {
    const fill = filler(window, businesses);
    for (let at = 0; at < window.rows; at++) {
      fill(row, at);
      if (row.account > next) finish(row.account);
      for (const measure of measures) measure.row(row);
    }
    rows += window.rows;
  }
  finish(businesses.length);
  return rows;
}

/** The dictionary of a text column of the transactions. */
export function wordsOf(folder: string, column: string): readonly string[] {
  for (const window of tableWindows(join(folder, "inputs"), "transactions", [column], { rowsAtOnce: 8 })) {
    return new TableReader(window, "transactions").optionalText(column).words;
  }
  return [];
}

/** A whole table of inputs. */
export function inputTable(folder: string, name: string, columns?: readonly string[]): TableReader {
  return new TableReader(readTable(join(folder, "inputs"), name, columns), name);
}
