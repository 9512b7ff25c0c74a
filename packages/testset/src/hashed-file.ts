/** Files that are hashed as they are written, and reach the disk before they are closed. */
import { createHash, type Hash } from "node:crypto";
import { closeSync, fchmodSync, fsyncSync, openSync, writeSync } from "node:fs";

/** A finished file: its SHA-256 in hexadecimal and its length. */
export interface FileDigest {
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes all of `bytes`, at `position` or where the file stands; a full disk throws ENOSPC. */
export function writeAll(fd: number, bytes: Uint8Array, position: number | null): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(fd, bytes, done, bytes.length - done, position === null ? null : position + done);
  }
}

export class HashedFile {
  readonly #fd: number;
  readonly #hash: Hash = createHash("sha256");
  #position = 0;

  /** Creates the file, which must not exist; `mode` holds whatever the umask says. */
  constructor(path: string, mode: number) {
    this.#fd = openSync(path, "wx", mode);
    fchmodSync(this.#fd, mode);
  }

  get position(): number {
    return this.#position;
  }

  write(bytes: Uint8Array): void {
    writeAll(this.#fd, bytes, null);
    this.#hash.update(bytes);
    this.#position += bytes.length;
  }

  /** Fills up with zeros to a multiple of `alignment`. */
  align(alignment: number): void {
    const missing = (alignment - (this.#position % alignment)) % alignment;
    if (missing > 0) this.write(new Uint8Array(missing));
  }

  /** To be called after a failure: closes and forgets. */
  abandon(): void {
    closeSync(this.#fd);
  }

  close(): FileDigest {
    fsyncSync(this.#fd);
    closeSync(this.#fd);
    return { sha256: this.#hash.digest("hex"), bytes: this.#position };
  }
}

/** Writes a whole file by way of {@link HashedFile}. */
export function writeHashed(path: string, mode: number, bytes: Uint8Array): FileDigest {
  const file = new HashedFile(path, mode);
  try {
    file.write(bytes);
  } catch (cause) {
    file.abandon();
    throw cause;
  }
  return file.close();
}

/** Makes a folder's entries reach the disk; a no-op where folders cannot be synced (Windows). */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(folder, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
