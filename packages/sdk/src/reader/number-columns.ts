/** Columns of numbers, by row and as a whole. */
import { checkWindow, isThere, readBytes, readValidity, readWords, type StoredColumn } from "./stored-column.ts";

const TWO_32 = 4_294_967_296;

/** int32 and date columns. */
export class Int32Column {
  private readonly stored: StoredColumn;
  private words: Int32Array | null = null;
  private validity: Uint8Array | null = null;

  constructor(stored: StoredColumn) {
    this.stored = stored;
  }

  /** The value of a column where nothing is missing. */
  at(row: number): number {
    return (this.words ?? this.load())[row];
  }

  atOrNull(row: number): number | null {
    const words = this.words ?? this.load();
    return isThere(this.validity, row) ? words[row] : null;
  }

  numbers(from = 0, to = this.stored.rows): Int32Array | Float64Array {
    checkWindow(this.stored, from, to);
    const words = windowOf(this.stored, this.words, 1, from, to) ?? this.load();
    if (!this.stored.layout.nullable) return words;
    return withGaps(Float64Array.from(words), readValidity(this.stored), from);
  }

  private load(): Int32Array {
    this.validity = readValidity(this.stored);
    this.words = readWords(this.stored, 1, 0, this.stored.rows);
    return this.words;
  }
}

/** int64 and timestamp columns, whose values stay below 2^53: two 32-bit words make a double, with no BigInt in the loop. */
export class Int64Column {
  private readonly stored: StoredColumn;
  private words: Int32Array | null = null;
  private validity: Uint8Array | null = null;

  constructor(stored: StoredColumn) {
    this.stored = stored;
  }

  at(row: number): number {
    const words = this.words ?? this.load();
    return words[2 * row + 1] * TWO_32 + (words[2 * row] >>> 0);
  }

  atOrNull(row: number): number | null {
    const words = this.words ?? this.load();
    return isThere(this.validity, row) ? words[2 * row + 1] * TWO_32 + (words[2 * row] >>> 0) : null;
  }

  numbers(from = 0, to = this.stored.rows): Float64Array {
    checkWindow(this.stored, from, to);
    const words = windowOf(this.stored, this.words, 2, from, to) ?? this.load();
    const values = new Float64Array(to - from);
    for (let i = 0; i < values.length; i++) values[i] = words[2 * i + 1] * TWO_32 + (words[2 * i] >>> 0);
    return withGaps(values, readValidity(this.stored), from);
  }

  private load(): Int32Array {
    this.validity = readValidity(this.stored);
    this.words = readWords(this.stored, 2, 0, this.stored.rows);
    return this.words;
  }
}

/** Columns of 0 and 1, a byte a value. */
export class FlagColumn {
  readonly #stored: StoredColumn;

  constructor(stored: StoredColumn) {
    this.#stored = stored;
  }

  numbers(from = 0, to = this.#stored.rows): Int32Array | Float64Array {
    checkWindow(this.#stored, from, to);
    const bytes = readBytes(this.#stored, "values", this.#stored.layout.values, this.#stored.rows).subarray(from, to);
    if (!this.#stored.layout.nullable) return Int32Array.from(bytes);
    return withGaps(Float64Array.from(bytes), readValidity(this.#stored), from);
  }
}

/** Part of what is loaded, or just that part from the file; null when the whole column is asked for and not loaded yet. */
function windowOf(
  stored: StoredColumn,
  loaded: Int32Array | null,
  wordsPerRow: 1 | 2,
  from: number,
  to: number,
): Int32Array | null {
  if (loaded !== null) return loaded.subarray(from * wordsPerRow, to * wordsPerRow);
  return from === 0 && to === stored.rows ? null : readWords(stored, wordsPerRow, from, to);
}

function withGaps(values: Float64Array, validity: Uint8Array | null, from: number): Float64Array {
  if (validity === null) return values;
  for (let i = 0; i < values.length; i++) if (!isThere(validity, from + i)) values[i] = Number.NaN;
  return values;
}
