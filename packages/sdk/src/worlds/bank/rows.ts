/** Rows that know more than their columns. A transaction is two words, so that millions are cheap. */
import {
  AccountRow,
  EventRow,
  TransactionColumns,
  TransactionRow,
  type Account,
  type AccountColumns,
  type CounterpartyKind,
  type Event,
  type EventColumns,
  type Merchant,
  type Transaction,
} from "./made.ts";
import type { ColumnOpener } from "../../reader/column-opener.ts";
import type { Tables } from "./dataset.ts";

const DAY_MINUTES = 1440;

/** The columns of transactions, and all merchants by number. */
export class LegColumns extends TransactionColumns {
  readonly merchants: () => readonly Merchant[];

  constructor(opener: ColumnOpener, merchants: () => readonly Merchant[]) {
    super(opener);
    this.merchants = merchants;
  }
}

class Leg extends TransactionRow<LegColumns> implements Transaction {
  get localHour(): number {
    return Math.floor(this.localMinute / 60);
  }

  get localMinute(): number {
    const minutes = this.#localMinutes();
    return minutes - Math.floor(minutes / DAY_MINUTES) * DAY_MINUTES;
  }

  get localDay(): number {
    return Math.floor(this.#localMinutes() / DAY_MINUTES);
  }

  get merchant(): Merchant | null {
    const number = this.#otherSide("merchant");
    return number === null ? null : (this.columns.merchants()[number] ?? null);
  }

  get counterpartyAccount(): number | null {
    return this.#otherSide("account");
  }

  #localMinutes(): number {
    return Math.floor(this.time / 60_000) + this.utcOffsetMinutes;
  }

  #otherSide(kind: CounterpartyKind): number | null {
    if (this.counterpartyKind !== kind) return null;
    const { counterparty } = this;
    return counterparty === null ? null : Number(counterparty);
  }
}

/** The lazy rows of accounts. */
export interface RowSets {
  readonly tables: Tables;
  readonly transactions: LegColumns;
  readonly events: EventColumns;
}

function transactionsOf({ tables, transactions }: RowSets, account: number): readonly Transaction[] {
  const { starts } = tables.transactions;
  const rows: Transaction[] = [];
  const [first, end] = [starts[account], starts[account + 1]];
  for (let row = first; row < end; row++) rows[row - first] = new Leg(transactions, row);
  return rows;
}

function eventsOf({ tables, events }: RowSets, account: number): readonly Event[] {
  const { starts } = tables.events;
  const rows: Event[] = [];
  const [first, end] = [starts[account], starts[account + 1]];
  for (let row = first; row < end; row++) rows[row - first] = new EventRow(events, row);
  return rows;
}

/** An account, which reads its columns, its transactions and its events when asked. */
export class BankAccount extends AccountRow implements Account {
  readonly #sets: RowSets;
  #transactions: readonly Transaction[] | null = null;
  #events: readonly Event[] | null = null;

  constructor(columns: AccountColumns, row: number, sets: RowSets) {
    super(columns, row);
    this.#sets = sets;
  }

  get transactions(): readonly Transaction[] {
    return (this.#transactions ??= transactionsOf(this.#sets, this.row));
  }

  get events(): readonly Event[] {
    return (this.#events ??= eventsOf(this.#sets, this.row));
  }
}
