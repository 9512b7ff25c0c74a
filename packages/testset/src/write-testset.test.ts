import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DataType, tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SpecError, TableReader } from "@vigie/spec";
import { BANK_TABLES } from "@vigie/spec/bank";
import { scratchFolder } from "../test/scratch-folder.ts";
import { tinyRows, type TinyRows, worldOf, WRITE } from "../test/tiny-world.ts";
import { isComplete, verifyTestset } from "./checksums.ts";
import { readTable } from "./read/read-table.ts";
import { writeTestset } from "./write-testset.ts";

const scratch = scratchFolder();
const rows = tinyRows();
let count = 0;

function freshFolder(): string {
  count++;
  return join(scratch, `set-${count}`);
}

const all: TinyRows = rows;

describe("a test set", async () => {
  const folder = freshFolder();
  const progress: string[] = [];
  const digest = await writeTestset(worldOf(rows, [2, 3, 1]), folder, {
    ...WRITE,
    onProgress: ({ phase, done, total }) => progress.push(`${phase} ${done}/${total}`),
  });

  it.each(BANK_TABLES)("apache-arrow reads every value and every missing one of $half/$name", ({ half, name, columns }) => {
    const arrow = tableFromIPC(readFileSync(join(folder, half, `${name}.arrow`)));
    const expected = all[name];
    expect(arrow.numRows).toBe(expected.length);
    expect(arrow.schema.fields.map((field) => [field.name, field.nullable])).toEqual(
      columns.map((column) => [column.name, column.nullable]),
    );
    for (const column of columns) {
      const vector = arrow.getChild(column.name)!;
      const values = Array.from({ length: arrow.numRows }, (_, row) => {
        const value: unknown = vector.get(row);
        if (typeof value === "bigint") return Number(value);
        return column.type === "date" && typeof value === "number" ? value / 86_400_000 : value;
      });
      const cells = expected.map((row) => row[column.name] ?? null);
      expect({ column: column.name, values }).toEqual({ column: column.name, values: cells });
      expect(vector.nullCount).toBe(cells.filter((cell) => cell === null).length);
    }
  });

  it("has the Arrow types that the columns declare", () => {
    const arrow = tableFromIPC(readFileSync(join(folder, "inputs", "transactions.arrow")));
    const typeOf = (name: string) => String(arrow.getChild(name)!.type);
    expect(typeOf("transaction")).toBe("Int64");
    expect(typeOf("account")).toBe("Int32");
    expect(typeOf("time")).toBe("Timestamp<MILLISECOND, UTC>");
    expect(DataType.isDictionary(arrow.getChild("memo")!.type)).toBe(true);
    const accounts = tableFromIPC(readFileSync(join(folder, "inputs", "accounts.arrow")));
    expect(String(accounts.getChild("opened_on")!.type)).toBe("Date32<DAY>");
    const findings = tableFromIPC(readFileSync(join(folder, "labels", "findings.arrow")));
    expect(String(findings.getChild("planted")!.type)).toBe("Int8");
    expect(arrow.batches.length).toBe(1);
  });

  it.each(BANK_TABLES)("readTable gives back $half/$name", ({ half, name, columns }) => {
    const batch = readTable(join(folder, half), name);
    for (const { name: column } of columns) {
      const cells = Array.from({ length: batch.rows }, (_, row) => row).map(new TableReader(batch, "").cells(column));
      expect({ column, cells }).toEqual({ column, cells: all[name].map((row) => row[column] ?? null) });
    }
  });

  it("sorts each dictionary by UTF-16 code unit, each word once, none that no row uses", () => {
    const memo = readTable(join(folder, "inputs"), "transactions").columns["memo"];
    const words = memo.kind === "text" ? memo.words : [];
    expect(words).toEqual([...new Set(words)].sort());
    expect(words.length).toBeGreaterThan(3);
    expect(words).not.toContain("a word that no row uses");
  });

  it("gives layouts whose buffers begin at multiples of 64", () => {
    const text = readFileSync(join(folder, "inputs", "layout.json"), "utf8");
    const spans = [...text.matchAll(/\[(\d+),\d+\]/g)].map((match) => Number(match[1]) % 64);
    expect(spans.length).toBeGreaterThan(50);
    expect(new Set(spans)).toEqual(new Set([0]));
  });

  it("keeps labels to the owner and shows inputs to all", () => {
    const mode = (...path: string[]) => (statSync(join(folder, ...path)).mode & 0o777).toString(8);
    expect(mode("inputs")).toBe("755");
    expect(mode("inputs", "accounts.arrow")).toBe("644");
    expect(mode("inputs", "datapackage.json")).toBe("644");
    expect(mode("labels")).toBe("700");
    expect(mode("checksums.json")).toBe("600");
    for (const name of readdirSync(join(folder, "labels"))) expect(mode("labels", name)).toBe("600");
  });

  it("says in its metadata what the columns are, and no checksum", () => {
    const text = readFileSync(join(folder, "inputs", "datapackage.json"), "utf8");
    expect(JSON.parse(text)).toMatchObject({ name: "tiny-world", titleFr: "Un tout petit monde" });
    expect(text).toContain("le solde après l’inscription, en cents");
    expect(text).not.toMatch(/[0-9a-f]{64}|seed|split|practice|hash/);
    expect(readdirSync(join(folder, "inputs")).sort()).toEqual([
      "accounts.arrow",
      "datapackage.json",
      "events.arrow",
      "layout.json",
      "merchants.arrow",
      "transactions.arrow",
    ]);
  });

  it("tells its progress", () => {
    expect(progress.slice(0, 4)).toEqual(["generate 1/4", "generate 2/4", "generate 3/4", "generate 4/4"]);
    expect(progress.at(-1)).toBe("write 9/9");
  });

  it("verifies and is complete", async () => {
    expect(await verifyTestset(folder)).toEqual([]);
    expect(isComplete(folder)).toBe(true);
  });

  it("is refused where there is one already", async () => {
    await expect(writeTestset(worldOf(rows), folder, WRITE)).rejects.toMatchObject({ code: "exists" });
  });

  it("has the same bytes however the rows are cut into blocks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 5 }), async (sizes) => {
        const other = await writeTestset(worldOf(rows, sizes), freshFolder(), WRITE);
        expect(other).toEqual(digest);
      }),
      { numRuns: 12 },
    );
  });
});

