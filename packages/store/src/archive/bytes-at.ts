import type { FileHandle } from "node:fs/promises";
import { ArchiveRefusal } from "./fault.ts";

/** Exactly `length` bytes of a file. @throws ArchiveRefusal `truncated`. */
export async function bytesAt(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
  if (bytesRead < length) throw new ArchiveRefusal("truncated");
  return buffer;
}
