/**
 * Columns on their way to disk.
 *
 * Theory. Rows come block by block with all their columns; the file wants column by column. Each column fills a small
 * buffer; full buffers are kept in memory up to a limit, and beyond it in one temporary file that all columns share.
 * Memory is thus bounded, and a set of a million rows never touches the temporary file. Pieces are a multiple of eight
 * bytes, so that no value is cut.
 */
import { closeSync, openSync, readSync, rmSync } from "node:fs";
import { writeAll } from "./hashed-file.ts";

const FIRST_BYTES = 4096;
const PIECE_BYTES = 1 << 18;
const MEMORY_PIECES = (128 << 20) / PIECE_BYTES;

/** Full pieces of all columns: the first in memory, the rest in a temporary file. */
export class Spool {
  readonly #path: string;
  readonly #memory: Uint8Array<ArrayBuffer>[] = [];
  readonly #memoryPieces: number;
  #fd: number | null = null;
  #inFile = 0;

  /** @param path of the temporary file, which is only made when memory for `memoryPieces` pieces is used up. */
  constructor(path: string, memoryPieces = MEMORY_PIECES) {
    this.#path = path;
    this.#memoryPieces = memoryPieces;
  }

  /** Keeps a piece and gives its number; the piece's buffer is the spool's from then on where `kept` is true. */
  put(piece: Uint8Array<ArrayBuffer>): { number: number; kept: boolean } {
    if (this.#memory.length < this.#memoryPieces) {
      this.#memory.push(piece);
      return { number: this.#memory.length - 1, kept: true };
    }
    this.#fd ??= openSync(this.#path, "wx+", 0o600);
    writeAll(this.#fd, piece, this.#inFile * PIECE_BYTES);
    this.#inFile++;
    return { number: this.#memory.length + this.#inFile - 1, kept: false };
  }

  /** Copies the piece of that number into `target`. */
  get(number: number, target: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (number < this.#memory.length) {
      target.set(this.#memory[number]);
      return target;
    }
    const at = (number - this.#memory.length) * PIECE_BYTES;
    for (let done = 0; done < target.length;) {
      const got = this.#fd === null ? 0 : readSync(this.#fd, target, done, target.length - done, at + done);
      if (got === 0) throw new Error(`the spool ${this.#path} is shorter than what was written to it`);
      done += got;
    }
    return target;
  }

  close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
    rmSync(this.#path, { force: true });
  }
}

/** The bytes of one column, in the order of its rows. */
export class ByteStream {
  readonly #spool: Spool;
  readonly #pieces: number[] = [];
  #buffer: Uint8Array<ArrayBuffer> = new Uint8Array(FIRST_BYTES);
  #used = 0;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  append(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      this.#makeRoom(bytes.length - done);
      const part = bytes.subarray(done, done + this.#buffer.length - this.#used);
      this.#buffer.set(part, this.#used);
      this.#used += part.length;
      done += part.length;
    }
  }

  #makeRoom(wanted: number): void {
    if (this.#used + wanted > this.#buffer.length && this.#buffer.length < PIECE_BYTES) {
      let size = this.#buffer.length;
      while (size < PIECE_BYTES && size < this.#used + wanted) size *= 2;
      const larger = new Uint8Array(size);
      larger.set(this.#buffer.subarray(0, this.#used));
      this.#buffer = larger;
    }
    if (this.#used < PIECE_BYTES) return;
    const { number, kept } = this.#spool.put(this.#buffer);
    this.#pieces.push(number);
    if (kept) this.#buffer = new Uint8Array(PIECE_BYTES);
    this.#used = 0;
  }

  /** All bytes again, piece by piece; a piece is good until the next is asked for, and begins at the start of its own buffer. */
  *pieces(): Generator<Uint8Array<ArrayBuffer>> {
    if (this.#pieces.length > 0) {
      const piece = new Uint8Array(PIECE_BYTES);
      for (const number of this.#pieces) yield this.#spool.get(number, piece);
    }
    if (this.#used > 0) yield this.#buffer.slice(0, this.#used);
  }
}
