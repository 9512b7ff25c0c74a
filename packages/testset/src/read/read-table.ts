/**
 * A table on disk becomes columns in memory again: whole, or in windows for what reads every row once and must not hold whole
 * columns.
 *
 * A column's values are as wide as its type, so that a window is a slice of the column's buffer. Validity is a bit a row:
 * windows begin at a multiple of 8. The words of a text column are read once, and shared by all windows.
 */
import { join } from "node:path";
import { Layout, LAYOUT_FILE, type ColumnLayout, type Span } from "@vigie/sdk";
import type { ColumnValues, TableBatch } from "@vigie/spec";
import { loadJson } from "@vigie/spec/node";
import { BYTES_PER_VALUE } from "../arrow/column-bytes.ts";
import { openTable, withTable, type TableSource } from "./table-source.ts";

export interface WindowOptions {
  /** Rows in a window, rounded up to a multiple of 8; 131,072 by default. */
  readonly rowsAtOnce?: number;
  /** Text columns of which the codes are enough: their `words` stay empty. */
  readonly withoutWords?: readonly string[];
  /** Whether to read the window that begins at a row; all are read where absent. */
  readonly wanted?: (firstRow: number) => boolean;
}

/** Some rows of a table; `firstRow` is the number of the first of them. */
export interface TableWindow extends TableBatch {
  readonly firstRow: number;
}

function part([offset, length]: Span, from: number, bytes: number): Span {
  return [offset + from, Math.min(bytes, length - from)];
}

/** One byte a row out of Arrow's one bit a row. */
function unpacked(bits: Uint8Array, rows: number): Uint8Array {
  const valid = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) valid[row] = (bits[row >> 3] >> (row & 7)) & 1;
  return valid;
}

interface OpenColumn {
  readonly source: TableSource;
  readonly layout: ColumnLayout;
  readonly words: readonly string[];
}

function valuesOf({ source, layout, words }: OpenColumn, first: number, rows: number): ColumnValues {
  const width = BYTES_PER_VALUE[layout.type];
  const span = part(layout.values, first * width, rows * width);
  const validity = layout.validity ?? null;
  const valid = validity === null ? null : unpacked(source.bytes(part(validity, first >> 3, (rows + 7) >> 3)), rows);
  if (layout.type === "text") {
    const codes = source.int32s(span);
    if (valid !== null) for (let row = 0; row < rows; row++) if (valid[row] === 0) codes[row] = -1;
    return { kind: "text", codes, words };
  }
  const own = valid === null ? {} : { valid };
  if (width === 8) return { kind: "int64", values: source.int64s(span), ...own };
  if (width === 4) return { kind: "int32", values: source.int32s(span), ...own };
  return { kind: "int32", values: Int32Array.from(new Int8Array(source.bytes(span).buffer)), ...own };
}

function openColumns(
  source: TableSource,
  names: readonly string[] | undefined,
  withoutWords: readonly string[] = [],
): OpenColumn[] {
  const layouts = names?.map((name) => source.column(name)) ?? source.layout.columns;
  return layouts.map((layout) => ({ source, layout, words: withoutWords.includes(layout.name) ? [] : source.words(layout) }));
}

function batchOf(columns: readonly OpenColumn[], first: number, rows: number): TableBatch {
  return { rows, columns: Object.fromEntries(columns.map((column) => [column.layout.name, valuesOf(column, first, rows)])) };
}

/**
 * Reads a whole table, or the columns that are named, into typed arrays.
 * @param folder a test set's `inputs/` or `labels/`.
 * @throws SpecError where layout or file cannot be read.
 */
export function readTable(folder: string, name: string, columns?: readonly string[]): TableBatch {
  return withTable(folder, name, (source) => batchOf(openColumns(source, columns), 0, source.layout.rows));
}

/**
 * Walks the named columns of a table of `folder` (a test set's `inputs/` or `labels/`), window by window in file order.
 * Memory is that of one window and of the words. The file is closed at the end, also where the walk is broken off.
 * @throws SpecError where the layout or the table is not there or cannot be read.
 */
export function* tableWindows(
  folder: string,
  name: string,
  names: readonly string[],
  { rowsAtOnce = 131_072, withoutWords, wanted = () => true }: WindowOptions = {},
): Generator<TableWindow> {
  const source = openTable(folder, name);
  try {
    const step = Math.max(8, Math.ceil(rowsAtOnce / 8) * 8);
    const columns = openColumns(source, names, withoutWords);
    for (let firstRow = 0; firstRow < source.layout.rows; firstRow += step) {
      if (wanted(firstRow)) yield { firstRow, ...batchOf(columns, firstRow, Math.min(step, source.layout.rows - firstRow)) };
    }
  } finally {
    source.close();
  }
}

/**
 * How many rows each table has, by its name: those of `inputs/`, then those of `labels/`.
 * @param folder the test set's.
 * @throws SpecError where a layout cannot be read.
 */
export function tableRows(folder: string): Record<string, number> {
  const tables = ["inputs", "labels"].flatMap((half) => loadJson(Layout, join(folder, half, LAYOUT_FILE)).tables);
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]));
}
