/**
 * One walk over the transactions of a test set: every measure sees every row once, in file order.
 *
 * The row that measures see is one object, filled anew for each row: nobody may keep it. Files are sorted by account, so
 * that `endAccount` tells each measure when an account's last row has gone by; it is called for accounts without rows too.
 */
import { join } from "node:path";
import { CHANNELS } from "@vigie/sdk";
import { type ColumnValues, type TableBatch } from "@vigie/spec";
import { readTable, tableWindows, type TableWindow } from "@vigie/testset";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

const COLUMNS = [
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
] as const;

/** A transaction as measures see it. */
export interface RowView {
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
  partyKind: string;
  /** Code of the other side: the same within one test set means the same party; −1 where there is none. */
  party: number;
  /** −1 where there is none. */
  mcc: number;
  /** Code of the message; −1 where there is none. */
  memo: number;
}

/** One concern of the report. */
export interface Measure {
  row(row: RowView): void;
  /** After the last row of an account. */
  endAccount?(account: number, business: boolean): void;
}

/** Numbers of a column that has them in every row. @throws TypeError where the column is text. */
export function numbersOf(batch: TableBatch, name: string): Int32Array | Float64Array {
  const values: ColumnValues | undefined = batch.columns[name];
  if (values === undefined || values.kind === "text") throw new TypeError(`expected numbers in column ${name}`);
  return values.values;
}

/** Codes and words of a text column. @throws TypeError where the column is none. */
export function textOf(batch: TableBatch, name: string): { readonly codes: Int32Array; readonly words: readonly string[] } {
  const values: ColumnValues | undefined = batch.columns[name];
  if (values?.kind !== "text") throw new TypeError(`expected text in column ${name}`);
  return values;
}

/** By account: 1 where it is a business. */
export function businessesOf(accounts: TableBatch): Uint8Array {
  const { codes, words } = textOf(accounts, "kind");
  return Uint8Array.from(codes.subarray(0, accounts.rows), (code) => (words[code] === "business" ? 1 : 0));
}

function emptyRow(): RowView {
  return {
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
    partyKind: "",
    party: -1,
    mcc: -1,
    memo: -1,
  };
}

function filler(window: TableWindow, businesses: Uint8Array): (row: RowView, at: number) => void {
  const account = numbersOf(window, "account");
  const time = numbersOf(window, "time");
  const offset = numbersOf(window, "utc_offset_minutes");
  const amount = numbersOf(window, "amount_cents");
  const balance = numbersOf(window, "balance_after_cents");
  const direction = textOf(window, "direction");
  const channel = textOf(window, "channel");
  const code = textOf(window, "code");
  const status = textOf(window, "status");
  const partyKind = textOf(window, "counterparty_kind");
  const party = textOf(window, "counterparty").codes;
  const memo = textOf(window, "memo").codes;
  const mcc = window.columns["mcc"];
  const mccs = numbersOf(window, "mcc");
  const mccThere = mcc.kind === "text" ? undefined : mcc.valid;
  const credits = direction.words.indexOf("credit");
  const channels = channel.words.map((word) => CHANNELS.findIndex((known) => known === word));
  const posted = status.words.indexOf("posted");
  const declined = status.words.indexOf("declined");
  return (row, at) => {
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
    row.partyKind = partyKind.words[partyKind.codes[at]];
    row.party = party[at];
    row.mcc = mccThere?.[at] === 0 ? -1 : mccs[at];
    row.memo = memo[at];
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
    withoutWords: ["counterparty", "memo"],
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
    return textOf(window, column).words;
  }
  return [];
}

/** The accounts table. */
export function accountsOf(folder: string): TableBatch {
  return readTable(join(folder, "inputs"), "accounts");
}
