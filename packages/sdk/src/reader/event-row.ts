/** Events: their columns, and a row that reads them when asked. */
import { EVENT_COLUMNS } from "../columns.ts";
import type { Event } from "../tables.ts";
import { EVENT_TYPES, type EventType } from "../vocabulary.ts";
import type { ColumnOpener } from "./column-opener.ts";
import type { Int32Column, Int64Column } from "./number-columns.ts";
import { asPlain, INSPECT } from "./plain-row.ts";
import type { TextColumn } from "./text-column.ts";

export class EventColumns {
  readonly rows: number;
  readonly event: Int64Column;
  readonly account: Int32Column;
  readonly time: Int64Column;
  readonly type: TextColumn<EventType>;
  readonly city: TextColumn<string>;
  readonly deviceToken: TextColumn<string>;
  readonly valueToken: TextColumn<string>;
  readonly note: TextColumn<string>;

  constructor(opener: ColumnOpener) {
    this.rows = opener.rows;
    this.event = opener.int64("event");
    this.account = opener.int32("account");
    this.time = opener.int64("time");
    this.type = opener.words("type", EVENT_TYPES);
    this.city = opener.text("city");
    this.deviceToken = opener.text("deviceToken");
    this.valueToken = opener.text("valueToken");
    this.note = opener.text("note");
  }
}

export class EventRow implements Event {
  private readonly columns: EventColumns;
  private readonly row: number;

  constructor(columns: EventColumns, row: number) {
    this.columns = columns;
    this.row = row;
  }

  get event(): number {
    return this.columns.event.at(this.row);
  }

  get account(): number {
    return this.columns.account.at(this.row);
  }

  get time(): number {
    return this.columns.time.at(this.row);
  }

  get type(): EventType {
    return this.columns.type.at(this.row);
  }

  get city(): string | null {
    return this.columns.city.atOrNull(this.row);
  }

  get deviceToken(): string | null {
    return this.columns.deviceToken.atOrNull(this.row);
  }

  get valueToken(): string | null {
    return this.columns.valueToken.atOrNull(this.row);
  }

  get note(): string | null {
    return this.columns.note.atOrNull(this.row);
  }

  toJSON(): object {
    return asPlain(this, EVENT_COLUMNS);
  }

  [INSPECT](): object {
    return this.toJSON();
  }
}
