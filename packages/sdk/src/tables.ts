/** The rows that a detector sees. Amounts are cents, times milliseconds since 1970 in UTC, dates whole days since 1970; null is "not there". */
import type {
  ACCOUNT_COLUMNS,
  ColumnTable,
  EVENT_COLUMNS,
  MERCHANT_COLUMNS,
  NumberName,
  TextName,
  TRANSACTION_COLUMNS,
} from "./columns.ts";
import type { AccountKind, Channel, CounterpartyKind, Direction, EventType, Status } from "./vocabulary.ts";

/** One account; its number is its id. */
export interface Account {
  /** The account's number. */
  readonly account: number;
  readonly institution: string;
  readonly kind: AccountKind;
  /** Whole days since 1970-01-01. */
  readonly openedOn: number;
  readonly occupation: string | null;
  /** Stated yearly income, in cents. */
  readonly declaredIncomeCents: number | null;
  readonly householdSize: number | null;
  readonly homeCity: string;
  readonly homeProvince: string;
  readonly businessType: string | null;
  /** Minutes after local midnight; businesses only. */
  readonly openMinute: number | null;
  /** Minutes after local midnight, over 1440 when past it; businesses only. */
  readonly closeMinute: number | null;
  readonly ownerToken: string;
  readonly phoneToken: string | null;
  readonly emailToken: string | null;
  readonly addressToken: string;
  readonly handle: string | null;
  /** In the order of time. */
  readonly transactions: readonly Transaction[];
  /** In the order of time. */
  readonly events: readonly Event[];
}

/** One leg of a payment, as the account's own bank sees it. Its columns are read when they are asked for. */
export interface Transaction {
  /** The transaction's id: what evidence cites. */
  readonly transaction: number;
  /** Number of the account whose leg this is. */
  readonly account: number;
  /** Joins the two legs where both accounts are in the set. */
  readonly transfer: number | null;
  /** Milliseconds since 1970-01-01, UTC. */
  readonly time: number;
  readonly utcOffsetMinutes: number;
  /** credit: money in; debit: money out. */
  readonly direction: Direction;
  /** Above zero, whichever the direction. */
  readonly amountCents: number;
  readonly balanceAfterCents: number;
  readonly channel: Channel;
  /** What the bank calls it: payroll, rent, bill, purchase, transfer, withdrawal, deposit, refund… */
  readonly code: string;
  /** Third party who deposited cash. */
  readonly depositorToken: string | null;
  readonly status: Status;
  readonly counterpartyKind: CounterpartyKind;
  /** Number of an account or a merchant, or a token, by `counterpartyKind`. */
  readonly counterparty: string | null;
  readonly counterpartyName: string | null;
  /** Merchant category code (ISO 18245). */
  readonly mcc: number | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly country: string | null;
  readonly terminalToken: string | null;
  readonly deviceToken: string | null;
  readonly processor: string | null;
  readonly memo: string | null;

  /** Hour of the local clock, 0 to 23. */
  readonly localHour: number;
  /** Minutes after local midnight, 0 to 1439. */
  readonly localMinute: number;
  /** Local calendar day, in whole days since 1970-01-01. */
  readonly localDay: number;
  /** The merchant on the other side, if it is one. */
  readonly merchant: Merchant | null;
  /** Number of the account on the other side, if it is one of the set. */
  readonly counterpartyAccount: number | null;
}

/** Something that happened on an account and moved no money. */
export interface Event {
  /** The event's id: what evidence cites. */
  readonly event: number;
  readonly account: number;
  /** Milliseconds since 1970-01-01, UTC. */
  readonly time: number;
  readonly type: EventType;
  readonly city: string | null;
  readonly deviceToken: string | null;
  readonly valueToken: string | null;
  readonly note: string | null;
}

/** One merchant; its number is its id. */
export interface Merchant {
  readonly merchant: number;
  readonly name: string;
  readonly mcc: number;
  /** None for an online merchant. */
  readonly city: string | null;
  readonly province: string | null;
  readonly country: string;
  /** Minutes after local midnight. */
  readonly openMinute: number | null;
  /** Minutes after local midnight, over 1440 when past it. */
  readonly closeMinute: number | null;
  readonly ownerToken: string | null;
}

/** A whole table by columns. `from` and `to` give the rows from … to − 1; without them, all. Do not write into what it returns. */
export interface TableColumns<Table extends ColumnTable> {
  readonly rows: number;
  /** Int32Array, or Float64Array for 64-bit columns and for those that may be missing, where a missing value is NaN. */
  numbers(name: NumberName<Table>, from?: number, to?: number): Int32Array | Float64Array;
  /** Places in `words(name)`, −1 where nothing is there. */
  codes(name: TextName<Table>, from?: number, to?: number): Int32Array;
  /** The column's different words. */
  words(name: TextName<Table>): readonly string[];
}

/** A table whose rows lie by account: those of account a are starts[a] … starts[a + 1] − 1. */
export interface TableByAccount<Table extends ColumnTable> extends TableColumns<Table> {
  readonly starts: Int32Array;
}

export interface Tables {
  readonly accounts: TableColumns<typeof ACCOUNT_COLUMNS>;
  readonly transactions: TableByAccount<typeof TRANSACTION_COLUMNS>;
  readonly events: TableByAccount<typeof EVENT_COLUMNS>;
  readonly merchants: TableColumns<typeof MERCHANT_COLUMNS>;
}

/** Everything that a detector gets. */
export interface Dataset {
  /** All accounts by number. */
  readonly accounts: readonly Account[];
  /** All merchants by number. */
  readonly merchants: readonly Merchant[];
  /** The same as columns. */
  readonly tables: Tables;
}
