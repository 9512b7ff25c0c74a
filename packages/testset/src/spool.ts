/**
 * Columns on their way to disk.
 *
 * Theory. Rows come block by block with all their columns; the file wants column by column. Each column fills a small
 * buffer, and full buffers go to one temporary file that all columns share, each remembering where its pieces lie.
 * Memory is thus bounded by the number of columns, and a small table never touches the disk. Pieces are a multiple of
 * eight bytes, so that no value is cut.
 */
import { closeSync, openSync, readSync, rmSync } from "node:fs";
import { writeAll } from "./hashed-file.ts";

const FIRST_BYTES = 4096;
const PIECE_BYTES = 1 << 18;

/** The temporary file. */
export class Spool {
  readonly #path: string;
  readonly #fd: number;
  #end = 0;

  constructor(path: string) {
    this.#path = path;
    this.#fd = openSync(path, "wx+", 0o600);
  }

  append(bytes: Uint8Array): number {
    const at = this.#end;
    writeAll(this.#fd, bytes, at);
    this.#end += bytes.length;
    return at;
  }

  read(target: Uint8Array, at: number): void {
    for (let done = 0; done < target.length;) {
      const got = readSync(this.#fd, target, done, target.length - done, at + done);
      if (got === 0) throw new Error(`the spool ${this.#path} is shorter than what was written to it`);
      done += got;
    }
  }

  close(): void {
    closeSync(this.#fd);
    rmSync(this.#path, { force: true });
  }
}

/** The bytes of one column, in the order of its rows. */
export class ByteStream {
  readonly #spool: Spool;
  readonly #pieces: number[] = [];
  #buffer = new Uint8Array(FIRST_BYTES);
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
    this.#pieces.push(this.#spool.append(this.#buffer));
    this.#used = 0;
  }

  /** All bytes again, piece by piece; a piece is good until the next is asked for, and begins at the start of its own buffer. */
  *pieces(): Generator<Uint8Array<ArrayBuffer>> {
    if (this.#pieces.length > 0) {
      const piece = new Uint8Array(PIECE_BYTES);
      for (const at of this.#pieces) {
        this.#spool.read(piece, at);
        yield piece;
      }
    }
    if (this.#used > 0) yield this.#buffer.slice(0, this.#used);
  }
}
