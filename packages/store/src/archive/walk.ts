/** The files of an archive, one by one. */
import { open } from "node:fs/promises";
import { EntryRules, type ArchiveCaps, type ArchiveFile } from "./entry-rules.ts";
import { ArchiveRefusal } from "./fault.ts";
import { walkTar } from "./tar-walk.ts";
import { walkZip } from "./zip-walk.ts";

export type ArchiveFormat = "tar.gz" | "zip";

/** By the first bytes, never by the name. @throws ArchiveRefusal `empty` or `not-an-archive`. */
export async function archiveFormat(file: string): Promise<ArchiveFormat> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const magic = buffer.toString("hex", 0, bytesRead);
    if (bytesRead === 0) throw new ArchiveRefusal("empty");
    if (magic.startsWith("1f8b")) return "tar.gz";
    if (magic === "504b0304") return "zip";
    throw new ArchiveRefusal(magic === "504b0506" ? "empty" : "not-an-archive", { expected: ".tar.gz, .zip" });
  } finally {
    await handle.close();
  }
}

/** The files of an archive, each checked before it is handed on; what comes before a fault has been handed on already. @throws ArchiveRefusal. */
export async function* walkArchive(
  file: string,
  caps: ArchiveCaps,
): AsyncGenerator<ArchiveFile, { format: ArchiveFormat; files: number }> {
  const rules = new EntryRules(caps);
  const format = await archiveFormat(file);
  yield* format === "zip" ? walkZip(file, rules) : walkTar(file, rules, caps);
  if (rules.files === 0) throw new ArchiveRefusal("empty");
  return { format, files: rules.files };
}
