/** Accounts: their columns, and a row that reads them, its transactions and its events when asked. */
import { ACCOUNT_COLUMNS } from "../columns.ts";
import type { Account, Event, Transaction } from "../tables.ts";
import { ACCOUNT_KINDS, type AccountKind } from "../vocabulary.ts";
import type { ColumnOpener } from "./column-opener.ts";
import type { Int32Column, Int64Column } from "./number-columns.ts";
import { asPlain, INSPECT } from "./plain-row.ts";
import type { TextColumn } from "./text-column.ts";
import type { RowSets } from "./row-sets.ts";

export class AccountColumns {
  readonly rows: number;
  readonly account: Int32Column;
  readonly institution: TextColumn<string>;
  readonly kind: TextColumn<AccountKind>;
  readonly openedOn: Int32Column;
  readonly occupation: TextColumn<string>;
  readonly declaredIncomeCents: Int64Column;
  readonly householdSize: Int32Column;
  readonly homeCity: TextColumn<string>;
  readonly homeProvince: TextColumn<string>;
  readonly businessType: TextColumn<string>;
  readonly openMinute: Int32Column;
  readonly closeMinute: Int32Column;
  readonly ownerToken: TextColumn<string>;
  readonly phoneToken: TextColumn<string>;
  readonly emailToken: TextColumn<string>;
  readonly addressToken: TextColumn<string>;
  readonly handle: TextColumn<string>;

  constructor(opener: ColumnOpener) {
    this.rows = opener.rows;
    this.account = opener.int32("account");
    this.institution = opener.text("institution");
    this.kind = opener.words("kind", ACCOUNT_KINDS);
    this.openedOn = opener.int32("openedOn");
    this.occupation = opener.text("occupation");
    this.declaredIncomeCents = opener.int64("declaredIncomeCents");
    this.householdSize = opener.int32("householdSize");
    this.homeCity = opener.text("homeCity");
    this.homeProvince = opener.text("homeProvince");
    this.businessType = opener.text("businessType");
    this.openMinute = opener.int32("openMinute");
    this.closeMinute = opener.int32("closeMinute");
    this.ownerToken = opener.text("ownerToken");
    this.phoneToken = opener.text("phoneToken");
    this.emailToken = opener.text("emailToken");
    this.addressToken = opener.text("addressToken");
    this.handle = opener.text("handle");
  }
}

export class AccountRow implements Account {
  private readonly columns: AccountColumns;
  private readonly row: number;
  private readonly sets: RowSets;
  private transactionRows: readonly Transaction[] | null = null;
  private eventRows: readonly Event[] | null = null;

  constructor(columns: AccountColumns, row: number, sets: RowSets) {
    this.columns = columns;
    this.row = row;
    this.sets = sets;
  }

  get account(): number {
    return this.columns.account.at(this.row);
  }

  get institution(): string {
    return this.columns.institution.at(this.row);
  }

  get kind(): AccountKind {
    return this.columns.kind.at(this.row);
  }

  get openedOn(): number {
    return this.columns.openedOn.at(this.row);
  }

  get occupation(): string | null {
    return this.columns.occupation.atOrNull(this.row);
  }

  get declaredIncomeCents(): number | null {
    return this.columns.declaredIncomeCents.atOrNull(this.row);
  }

  get householdSize(): number | null {
    return this.columns.householdSize.atOrNull(this.row);
  }

  get homeCity(): string {
    return this.columns.homeCity.at(this.row);
  }

  get homeProvince(): string {
    return this.columns.homeProvince.at(this.row);
  }

  get businessType(): string | null {
    return this.columns.businessType.atOrNull(this.row);
  }

  get openMinute(): number | null {
    return this.columns.openMinute.atOrNull(this.row);
  }

  get closeMinute(): number | null {
    return this.columns.closeMinute.atOrNull(this.row);
  }

  get ownerToken(): string {
    return this.columns.ownerToken.at(this.row);
  }

  get phoneToken(): string | null {
    return this.columns.phoneToken.atOrNull(this.row);
  }

  get emailToken(): string | null {
    return this.columns.emailToken.atOrNull(this.row);
  }

  get addressToken(): string {
    return this.columns.addressToken.at(this.row);
  }

  get handle(): string | null {
    return this.columns.handle.atOrNull(this.row);
  }

  get transactions(): readonly Transaction[] {
    return (this.transactionRows ??= this.sets.transactionsOf(this.row));
  }

  get events(): readonly Event[] {
    return (this.eventRows ??= this.sets.eventsOf(this.row));
  }

  toJSON(): object {
    return asPlain(this, ACCOUNT_COLUMNS);
  }

  [INSPECT](): object {
    return this.toJSON();
  }
}
