/** A table's file on disk: reads just the bytes that are asked for. */
import { closeSync, openSync, readSync } from "node:fs";
import type { ByteSource } from "../reader/byte-source.ts";

export class FileSource implements ByteSource {
  readonly #path: string;
  #descriptor: number | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  read(offset: number, length: number): Uint8Array {
    this.#descriptor ??= openSync(this.#path, "r");
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const count = readSync(this.#descriptor, bytes, done, length - done, offset + done);
      if (count === 0)
        throw new RangeError(`${this.#path}: expected ${offset + length} bytes, found ${offset + done}; copy the data again`);
      done += count;
    }
    return bytes;
  }

  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }
}