it("has the same bytes in whatever order its blocks are generated", async () => {
  const indexes = [2, 0, 3, 1];
  const backwards = await writeTestset(worldOf(rows, [2, 2, 1]), freshFolder(), { ...WRITE, indexes });
  expect(backwards).toEqual(await writeTestset(worldOf(rows, [2, 2, 1]), freshFolder(), WRITE));
});

describe("columns of any kind", () => {
  it("come back through apache-arrow with their missing values", async () => {
    const cell = fc.record({
      memo: fc.option(fc.string({ unit: "grapheme", maxLength: 6 })),
      amount: fc.maxSafeInteger(),
      transfer: fc.option(fc.maxSafeInteger()),
      mcc: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), async (cells) => {
        const [model] = rows.transactions;
        const transactions = cells.map(({ memo, amount, transfer, mcc }, i) => ({
          ...model,
          account: i < cells.length / 2 ? 0 : 6,
          memo,
          amount_cents: amount,
          transfer,
          mcc,
        }));
        const folder = freshFolder();
        await writeTestset(worldOf({ ...rows, transactions }, [3, 2]), folder, WRITE);
        const arrow = tableFromIPC(readFileSync(join(folder, "inputs", "transactions.arrow")));
        const read = cells.map((_, row) => ({
          memo: arrow.getChild("memo")!.get(row) as unknown,
          amount: Number(arrow.getChild("amount_cents")!.get(row)),
          transfer: nullable(arrow.getChild("transfer")!.get(row)),
          mcc: arrow.getChild("mcc")!.get(row) as unknown,
        }));
        expect(read).toEqual(cells);
      }),
      { numRuns: 25 },
    );
  });
});

function nullable(value: unknown): number | null {
  return value === null ? null : Number(value);
}

