/**
 * A table in windows of some rows: for what reads every row once and must not hold whole columns.
 *
 * A column's values are as wide as its type, so that a window is a slice of the column's buffer. Validity is a bit a row:
 * windows begin at a multiple of 8. The words of a text column are read once, and shared by all windows.
 */
import type { ColumnLayout, Span } from "@vigie/sdk";
import type { ColumnValues, TableBatch } from "@vigie/spec";
import { openTable, type TableSource } from "./table-source.ts";

const WIDTH = { int32: 4, int64: 8, date: 4, timestamp: 8, text: 4, flag: 1 } as const;

export interface WindowOptions {
  /** Rows in a window, rounded up to a multiple of 8; 131,072 by default. */
  readonly rowsAtOnce?: number;
  /** Text columns of which the codes are enough: their `words` stay empty. */
  readonly withoutWords?: readonly string[];
}

/** Some rows of a table; `firstRow` is the number of the first of them. */
export interface TableWindow extends TableBatch {
  readonly firstRow: number;
}

function part([offset, length]: Span, from: number, bytes: number): Span {
  return [offset + from, Math.min(bytes, length - from)];
}

function unpacked(bits: Uint8Array, rows: number): Uint8Array {
  const valid = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) valid[row] = (bits[row >> 3] >> (row & 7)) & 1;
  return valid;
}

function values(source: TableSource, column: ColumnLayout, words: readonly string[], first: number, rows: number): ColumnValues {
  const width = WIDTH[column.type];
  const span = part(column.values, first * width, rows * width);
  const validity = column.validity ?? null;
  const valid = validity === null ? null : unpacked(source.bytes(part(validity, first >> 3, (rows + 7) >> 3)), rows);
  if (column.type === "text") {
    const codes = source.int32s(span);
    if (valid !== null) for (let row = 0; row < rows; row++) if (valid[row] === 0) codes[row] = -1;
    return { kind: "text", codes, words };
  }
  const own = valid === null ? {} : { valid };
  if (width === 8) return { kind: "int64", values: source.int64s(span), ...own };
  if (width === 4) return { kind: "int32", values: source.int32s(span), ...own };
  return { kind: "int32", values: Int32Array.from(new Int8Array(source.bytes(span).buffer)), ...own };
}

/**
 * Walks the named columns of a table of `folder` (a test set's `inputs/` or `labels/`), window by window in file order.
 * Memory is that of one window and of the words. The file is closed at the end, also where the walk is broken off.
 * @throws SpecError where the layout or the table is not there or cannot be read.
 */
export function* tableWindows(
  folder: string,
  name: string,
  columns: readonly string[],
  { rowsAtOnce = 131_072, withoutWords = [] }: WindowOptions = {},
): Generator<TableWindow> {
  const source = openTable(folder, name);
  try {
    const step = Math.max(8, Math.ceil(rowsAtOnce / 8) * 8);
    const layouts = columns.map((column) => source.column(column));
    const words = layouts.map((layout) => (withoutWords.includes(layout.name) ? [] : source.words(layout)));
    for (let firstRow = 0; firstRow < source.layout.rows; firstRow += step) {
      const rows = Math.min(step, source.layout.rows - firstRow);
      const batch = layouts.map((layout, i): [string, ColumnValues] => [
        layout.name,
        values(source, layout, words[i], firstRow, rows),
      ]);
      yield { firstRow, rows, columns: Object.fromEntries(batch) };
    }
  } finally {
    source.close();
  }
}
