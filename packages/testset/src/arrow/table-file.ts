/** Writes a planned table: in one go by one thread, or with its columns written by others while this one hashes behind them. */
import { createHash } from "node:crypto";
import { closeSync, fchmodSync, openSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { readWhole, writeAll } from "../file-bytes.ts";
import { columnBytes, type ColumnSource } from "./column-bytes.ts";
import { HashedFile, type FileDigest } from "./hashed-file.ts";
import type { Stretch, TablePlan } from "./table-plan.ts";

const READ_BYTES = 1 << 20;

/** A file that is to hold a table; it must not exist. */
export interface TableFile {
  readonly path: string;
  readonly mode: number;
  readonly plan: TablePlan;
}

/** A column to be written into a file that is there, at `at`. Can be posted between threads. */
export interface ColumnJob {
  readonly file: string;
  readonly at: number;
  readonly source: ColumnSource;
}

/** Has a column written, by any thread. */
export type WriteColumn = (job: ColumnJob) => Promise<void>;

/** Does a {@link ColumnJob} in this thread. */
export function writeColumn({ file, at, source }: ColumnJob): void {
  const fd = openSync(file, "r+");
  try {
    let position = at;
    for (const bytes of columnBytes(source)) {
      writeAll(fd, bytes, position);
      position += bytes.length;
    }
  } finally {
    closeSync(fd);
  }
}

function* bytesOf(stretch: Stretch): Generator<Uint8Array> {
  let done = 0;
  for (const bytes of stretch.kind === "bytes" ? stretch.bytes() : columnBytes(stretch.source)) {
    done += bytes.length;
    yield bytes;
  }
  if (done > stretch.length) throw new Error(`a stretch of ${stretch.length} bytes was given ${done}`);
  if (done < stretch.length) yield new Uint8Array(stretch.length - done);
}

/** Writes the table with this thread alone, and hashes it on the way. @throws what the file system throws; the file is then incomplete. */
export async function writeTable({ path, mode, plan }: TableFile): Promise<FileDigest> {
  const file = new HashedFile(path, mode);
  try {
    for (const stretch of plan.stretches) {
      for (const bytes of bytesOf(stretch)) file.write(bytes);
      if (stretch.kind === "column") await nextTurn(); // let timers and signals in
    }
  } catch (cause) {
    file.abandon();
    throw cause;
  }
  return file.close();
}

/** Writes the table with columns written by `write`, several at once, and hashes it from its start as far as it is written. */
export async function writeTableTogether({ path, mode, plan }: TableFile, write: WriteColumn): Promise<FileDigest> {
  const fd = openSync(path, "wx+", mode);
  try {
    fchmodSync(fd, mode);
    writeAll(fd, new Uint8Array(1), plan.bytes - 1); // its full length, so that zeros lie between the columns
    const jobs = plan.stretches.map((stretch) =>
      stretch.kind === "column" ? write({ file: path, at: stretch.at, source: stretch.source }) : null,
    );
    for (const job of jobs) job?.catch(() => undefined); // told when its turn comes
    const hash = createHash("sha256");
    const buffer = new Uint8Array(READ_BYTES);
    for (const [i, stretch] of plan.stretches.entries()) {
      if (stretch.kind === "bytes") {
        let position = stretch.at;
        for (const bytes of bytesOf(stretch)) {
          writeAll(fd, bytes, position);
          hash.update(bytes);
          position += bytes.length;
        }
        continue;
      }
      await jobs[i];
      for (let done = 0; done < stretch.length; done += READ_BYTES) {
        const part = buffer.subarray(0, Math.min(READ_BYTES, stretch.length - done));
        readWhole(fd, part, stretch.at + done, path);
        hash.update(part);
      }
      await nextTurn();
    }
    return { sha256: hash.digest("hex"), bytes: plan.bytes };
  } finally {
    closeSync(fd);
  }
}
