import {
  ACCOUNT_COLUMNS,
  ACCOUNT_KINDS,
  CHANNELS,
  COUNTERPARTY_KINDS,
  DIRECTIONS,
  EVENT_COLUMNS,
  EVENT_TYPES,
  fileName,
  MERCHANT_COLUMNS,
  STATUSES,
  TRANSACTION_COLUMNS,
} from "@vigie/sdk";
import { describe, expect, it } from "vitest";
import { meaningOf } from "../world-spec.ts";
import { BANK } from "./bank.ts";

const { tables } = BANK;
const columns = tables.flatMap((table) => table.columns.map((column) => ({ ...column, table: table.name })));
const inputs = tables.filter(({ half }) => half === "inputs");
const labels = tables.filter(({ half }) => half === "labels");
const texts = [
  ...tables.map(({ about }) => about),
  ...columns.flatMap(({ about, unit, meanings = {} }) => [about, ...(unit ? [unit] : []), ...Object.values(meanings)]),
];

function columnOf(table: string, name: string) {
  return columns.find((column) => column.table === table && column.name === name)!;
}

describe("the tables", () => {
  it("are these, in file order, with as many columns", () => {
    expect(tables.map(({ name, half, columns: own }) => [half, name, own.length])).toEqual([
      ["inputs", "accounts", 17],
      ["inputs", "transactions", 23],
      ["inputs", "events", 8],
      ["inputs", "merchants", 9],
      ["labels", "positives", 6],
      ["labels", "findings", 4],
      ["labels", "groups", 2],
      ["labels", "rings", 3],
      ["labels", "units", 3],
    ]);
  });

  it("have names of their own, in snake_case, and each column but once", () => {
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    for (const { columns: own } of tables) expect(new Set(own.map(({ name }) => name)).size).toBe(own.length);
    for (const { name } of [...tables, ...columns]) expect(name).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
  });

  it("name columns of their own as those that count, list, own, are cited and say when", () => {
    for (const table of tables) {
      const known = table.columns.map(({ name }) => name);
      for (const named of [table.numbered, table.lists, table.owner, table.cited, table.time]) {
        if (named !== undefined) expect(known).toContain(named);
      }
      if (table.numbered ?? table.lists) expect(table.columns[0]).toMatchObject({ type: "int32", nullable: false });
      expect([table.common, table.owner, table.lists].filter((one) => one !== undefined)).toHaveLength(1);
    }
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
    expect(labels.flatMap(({ columns: own }) => own.filter(({ nullable }) => nullable))).toEqual([]);
  });

  it("keep labels and inputs apart", () => {
    const names = new Set(inputs.flatMap((table) => table.columns.map(({ name }) => name)));
    for (const name of ["role", "typology", "planted", "ring", "group", "unit", "stratum", "indicator"])
      expect(names).not.toContain(name);
  });

  it("say nothing of nationality, ethnicity, religion, gender, age or immigration", () => {
    for (const { name } of columns) expect(name).not.toMatch(/nation|ethnic|relig|gender|sex|(^|_)age($|_)|immigra|birth/);
  });

  it("order a leg's columns from who to how much", () => {
    expect(inputs[1].columns.slice(0, 8).map(({ name }) => name)).toEqual([
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
});

describe("what the columns hold", () => {
  it("is told in both languages, which differ", () => {
    for (const { about } of columns) {
      for (const text of [about.en, about.fr]) expect(text.length).toBeGreaterThan(3);
      if (about.en.split(" ").length > 4) expect(about.fr).not.toBe(about.en);
    }
  });

  it("is told in French with its apostrophe and its space before a colon", () => {
    for (const { fr } of texts) {
      expect(fr).not.toContain("'");
      expect(fr).not.toMatch(/\S:/);
      expect(fr).not.toMatch(/\s[;!?]/);
    }
  });

  it.each([
    [/_cents$/, /\bcents\b/, /\bcents\b/],
    [/_minutes?$/, /\bminutes\b/, /\bminutes\b/],
    [/^opened_on$/, /days since 1970-01-01$/, /jours entiers depuis le 1970-01-01$/],
    [/^(time|first_planted|last_planted)$/, /milliseconds since 1970-01-01$/, /millisecondes depuis le 1970-01-01$/],
  ])("names the unit of %s", (name, english, french) => {
    for (const column of columns.filter((one) => name.test(one.name))) {
      expect(meaningOf(column, "en")).toMatch(english);
      expect(meaningOf(column, "fr")).toMatch(french);
    }
  });

  it.each([
    ["transactions", "channel"],
    ["transactions", "status"],
    ["transactions", "counterparty_kind"],
    ["events", "type"],
  ])("says of every word of %s: %s what it stands for", (table, name) => {
    const { words, meanings = {} } = columnOf(table, name);
    expect(Object.keys(meanings)).toEqual(words);
  });

  it("says what a merchant category code stands for", () => {
    for (const table of ["transactions", "merchants"])
      expect(columnOf(table, "mcc").meanings?.["7311"]).toEqual({ en: "advertising", fr: "publicité et petites annonces" });
  });
});

describe("the SDK", () => {
  it.each([
    ["accounts", ACCOUNT_COLUMNS],
    ["transactions", TRANSACTION_COLUMNS],
    ["events", EVENT_COLUMNS],
    ["merchants", MERCHANT_COLUMNS],
  ])("knows the columns of %s, in their order", (name, known) => {
    const own = inputs.find((table) => table.name === name)!.columns;
    expect(Object.entries(known).map(([column, kind]) => [fileName(column), kind])).toEqual(
      own.map((column) => [column.name, column.nullable ? `${column.type}?` : column.type]),
    );
  });

  it.each([
    ["accounts", "kind", ACCOUNT_KINDS],
    ["transactions", "direction", DIRECTIONS],
    ["transactions", "channel", CHANNELS],
    ["transactions", "status", STATUSES],
    ["transactions", "counterparty_kind", COUNTERPARTY_KINDS],
    ["events", "type", EVENT_TYPES],
  ])("knows the words of %s: %s", (table, column, words) => {
    expect(columnOf(table, column).words).toEqual(words);
    for (const word of words) expect(columnOf(table, column).about.en).toMatch(new RegExp(`\\b${word}\\b`));
  });
});
