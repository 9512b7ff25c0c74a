import { ACCOUNT_COLUMNS, EVENT_COLUMNS, fileName, MERCHANT_COLUMNS, TRANSACTION_COLUMNS } from "@vigie/sdk";
import { describe, expect, it } from "vitest";
import { ACCOUNTS, INPUT_TABLES, LABEL_TABLES, MERCHANTS, TRANSACTIONS } from "./columns.ts";

const tables = [...INPUT_TABLES, ...LABEL_TABLES];
const columns = tables.flatMap((table) => table.columns.map((column) => ({ ...column, table: table.name })));

describe("the tables", () => {
  it("are these, with as many columns", () => {
    expect(Object.fromEntries(tables.map(({ name, columns: own }) => [name, own.length]))).toEqual({
      accounts: 17,
      transactions: 23,
      events: 8,
      merchants: 9,
      positives: 6,
      findings: 4,
      groups: 2,
      rings: 3,
      units: 3,
    });
  });

  it("have names of their own, in snake_case, and each column but once", () => {
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    for (const { columns: own } of tables) expect(new Set(own.map(({ name }) => name)).size).toBe(own.length);
    for (const { name } of [...tables, ...columns]) expect(name).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
  });

  it("whose rows are numbered begin with that number", () => {
    for (const { columns: own } of [ACCOUNTS, MERCHANTS]) expect(own[0]).toMatchObject({ type: "int32", nullable: false });
  });

  it.each([
    [/_cents$/, "int64"],
    [/_minutes?$/, "int32"],
    [/_on$/, "date"],
    [/_token$/, "text"],
    [/^(time|first_planted|last_planted)$/, "timestamp"],
    [/^(account|merchant|mcc|ring|unit)$/, "int32"],
    [/^(transaction|transfer|event|evidence)$/, "int64"],
  ])("give columns named %s one type", (name, type) => {
    const own = columns.filter((column) => name.test(column.name));
    expect(own.length).toBeGreaterThan(0);
    expect(own.map((column) => column.type)).toEqual(own.map(() => type));
  });

  it("never leave labels without a value", () => {
    expect(LABEL_TABLES.flatMap(({ columns: own }) => own.filter(({ nullable }) => nullable))).toEqual([]);
  });

  it("keep labels and inputs apart", () => {
    const inputs = new Set(INPUT_TABLES.flatMap((table) => table.columns.map(({ name }) => name)));
    for (const name of ["role", "typology", "planted", "ring", "group", "unit", "stratum", "indicator"])
      expect(inputs).not.toContain(name);
  });

  it("say nothing of nationality, ethnicity, religion, gender, age or immigration", () => {
    for (const { name } of columns) expect(name).not.toMatch(/nation|ethnic|relig|gender|sex|(^|_)age($|_)|immigra|birth/);
  });

  it("are told in both languages, which differ", () => {
    for (const { about } of columns) {
      expect(about.en.length).toBeGreaterThan(3);
      expect(about.fr.length).toBeGreaterThan(3);
    }
    const sentences = columns.filter(({ about }) => about.en.split(" ").length > 4);
    for (const { about } of sentences) expect(about.fr).not.toBe(about.en);
  });

  it("write French with its apostrophe and its space before a colon", () => {
    for (const { about } of columns) {
      expect(about.fr).not.toContain("'");
      expect(about.fr).not.toMatch(/\S:/);
      expect(about.fr).not.toMatch(/\s[;!?]/);
    }
  });

  it("order a leg's columns from who to how much", () => {
    const order = TRANSACTIONS.columns.map(({ name }) => name);
    expect(order.slice(0, 8)).toEqual([
      "transaction",
      "account",
      "transfer",
      "time",
      "utc_offset_minutes",
      "direction",
      "amount_cents",
      "balance_after_cents",
    ]);
  });

  it.each([
    ["accounts", ACCOUNT_COLUMNS],
    ["transactions", TRANSACTION_COLUMNS],
    ["events", EVENT_COLUMNS],
    ["merchants", MERCHANT_COLUMNS],
  ])("of %s are what the SDK knows, in the same order", (name, known) => {
    const own = INPUT_TABLES.find((table) => table.name === name)?.columns ?? [];
    expect(own.map((column) => [column.name, column.nullable ? `${column.type}?` : column.type])).toEqual(
      Object.entries(known).map(([sdkName, kind]) => [fileName(sdkName), kind]),
    );
  });
});
