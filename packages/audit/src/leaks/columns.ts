/** Columns as codes, and where they have no value. */
import type { ColumnValues } from "@vigie/spec";

/** Text as codes into words; −1 is no value. */
export interface TextColumn {
  readonly codes: Int32Array;
  readonly words: readonly string[];
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
  for (let row = 0; row < rows; row++) {
    if (column.kind === "text" ? column.codes[row] < 0 : column.valid?.[row] === 0) missing[row] = 1;
  }
  return missing.includes(1) ? missing : null;
}
