/** From the pieces of one column to the bytes of its Arrow buffers. */
import type { ColumnType } from "@vigie/spec";
import { pieceAt, valueBytes, type Piece, type Pieces } from "../gather/pieces.ts";
import { SpoolReader } from "../gather/spool.ts";

const TWO_32 = 4_294_967_296;
/** How wide a column's values lie in the file. */
export const BYTES_PER_VALUE = { int32: 4, int64: 8, date: 4, timestamp: 8, text: 4, flag: 1 } as const;
const BITMAP_ALIGNMENT = 64;
const CHUNK_BYTES = 1 << 18;

/** By place in the file: which thread has the block, and the how-manieth of its blocks it is. Can be posted between threads. */
export interface BlockOrder {
  readonly thread: Uint8Array;
  readonly nth: Int32Array;
}

/** One column of all threads. Can be posted between threads. */
export interface ColumnSource {
  readonly type: ColumnType;
  /** By thread: the spool's file, the column's pieces, and of text the places of its words. */
  readonly threads: readonly { readonly path: string; readonly pieces: Pieces; readonly rank: Int32Array | null }[];
  readonly order: BlockOrder;
  readonly rows: number;
  readonly missing: number;
}

/** Bytes of the column's values in the file. */
export function columnValueBytes({ type, rows }: ColumnSource): number {
  return rows * BYTES_PER_VALUE[type];
}

/** Bytes of its validity bits; none where no value is missing. */
export function columnValidityBytes({ rows, missing }: ColumnSource): number {
  return missing === 0 ? 0 : Math.ceil(rows / 8);
}

/** Reads pieces one after the other; what it gives is good until the next. */
class PieceReader {
  readonly #source: ColumnSource;
  readonly #readers: readonly SpoolReader[];
  #buffer = new ArrayBuffer(1 << 16);

  constructor(source: ColumnSource) {
    this.#source = source;
    this.#readers = source.threads.map(({ path }) => new SpoolReader(path));
  }

  *pieces(): Generator<{ piece: Piece; thread: number }> {
    const { order, threads } = this.#source;
    for (let i = 0; i < order.nth.length; i++) {
      const thread = order.thread[i];
      yield { piece: pieceAt(threads[thread].pieces, order.nth[i]), thread };
    }
  }

  bytes(thread: number, offset: number, length: number): ArrayBuffer {
    if (this.#buffer.byteLength < length) this.#buffer = new ArrayBuffer(2 * length);
    this.#readers[thread].read(offset, new Uint8Array(this.#buffer, 0, length));
    return this.#buffer;
  }

  close(): void {
    for (const reader of this.#readers) reader.close();
  }
}

type Narrow = Uint8Array | Uint16Array | Uint32Array;

function viewOf(buffer: ArrayBuffer, { rows, width }: Piece): Narrow | null {
  if (width === 0 || width === 8) return null;
  if (width === 1) return new Uint8Array(buffer, 0, rows);
  return width === 2 ? new Uint16Array(buffer, 0, rows) : new Uint32Array(buffer, 0, rows);
}

function widen(values: Narrow | null, { rows, base }: Piece, out: Int32Array | Uint8Array): void {
  if (values === null) out.fill(base);
  else if (base === 0) out.set(values);
  else for (let i = 0; i < rows; i++) out[i] = values[i] + base;
}

function widenText(values: Narrow | null, { rows, base }: Piece, rank: Int32Array, out: Int32Array): void {
  if (values === null) out.fill(rank[base]);
  else for (let i = 0; i < rows; i++) out[i] = rank[values[i] + base];
}

function widen64(values: Narrow | null, { rows, base }: Piece, out: Int32Array): void {
  for (let i = 0; i < rows; i++) {
    const value = values === null ? base : values[i] + base;
    out[2 * i] = value | 0;
    out[2 * i + 1] = Math.floor(value / TWO_32);
  }
}

/** The validity bits of all rows, filled up to 64 bytes. */
function bitmap(source: ColumnSource, reader: PieceReader): Uint8Array {
  const bits = new Uint8Array(Math.ceil(columnValidityBytes(source) / BITMAP_ALIGNMENT) * BITMAP_ALIGNMENT);
  let row = 0;
  for (const { piece, thread } of reader.pieces()) {
    const { offset, rows, width, missing } = piece;
    if (missing === 0) setAll(bits, row, rows);
    else if (missing < rows) {
      const length = Math.ceil(rows / 8);
      const own = new Uint8Array(reader.bytes(thread, offset + valueBytes(rows, width), length), 0, length);
      putShifted(bits, row, own);
    }
    row += rows;
  }
  return bits;
}

function setAll(bits: Uint8Array, from: number, rows: number): void {
  const end = from + rows;
  let row = from;
  while (row < end && (row & 7) !== 0) bits[row >> 3] |= 1 << (row++ & 7);
  bits.fill(255, row >> 3, Math.max(row, end) >> 3);
  for (row = Math.max(row, end & ~7); row < end; row++) bits[row >> 3] |= 1 << (row & 7);
}

function putShifted(bits: Uint8Array, from: number, own: Uint8Array): void {
  const shift = from & 7;
  let at = from >> 3;
  for (const byte of own) {
    bits[at] |= byte << shift;
    at++;
    if (shift > 0 && at < bits.length) bits[at] |= byte >> (8 - shift);
  }
}

/** The bytes of the values, many pieces at a time: few large writes cost a fraction of many small ones. Good until the next are asked for. */
function* values(source: ColumnSource, reader: PieceReader): Generator<Uint8Array> {
  const bytes = BYTES_PER_VALUE[source.type];
  let chunk = new ArrayBuffer(Math.min(CHUNK_BYTES, columnValueBytes(source)));
  let used = 0;
  for (const { piece, thread } of reader.pieces()) {
    const length = piece.rows * bytes;
    if (used + length > chunk.byteLength) {
      yield new Uint8Array(chunk, 0, used);
      used = 0;
      if (length > chunk.byteLength) chunk = new ArrayBuffer(length);
    }
    const narrow = reader.bytes(thread, piece.offset, piece.rows * piece.width);
    putValues(source, piece, source.threads[thread].rank, narrow, chunk, used);
    used += length;
  }
  yield new Uint8Array(chunk, 0, used);
}

function putValues(
  { type }: ColumnSource,
  piece: Piece,
  rank: Int32Array | null,
  from: ArrayBuffer,
  into: ArrayBuffer,
  at: number,
): void {
  const { rows, width } = piece;
  const bytes = BYTES_PER_VALUE[type];
  if (width === 8) {
    new Uint8Array(into, at, 8 * rows).set(new Uint8Array(from, 0, 8 * rows));
    return;
  }
  const narrow = viewOf(from, piece);
  if (rank !== null) widenText(narrow, piece, rank, new Int32Array(into, at, rows));
  else if (bytes === 8) widen64(narrow, piece, new Int32Array(into, at, 2 * rows));
  else widen(narrow, piece, bytes === 1 ? new Uint8Array(into, at, rows) : new Int32Array(into, at, rows));
}

/** The column's Arrow buffers: validity bits filled up to 64 bytes, where a value is missing, then values as they end. */
export function* columnBytes(source: ColumnSource): Generator<Uint8Array> {
  const reader = new PieceReader(source);
  try {
    if (source.missing > 0) yield bitmap(source, reader);
    yield* values(source, reader);
  } finally {
    reader.close();
  }
}
