/**
 * Reading a .zip of a stranger: yauzl goes by the central directory alone, so that an archive means one thing. Names
 * are decoded by us from their bytes (UTF-8 or nothing), a size that lies ends the reading at the first byte too many,
 * the check sum is compared, and nothing may stand before the first entry or after the directory.
 */
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import type { EntryRules } from "./entry-rules.ts";
import { ArchiveRefusal, escapeName } from "./fault.ts";
import type { ArchiveFile } from "./walk.ts";

const UNIX = 3;
const KIND_MASK = 0o170000;
const DIRECTORY = 0o040000;
const REGULAR = 0o100000;
const DOS_DIRECTORY = 0x10;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function nameOf(entry: Entry): string {
  try {
    return utf8.decode(entry.fileNameRaw);
  } catch {
    throw new ArchiveRefusal("bad-name", { entry: escapeName(entry.fileNameRaw.toString("latin1")) });
  }
}

function isDirectory(entry: Entry, name: string): boolean {
  const kind = entry.versionMadeBy >>> 8 === UNIX ? (entry.externalFileAttributes >>> 16) & KIND_MASK : 0;
  if (kind !== 0 && kind !== DIRECTORY && kind !== REGULAR)
    throw new ArchiveRefusal("link-or-device", { entry: escapeName(name) });
  const marked = kind === DIRECTORY || (entry.externalFileAttributes & DOS_DIRECTORY) !== 0;
  const directory = name.endsWith("/");
  if ((marked || directory) && entry.uncompressedSize > 0) throw new ArchiveRefusal("bad-name", { entry: escapeName(name) });
  return directory || marked;
}

async function contentOf(zip: ZipFile, entry: Entry, name: string): Promise<Buffer> {
  const shown = { entry: escapeName(name) };
  if (entry.isEncrypted()) throw new ArchiveRefusal("not-an-archive", { ...shown, found: "encryption" });
  if (!entry.canDecodeFileData())
    throw new ArchiveRefusal("not-an-archive", { ...shown, found: `compression ${entry.compressionMethod}` });
  const content = await buffer(await zip.openReadStreamPromise(entry));
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) throw new ArchiveRefusal("truncated", shown);
  return content;
}

async function opened(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true });
  } catch (cause) {
    throw new ArchiveRefusal("truncated", { found: escapeName(cause instanceof Error ? cause.message : String(cause)) });
  }
}

/** The files of a .zip in the order of its directory. @throws ArchiveRefusal. */
export async function* walkZip(file: string, rules: EntryRules): AsyncGenerator<ArchiveFile> {
  const zip = await opened(file);
  let first = Infinity;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      const directory = isDirectory(entry, name);
      first = Math.min(first, entry.relativeOffsetOfLocalHeader);
      const path = rules.admit({ name, directory, bytes: entry.uncompressedSize });
      if (directory) continue;
      const content = await contentOf(zip, entry, name);
      rules.inspect(path, content);
      yield { path, content };
    }
    if (first !== 0 && first !== Infinity) throw new ArchiveRefusal("truncated", { expected: "nothing before the first entry" });
  } catch (cause) {
    if (cause instanceof ArchiveRefusal) throw cause;
    throw new ArchiveRefusal("truncated", { found: escapeName(cause instanceof Error ? cause.message : String(cause)) });
  } finally {
    zip.close();
  }
}
