/**
 * One column while one thread gathers it: takes each batch's values, and puts them into the spool.
 *
 * A row without a value holds 0 (or the first word) underneath, whatever the batch had there, so that the bytes depend
 * on values alone. Machines are taken to be little-endian, as Arrow is and as every platform of Node's but one.
 */
import type { Column, ColumnValues, Int32Values, Int64Values, TextValues } from "@vigie/spec";
import { ColumnFault } from "./column-fault.ts";
import { Dictionary, type Numbering, type Words } from "./dictionary.ts";
import { PieceList, putCodes, putInt32s, putInt64s, scratchOf, type Missing, type Pieces } from "./pieces.ts";
import type { SpoolWriter } from "./spool.ts";

const VALUES_KIND = { int32: "int32", int64: "int64", date: "int32", timestamp: "int64", text: "text", flag: "int32" } as const;

/** What one thread gathered of one column. Can be posted between threads. */
export interface GatheredColumn {
  readonly pieces: Pieces;
  /** Of text alone. */
  readonly words: Words;
}

export class ColumnGatherer {
  readonly column: Column;
  readonly #spool: SpoolWriter;
  readonly #pieces = new PieceList();
  readonly #dictionary = new Dictionary();

  constructor(column: Column, spool: SpoolWriter) {
    this.column = column;
    this.#spool = spool;
  }

  /** Takes the first `rows` values. @throws ColumnFault where they break the column's contract. */
  add(values: ColumnValues | undefined, rows: number): void {
    const expected = VALUES_KIND[this.column.type];
    if (values?.kind !== expected) throw new ColumnFault(`values of kind ${expected}`, values?.kind ?? "no such column");
    const length = values.kind === "text" ? values.codes.length : values.values.length;
    if (length < rows) throw new ColumnFault(`at least ${rows} values`, String(length));
    if (values.kind === "text") this.#addText(values, rows);
    else this.#addNumbers(values, rows);
  }

  #addNumbers(values: Int32Values | Int64Values, rows: number): void {
    const missing = values.valid ? this.#missing(values.valid, rows) : null;
    if (this.column.type === "flag" && values.kind === "int32") insistOnFlags(values.values, rows);
    this.#pieces.add(
      values.kind === "int64"
        ? putInt64s(this.#spool, values.values, rows, missing)
        : putInt32s(this.#spool, values.values, rows, missing),
    );
  }

  #missing(marks: Uint8Array, rows: number): Missing | null {
    let count = 0;
    for (let i = 0; i < rows; i++) if (marks[i] === 0) count++;
    if (count === 0) return null;
    if (!this.column.nullable) throw new ColumnFault("a value in every row", "none", marks.indexOf(0));
    return { marks, none: 0, count };
  }

  #addText(text: TextValues, rows: number): void {
    const { codes } = text;
    const out = scratchOf(rows);
    const numbering = this.#dictionary.numbering(text);
    const { shared } = numbering;
    let [missing, most] = [0, 0];
    for (let i = 0; i < rows; i++) {
      const code = codes[i];
      let number = code >= 0 && code < shared.length ? shared[code] : -1;
      if (number < 0) {
        if (code === -1) missing++;
        else number = this.#number(text, numbering, code, i);
      }
      out[i] = ++number;
      if (number > most) most = number;
    }
    if (missing > 0 && !this.column.nullable) throw new ColumnFault("a value in every row", "none", codes.indexOf(-1));
    this.#pieces.add(putCodes(this.#spool, out, rows, most, missing));
  }

  #number(text: TextValues, { shared, own }: Numbering, code: number, row: number): number {
    const place = code - shared.length;
    if (place >= 0 && place < own.length && own[place] >= 0) return own[place];
    try {
      const number = this.#dictionary.number(text, code);
      if (place < 0) shared[code] = number;
      else own[place] = number;
      return number;
    } catch (cause) {
      throw new ColumnFault("text by code into the batch's words", cause instanceof Error ? cause.message : String(cause), row);
    }
  }

  taken(): GatheredColumn {
    return { pieces: this.#pieces.taken(), words: this.#dictionary.taken() };
  }
}

function insistOnFlags(values: Int32Array, rows: number): void {
  for (let i = 0; i < rows; i++) if (values[i] !== 0 && values[i] !== 1) throw new ColumnFault("0 or 1", String(values[i]), i);
}
