/**
 * A world of a few hand-made accounts, for tests: rows as plain objects, cut into blocks at will, each block with
 * dictionaries of its own.
 */
import type { Batches, Column, ColumnValues, Table, TableBatch, World } from "@vigie/spec";
import { BANK_TABLES } from "@vigie/spec/bank";

export type Row = Readonly<Record<string, string | number | null>>;
export type Rows = readonly Row[];
/** By table. */
export type TinyRows = Readonly<Record<string, Rows>>;

/** The columns of a batch out of rows; values underneath missing ones are junk on purpose. */
export function batchOf(table: Table, rows: Rows): TableBatch {
  return { rows: rows.length, columns: Object.fromEntries(table.columns.map((column) => [column.name, valuesOf(column, rows)])) };
}

function valuesOf({ name, type }: Column, rows: Rows): ColumnValues {
  const cells = rows.map((row) => row[name] ?? null);
  if (type === "text") {
    const words = [...new Set(cells.filter((cell) => typeof cell === "string"))].reverse();
    return {
      kind: "text",
      words: ["a word that no row uses", ...words],
      codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : words.indexOf(String(cell)) + 1)),
    };
  }
  const numbers = cells.map((cell) => (typeof cell === "number" ? cell : 12_345));
  const valid = cells.includes(null) ? { valid: Uint8Array.from(cells, (cell) => (cell === null ? 0 : 1)) } : {};
  if (type === "int64" || type === "timestamp") return { kind: "int64", values: Float64Array.from([...numbers, 99]), ...valid };
  return { kind: "int32", values: Int32Array.from([...numbers, 99]), ...valid };
}

function batchesOf(tables: readonly Table[], rows: TinyRows, wanted: (subject: number) => boolean): Batches {
  return Object.fromEntries(
    tables.map((table) => {
      const key = table.lists ?? table.owner;
      const own = key === undefined ? rows[table.name] : rows[table.name].filter((row) => wanted(Number(row[key])));
      return [table.name, batchOf(table, own)];
    }),
  );
}

/** Cuts the rows into blocks of the given numbers of subjects (the last takes what is left). */
export function worldOf(rows: TinyRows, blockSizes: readonly number[] = [], tables: readonly Table[] = BANK_TABLES): World {
  const listing = tables.filter(({ lists, half }) => lists !== undefined && half === "inputs");
  const subjects = listing.reduce((sum, { name }) => sum + rows[name].length, 0);
  const starts = [0];
  for (const size of blockSizes) starts.push(Math.min(subjects, (starts.at(-1) ?? 0) + size));
  const [commons, others] = [true, false].map((common) => tables.filter((table) => (table.common === true) === common));
  return {
    subjects,
    blockCount: starts.length,
    commons: () => batchesOf(commons, rows, () => true),
    block: (index) => {
      const first = starts[index];
      const end = starts[index + 1] ?? subjects;
      return { first, count: end - first, tables: batchesOf(others, rows, (subject) => subject >= first && subject < end) };
    },
  };
}

const NOON = Date.UTC(2025, 0, 2, 12);
const MEMOS = ["merci 🌷", "loyer, « janvier »", 'she said "later"', "", "\u{10FFFF}\uFFFD", null, "a\nb", "Ünïcødé"];

function account(number: number): Row {
  const business = number % 4 === 3;
  return {
    account: number,
    institution: number % 2 === 0 ? "Banque du Fjord" : "Prairie Credit Union",
    kind: business ? "business" : "personal",
    opened_on: number === 0 ? -400 : 15_000 + 37 * number,
    occupation: business ? null : "nurse",
    declared_income_cents: business ? null : number === 1 ? 3_000_000_000 : 5_200_000 + number,
    household_size: business || number === 2 ? null : 1 + (number % 5),
    home_city: "Trois-Rivières",
    home_province: "QC",
    business_type: business ? "salon" : null,
    open_minute: business ? 600 : null,
    close_minute: business ? 1500 : null,
    owner_token: `o${number >> 1}`,
    phone_token: number === 4 ? null : `p${number}`,
    email_token: null,
    address_token: `a${number % 3}`,
    handle: `😀 ${number}`,
  };
}

