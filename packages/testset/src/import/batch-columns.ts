/** Columns of a batch that are made row by row, or are the same in every row. */
import type { Column, ColumnValues, Int32Values, Int64Values, Table, TableBatch, TextValues } from "@vigie/spec";

/** A text column that gathers its words. */
export class TextColumn {
  readonly #codes: Int32Array;
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];

  constructor(rows: number) {
    this.#codes = new Int32Array(rows).fill(-1);
  }

  set(row: number, word: string): void {
    let code = this.#numbers.get(word);
    if (code === undefined) {
      code = this.#words.length;
      this.#words.push(word);
      this.#numbers.set(word, code);
    }
    this.#codes[row] = code;
  }

  values(): TextValues {
    return { kind: "text", codes: this.#codes, words: this.#words };
  }
}

export function int32(values: Int32Array): Int32Values {
  return { kind: "int32", values };
}

export function int64(values: Float64Array, valid?: Uint8Array): Int64Values {
  return valid === undefined ? { kind: "int64", values } : { kind: "int64", values, valid };
}

export function sameText(word: string, rows: number): TextValues {
  return { kind: "text", codes: new Int32Array(rows), words: [word] };
}

function missing({ type }: Column, rows: number): ColumnValues {
  if (type === "text") return { kind: "text", codes: new Int32Array(rows).fill(-1), words: [] };
  const valid = new Uint8Array(rows);
  if (type === "int64" || type === "timestamp") return { kind: "int64", values: new Float64Array(rows), valid };
  return { kind: "int32", values: new Int32Array(rows), valid };
}

/** Makes a batch of a table by its name. Columns that are not given have no value in any row, which only nullable ones may. */
export type MakeBatch = (name: string, rows: number, columns: Readonly<Record<string, ColumnValues>>) => TableBatch;

/** @throws TypeError for a table that is none of these. */
export function batchesOf(tables: readonly Table[]): MakeBatch {
  return (name, rows, columns) => {
    const table = tables.find((one) => one.name === name);
    if (table === undefined) throw new TypeError(`no table ${name}`);
    return {
      rows,
      columns: Object.fromEntries(table.columns.map((column) => [column.name, columns[column.name] ?? missing(column, rows)])),
    };
  };
}
