/** From an account's happenings to the columns of `events`. */
import { EVENT_TYPES } from "@vigie/spec/bank";
import { DAY_SECONDS } from "../../../ground/calendar.ts";
import { CITY_NAMES } from "../../../ground/geography.ts";
import type { Ground } from "../ground/ground.ts";
import { NOTES } from "../ground/memos.ts";
import { GrowingTable } from "../../../columns/growing-table.ts";
import type { ShortWords } from "../../../columns/words.ts";
import type { Ledger } from "./ledger.ts";
import { IDS_PER_ACCOUNT } from "./transaction-writer.ts";
import { TimeOrder } from "./time-order.ts";
import { TokenColumn } from "./token-column.ts";

const BRANCH_NOTE = EVENT_TYPES.indexOf("branch-note");

/** Room for one account's events, which have the second half of its ids. */
const EVENTS_PER_ACCOUNT = IDS_PER_ACCOUNT / 2;

function columnsOf(t: GrowingTable, devices: ShortWords, values: ShortWords) {
  return {
    id: t.double("event"),
    account: t.int("account"),
    time: t.double("time"),
    type: t.int("type", EVENT_TYPES),
    city: t.int("city", CITY_NAMES),
    device: t.int("device_token", devices),
    value: t.int("value_token", values),
    note: t.int("note", NOTES),
  };
}

export class EventWriter {
  readonly #ground: Ground;
  readonly #devices: TokenColumn;
  readonly #values: TokenColumn;
  readonly #reuse: boolean;
  readonly #order = new TimeOrder();
  #table = new GrowingTable(16);
  #planted: number[] = [];
  #columns: ReturnType<typeof columnsOf>;

  /** @param reuse true where a block's columns are good only until the next block begins. */
  constructor(ground: Ground, reuse: boolean) {
    this.#ground = ground;
    this.#reuse = reuse;
    this.#devices = new TokenColumn(ground.tokens);
    this.#values = new TokenColumn(ground.tokens);
    this.#columns = columnsOf(this.#table, this.#devices.words, this.#values.words);
  }

  restart(expectedRows: number): void {
    if (this.#reuse) this.#table.clear();
    else this.#table = new GrowingTable(expectedRows);
    this.#planted = [];
    this.#devices.restart();
    this.#values.restart();
    this.#columns = columnsOf(this.#table, this.#devices.words, this.#values.words);
  }

  /** Appends an account's events, sorted by time. */
  write(account: number, { events, slot, deviceToken }: Ledger): void {
    const t = this.#table;
    if (t.reserve(events.count)) this.#columns = columnsOf(t, this.#devices.words, this.#values.words);
    const c = this.#columns;
    const { ids, calendar } = this.#ground;
    const base = slot * IDS_PER_ACCOUNT + EVENTS_PER_ACCOUNT;
    this.#order.sort(events);
    const { row, second } = this.#order;
    for (let i = 0; i < events.count; i++) {
      const from = row[i];
      const to = t.rows++;
      const device = events.type[from] === BRANCH_NOTE ? -1 : events.device[from];
      c.id[to] = ids.forward(base + i);
      c.account[to] = account;
      c.time[to] = calendar.firstMs + (second[i] - DAY_SECONDS) * 1000;
      c.type[to] = events.type[from];
      c.city[to] = events.place[from];
      c.device[to] = device < 0 ? -1 : this.#devices.code(deviceToken[device]);
      c.value[to] = events.value[from] < 0 ? -1 : this.#values.code(events.value[from]);
      c.note[to] = events.note[from];
      if (events.planted[from] !== 0) this.#planted.push(to, events.planted[from]);
    }
  }

  finish() {
    return { table: this.#table.batch(), planted: this.#planted };
  }
}
