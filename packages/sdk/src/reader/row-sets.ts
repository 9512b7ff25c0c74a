/**
 * Which rows belong to which account, and the lazy rows themselves.
 *
 * Transactions and events lie sorted by account, so an account's rows are one stretch: starts[a] … starts[a + 1] − 1.
 */
import { SdkError } from "../sdk-error.ts";
import type { Event, Transaction } from "../tables.ts";
import { EventRow, type EventColumns } from "./event-row.ts";
import { TransactionRow, type TransactionColumns } from "./transaction-row.ts";

function disorder(table: string, row: number): never {
  throw new SdkError("damaged-data", {
    en: `${table}, row ${row}: expected rows sorted by accounts that exist; generate or copy the data again`,
    fr: `${table}, rangée ${row}\u00a0: rangées attendues en ordre de comptes connus; générez ou copiez les données de nouveau`,
  });
}

/** Where each account's rows start; one more entry at the end. @throws SdkError when rows are not sorted by account. */
export function accountStarts(ofRow: ArrayLike<number>, rows: number, accounts: number, table: string): Int32Array {
  const starts = new Int32Array(accounts + 1);
  let account = -1;
  for (let row = 0; row < rows; row++) {
    const next = ofRow[row];
    if (next === account) continue;
    if (next < account || next >= accounts) disorder(table, row);
    while (account < next) starts[++account] = row;
  }
  while (account < accounts) starts[++account] = rows;
  return starts;
}

/** Hands out an account's rows; what it needs to know where they lie is read once. */
export class RowSets {
  private readonly transactions: TransactionColumns;
  private readonly events: EventColumns;
  private readonly transactionStarts: () => Int32Array;
  private readonly eventStarts: () => Int32Array;

  constructor(
    transactions: TransactionColumns,
    events: EventColumns,
    transactionStarts: () => Int32Array,
    eventStarts: () => Int32Array,
  ) {
    this.transactions = transactions;
    this.events = events;
    this.transactionStarts = transactionStarts;
    this.eventStarts = eventStarts;
  }

  transactionsOf(account: number): readonly Transaction[] {
    const starts = this.transactionStarts();
    const rows: Transaction[] = [];
    const [first, end] = [starts[account], starts[account + 1]];
    for (let row = first; row < end; row++) rows[row - first] = new TransactionRow(this.transactions, row);
    return rows;
  }

  eventsOf(account: number): readonly Event[] {
    const starts = this.eventStarts();
    const rows: Event[] = [];
    const [first, end] = [starts[account], starts[account + 1]];
    for (let row = first; row < end; row++) rows[row - first] = new EventRow(this.events, row);
    return rows;
  }
}
