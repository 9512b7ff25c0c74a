import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { INPUT_TABLES, LABEL_TABLES, type ColumnValues } from "@vigie/spec";
import { scratchFolder } from "../test/scratch-folder.ts";
import { META, tinyRows, worldOf } from "../test/tiny-world.ts";
import { readTable } from "./read-table.ts";
import { tableWindows } from "./table-windows.ts";
import { writeTestset } from "./write-testset.ts";

const folder = join(scratchFolder(), "set");

function cells(values: ColumnValues, rows: number): unknown[] {
  return Array.from({ length: rows }, (_, row) => {
    if (values.kind === "text") return values.codes[row] < 0 ? null : values.words[values.codes[row]];
    return values.valid?.[row] === 0 ? null : values.values[row];
  });
}

describe("a table in windows", async () => {
  await writeTestset(worldOf(tinyRows()), folder, { meta: META });
  const tables = [
    ...INPUT_TABLES.map((table) => ({ half: "inputs", table, name: table.name })),
    ...LABEL_TABLES.map((table) => ({ half: "labels", table, name: table.name })),
  ];

  it.each(tables)("has the rows of $half/$name in order, whatever the window", ({ half, table }) => {
    const names = table.columns.map(({ name }) => name);
    const whole = readTable(join(folder, half), table.name);
    for (const rowsAtOnce of [1, 8, 1000]) {
      const found: Record<string, unknown[]> = Object.fromEntries(names.map((name) => [name, []]));
      let next = 0;
      for (const window of tableWindows(join(folder, half), table.name, names, { rowsAtOnce })) {
        expect(window.firstRow).toBe(next);
        next += window.rows;
        for (const name of names) found[name].push(...cells(window.columns[name], window.rows));
      }
      expect(next).toBe(whole.rows);
      for (const name of names) expect(found[name]).toEqual(cells(whole.columns[name], whole.rows));
    }
  });

  it("leaves words out where codes are enough, and closes the file when broken off", () => {
    for (const window of tableWindows(join(folder, "inputs"), "transactions", ["channel"], { withoutWords: ["channel"] })) {
      expect(window.columns["channel"]).toMatchObject({ kind: "text", words: [] });
      break;
    }
  });
});
