import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../../test/scratch-folder.ts";
import { tinyRows, worldOf, WRITE } from "../../test/tiny-world.ts";
import { csvRows } from "./csv.ts";
import { writeTestset } from "../write-testset.ts";

/** RFC 4180 read by hand: records of fields, an unquoted empty field being null. */
function parse(text: string): (string | null)[][] {
  const records: (string | null)[][] = [[]];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    records.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? (match[2] === "" ? null : match[2]));
    if (match[3] === "\r\n") records.push([]);
  }
  return records.slice(0, -1);
}

describe("a table as CSV", async () => {
  const folder = join(scratchFolder(), "set");
  const rows = tinyRows();
  await writeTestset(worldOf(rows), folder, WRITE);

  const csvOf = (table: string): string => csvRows(join(folder, "inputs"), table, () => true);

  it("holds every cell, with quotes, line breaks, emoji, empty and missing texts told apart", () => {
    const [header, ...records] = parse(csvOf("transactions").slice(1));
    expect(header).toEqual(Object.keys(rows.transactions[0]));
    const cells = rows.transactions.map((row) =>
      Object.entries(row).map(([name, cell]) =>
        name === "time" ? new Date(Number(cell)).toISOString() : cell === null ? null : String(cell),
      ),
    );
    expect(records).toEqual(cells);
  });

  it("begins with a byte order mark, and writes days as days", () => {
    const text = csvOf("accounts");
    expect(text.startsWith("\ufeffaccount,institution,")).toBe(true);
    expect(text).toContain("0,Banque du Fjord,personal,1968-11-27,nurse");
  });

  it("has the wanted rows alone, in their order, where some are asked for", () => {
    const [header, ...lines] = csvOf("accounts").split("\r\n");
    const some = csvRows(join(folder, "inputs"), "accounts", (row) => row % 2 === 1).split("\r\n");
    expect(some).toEqual([header, ...lines.slice(0, -1).filter((_, row) => row % 2 === 1), ""]);
  });

  it("of no rows is its header", () => {
    expect(csvOf("merchants").split("\r\n").length).toBe(2);
  });

  it("of an unknown table is refused with those that there are", () => {
    expect(() => csvOf("positives")).toThrow(/expected a table positives; found accounts, transactions, events, merchants/);
  });
});
