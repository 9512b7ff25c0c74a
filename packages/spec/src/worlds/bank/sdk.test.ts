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
  type ColumnKind,
} from "@vigie/sdk";
import { describe, expect, test } from "vitest";
import { ACCOUNTS, EVENTS, MERCHANTS, TRANSACTIONS, type Table } from "./columns.ts";

describe("the SDK and the schema agree", () => {
  test.each<[Table, Readonly<Record<string, ColumnKind>>]>([
    [ACCOUNTS, ACCOUNT_COLUMNS],
    [TRANSACTIONS, TRANSACTION_COLUMNS],
    [EVENTS, EVENT_COLUMNS],
    [MERCHANTS, MERCHANT_COLUMNS],
  ])("on the columns of $name, in their order", (table, columns) => {
    const ours = table.columns.map(({ name, type, nullable }) => [name, `${type}${nullable ? "?" : ""}`]);
    expect(Object.entries(columns).map(([name, kind]) => [fileName(name), kind])).toEqual(ours);
  });

  test.each<[Table, string, readonly string[]]>([
    [ACCOUNTS, "kind", ACCOUNT_KINDS],
    [TRANSACTIONS, "direction", DIRECTIONS],
    [TRANSACTIONS, "channel", CHANNELS],
    [TRANSACTIONS, "status", STATUSES],
    [TRANSACTIONS, "counterparty_kind", COUNTERPARTY_KINDS],
    [EVENTS, "type", EVENT_TYPES],
  ])("on the words of $name: %s", (table, column, words) => {
    const about = table.columns.find(({ name }) => name === column)?.about.en ?? "";
    for (const word of words) expect(about).toMatch(new RegExp(`\\b${word}\\b`));
  });
});
