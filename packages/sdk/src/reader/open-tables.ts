/** Puts a data set together from its layout and its bytes; runs in a browser too. */
import type { ByteSource } from "../byte-source.ts";
import { ACCOUNT_COLUMNS, EVENT_COLUMNS, MERCHANT_COLUMNS, TRANSACTION_COLUMNS, type ColumnTable } from "../columns.ts";
import { checkedLayout } from "../layout-check.ts";
import type { Layout } from "../layout.ts";
import type { Account, Dataset, Merchant, TableByAccount, Tables } from "../tables.ts";
import { AccountColumns, AccountRow } from "./account-row.ts";
import { ColumnOpener, OpenedTable } from "./column-opener.ts";
import { EventColumns } from "./event-row.ts";
import { MerchantColumns, MerchantRow } from "./merchant-row.ts";
import { accountStarts, RowSets } from "./row-sets.ts";
import { TransactionColumns } from "./transaction-row.ts";

/** A table sorted by account. */
class OpenedByAccount<Table extends ColumnTable> extends OpenedTable<Table> implements TableByAccount<Table> {
  private readonly readStarts: () => Int32Array;
  private known: Int32Array | null = null;

  constructor(opener: ColumnOpener, kinds: Table, readStarts: () => Int32Array) {
    super(opener, kinds);
    this.readStarts = readStarts;
  }

  get starts(): Int32Array {
    return (this.known ??= this.readStarts());
  }
}

class OpenedDataset implements Dataset {
  readonly tables: Tables;
  private readonly accountColumns: AccountColumns;
  private readonly merchantColumns: MerchantColumns;
  private readonly sets: RowSets;
  private accountRows: readonly Account[] | null = null;
  private merchantRows: readonly Merchant[] | null = null;

  constructor(layout: Layout, sourceOf: (file: string) => ByteSource) {
    const open = (table: string) => new ColumnOpener(layout, table, sourceOf);
    const [accounts, transactions, events, merchants] = [
      open("accounts"),
      open("transactions"),
      open("events"),
      open("merchants"),
    ];
    const startsOf = (opener: ColumnOpener, table: string) => () =>
      accountStarts(opener.int32("account").numbers(), opener.rows, accounts.rows, table);
    this.tables = {
      accounts: new OpenedTable(accounts, ACCOUNT_COLUMNS),
      transactions: new OpenedByAccount(transactions, TRANSACTION_COLUMNS, startsOf(transactions, "transactions")),
      events: new OpenedByAccount(events, EVENT_COLUMNS, startsOf(events, "events")),
      merchants: new OpenedTable(merchants, MERCHANT_COLUMNS),
    };
    this.accountColumns = new AccountColumns(accounts);
    this.merchantColumns = new MerchantColumns(merchants);
    this.sets = new RowSets(
      new TransactionColumns(transactions, () => this.merchants),
      new EventColumns(events),
      () => this.tables.transactions.starts,
      () => this.tables.events.starts,
    );
  }

  get accounts(): readonly Account[] {
    return (this.accountRows ??= Array.from({ length: this.accountColumns.rows }, (_, row) => this.freshAccount(row)));
  }

  get merchants(): readonly Merchant[] {
    return (this.merchantRows ??= Array.from(
      { length: this.merchantColumns.rows },
      (_, row) => new MerchantRow(this.merchantColumns, row),
    ));
  }

  freshAccount(row: number): Account {
    return new AccountRow(this.accountColumns, row, this.sets);
  }
}

/** A data set that can also hand out accounts which nobody keeps, so that a walk over all of them stays small. */
export interface WalkableDataset extends Dataset {
  freshAccount(account: number): Account;
}

/**
 * Opens a data set from what stood in `layout.json` and a way to the tables' bytes.
 * @throws SdkError `bad-layout` or `other-layout`.
 */
export function openTables(layout: unknown, sourceOf: (file: string) => ByteSource): WalkableDataset {
  return new OpenedDataset(checkedLayout(layout), sourceOf);
}
