/**
 * Room on the disk. What was acknowledged has still to be judged, and its verdict written: so uploads are turned away while
 * there is room left for that, not when there is none.
 */
import { statfs } from "node:fs/promises";
import { StoreError } from "../errors.ts";

const MIB = 1_048_576;
const RESERVED_SHARE = 1 / 20;
const [LEAST_RESERVE, MOST_RESERVE] = [32 * MIB, 512 * MIB];
// Of a disk and of an account's share of it; PostgreSQL's own.
const FULL = new Set<unknown>(["ENOSPC", "EDQUOT", "53100"]);

/** Bytes that may still be taken in on the disk of a folder, beyond what is kept back: below 0 where that is touched. */
export async function roomLeft(folder: string): Promise<number> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const reserve = Math.min(MOST_RESERVE, Math.max(LEAST_RESERVE, blocks * bsize * RESERVED_SHARE));
  return bavail * bsize - reserve;
}

function noRoom(folder: string, cause?: unknown): StoreError {
  return new StoreError("no-room", `${folder}: the disk is full, or nearly: make room and nothing else is needed`, { cause });
}

/** @throws StoreError `no-room` where so many bytes would touch the reserve. */
export async function refuseWithoutRoom(folder: string, bytes: number): Promise<void> {
  if ((await roomLeft(folder)) < bytes) throw noRoom(folder);
}

/** Does what writes to the disk of a folder. @throws StoreError `no-room` in place of what the system says of a full one. */
export async function withinRoom<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && FULL.has(cause.code)) throw noRoom(folder, cause);
    throw cause;
  }
}
