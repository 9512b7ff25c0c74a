/** Merchants: their columns, and a row that reads them when asked. */
import { MERCHANT_COLUMNS } from "../columns.ts";
import type { Merchant } from "../tables.ts";
import type { ColumnOpener } from "./column-opener.ts";
import type { Int32Column } from "./number-columns.ts";
import { asPlain, INSPECT } from "./plain-row.ts";
import type { TextColumn } from "./text-column.ts";

export class MerchantColumns {
  readonly rows: number;
  readonly merchant: Int32Column;
  readonly name: TextColumn<string>;
  readonly mcc: Int32Column;
  readonly city: TextColumn<string>;
  readonly province: TextColumn<string>;
  readonly country: TextColumn<string>;
  readonly openMinute: Int32Column;
  readonly closeMinute: Int32Column;
  readonly ownerToken: TextColumn<string>;

  constructor(opener: ColumnOpener) {
    this.rows = opener.rows;
    this.merchant = opener.int32("merchant");
    this.name = opener.text("name");
    this.mcc = opener.int32("mcc");
    this.city = opener.text("city");
    this.province = opener.text("province");
    this.country = opener.text("country");
    this.openMinute = opener.int32("openMinute");
    this.closeMinute = opener.int32("closeMinute");
    this.ownerToken = opener.text("ownerToken");
  }
}

export class MerchantRow implements Merchant {
  private readonly columns: MerchantColumns;
  private readonly row: number;

  constructor(columns: MerchantColumns, row: number) {
    this.columns = columns;
    this.row = row;
  }

  get merchant(): number {
    return this.columns.merchant.at(this.row);
  }

  get name(): string {
    return this.columns.name.at(this.row);
  }

  get mcc(): number {
    return this.columns.mcc.at(this.row);
  }

  get city(): string | null {
    return this.columns.city.atOrNull(this.row);
  }

  get province(): string | null {
    return this.columns.province.atOrNull(this.row);
  }

  get country(): string {
    return this.columns.country.at(this.row);
  }

  get openMinute(): number | null {
    return this.columns.openMinute.atOrNull(this.row);
  }

  get closeMinute(): number | null {
    return this.columns.closeMinute.atOrNull(this.row);
  }

  get ownerToken(): string | null {
    return this.columns.ownerToken.atOrNull(this.row);
  }

  toJSON(): object {
    return asPlain(this, MERCHANT_COLUMNS);
  }

  [INSPECT](): object {
    return this.toJSON();
  }
}