describe("a world that breaks the contract", () => {
  const [model] = rows.transactions;
  const cases: { claim: string; world: TinyRows; message: RegExp }[] = [
    {
      claim: "a fraction where cents belong",
      world: { ...rows, transactions: [{ ...model, amount_cents: 1.5 }] },
      message: /transactions at \/amount_cents\/0: expected a whole number.*found 1\.5/,
    },
    {
      claim: "a number that a double cannot hold",
      world: { ...rows, transactions: [{ ...model, amount_cents: 2 ** 60 }] },
      message: /amount_cents\/0/,
    },
    { claim: "a number that is none", world: { ...rows, transactions: [{ ...model, time: NaN }] }, message: /time\/0/ },
    {
      claim: "a missing value in a column without",
      world: { ...rows, transactions: [model, { ...model, status: null }] },
      message: /transactions at \/status\/1: expected a value/,
    },
    {
      claim: "a missing number in a column without",
      world: { ...rows, transactions: [model, { ...model, time: null }] },
      message: /transactions at \/time\/1: expected a value/,
    },
    { claim: "half a character", world: { ...rows, transactions: [{ ...model, memo: "\ud800" }] }, message: /lone surrogate/ },
    {
      claim: "accounts out of order",
      world: {
        ...rows,
        transactions: [
          { ...model, account: 3 },
          { ...model, account: 2 },
        ],
      },
      message: /transactions at \/account\/1/,
    },
    {
      claim: "an account whose number is not its row",
      world: { ...rows, accounts: rows.accounts.map((row) => (row["account"] === 3 ? { ...row, account: 4 } : row)) },
      message: /accounts at \/account\/4: expected a subject of the block, in order \(5 to 6\); found 4/,
    },
    {
      claim: "a flag of 2",
      world: { ...rows, findings: [{ ...rows.findings[0], planted: 2 }] },
      message: /findings at \/planted\/0: expected 0 or 1/,
    },
  ];

  it.each(cases)("$claim is refused by table, column and row, and leaves nothing", async ({ world, message }) => {
    const folder = freshFolder();
    const failure: unknown = await writeTestset(worldOf(world), folder, WRITE).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(SpecError);
    expect(String(failure)).toMatch(message);
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(scratch).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it("a table without one of its columns is refused", async () => {
    const whole = worldOf(rows);
    const world = { ...whole, commons: () => ({ ...whole.commons(), merchants: { rows: 0, columns: {} } }) };
    await expect(writeTestset(world, freshFolder(), WRITE)).rejects.toThrow(
      /merchants at \/merchant: expected values of kind int32/,
    );
  });

  it("a block that does not follow on the last one is refused", async () => {
    const options = { ...WRITE, indexes: [0, 2] };
    await expect(writeTestset(worldOf(rows, [2, 2]), freshFolder(), options)).rejects.toThrow(/begins at subject 2; found.*4/);
  });
});

it("a sample holds the first blocks alone", async () => {
  const folder = freshFolder();
  await writeTestset(worldOf(rows, [2, 2]), folder, { ...WRITE, indexes: [0, 1] });
  expect(readTable(join(folder, "inputs"), "accounts").rows).toBe(4);
});

it("many rows in several pieces come back whole", async () => {
  const [model] = rows.transactions;
  const transactions = Array.from({ length: 70_001 }, (_, i) => ({
    ...model,
    transaction: i,
    account: i < 40_000 ? 2 : 5,
    memo: i % 7 === 0 ? null : `m${i % 1009}`,
    mcc: i % 3 === 0 ? null : i,
  }));
  const folder = freshFolder();
  await writeTestset(worldOf({ ...rows, transactions }, [3]), folder, WRITE);
  const arrow = tableFromIPC(readFileSync(join(folder, "inputs", "transactions.arrow")));
  const differing = transactions.findIndex(
    (row, i) =>
      arrow.getChild("memo")!.get(i) !== row.memo ||
      arrow.getChild("mcc")!.get(i) !== row.mcc ||
      Number(arrow.getChild("transaction")!.get(i)) !== i,
  );
  expect(differing).toBe(-1);
});
