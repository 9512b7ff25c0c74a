/**
 * Where the pieces of one column lie in a spool, and in which form: each piece as narrow as its values allow.
 *
 * A piece of `rows` values is: the values less `base`, each `width` bytes (8: the int64 as it is; 0: every value is `base`),
 * filled up to eight bytes; then, where some but not all values are missing, Arrow's validity bits of these rows. A missing
 * value counts as 0. Of text, values are provisional numbers plus one, with 0 for a missing one.
 */
import { Growing } from "./growing.ts";

/** Pieces in the order in which a thread gathered them. Can be posted between threads. */
export interface Pieces {
  readonly offset: Float64Array;
  readonly rows: Int32Array;
  readonly width: Uint8Array;
  readonly base: Float64Array;
  readonly missing: Int32Array;
}

export interface Piece {
  readonly offset: number;
  readonly rows: number;
  readonly width: number;
  readonly base: number;
  readonly missing: number;
}

export class PieceList {
  readonly #offset = new Growing(Float64Array);
  readonly #rows = new Growing(Int32Array);
  readonly #width = new Growing(Uint8Array);
  readonly #base = new Growing(Float64Array);
  readonly #missing = new Growing(Int32Array);

  add({ offset, rows, width, base, missing }: Piece): void {
    this.#offset.push(offset);
    this.#rows.push(rows);
    this.#width.push(width);
    this.#base.push(base);
    this.#missing.push(missing);
  }

  taken(): Pieces {
    return {
      offset: this.#offset.taken(),
      rows: this.#rows.taken(),
      width: this.#width.taken(),
      base: this.#base.taken(),
      missing: this.#missing.taken(),
    };
  }
}

/** Bytes of a piece's values before its validity bits. */
export function valueBytes(rows: number, width: number): number {
  return Math.ceil((rows * width) / 8) * 8;
}