function transaction(owner: number, nth: number): Row {
  const seq = 31 * owner + nth;
  return {
    transaction: ((seq * 2_654_435_761) % 4_294_967_291) * 1_048_576 + seq,
    account: owner,
    transfer: seq % 3 === 0 ? 4_503_599_627_370_495 - seq : null,
    time: NOON + 3_600_000 * nth - (owner === 0 ? 2e12 : 0),
    utc_offset_minutes: -300,
    direction: seq % 2 === 0 ? "credit" : "debit",
    amount_cents: nth === 0 ? 5_000_000_000 + seq : 100 + seq,
    balance_after_cents: nth % 3 === 1 ? -2_147_483_649 - seq : seq,
    channel: "e-transfer",
    code: "transfer",
    depositor_token: null,
    status: "posted",
    counterparty_kind: "account",
    counterparty: String(seq % 5),
    counterparty_name: `Z${String.fromCharCode(65 + (seq % 26))}`,
    mcc: seq % 4 === 0 ? 5411 : null,
    city: seq % 2 === 0 ? "Montréal" : null,
    province: seq % 2 === 0 ? "QC" : null,
    country: "CA",
    terminal_token: null,
    device_token: `d${owner}`,
    processor: null,
    memo: MEMOS[seq % MEMOS.length],
  };
}

/** Seven accounts with up to nine transactions each, no merchant, and one ring of accounts 1 and 4. */
export function tinyRows() {
  const accounts = Array.from({ length: 7 }, (_, number) => account(number));
  const transactions = accounts.flatMap((_, owner) =>
    Array.from({ length: (owner * 5) % 10 }, (__, nth) => transaction(owner, nth)),
  );
  const idOf = (owner: number) => Number(transactions.find((row) => row["account"] === owner)?.["transaction"]);
  return {
    accounts,
    transactions,
    events: [
      { event: 77, account: 1, time: NOON, type: "login", city: "Ottawa", device_token: "d1", value_token: null, note: null },
      {
        event: 4_000_000_000_001,
        account: 6,
        time: NOON + 1,
        type: "branch-note",
        city: null,
        device_token: null,
        value_token: null,
        note: "n’est pas à l’aise",
      },
    ],
    merchants: [],
    positives: [
      { account: 1, ring: 0, role: "exploited", typology: "motel", first_planted: NOON, last_planted: NOON + 5 },
      { account: 5, ring: 0, role: "controller", typology: "motel", first_planted: NOON, last_planted: NOON + 5 },
    ],
    findings: [
      { account: 1, indicator: "a-first", evidence: idOf(1), planted: 1 },
      { account: 1, indicator: "a-first", evidence: 77, planted: 1 },
      { account: 1, indicator: "b-second", evidence: 77, planted: 0 },
      { account: 3, indicator: "a-first", evidence: idOf(3), planted: 0 },
      { account: 5, indicator: "b-second", evidence: idOf(5), planted: 1 },
    ],
    groups: [
      { account: 0, group: "newcomers" },
      { account: 1, group: "newcomers" },
      { account: 3, group: "salons" },
    ],
    rings: [{ ring: 0, typology: "motel", accounts: 2 }],
    units: [0, 1, 2, 3, 4, 1, 5].map((unit, number) => ({
      account: number,
      unit,
      stratum: unit === 0 ? "newcomers" : unit === 3 ? "salons" : "none",
    })),
  };
}

const META = {
  id: "tiny-world",
  version: "1.0.0",
  world: "bank",
  title: { en: "A tiny world", fr: "Un tout petit monde" },
  licence: "CC0-1.0",
};

/** How tests write a set. */
export const WRITE = { meta: META, tables: BANK_TABLES };
