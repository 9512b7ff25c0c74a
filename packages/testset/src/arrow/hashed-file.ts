/** Files that are hashed as they are written, and brought to the disk all at once: that takes little longer than for one. */
import { createHash, type Hash } from "node:crypto";
import { closeSync, fchmodSync, fsyncSync, openSync } from "node:fs";
import { open } from "node:fs/promises";
import { writeAll } from "../file-bytes.ts";

/** A finished file: its SHA-256 in hexadecimal and its length. */
export interface FileDigest {
  readonly sha256: string;
  readonly bytes: number;
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

  write(bytes: Uint8Array): void {
    writeAll(this.#fd, bytes, null);
    this.#hash.update(bytes);
    this.#position += bytes.length;
  }

  /** To be called after a failure: closes and forgets. */
  abandon(): void {
    closeSync(this.#fd);
  }

  /** Closes the file; it is on the disk only after {@link syncFiles}. */
  close(): FileDigest {
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

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Brings finished files to the disk, side by side. */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map(syncFile));
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
