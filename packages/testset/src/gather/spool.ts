/**
 * Columns on their way to disk.
 *
 * Theory. Rows come block by block with all their columns; the file wants column by column. So each block's columns go,
 * one piece each, into a temporary file, through one buffer that is written out when it is full; later each column's
 * pieces are read back in the order of the blocks. Memory is bounded by the buffer, whatever the size of the set, and
 * several threads each have a spool of their own, which any of them can read.
 */
import { closeSync, openSync } from "node:fs";
import { readWhole, writeAll } from "../file-bytes.ts";

const BUFFER_BYTES = 1 << 21;
const ALIGNMENT = 8;

/** Writes pieces one after the other, each at a multiple of eight bytes. */
export class SpoolWriter {
  readonly path: string;
  readonly #fd: number;
  #buffer = new ArrayBuffer(BUFFER_BYTES);
  #used = 0;
  #written = 0;

  /** @param path of the temporary file, which must not exist. */
  constructor(path: string) {
    this.path = path;
    this.#fd = openSync(path, "wx", 0o600);
  }

  /** Where the next piece will begin. */
  get position(): number {
    return this.#written + this.#used;
  }

  /** Room for a piece of `bytes` bytes at {@link position}; to be filled before the next is asked for. Its content is whatever was there. */
  room(bytes: number): { readonly buffer: ArrayBuffer; readonly at: number } {
    const needed = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    if (this.#used + needed > this.#buffer.byteLength) this.flush();
    if (needed > this.#buffer.byteLength) this.#buffer = new ArrayBuffer(needed);
    const at = this.#used;
    this.#used += needed;
    return { buffer: this.#buffer, at };
  }

  /** Makes what was written readable by others. */
  flush(): void {
    if (this.#used === 0) return;
    writeAll(this.#fd, new Uint8Array(this.#buffer, 0, this.#used), null);
    this.#written += this.#used;
    this.#used = 0;
  }

  close(): void {
    closeSync(this.#fd);
  }
}

/** Reads pieces of a finished spool. */
export class SpoolReader {
  readonly #path: string;
  readonly #fd: number;

  constructor(path: string) {
    this.#path = path;
    this.#fd = openSync(path, "r");
  }

  /** Fills the whole of `target` from `offset`. */
  read(offset: number, target: Uint8Array): void {
    readWhole(this.#fd, target, offset, this.#path);
  }

  close(): void {
    closeSync(this.#fd);
  }
}
