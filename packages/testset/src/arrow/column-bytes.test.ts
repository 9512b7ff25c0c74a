import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Column, ColumnType, ColumnValues } from "@vigie/spec";
import { scratchFolder } from "../../test/scratch-folder.ts";
import { columnBytes, columnValidityBytes, columnValueBytes, type ColumnSource } from "./column-bytes.ts";
import { ColumnGatherer } from "../gather/column-gatherer.ts";
import { SpoolWriter } from "../gather/spool.ts";

const scratch = scratchFolder();
let count = 0;

type Cell = number | null;

function column(type: ColumnType): Column {
  return { name: "x", type, nullable: true, about: { en: "x", fr: "x" } };
}

function batch(kind: "int32" | "int64", cells: readonly Cell[]): ColumnValues {
  const valid = Uint8Array.from(cells, (cell) => (cell === null ? 0 : 1));
  const values = cells.map((cell) => cell ?? 77);
  return kind === "int32" ? { kind, values: Int32Array.from(values), valid } : { kind, values: Float64Array.from(values), valid };
}

/** Gathers blocks with two threads in turn, the later block first, and reads the column's bytes back. */
function throughSpool(type: "int32" | "int64", blocks: readonly (readonly Cell[])[]): { bits: Uint8Array; bytes: Buffer } {
  const spools = [0, 1].map(() => new SpoolWriter(join(scratch, `spool-${++count}`)));
  const threads = spools.map((spool) => new ColumnGatherer(column(type), spool));
  const nths = [0, 0];
  const order = blocks.map((_, i) => ({ thread: i % 2, nth: -1 }));
  for (let i = blocks.length - 1; i >= 0; i--) {
    threads[i % 2].add(batch(type, blocks[i]), blocks[i].length);
    order[i].nth = nths[i % 2]++;
  }
  for (const spool of spools) {
    spool.flush();
    spool.close();
  }
  const cells = blocks.flat();
  const source: ColumnSource = {
    type,
    threads: threads.map((thread, i) => ({ path: spools[i].path, pieces: thread.taken().pieces, rank: null })),
    order: { thread: Uint8Array.from(order, ({ thread }) => thread), nth: Int32Array.from(order, ({ nth }) => nth) },
    rows: cells.length,
    missing: cells.filter((cell) => cell === null).length,
  };
  const all = Buffer.concat(Array.from(columnBytes(source), (bytes) => Buffer.from(bytes)));
  const bits = columnValidityBytes(source);
  const from = Math.ceil(bits / 64) * 64;
  expect(all.length).toBe(from + columnValueBytes(source));
  return { bits: all.subarray(0, bits), bytes: all.subarray(from) };
}

const size = fc.constantFrom(0, 1, 200, 60_000, 2 ** 31 - 1);
const int32 = size.chain((max) => fc.integer({ min: -max, max }));
const int64 = fc.oneof(int32, fc.maxSafeInteger(), fc.constantFrom(2 ** 32 - 1, 2 ** 32, -(2 ** 32)));

it.each([
  ["int32", int32],
  ["int64", int64],
] as const)("every %s comes back from whichever block, thread and width, and 0 where there is none", (type, value) => {
  const cell = fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 40 }), { minLength: 1, maxLength: 6 }), (blocks) => {
      const { bits, bytes } = throughSpool(type, blocks);
      blocks.flat().forEach((expected, row) => {
        const found = type === "int32" ? bytes.readInt32LE(4 * row) : Number(bytes.readBigInt64LE(8 * row));
        expect(found).toBe(expected ?? 0);
        if (bits.length > 0) expect((bits[row >> 3] >> (row & 7)) & 1).toBe(expected === null ? 0 : 1);
      });
    }),
    { numRuns: 120 },
  );
});

it("bits after the last row are 0, whatever the number of rows", () => {
  for (let rows = 1; rows < 40; rows++) {
    const cells = Array.from({ length: rows }, (_, i) => (i === 0 ? null : i));
    const { bits } = throughSpool("int32", [cells.slice(0, rows >> 1), cells.slice(rows >> 1)]);
    const ones = [...bits].map((byte) => byte.toString(2).replaceAll("0", "").length).reduce((a, b) => a + b, 0);
    expect(ones).toBe(rows - 1);
  }
});
