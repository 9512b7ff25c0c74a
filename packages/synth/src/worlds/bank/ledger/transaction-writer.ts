/** From an account's statement to the columns of `transactions`. */
import { shortWordKey } from "@vigie/spec";
import { CHANNELS, COUNTERPARTY_KINDS, DIRECTIONS, STATUSES } from "@vigie/spec/bank";
import { CITIES, CITY_NAMES, PROVINCE_OF, PROVINCES } from "../../../ground/geography.ts";
import { MEMOS } from "../ground/memos.ts";
import type { Ground } from "../ground/ground.ts";
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import { CODES, PARTY, PROCESSORS, TEMPLATES } from "../ground/vocabulary.ts";
import { OWN_TERMINAL } from "../life/business.ts";
import { GrowingTable } from "../../../columns/growing-table.ts";
import type { Ledger } from "./ledger.ts";
import type { Partners } from "./partners.ts";
import type { Statement } from "./settle.ts";
import { TokenColumn } from "./token-column.ts";
import { NumberedWords, ShortWords } from "../../../columns/words.ts";

/** Ids of one account's rows: 4,096 transactions, then 4,096 events. */
export const IDS_PER_ACCOUNT = 8192;
const COUNTRIES = ["CA", "US"];

/** The names of people and trades, for columns to share. */
export function wordsOfNames({ names }: Ground): NumberedWords {
  return new NumberedWords(names.size, (name) => names.text(name));
}

/** Words that a writer keeps from block to block, by the columns that take them. */
interface ColumnWords {
  readonly depositors: ShortWords;
  readonly parties: ShortWords;
  readonly names: readonly string[];
  readonly terminals: ShortWords;
  readonly devices: ShortWords;
}

function columnsOf(t: GrowingTable, { depositors, parties, names, terminals, devices }: ColumnWords) {
  return {
    id: t.double("transaction"),
    account: t.int("account"),
    transfer: t.double("transfer"),
    hasTransfer: t.valid("transfer"),
    time: t.double("time"),
    offset: t.int("utc_offset_minutes"),
    direction: t.int("direction", DIRECTIONS),
    amount: t.double("amount_cents"),
    balance: t.double("balance_after_cents"),
    channel: t.int("channel", CHANNELS),
    code: t.int("code", CODES),
    depositor: t.int("depositor_token", depositors),
    status: t.int("status", STATUSES),
    partyKind: t.int("counterparty_kind", COUNTERPARTY_KINDS),
    party: t.int("counterparty", parties),
    name: t.int("counterparty_name", names),
    mcc: t.int("mcc"),
    hasMcc: t.valid("mcc"),
    city: t.int("city", CITY_NAMES),
    province: t.int("province", PROVINCES),
    country: t.int("country", COUNTRIES),
    terminal: t.int("terminal_token", terminals),
    device: t.int("device_token", devices),
    processor: t.int("processor", PROCESSORS),
    memo: t.int("memo", MEMOS),
  };
}

/** What a template says, by its number. */
const DIRECTION_OF = Int32Array.from(TEMPLATES, ({ direction }) => direction);
const CHANNEL_OF = Int32Array.from(TEMPLATES, ({ channel }) => channel);
const CODE_OF = Int32Array.from(TEMPLATES, ({ code }) => code);

export class TransactionWriter {
  readonly #ground: Ground;
  readonly #reuse: boolean;
  readonly #parties: ShortWords;
  readonly #outsiders: TokenColumn;
  readonly #names: NumberedWords;
  readonly #terminals: ShortWords;
  readonly #ownTerminals: TokenColumn;
  readonly #devices: TokenColumn;
  readonly #depositors: TokenColumn;
  readonly #outsiderCode = new Int32Array(2048);
  readonly #deviceCode = new Int32Array(16);
  readonly #machineBase: number;
  readonly #partners: Partners;
  #table = new GrowingTable(16);
  #planted: number[] = [];
  readonly #words: ColumnWords;
  #columns: ReturnType<typeof columnsOf>;

