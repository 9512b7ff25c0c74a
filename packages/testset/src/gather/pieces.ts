/**
 * Values of one block on their way into the spool, no wider than they need, and where they lie there.
 *
 * A piece of `rows` values is: the values less `base`, each `width` bytes (8: the int64 as it is; 0: every value is `base`),
 * filled up to eight bytes; then, where some but not all values are missing, Arrow's validity bits of these rows. A missing
 * value counts as 0. Of text, values are provisional numbers plus one, with 0 for a missing one.
 */
import { ColumnFault } from "./column-fault.ts";
import { Growing, joined } from "./growing.ts";
import type { SpoolWriter } from "./spool.ts";

const TWO_32 = 4_294_967_296;
const LIMIT = 2_097_152; // 2^53 / 2^32

export interface Piece {
  readonly offset: number;
  readonly rows: number;
  readonly width: number;
  readonly base: number;
  readonly missing: number;
}

/** The pieces of a column, five numbers each, in the order in which a thread gathered them. Can be posted between threads. */
export type Pieces = Float64Array;
const NUMBERS = 5;

export class PieceList {
  readonly #numbers = new Growing();

  add({ offset, rows, width, base, missing }: Piece): void {
    for (const number of [offset, rows, width, base, missing]) this.#numbers.push(number);
  }

