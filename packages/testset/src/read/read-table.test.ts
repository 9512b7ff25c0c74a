import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TableReader, type TableBatch } from "@vigie/spec";
import { BANK_TABLES } from "@vigie/spec/bank";
import { scratchFolder } from "../../test/scratch-folder.ts";
import { tinyRows, worldOf, WRITE } from "../../test/tiny-world.ts";
import { readTable, tableWindows } from "./read-table.ts";
import { writeTestset } from "../write-testset.ts";

const folder = join(scratchFolder(), "set");

function cells(batch: TableBatch, column: string): unknown[] {
  return Array.from({ length: batch.rows }, (_, row) => row).map(new TableReader(batch, "").cells(column));
}

describe("a table in windows", async () => {
  await writeTestset(worldOf(tinyRows()), folder, WRITE);
  it.each(BANK_TABLES)("has the rows of $half/$name in order, whatever the window", ({ half, name: table, columns }) => {
    const names = columns.map(({ name }) => name);
    const whole = readTable(join(folder, half), table);
    for (const rowsAtOnce of [1, 8, 1000]) {
      const found: Record<string, unknown[]> = Object.fromEntries(names.map((name) => [name, []]));
      let next = 0;
      for (const window of tableWindows(join(folder, half), table, names, { rowsAtOnce })) {
        expect(window.firstRow).toBe(next);
        next += window.rows;
        for (const name of names) found[name].push(...cells(window, name));
      }
      expect(next).toBe(whole.rows);
      for (const name of names) expect(found[name]).toEqual(cells(whole, name));
    }
  });

  it("leaves words out where codes are enough, and closes the file when broken off", () => {
    for (const window of tableWindows(join(folder, "inputs"), "transactions", ["channel"], { withoutWords: ["channel"] })) {
      expect(window.columns["channel"]).toMatchObject({ kind: "text", words: [] });
      break;
    }
  });
});
