/** Every file of a generated test set, read by an independent Arrow library and by our own readers: the same rows. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { tableFromIPC, type Vector } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDataset } from "@vigie/sdk/node";
import { tablesOf, type Column, type Table } from "@vigie/spec";
import { checked } from "@vigie/spec/node";
import { readTable } from "@vigie/testset";
import { tinyChallenge } from "../test/judge-bench.ts";
import { makeTestset } from "./make-testset.ts";
import { splitSeed } from "./prepare-split.ts";

const root = join(import.meta.dirname, "../../..");
const scratch = mkdtempSync(join(tmpdir(), "vigie-readers-"));
const folder = join(scratch, "set");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeAll(async () => {
  const challenge = tinyChallenge();
  const installation = {
    sdkDir: scratch,
    datasetsDir: join(root, "datasets"),
    bundlerBinary: null,
    generators: { bank: "test" },
    judge: "test",
  };
  const seed = splitSeed(installation, challenge, "practice", null);
  const wish = { split: "practice", seed, size: { accounts: 200 }, folder, threads: 1, onProgress: () => undefined } as const;
  await makeTestset(installation, challenge, wish);
});

const [INPUT_TABLES, LABEL_TABLES] = (["inputs", "labels"] as const).map((half) => tablesOf({ world: "bank" }, half));

type Cell = number | string | null;
type Columns = Readonly<Record<string, readonly Cell[]>>;

const DAY_MS = 86_400_000;

function cellOf(value: unknown, { name, type }: Column): Cell {
  if (typeof value === "bigint") return Number(value);
  if (value === null || typeof value === "string") return value;
  if (typeof value === "number") return type === "date" ? value / DAY_MS : value;
  throw new Error(`${name}: expected a number, a text or nothing, found ${typeof value}`);
}

function vectorOf(half: string, table: Table, column: Column): Vector {
  const vector = tableFromIPC(readFileSync(join(folder, half, `${table.name}.arrow`))).getChild(column.name);
  if (!vector) throw new Error(`apache-arrow finds no column ${column.name} in ${table.name}`);
  return vector;
}

function byArrow(half: string, table: Table): Columns {
  const arrow = tableFromIPC(readFileSync(join(folder, half, `${table.name}.arrow`)));
  return Object.fromEntries(
    table.columns.map((column) => {
      const vector = arrow.getChild(column.name);
      return [column.name, Array.from({ length: arrow.numRows }, (_, row) => cellOf(vector?.get(row), column))];
    }),
  );
}

function byOurs(half: string, table: Table): Columns {
  const { rows, columns } = readTable(join(folder, half), table.name);
  return Object.fromEntries(
    table.columns.map(({ name }) => {
      const column = columns[name];
      const cell = (_: unknown, row: number): Cell => {
        if (column.kind === "text") return column.codes[row] < 0 ? null : column.words[column.codes[row]];
        return column.valid?.[row] === 0 ? null : column.values[row];
      };
      return [name, Array.from({ length: rows }, cell)];
    }),
  );
}

interface SdkTable {
  readonly rows: number;
  numbers(name: string): ArrayLike<number>;
  codes(name: string): ArrayLike<number>;
  words(name: string): readonly string[];
}

/** The SDK's table by any name that a column may have; the SDK itself refuses the others. */
function bySdk(table: Table): Columns {
  const dataset = openDataset(join(folder, "inputs"));
  const tables: Readonly<Record<string, unknown>> = { ...dataset.tables };
  const own = tables[table.name];
  if (!isSdkTable(own)) throw new Error(`the SDK has no table ${table.name}`);
  const columns = Object.fromEntries(
    table.columns.map(({ name, type }) => {
      const camel = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      if (type !== "text") return [name, Array.from(own.numbers(camel), (value): Cell => (Number.isNaN(value) ? null : value))];
      const words = own.words(camel);
      return [name, Array.from(own.codes(camel), (code): Cell => (code < 0 ? null : words[code]))];
    }),
  );
  dataset.close();
  return columns;
}

function isSdkTable(table: unknown): table is SdkTable {
  return typeof table === "object" && table !== null && "numbers" in table && "codes" in table && "words" in table;
}

const PythonTables = Type.Record(
  Type.String(),
  Type.Record(Type.String(), Type.Array(Type.Union([Type.Number(), Type.String(), Type.Null()]))),
);

function byPython(): Readonly<Record<string, Columns>> {
  const script = join(import.meta.dirname, "../test/read-columns.py");
  const ended = spawnSync("/usr/bin/python3", ["-B", script, join(folder, "inputs")], {
    env: { PYTHONPATH: join(root, "packages/sdk-python"), PYTHONIOENCODING: "utf-8" },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (ended.status !== 0) throw new Error(ended.stderr);
  const value: unknown = JSON.parse(ended.stdout);
  return checked(PythonTables, value, "read-columns.py");
}

/** The first cell in which two readers differ, in words; null where they agree. */
function difference(table: Table, one: Columns, other: Columns): string | null {
  for (const { name } of table.columns) {
    if (one[name].length !== other[name].length) return `${name}: ${one[name].length} rows and ${other[name].length}`;
    const row = one[name].findIndex((cell, i) => cell !== other[name][i]);
    if (row >= 0) return `${name}, row ${row}: ${String(one[name][row])} and ${String(other[name][row])}`;
  }
  return null;
}

describe("the same rows, missing values included, are found in", () => {
  let python: Readonly<Record<string, Columns>> = {};
  beforeAll(() => {
    python = byPython();
  });

  it.each(INPUT_TABLES)("$name by apache-arrow, the TypeScript SDK, the Python SDK and the test set's reader", (table) => {
    const arrow = byArrow("inputs", table);
    expect(arrow[table.columns[0].name].length).toBeGreaterThan(100);
    expect(difference(table, arrow, byOurs("inputs", table))).toBeNull();
    expect(difference(table, arrow, bySdk(table))).toBeNull();
    expect(difference(table, arrow, python[table.name])).toBeNull();
  });

  it.each(LABEL_TABLES)("$name by apache-arrow and the test set's reader", (table) => {
    const arrow = byArrow("labels", table);
    expect(arrow[table.columns[0].name].length).toBeGreaterThan(0);
    expect(difference(table, arrow, byOurs("labels", table))).toBeNull();
  });

  it("some columns have missing values, so that the claim is not empty", () => {
    const transactions = byArrow("inputs", INPUT_TABLES[1]);
    const partly = Object.entries(transactions).filter(
      ([, cells]) => cells.includes(null) && cells.some((cell) => cell !== null),
    );
    expect(partly.map(([name]) => name)).toEqual(expect.arrayContaining(["transfer", "mcc", "memo", "terminal_token"]));
  });
});

describe("a dictionary, as apache-arrow sees it,", () => {
  const texts = [
    ...INPUT_TABLES.map((table) => ({ half: "inputs", table })),
    ...LABEL_TABLES.map((table) => ({ half: "labels", table })),
  ].flatMap(({ half, table }) =>
    table.columns
      .filter(({ type }) => type === "text")
      .map((column) => ({ half, table, column, name: `${table.name}.${column.name}` })),
  );

  it.each(texts)("holds each word once, sorted, and none that no row uses: $name", ({ half, table, column }) => {
    const vector = vectorOf(half, table, column);
    const dictionary: unknown = vector.data[0].dictionary?.toJSON();
    const words = Array.isArray(dictionary) ? dictionary.map(String) : [];
    const used = new Set(Array.from(vector, (value: unknown) => value).filter((value) => value !== null));
    expect(words).toEqual([...used].map(String).sort());
  });
});
