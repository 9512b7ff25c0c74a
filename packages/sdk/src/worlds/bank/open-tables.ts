/** Puts a bank's data set together from its layout and its bytes; runs in a browser too. */
import type { ByteSource } from "../../reader/byte-source.ts";
import { OpenedTable } from "../../reader/column-opener.ts";
import { OpenedTables } from "../../reader/opened-tables.ts";
import type { Tables, WalkableDataset } from "./dataset.ts";
import {
  ACCOUNT_COLUMNS,
  AccountColumns,
  EVENT_COLUMNS,
  EventColumns,
  MERCHANT_COLUMNS,
  MerchantColumns,
  MerchantRow,
  TRANSACTION_COLUMNS,
  type Account,
  type Merchant,
} from "./made.ts";
import { OpenedByAccount } from "./row-starts.ts";
import { BankAccount, LegColumns, type RowSets } from "./rows.ts";

class BankDataset extends OpenedTables implements WalkableDataset {
  readonly tables: Tables;
  readonly #accountColumns: AccountColumns;
  readonly #merchantColumns: MerchantColumns;
  readonly #sets: RowSets;
  #accounts: readonly Account[] | null = null;
  #merchants: readonly Merchant[] | null = null;

  constructor(layout: unknown, sourceOf: (file: string) => ByteSource) {
    super(layout, sourceOf);
    const [accounts, transactions] = [this.opener("accounts"), this.opener("transactions")];
    const [events, merchants] = [this.opener("events"), this.opener("merchants")];
    this.tables = {
      accounts: new OpenedTable(accounts, ACCOUNT_COLUMNS),
      transactions: new OpenedByAccount(transactions, TRANSACTION_COLUMNS, accounts.rows, "transactions"),
      events: new OpenedByAccount(events, EVENT_COLUMNS, accounts.rows, "events"),
      merchants: new OpenedTable(merchants, MERCHANT_COLUMNS),
    };
    this.#accountColumns = new AccountColumns(accounts);
    this.#merchantColumns = new MerchantColumns(merchants);
    const legs = new LegColumns(transactions, () => this.merchants);
    this.#sets = { tables: this.tables, transactions: legs, events: new EventColumns(events) };
  }

  get accounts(): readonly Account[] {
    return (this.#accounts ??= Array.from({ length: this.tables.accounts.rows }, (_, row) => this.freshAccount(row)));
  }

  get merchants(): readonly Merchant[] {
    const columns = this.#merchantColumns;
    return (this.#merchants ??= Array.from({ length: columns.rows }, (_, row) => new MerchantRow(columns, row)));
  }

  freshAccount(row: number): Account {
    return new BankAccount(this.#accountColumns, row, this.#sets);
  }
}

/**
 * Opens a bank's data set from what stood in `layout.json` and a way to the tables' bytes.
 * @throws SdkError `bad-layout` or `other-layout`.
 */
export function openTables(layout: unknown, sourceOf: (file: string) => ByteSource): WalkableDataset {
  return new BankDataset(layout, sourceOf);
}
