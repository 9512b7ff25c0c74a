/**
 * One column while it is gathered: takes a batch's values, gives the bytes of the Arrow buffers.
 *
 * A row without a value holds 0 (or the first word) underneath, whatever the batch had there, so that the bytes depend
 * on values alone. Machines are taken to be little-endian, as Arrow is and as every platform of Node's but one.
 */
import type { Column, ColumnValues, Int32Values, Int64Values, TextValues } from "@vigie/spec";
import { Dictionary, type SortedWords } from "./dictionary.ts";
import { ByteStream, type Spool } from "./spool.ts";
import { Validity } from "./validity.ts";

const TWO_32 = 4_294_967_296;
const BYTES_PER_VALUE = { int32: 4, int64: 8, date: 4, timestamp: 8, text: 4, flag: 1 } as const;
const VALUES_KIND = { int32: "int32", int64: "int64", date: "int32", timestamp: "int64", text: "text", flag: "int32" } as const;

let scratch = new Int32Array(1024);

function scratchOf(words: number): Int32Array {
  if (scratch.length < words) scratch = new Int32Array(2 * words);
  return scratch;
}

function bytesOf(values: Int32Array, words: number): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, 4 * words);
}

/** What is wrong with a batch's column; the writer adds where. */
export class ColumnFault extends Error {
  readonly expected: string;
  readonly row: number | null;

  constructor(expected: string, found: string, row: number | null = null) {
    super(found);
    this.expected = expected;
    this.row = row;
  }
}

export class ColumnSpool {
  readonly column: Column;
  readonly #stream: ByteStream;
  readonly #validity = new Validity();
  readonly #dictionary = new Dictionary();
  #sorted: SortedWords | null = null;
  #rows = 0;

  constructor(column: Column, spool: Spool) {
    this.column = column;
    this.#stream = new ByteStream(spool);
  }

  get rows(): number {
    return this.#rows;
  }

  get nullCount(): number {
    return this.#validity.missing;
  }

  get valueBytes(): number {
    return this.#rows * BYTES_PER_VALUE[this.column.type];
  }

  /** Takes the first `rows` values. @throws ColumnFault where they break the column's contract. */
  add(values: ColumnValues | undefined, rows: number): void {
    const expected = VALUES_KIND[this.column.type];
    if (values?.kind !== expected) throw new ColumnFault(`values of kind ${expected}`, values?.kind ?? "no such column");
    const length = values.kind === "text" ? values.codes.length : values.values.length;
    if (length < rows) throw new ColumnFault(`at least ${rows} values`, String(length));
    if (values.kind === "text") this.#addText(values, rows);
    else this.#addNumbers(values, rows);
    this.#rows += rows;
  }

  #addNumbers(values: Int32Values | Int64Values, rows: number): void {
    const valid = values.valid;
    let missing = 0;
    if (valid) for (let i = 0; i < rows; i++) if (valid[i] === 0) missing++;
    if (valid && missing > 0) {
      if (!this.column.nullable) throw new ColumnFault("a value in every row", "none", valid.indexOf(0));
      this.#validity.addWhere(valid, 0, rows, missing);
    } else {
      this.#validity.addPresent(rows);
    }
    const present = missing > 0 ? valid : undefined;
    if (values.kind === "int64") this.#addInt64(values.values, present, rows);
    else if (this.column.type === "flag") this.#addFlags(values.values, rows);
    else this.#addInt32(values.values, present, rows);
  }

  #addInt32(values: Int32Array, valid: Uint8Array | undefined, rows: number): void {
    if (!valid) {
      this.#stream.append(bytesOf(values, rows));
      return;
    }
    const out = scratchOf(rows);
    for (let i = 0; i < rows; i++) out[i] = valid[i] === 0 ? 0 : values[i];
    this.#stream.append(bytesOf(out, rows));
  }

  #addFlags(values: Int32Array, rows: number): void {
    const wrong = values.subarray(0, rows).findIndex((value) => value !== 0 && value !== 1);
    if (wrong >= 0) throw new ColumnFault("0 or 1", String(values[wrong]), wrong);
    this.#stream.append(Uint8Array.from(values.subarray(0, rows)));
  }

  #addInt64(values: Float64Array, valid: Uint8Array | undefined, rows: number): void {
    const out = scratchOf(2 * rows);
    for (let i = 0; i < rows; i++) {
      const value = valid && valid[i] === 0 ? 0 : values[i];
      const low = value | 0;
      const high = Math.floor(value * (1 / TWO_32));
      if (high * TWO_32 + (low >>> 0) !== value || high >= 0x200000 || high < -0x200000) {
        throw new ColumnFault("a whole number within ±2^53", String(value), i);
      }
      out[2 * i] = low;
      out[2 * i + 1] = high;
    }
    this.#stream.append(bytesOf(out, 2 * rows));
  }

  #addText({ codes, words }: TextValues, rows: number): void {
    const out = scratchOf(rows);
    const numbering = this.#dictionary.numbering(words);
    let missing = 0;
    for (let i = 0; i < rows; i++) {
      const code = codes[i];
      if (code === -1) {
        missing++;
        out[i] = -1;
        continue;
      }
      let number = code >= 0 && code < numbering.length ? numbering[code] : -1;
      if (number < 0) number = this.#number(words, numbering, code, i);
      out[i] = number;
    }
    if (missing > 0 && !this.column.nullable) throw new ColumnFault("a value in every row", "none", codes.indexOf(-1));
    if (missing > 0) this.#validity.addWhere(codes, -1, rows, missing);
    else this.#validity.addPresent(rows);
    this.#stream.append(bytesOf(out, rows));
  }

  #number(words: readonly string[], numbering: Int32Array, code: number, row: number): number {
    try {
      return (numbering[code] = this.#dictionary.intern(words[code]));
    } catch (cause) {
      throw new ColumnFault("text by code into the batch's words", cause instanceof Error ? cause.message : String(cause), row);
    }
  }

  /** Null where no value is missing. */
  validityBitmap(): Uint8Array | null {
    return this.#validity.bitmap();
  }

  /** The words in file order; of text columns alone. No row may be added afterwards. */
  words(): readonly string[] {
    this.#sorted ??= this.#dictionary.sorted();
    return this.#sorted.words;
  }

  /** The values as Arrow wants them, piece by piece. */
  *values(): Generator<Uint8Array> {
    if (this.column.type !== "text") {
      yield* this.#stream.pieces();
      return;
    }
    this.#sorted ??= this.#dictionary.sorted();
    const { rank } = this.#sorted;
    for (const piece of this.#stream.pieces()) {
      const codes = new Int32Array(piece.buffer, 0, piece.length / 4);
      for (let i = 0; i < codes.length; i++) codes[i] = codes[i] < 0 ? 0 : rank[codes[i]];
      yield piece;
    }
  }
}
