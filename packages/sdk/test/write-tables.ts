/** Writes small data sets for tests: `layout.json` and one file a table, with the bytes where the layout says. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileName, type ColumnKind, type ColumnTable } from "../src/reader/columns.ts";
import type { ColumnLayout, Layout, Span, TableLayout } from "../src/reader/layout.ts";
import { ACCOUNT_COLUMNS, EVENT_COLUMNS, MERCHANT_COLUMNS, TRANSACTION_COLUMNS } from "../src/worlds/index.ts";

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
export interface SmallWorld {
  readonly accounts: readonly Row[];
  readonly transactions: readonly Row[];
  readonly events: readonly Row[];
  readonly merchants: readonly Row[];
}

const TABLES: Readonly<Record<keyof SmallWorld, ColumnTable>> = {
  accounts: ACCOUNT_COLUMNS,
  transactions: TRANSACTION_COLUMNS,
  events: EVENT_COLUMNS,
  merchants: MERCHANT_COLUMNS,
};

class Bytes {
  readonly parts: Uint8Array[] = [new Uint8Array(8)];
  length = 8;

  add(view: ArrayBufferView): Span {
    const span: Span = [this.length, view.byteLength];
    const padded = new Uint8Array(Math.ceil(view.byteLength / 8) * 8);
    padded.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
    this.parts.push(padded);
    this.length += padded.length;
    return span;
  }
}

function defaultOf(kind: ColumnKind): Value {
  if (kind.endsWith("?")) return null;
  return kind === "text" ? "-" : 0;
}

function column(name: string, kind: ColumnKind, rows: readonly Row[], bytes: Bytes): ColumnLayout {
  const values = rows.map((row) => (row[name] === undefined ? defaultOf(kind) : row[name]));
  const validity = new Uint8Array(Math.ceil(rows.length / 8));
  values.forEach((value, i) => {
    if (value !== null) validity[i >> 3] |= 1 << (i & 7);
  });
  const nullable = kind.endsWith("?");
  const type = kind.replace("?", "") as ColumnLayout["type"];
  const words = [...new Set(values.filter((value) => typeof value === "string"))].sort();
  const numbers = values.map((value) => (typeof value === "string" ? words.indexOf(value) : (value ?? 0)));
  const wide = type === "int64" || type === "timestamp";
  const encoded = words.map((word) => new TextEncoder().encode(word));
  const offsets = Int32Array.from([
    0,
    ...encoded.map((_, i) => encoded.slice(0, i + 1).reduce((sum, word) => sum + word.length, 0)),
  ]);
  return {
    name: fileName(name),
    type,
    nullable,
    validity: values.includes(null) ? bytes.add(validity) : null,
    values: bytes.add(
      wide ? BigInt64Array.from(numbers, BigInt) : type === "flag" ? Int8Array.from(numbers) : Int32Array.from(numbers),
    ),
    dictionary:
      type === "text" ? { size: words.length, offsets: bytes.add(offsets), bytes: bytes.add(Buffer.concat(encoded)) } : null,
  };
}

export interface WrittenWorld {
  readonly layout: Layout;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Lays a small bank out in memory; columns that a row leaves out are null, 0 or "-". */
export function layOut(world: SmallWorld): WrittenWorld {
  return layOutTables(TABLES, { ...world });
}

/** The same of any world's tables. */
export function layOutTables(
  kindsOf: Readonly<Record<string, ColumnTable>>,
  world: Readonly<Record<string, readonly Row[]>>,
): WrittenWorld {
  const files = new Map<string, Uint8Array>();
  const tables = Object.entries(kindsOf).map(([name, kinds]): TableLayout => {
    const bytes = new Bytes();
    const rows = world[name];
    const columns = Object.entries(kinds).map(([key, kind]) => column(key, kind, rows, bytes));
    files.set(`${name}.arrow`, Buffer.concat(bytes.parts));
    return { name, file: `${name}.arrow`, rows: rows.length, columns };
  });
  return { layout: { layoutVersion: 1, tables }, files };
}

/** Writes a small bank into a folder, as a run sees it at /data. */
export function writeWorld(folder: string, world: SmallWorld): void {
  writeTables(folder, layOut(world));
}

export function writeTables(folder: string, { layout, files }: WrittenWorld): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "layout.json"), JSON.stringify(layout));
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
}

const BASE_TRANSACTION = { direction: "credit", channel: "pos", status: "posted", counterpartyKind: "none", code: "purchase" };

/** Three accounts (the second without rows), five transactions, two events, two merchants. */
export const SMALL_WORLD: SmallWorld = {
  accounts: [
    {
      account: 0,
      institution: "Lac Bleu",
      kind: "personal",
      homeCity: "Montréal",
      homeProvince: "QC",
      declaredIncomeCents: 5_200_000,
      openedOn: 19_000,
    },
    {
      account: 1,
      institution: "Harbour",
      kind: "business",
      homeCity: "Halifax",
      homeProvince: "NS",
      openMinute: 540,
      closeMinute: 1_560,
    },
    { account: 2, institution: "Harbour", kind: "personal", homeCity: "Halifax", homeProvince: "NS", occupation: "cook" },
  ],
  transactions: [
    {
      ...BASE_TRANSACTION,
      transaction: 4_503_599_627_370_495,
      account: 0,
      time: 1_735_700_400_000,
      utcOffsetMinutes: -300,
      amountCents: 12_345,
      balanceAfterCents: -5,
      channel: "abm-cash",
      code: "deposit",
      city: "Montréal",
    },
    {
      ...BASE_TRANSACTION,
      transaction: 7,
      account: 0,
      time: 1_735_700_400_000,
      utcOffsetMinutes: -300,
      amountCents: 6_000_000_000,
      counterpartyKind: "merchant",
      counterparty: "1",
      mcc: 7011,
      direction: "debit",
    },
    {
      ...BASE_TRANSACTION,
      transaction: 11,
      account: 2,
      time: 1_735_790_000_000,
      utcOffsetMinutes: -240,
      amountCents: 100,
      counterpartyKind: "account",
      counterparty: "0",
      transfer: 99,
      channel: "e-transfer",
      memo: "été",
    },
    { ...BASE_TRANSACTION, transaction: 12, account: 2, time: 1_735_800_000_000, utcOffsetMinutes: -210, amountCents: 200 },
    {
      ...BASE_TRANSACTION,
      transaction: 13,
      account: 2,
      time: 1_735_900_000_000,
      utcOffsetMinutes: -240,
      amountCents: 300,
      channel: "abm-cash",
    },
  ],
  events: [
    { event: 21, account: 2, time: 1_735_790_000_001, type: "login", deviceToken: "d-1" },
    { event: 22, account: 2, time: 1_735_790_000_002, type: "branch-note", note: "client accompagné" },
  ],
  merchants: [
    { merchant: 0, name: "Dépanneur du Coin", mcc: 5499, city: "Montréal", country: "CA" },
    { merchant: 1, name: "Auberge du Phare", mcc: 7011, country: "CA", openMinute: 0 },
  ],
};
