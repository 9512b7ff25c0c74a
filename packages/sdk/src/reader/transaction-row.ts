/** Transactions: their columns, and a row that reads them when asked. A row is two words, so that millions are cheap. */
import { TRANSACTION_COLUMNS } from "../columns.ts";
import type { Merchant, Transaction } from "../tables.ts";
import {
  DIRECTIONS,
  type Direction,
  CHANNELS,
  type Channel,
  STATUSES,
  type Status,
  COUNTERPARTY_KINDS,
  type CounterpartyKind,
} from "../vocabulary.ts";
import type { ColumnOpener } from "./column-opener.ts";
import type { Int32Column, Int64Column } from "./number-columns.ts";
import { asPlain, INSPECT } from "./plain-row.ts";
import type { TextColumn } from "./text-column.ts";

const DAY_MINUTES = 1440;

export class TransactionColumns {
  /** All merchants, by number. */
  readonly merchants: () => readonly Merchant[];
  readonly rows: number;
  readonly transaction: Int64Column;
  readonly account: Int32Column;
  readonly transfer: Int64Column;
  readonly time: Int64Column;
  readonly utcOffsetMinutes: Int32Column;
  readonly direction: TextColumn<Direction>;
  readonly amountCents: Int64Column;
  readonly balanceAfterCents: Int64Column;
  readonly channel: TextColumn<Channel>;
  readonly code: TextColumn<string>;
  readonly depositorToken: TextColumn<string>;
  readonly status: TextColumn<Status>;
  readonly counterpartyKind: TextColumn<CounterpartyKind>;
  readonly counterparty: TextColumn<string>;
  readonly counterpartyName: TextColumn<string>;
  readonly mcc: Int32Column;
  readonly city: TextColumn<string>;
  readonly province: TextColumn<string>;
  readonly country: TextColumn<string>;
  readonly terminalToken: TextColumn<string>;
  readonly deviceToken: TextColumn<string>;
  readonly processor: TextColumn<string>;
  readonly memo: TextColumn<string>;

  constructor(opener: ColumnOpener, merchants: () => readonly Merchant[]) {
    this.merchants = merchants;
    this.rows = opener.rows;
    this.transaction = opener.int64("transaction");
    this.account = opener.int32("account");
    this.transfer = opener.int64("transfer");
    this.time = opener.int64("time");
    this.utcOffsetMinutes = opener.int32("utcOffsetMinutes");
    this.direction = opener.words("direction", DIRECTIONS);
    this.amountCents = opener.int64("amountCents");
    this.balanceAfterCents = opener.int64("balanceAfterCents");
    this.channel = opener.words("channel", CHANNELS);
    this.code = opener.text("code");
    this.depositorToken = opener.text("depositorToken");
    this.status = opener.words("status", STATUSES);
    this.counterpartyKind = opener.words("counterpartyKind", COUNTERPARTY_KINDS);
    this.counterparty = opener.text("counterparty");
    this.counterpartyName = opener.text("counterpartyName");
    this.mcc = opener.int32("mcc");
    this.city = opener.text("city");
    this.province = opener.text("province");
    this.country = opener.text("country");
    this.terminalToken = opener.text("terminalToken");
    this.deviceToken = opener.text("deviceToken");
    this.processor = opener.text("processor");
    this.memo = opener.text("memo");
  }
}

export class TransactionRow implements Transaction {
  private readonly columns: TransactionColumns;
  private readonly row: number;

  constructor(columns: TransactionColumns, row: number) {
    this.columns = columns;
    this.row = row;
  }

  get transaction(): number {
    return this.columns.transaction.at(this.row);
  }

  get account(): number {
    return this.columns.account.at(this.row);
  }

  get transfer(): number | null {
    return this.columns.transfer.atOrNull(this.row);
  }

  get time(): number {
    return this.columns.time.at(this.row);
  }

  get utcOffsetMinutes(): number {
    return this.columns.utcOffsetMinutes.at(this.row);
  }

  get direction(): Direction {
    return this.columns.direction.at(this.row);
  }

  get amountCents(): number {
    return this.columns.amountCents.at(this.row);
  }

  get balanceAfterCents(): number {
    return this.columns.balanceAfterCents.at(this.row);
  }

  get channel(): Channel {
    return this.columns.channel.at(this.row);
  }

  get code(): string {
    return this.columns.code.at(this.row);
  }

  get depositorToken(): string | null {
    return this.columns.depositorToken.atOrNull(this.row);
  }

  get status(): Status {
    return this.columns.status.at(this.row);
  }

  get counterpartyKind(): CounterpartyKind {
    return this.columns.counterpartyKind.at(this.row);
  }

  get counterparty(): string | null {
    return this.columns.counterparty.atOrNull(this.row);
  }

  get counterpartyName(): string | null {
    return this.columns.counterpartyName.atOrNull(this.row);
  }

  get mcc(): number | null {
    return this.columns.mcc.atOrNull(this.row);
  }

  get city(): string | null {
    return this.columns.city.atOrNull(this.row);
  }

  get province(): string | null {
    return this.columns.province.atOrNull(this.row);
  }

  get country(): string | null {
    return this.columns.country.atOrNull(this.row);
  }

  get terminalToken(): string | null {
    return this.columns.terminalToken.atOrNull(this.row);
  }

  get deviceToken(): string | null {
    return this.columns.deviceToken.atOrNull(this.row);
  }

  get processor(): string | null {
    return this.columns.processor.atOrNull(this.row);
  }

  get memo(): string | null {
    return this.columns.memo.atOrNull(this.row);
  }

  get localHour(): number {
    return Math.floor(this.localMinute / 60);
  }

  get localMinute(): number {
    const minutes = this.localMinutes;
    return minutes - Math.floor(minutes / DAY_MINUTES) * DAY_MINUTES;
  }

  get localDay(): number {
    return Math.floor(this.localMinutes / DAY_MINUTES);
  }

  get merchant(): Merchant | null {
    const number = this.otherSide("merchant");
    return number === null ? null : (this.columns.merchants()[number] ?? null);
  }

  get counterpartyAccount(): number | null {
    return this.otherSide("account");
  }

  private get localMinutes(): number {
    return Math.floor(this.time / 60_000) + this.utcOffsetMinutes;
  }

  private otherSide(kind: CounterpartyKind): number | null {
    if (this.counterpartyKind !== kind) return null;
    const { counterparty } = this;
    return counterparty === null ? null : Number(counterparty);
  }

  toJSON(): object {
    return asPlain(this, TRANSACTION_COLUMNS);
  }

  [INSPECT](): object {
    return this.toJSON();
  }
}
