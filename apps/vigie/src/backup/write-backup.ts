/** A backup on a disk or a stick: under a temporary name until the last byte is safe there. */
import { open, rename, rm } from "node:fs/promises";

/** @returns its size in bytes. Whatever fails, no half of it stays, and what stood there before does. */
export async function writeBackup(bytes: AsyncIterable<Uint8Array>, file: string): Promise<number> {
  const draft = `${file}.partial`;
  let size = 0;
  try {
    const handle = await open(draft, "w", 0o600);
    try {
      for await (const piece of bytes) {
        await handle.writeFile(piece);
        size += piece.length;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    return size;
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw cause;
  }
}
