/** The parts of a backup as a tar file and back, one after another, never whole in memory. */
import { Header } from "tar";
import type { BackupPart } from "@vigie/store";
import { BackupFault } from "./backup-fault.ts";

const BLOCK = 512;
const NAME = /^(?:manifest\.json|tables\/[a-z0-9_]+\.ndjson|spool\/[A-Za-z0-9][A-Za-z0-9._-]*)$/;

function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  new Header({ path, size, mode: 0o600, uid: 0, gid: 0, type: "File", mtime: new Date(0) }).encode(block, 0);
  return block;
}

const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

export async function* partsToTar(parts: AsyncIterable<BackupPart>): AsyncIterable<Uint8Array> {
  for await (const { name, bytes, size } of parts) {
    yield header(name, size);
    yield* bytes;
    yield padding(size);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** Takes so many bytes at a time out of what comes in pieces of any size. */
class Pieces {
  readonly #each: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#each = bytes[Symbol.asyncIterator]();
  }

  /** At least one byte, at most `most`. @throws BackupFault at the end. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#rest.length === 0) {
      const next = await this.#each.next();
      if (next.done === true) throw new BackupFault("damaged");
      this.#rest = next.value;
    }
    const taken = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }

  async *take(count: number): AsyncIterable<Uint8Array> {
    for (let left = count; left > 0;) {
      const piece = await this.some(left);
      left -= piece.length;
      yield piece;
    }
  }

  async block(): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.take(BLOCK)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** To the end, so that what checks the whole has seen it. */
  rest(): Promise<void> {
    return readThrough(this.#each);
  }
}

async function readThrough(each: AsyncIterator<Uint8Array>): Promise<void> {
  while ((await each.next()).done !== true);
}

/** Reads bytes that nobody wants any more. */
export function passOver(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  return readThrough(bytes[Symbol.asyncIterator]());
}

/** @throws BackupFault `damaged`. Whoever asks for the next part has read, or given up, the one before. */
export async function* tarToParts(bytes: AsyncIterable<Uint8Array>): AsyncIterable<BackupPart> {
  const pieces = new Pieces(bytes);
  for (;;) {
    const { cksumValid, nullBlock, path = "", size = 0 } = new Header(await pieces.block());
    if (nullBlock) return pieces.rest();
    if (!cksumValid || !NAME.test(path)) throw new BackupFault("damaged");
    const content = pieces.take(size);
    yield { name: path, bytes: content, size };
    await passOver(content);
    await passOver(pieces.take(padding(size).length));
  }
}
