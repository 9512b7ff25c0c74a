/** Columns of the contract as plain arrays of one kind. */
import type { ColumnValues } from "@vigie/spec";

/** The numbers of a column. @throws TypeError for text. */
export function integersOf(column: ColumnValues): Int32Array | Float64Array {
  if (column.kind === "text") throw new TypeError("expected numbers, found text");
  return column.values;
}

/** Text as codes into words; −1 is no value. */
export interface TextColumn {
  readonly codes: Int32Array;
  readonly words: readonly string[];
}

/** A text column's codes and words. @throws TypeError for numbers. */
export function textOf(column: ColumnValues): TextColumn {
  if (column.kind !== "text") throw new TypeError("expected text, found numbers");
  return column;
}

/** Codes of a column: of text its own, of numbers one for each distinct value; −1 for none. */
export function codesOf(column: ColumnValues, rows: number): TextColumn {
  if (column.kind === "text") return { codes: column.codes.subarray(0, rows), words: column.words };
  const known = new Map<number, number>();
  const codes = new Int32Array(rows);
  const { values, valid } = column;
  for (let row = 0; row < rows; row++) {
    if (valid && valid[row] === 0) codes[row] = -1;
    else {
      const code = known.get(values[row]) ?? known.size;
      if (code === known.size) known.set(values[row], code);
      codes[row] = code;
    }
  }
  return { codes, words: Array.from(known.keys(), String) };
}

/** By row: 1 where the column has no value; null where every row has one. */
export function missingOf(column: ColumnValues, rows: number): Uint8Array | null {
  const missing = new Uint8Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const none = column.kind === "text" ? column.codes[row] < 0 : column.valid !== undefined && column.valid[row] === 0;
    if (none) {
      missing[row] = 1;
      count++;
    }
  }
  return count === 0 ? null : missing;
}
