/** What a detector gets of a bank's data. Amounts are cents, times milliseconds since 1970 in UTC, dates whole days since 1970; null is "not there". */
import type { AnyDataset, ColumnTable, TableColumns } from "../../reader/columns.ts";
import type { Account, ACCOUNT_COLUMNS, EVENT_COLUMNS, Merchant, MERCHANT_COLUMNS, TRANSACTION_COLUMNS } from "./made.ts";

/** A table whose rows lie by account: those of account a are starts[a] … starts[a + 1] − 1. @fr Une table rangée par compte : les rangées du compte a vont de starts[a] à starts[a + 1] − 1. */
export interface TableByAccount<Table extends ColumnTable> extends TableColumns<Table> {
  readonly starts: Int32Array;
}

export interface Tables {
  readonly accounts: TableColumns<typeof ACCOUNT_COLUMNS>;
  readonly transactions: TableByAccount<typeof TRANSACTION_COLUMNS>;
  readonly events: TableByAccount<typeof EVENT_COLUMNS>;
  readonly merchants: TableColumns<typeof MERCHANT_COLUMNS>;
}

/** Everything that a detector gets. @fr Tout ce que reçoit un détecteur. */
export interface Dataset extends AnyDataset {
  /** All accounts by number. @fr Tous les comptes, par numéro. */
  readonly accounts: readonly Account[];
  /** All merchants by number. @fr Tous les commerces, par numéro. */
  readonly merchants: readonly Merchant[];
  /** The same as columns. @fr La même chose en colonnes. */
  readonly tables: Tables;
}

/** A data set that can also hand out accounts which nobody keeps, so that a walk over all of them stays small. */
export interface WalkableDataset extends Dataset {
  freshAccount(account: number): Account;
}