  taken(): Pieces {
    return joined(this.#numbers.taken());
  }
}

export function pieceAt(pieces: Pieces, nth: number): Piece {
  const [offset, rows, width, base, missing] = pieces.subarray(NUMBERS * nth, NUMBERS * (nth + 1));
  return { offset, rows, width, base, missing };
}

/** How many rows all pieces have, and how many of them without a value. */
export function countsOf(pieces: Pieces): Pick<Piece, "rows" | "missing"> {
  let [rows, missing] = [0, 0];
  for (let at = 0; at < pieces.length; at += NUMBERS) {
    rows += pieces[at + 1];
    missing += pieces[at + 4];
  }
  return { rows, missing };
}

/** Bytes of a piece's values before its validity bits. */
export function valueBytes(rows: number, width: number): number {
  return Math.ceil((rows * width) / 8) * 8;
}

/** Tells missing values: those where `marks[i]` is `none`. */
export interface Missing {
  readonly marks: Int32Array | Uint8Array;
  readonly none: number;
  readonly count: number;
}

function widthFor(range: number): 0 | 1 | 2 | 4 | 8 {
  if (range === 0) return 0;
  return range < 256 ? 1 : range < 65_536 ? 2 : range < TWO_32 ? 4 : 8;
}

function narrowView(buffer: ArrayBuffer, at: number, rows: number, width: number): Uint8Array | Uint16Array | Uint32Array {
  if (width === 1) return new Uint8Array(buffer, at, rows);
  return width === 2 ? new Uint16Array(buffer, at, rows) : new Uint32Array(buffer, at, rows);
}

function putBits({ marks, none }: Missing, rows: number, bits: Uint8Array): void {
  for (let byte = 0, row = 0; byte < bits.length; byte++) {
    let eight = 0;
    const end = Math.min(8, rows - row);
    for (let bit = 0; bit < end; bit++, row++) if (marks[row] !== none) eight |= 1 << bit;
    bits[byte] = eight;
  }
}

function start(spool: SpoolWriter, rows: number, width: number, base: number, missing: Missing | null) {
  const some = missing !== null && missing.count > 0 && missing.count < rows ? missing : null;
  const bytes = valueBytes(rows, width);
  const offset = spool.position;
  const { buffer, at } = spool.room(bytes + (some ? Math.ceil(rows / 8) : 0));
  if (some) putBits(some, rows, new Uint8Array(buffer, at + bytes, Math.ceil(rows / 8)));
  const piece: Piece = { offset, rows, width, base, missing: missing?.count ?? 0 };
  return { piece, buffer, at };
}

/** Writes numbers from 0 to `most`, of which `missing` are 0 and stand for no value: one pass less than for any integers. */
export function putCodes(spool: SpoolWriter, values: Int32Array, rows: number, most: number, missing: number): Piece {
  const width = widthFor(most);
  const { piece, buffer, at } = start(spool, rows, width, 0, missing === 0 ? null : { marks: values, none: 0, count: missing });
  if (width > 0) narrowView(buffer, at, rows, width).set(values.subarray(0, rows));
  return piece;
}

/** Writes 32-bit integers. */
export function putInt32s(spool: SpoolWriter, values: Int32Array, rows: number, missing: Missing | null): Piece {
  const present = missing === null ? values : withZeros(values, rows, missing);
  let [least, most] = [present[0], present[0]];
  for (let i = 1; i < rows; i++) {
    if (present[i] < least) least = present[i];
    else if (present[i] > most) most = present[i];
  }
  const width = rows === 0 ? 0 : widthFor(most - least);
  const { piece, buffer, at } = start(spool, rows, width, rows === 0 ? 0 : least, missing);
  if (width > 0) subtract(present, rows, least, narrowView(buffer, at, rows, width));
  return piece;
}

function subtract(values: Int32Array, rows: number, base: number, out: Uint8Array | Uint16Array | Uint32Array): void {
  if (base === 0) out.set(values.subarray(0, rows));
  else for (let i = 0; i < rows; i++) out[i] = values[i] - base;
}

let scratch = new Int32Array(1024);

/** An array for passing values on, at least `length` long, good until the next is asked for. */
export function scratchOf(length: number): Int32Array {
  if (scratch.length < length) scratch = new Int32Array(2 * length);
  return scratch;
}

function withZeros(values: Int32Array, rows: number, { marks, none }: Missing): Int32Array {
  const out = scratchOf(rows);
  for (let i = 0; i < rows; i++) out[i] = marks[i] === none ? 0 : values[i];
  return out;
}

/** Writes integers up to ±2^53. @throws ColumnFault for anything else. */
export function putInt64s(spool: SpoolWriter, values: Float64Array, rows: number, missing: Missing | null): Piece {
  const valid = missing === null || missing.count === 0 ? null : missing;
  let [least, most] = [0, 0];
  if (valid === null && rows > 0) least = most = values[0];
  for (let i = 0; i < rows; i++) {
    const value = valid !== null && valid.marks[i] === valid.none ? 0 : values[i];
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  const width = widthFor(most - least);
  if (!Number.isSafeInteger(least)) refuse(least, values, rows);
  const { piece, buffer, at } = start(spool, rows, width, width === 8 ? 0 : least, missing);
  if (width === 8) putWide(values, rows, valid, new Int32Array(buffer, at, 2 * rows));
  else if (width > 0) putNarrow(values, rows, valid, least, narrowView(buffer, at, rows, width));
  else insistConstant(values, rows, valid, least);
  return piece;
}

function insistConstant(values: Float64Array, rows: number, valid: Missing | null, constant: number): void {
  for (let i = 0; i < rows; i++) {
    if (values[i] !== constant && !(valid !== null && valid.marks[i] === valid.none)) fault(values[i], i);
  }
}

function putNarrow(
  values: Float64Array,
  rows: number,
  valid: Missing | null,
  base: number,
  out: Uint8Array | Uint16Array | Uint32Array,
): void {
  for (let i = 0; i < rows; i++) {
    const value = (valid !== null && valid.marks[i] === valid.none ? 0 : values[i]) - base;
    if (value >>> 0 !== value) fault(values[i], i);
    out[i] = value;
  }
}

function putWide(values: Float64Array, rows: number, valid: Missing | null, out: Int32Array): void {
  for (let i = 0; i < rows; i++) {
    const value = valid !== null && valid.marks[i] === valid.none ? 0 : values[i];
    const low = value | 0;
    const high = Math.floor(value * (1 / TWO_32));
    if (high * TWO_32 + (low >>> 0) !== value || high >= LIMIT || high < -LIMIT) fault(value, i);
    out[2 * i] = low;
    out[2 * i + 1] = high;
  }
}

function refuse(least: number, values: Float64Array, rows: number): never {
  const row = values.subarray(0, rows).findIndex((value) => !Number.isSafeInteger(value));
  return fault(row < 0 ? least : values[row], Math.max(0, row));
}

function fault(value: number, row: number): never {
  throw new ColumnFault("a whole number within ±2^53", String(value), row);
}
