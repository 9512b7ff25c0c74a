/** From an account's happenings to the columns of `events`. */
import { EVENT_TYPES } from "@vigie/spec/bank";
import { CITY_NAMES } from "../../../ground/geography.ts";
import type { Ground } from "../ground/ground.ts";
import { NOTES } from "../ground/memos.ts";
import { GrowingTable } from "../../../columns/growing-table.ts";
import type { Ledger } from "./ledger.ts";
import { IDS_PER_ACCOUNT } from "./transaction-writer.ts";
import { TokenColumn } from "./token-column.ts";

const BRANCH_NOTE = EVENT_TYPES.indexOf("branch-note");

export class EventWriter {
  readonly #ground: Ground;
  readonly #devices: TokenColumn;
  readonly #values: TokenColumn;
  readonly #reuse: boolean;
  #table = new GrowingTable(16);
  #planted: number[] = [];

  /** @param reuse true where a block's columns are good only until the next block begins. */
  constructor(ground: Ground, reuse: boolean) {
    this.#ground = ground;
    this.#reuse = reuse;
    this.#devices = new TokenColumn(ground.tokens);
    this.#values = new TokenColumn(ground.tokens);
  }

  restart(expectedRows: number): void {
    if (this.#reuse) this.#table.clear();
    else this.#table = new GrowingTable(expectedRows);
    this.#planted = [];
    this.#devices.restart();
    this.#values.restart();
    this.write(-1, null);
  }

  /** Appends an account's events, sorted by time; without a ledger, only names the columns. */
  write(account: number, ledger: Ledger | null): void {
    const t = this.#table;
    if (ledger) t.reserve(ledger.events.count);
    const id = t.double("event");
    const accounts = t.int("account");
    const time = t.double("time");
    const type = t.int("type", EVENT_TYPES);
    const city = t.int("city", CITY_NAMES);
    const device = t.int("device_token", this.#devices.words);
    const value = t.int("value_token", this.#values.words);
    const note = t.int("note", NOTES);
    if (!ledger) return;
    const { events } = ledger;
    const utc = (row: number) => events.local[row] - events.offset[row] * 60;
    const order = Array.from({ length: events.count }, (_, row) => row).sort((a, b) => utc(a) - utc(b) || a - b);
    const base = ledger.slot * IDS_PER_ACCOUNT + IDS_PER_ACCOUNT / 2;
    order.forEach((from, i) => {
      const to = t.rows++;
      id[to] = this.#ground.ids.forward(base + i);
      accounts[to] = account;
      time[to] = this.#ground.calendar.firstMs + utc(from) * 1000;
      type[to] = events.type[from];
      city[to] = events.place[from];
      device[to] =
        events.type[from] === BRANCH_NOTE || events.device[from] < 0
          ? -1
          : this.#devices.code(ledger.deviceToken[events.device[from]]);
      value[to] = events.value[from] < 0 ? -1 : this.#values.code(events.value[from]);
      note[to] = events.note[from];
      if (events.planted[from] !== 0) this.#planted.push(to, events.planted[from]);
    });
  }

  finish() {
    return { table: this.#table.batch(), planted: this.#planted };
  }
}
