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

/** What a transaction knows beside its columns. */
type Beyond = Pick<Transaction, "localHour" | "localMinute" | "localDay" | "merchant" | "counterpartyAccount">;

declare module "./made.ts" {
  interface TransactionRow<Columns extends TransactionColumns = TransactionColumns> extends Beyond {
    readonly columnsOfRow?: Columns;
  }
}

function localMinutes({ time, utcOffsetMinutes }: Transaction): number {
  return Math.floor(time / 60_000) + utcOffsetMinutes;
}

function otherSide({ counterpartyKind, counterparty }: Transaction, kind: CounterpartyKind): number | null {
  return counterpartyKind !== kind || counterparty === null ? null : Number(counterparty);
}

/** Never made: its getters are put on the rows' own prototype, for rows of a derived class cost twice as much to make. */
class Leg extends TransactionRow<LegColumns> implements Transaction {
  override get localHour(): number {
    return Math.floor(this.localMinute / 60);
  }

  override get localMinute(): number {
    const minutes = localMinutes(this);
    return minutes - Math.floor(minutes / DAY_MINUTES) * DAY_MINUTES;
  }

  override get localDay(): number {
    return Math.floor(localMinutes(this) / DAY_MINUTES);
  }

  override get merchant(): Merchant | null {
    const number = otherSide(this, "merchant");
    return number === null ? null : (this.columns.merchants()[number] ?? null);
  }

  override get counterpartyAccount(): number | null {
    return otherSide(this, "account");
  }
}

for (const [name, getter] of Object.entries(Object.getOwnPropertyDescriptors(Leg.prototype)))
  if (name !== "constructor") Object.defineProperty(TransactionRow.prototype, name, getter);

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
  for (let row = first; row < end; row++) rows[row - first] = new TransactionRow(transactions, row);
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
