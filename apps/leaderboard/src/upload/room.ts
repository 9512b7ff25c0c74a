/** Is there room on the spool's disk? Asked before an archive is read: what is acknowledged must also be judged. */
import { statfs } from "node:fs/promises";
import { Refusal } from "../http/refusals.ts";

const MIB = 1024 * 1024;
const RETRY_SECONDS = 60;

/** What is answered on a full disk, whoever noticed. */
export function noRoom(cause?: unknown): Refusal {
  return new Refusal("no-room", { retryAfterSeconds: RETRY_SECONDS, cause });
}

/** @throws Refusal `no-room` where less than the reserve is free. A disk that does not tell is not held against the sender. */
export async function checkRoom(spoolDir: string, reserveMiB: number): Promise<void> {
  const disk = await statfs(spoolDir).catch(() => null);
  if (disk !== null && disk.bavail * disk.bsize < reserveMiB * MIB) throw noRoom();
}
