import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../../test/scratch-folder.ts";
import { tinyRows, worldOf, WRITE } from "../../test/tiny-world.ts";
import { csvRows, exportCsv } from "./csv.ts";
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
  const scratch = scratchFolder();
  const folder = join(scratch, "set");
  const rows = tinyRows();
  await writeTestset(worldOf(rows), folder, WRITE);

  async function csvOf(half: string, table: string): Promise<string> {
    const file = join(scratch, `${table}.csv`);
    await exportCsv(join(folder, half), table, createWriteStream(file));
    return readFileSync(file, "utf8");
  }

  it("holds every cell, with quotes, line breaks, emoji, empty and missing texts told apart", async () => {
    const [header, ...records] = parse((await csvOf("inputs", "transactions")).slice(1));
    expect(header).toEqual(Object.keys(rows.transactions[0]));
    const cells = rows.transactions.map((row) =>
      Object.entries(row).map(([name, cell]) =>
        name === "time" ? new Date(Number(cell)).toISOString() : cell === null ? null : String(cell),
      ),
    );
    expect(records).toEqual(cells);
  });

  it("begins with a byte order mark, and writes days as days", async () => {
    const text = await csvOf("inputs", "accounts");
    expect(text.startsWith("\ufeffaccount,institution,")).toBe(true);
    expect(text).toContain("0,Banque du Fjord,personal,1968-11-27,nurse");
  });

  it("has the wanted rows alone, in their order, where some are asked for", async () => {
    const [header, ...lines] = (await csvOf("inputs", "accounts")).split("\r\n");
    const some = csvRows(join(folder, "inputs"), "accounts", (row) => row % 2 === 1).split("\r\n");
    expect(some).toEqual([header, ...lines.slice(0, -1).filter((_, row) => row % 2 === 1), ""]);
  });

  it("of no rows is its header", async () => {
    expect((await csvOf("inputs", "merchants")).split("\r\n").length).toBe(2);
  });

  it("passes on what the stream throws", async () => {
    const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error("no room")) });
    await expect(exportCsv(join(folder, "inputs"), "accounts", broken)).rejects.toThrow("no room");
  });

  it("of an unknown table is refused with those that there are", async () => {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await expect(exportCsv(join(folder, "inputs"), "positives", nowhere)).rejects.toThrow(
      /expected a table positives; found accounts, transactions, events, merchants/,
    );
  });
});
