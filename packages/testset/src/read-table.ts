/** A table on disk becomes columns in memory again. */
import type { ColumnLayout } from "@vigie/sdk";
import type { ColumnValues, TableBatch } from "@vigie/spec";
import { withTable, type TableSource } from "./table-source.ts";

/** One byte a row out of Arrow's one bit a row. */
function unpack(bits: Uint8Array, rows: number): Uint8Array {
  const valid = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) valid[row] = (bits[row >> 3] >> (row & 7)) & 1;
  return valid;
}

function numbers(source: TableSource, column: ColumnLayout, valid: Uint8Array | undefined): ColumnValues {
  const own = valid ? { valid } : {};
  if (column.type === "int64" || column.type === "timestamp") {
    return { kind: "int64", values: source.int64s(column.values), ...own };
  }
  const values =
    column.type === "flag" ? Int32Array.from(new Int8Array(source.bytes(column.values).buffer)) : source.int32s(column.values);
  return { kind: "int32", values, ...own };
}

function text(source: TableSource, column: ColumnLayout, valid: Uint8Array | undefined): ColumnValues {
  const codes = source.int32s(column.values);
  if (valid) for (let row = 0; row < codes.length; row++) if (valid[row] === 0) codes[row] = -1;
  return { kind: "text", codes, words: source.words(column) };
}

/** One column of an open table. */
export function readColumn(source: TableSource, name: string): ColumnValues {
  const column = source.column(name);
  const valid = column.validity ? unpack(source.bytes(column.validity), source.layout.rows) : undefined;
  return column.type === "text" ? text(source, column, valid) : numbers(source, column, valid);
}

/**
 * Reads a whole table, or the columns that are named, into typed arrays.
 * @param folder a test set's `inputs/` or `labels/`.
 * @throws SpecError where layout or file cannot be read.
 */
export function readTable(folder: string, name: string, columns?: readonly string[]): TableBatch {
  return withTable(folder, name, (source) => {
    const names = columns ?? source.layout.columns.map((column) => column.name);
    return {
      rows: source.layout.rows,
      columns: Object.fromEntries(names.map((column) => [column, readColumn(source, column)])),
    };
  });
}