  /** @param names may be shared with other tables. @param reuse true where a block's columns are good only until the next block begins. */
  constructor(ground: Ground, accounts: number, partners: Partners, reuse: boolean, names = wordsOfNames(ground)) {
    const { tokens, merchants, machineStarts } = ground;
    this.#ground = ground;
    this.#partners = partners;
    this.#reuse = reuse;
    this.#machineBase = merchants.count * 2;
    this.#parties = new ShortWords(Math.max(accounts, merchants.count), (number) => shortWordKey(String(number)));
    this.#outsiders = new TokenColumn(tokens, this.#parties);
    this.#names = names;
    this.#terminals = new ShortWords(this.#machineBase + machineStarts[CITIES.length], (terminal) =>
      tokens.key(tokenNumber(TOKEN.terminal, terminal, 0)),
    );
    this.#ownTerminals = new TokenColumn(tokens, this.#terminals);
    this.#devices = new TokenColumn(tokens);
    this.#depositors = new TokenColumn(tokens);
    this.#words = {
      depositors: this.#depositors.words,
      parties: this.#parties,
      names: names.words,
      terminals: this.#terminals,
      devices: this.#devices.words,
    };
    this.#columns = columnsOf(this.#table, this.#words);
  }

  /** Starts a block. */
  restart(expectedRows: number): void {
    if (this.#reuse) this.#table.clear();
    else this.#table = new GrowingTable(expectedRows);
    this.#planted = [];
    for (const tokens of [this.#outsiders, this.#ownTerminals, this.#devices, this.#depositors]) tokens.restart();
    this.#columns = columnsOf(this.#table, this.#words);
  }

  /** Appends an account's statement, a few columns at a time: short loops over arrays go faster than one over everything. */
  write(account: number, ledger: Ledger, statement: Statement): void {
    const table = this.#table;
    const { count } = statement;
    if (table.reserve(count)) this.#columns = columnsOf(table, this.#words);
    this.#outsiderCode.fill(-1, 0, ledger.outsiders);
    this.#deviceCode.fill(-1);
    const at = table.rows;
    this.#columns.account.fill(account, at, at + count);
    this.#columns.balance.set(statement.balance.subarray(0, count), at);
    this.#writeTemplates(ledger, statement, at);
    this.#writeKeys(ledger, statement, at);
    this.#writePlain(ledger, statement, at);
    for (let i = 0; i < count; i++) {
      this.#writeParty(ledger, statement.row[i], at + i);
      this.#writeTokens(ledger, statement.row[i], at + i);
    }
    table.rows += count;
  }

  #writeTemplates({ rows }: Ledger, { count, row: order }: Statement, at: number): void {
    const { direction, channel, code } = this.#columns;
    for (let i = 0; i < count; i++) {
      const template = rows.template[order[i]];
      direction[at + i] = DIRECTION_OF[template];
      channel[at + i] = CHANNEL_OF[template];
      code[at + i] = CODE_OF[template];
    }
  }

  /** Ids, times, and the ids that both sides of a transfer share. */
  #writeKeys({ rows, slot }: Ledger, { count, row: order }: Statement, at: number): void {
    const { calendar, ids, transferIds } = this.#ground;
    const { id, time, transfer, hasTransfer } = this.#columns;
    const base = slot * IDS_PER_ACCOUNT;
    for (let i = 0; i < count; i++) {
      const from = order[i];
      const shared = rows.transfer[from];
      id[at + i] = ids.forward(base + i);
      time[at + i] = calendar.firstMs + (rows.local[from] - rows.offset[from] * 60) * 1000;
      hasTransfer[at + i] = shared >= 0 ? 1 : 0;
      transfer[at + i] = shared >= 0 ? transferIds.forward(shared) : 0;
    }
  }

  #writePlain({ rows }: Ledger, { count, row: order }: Statement, at: number): void {
    const { amount, offset, status, processor, memo, city, province } = this.#columns;
    for (let i = 0; i < count; i++) {
      const from = order[i];
      const to = at + i;
      const place = rows.place[from];
      amount[to] = rows.amount[from];
      offset[to] = rows.offset[from];
      status[to] = rows.status[from];
      processor[to] = rows.processor[from];
      memo[to] = rows.memo[from];
      city[to] = place;
      province[to] = place < 0 ? -1 : PROVINCE_OF[place];
      if (rows.planted[from] !== 0) this.#planted.push(to, rows.planted[from]);
    }
  }

  #writeTokens(ledger: Ledger, from: number, to: number): void {
    const { rows } = ledger;
    const { terminal, depositor, device } = this.#columns;
    terminal[to] = this.#terminalCode(ledger, rows.terminal[from]);
    depositor[to] = rows.depositor[from] < 0 ? -1 : this.#depositors.code(ledger.outsiderToken[rows.depositor[from]]);
    device[to] = rows.device[from] < 0 ? -1 : this.#deviceOf(ledger, rows.device[from]);
  }

  #writeParty(ledger: Ledger, from: number, to: number): void {
    const { rows } = ledger;
    const { merchants } = this.#ground;
    const c = this.#columns;
    const kind = rows.partyKind[from];
    const party = rows.party[from];
    c.partyKind[to] = kind;
    c.hasMcc[to] = kind === PARTY.merchant ? 1 : 0;
    c.mcc[to] = kind === PARTY.merchant ? merchants.mcc[party] : 0;
    c.country[to] = kind === PARTY.none ? -1 : rows.abroad[from];
    if (kind === PARTY.merchant) {
      c.party[to] = this.#parties.numbered(party);
      c.name[to] = this.#names.code(merchants.name[party]);
    } else if (kind === PARTY.account) {
      c.party[to] = this.#parties.numbered(this.#partners.account(party));
      c.name[to] = this.#names.code(this.#partners.handle(party));
    } else if (kind === PARTY.external) {
      if (this.#outsiderCode[party] < 0) this.#outsiderCode[party] = this.#outsiders.code(ledger.outsiderToken[party]);
      c.party[to] = this.#outsiderCode[party];
      c.name[to] = ledger.outsiderName[party] < 0 ? -1 : this.#names.code(ledger.outsiderName[party]);
    } else {
      c.party[to] = -1;
      c.name[to] = -1;
    }
  }

  #terminalCode(ledger: Ledger, terminal: number): number {
    if (terminal === -1) return -1;
    if (terminal === OWN_TERMINAL) return this.#ownTerminals.code(tokenNumber(TOKEN.shop, ledger.slot, 0));
    return this.#terminals.numbered(terminal >= 0 ? terminal : this.#machineBase - 2 - terminal);
  }

  #deviceOf(ledger: Ledger, device: number): number {
    if (this.#deviceCode[device] < 0) this.#deviceCode[device] = this.#devices.code(ledger.deviceToken[device]);
    return this.#deviceCode[device];
  }

  /** The block's table, and pairs of (row, bits) of what was planted. */
  finish() {
    return { table: this.#table.batch(), planted: this.#planted };
  }
}
