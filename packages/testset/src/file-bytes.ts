/** Reading and writing all of some bytes, where the file system may do part of it at a time. */
import { readSync, writeSync } from "node:fs";

/** Writes all of `bytes`, at `position` or where the file stands; a full disk throws ENOSPC. */
export function writeAll(fd: number, bytes: Uint8Array, position: number | null): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(fd, bytes, done, bytes.length - done, position === null ? null : position + done);
  }
}

/** Fills `target` from `position`. @returns how many bytes there were: fewer where the file ends before. */
export function readAll(fd: number, target: Uint8Array, position: number): number {
  let done = 0;
  while (done < target.length) {
    const got = readSync(fd, target, done, target.length - done, position + done);
    if (got === 0) break;
    done += got;
  }
  return done;
}

/** Fills the whole of `target` from `position` of a file of ours. @throws Error where the file is shorter than what was written to it. */
export function readWhole(fd: number, target: Uint8Array, position: number, path: string): void {
  if (readAll(fd, target, position) < target.length) throw new Error(`${path} is shorter than what was written to it`);
}
