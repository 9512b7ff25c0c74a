/**
 * Reading a .zip of a stranger: yauzl goes by the directory, and what it says is held against what stands before each
 * entry (`zip-form.ts`), so that an archive means one thing. Names are decoded by us from their bytes (UTF-8 or
 * nothing), a size that lies ends the reading at the first byte too many, and the check sum is compared.
 */
import { open, type FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { bytesAt } from "./bytes-at.ts";
import type { ArchiveFile, EntryRules } from "./entry-rules.ts";
import { ArchiveRefusal, escapeName } from "./fault.ts";
import { inflateExactly } from "./inflate-exactly.ts";
import { checkTiling, compareHeaders, readZipEnd, type ZipEnd, type ZipPiece } from "./zip-form.ts";

const KIND_MASK = 0o170000;
const DIRECTORY = 0o040000;
const REGULAR = 0o100000;
const DOS_DIRECTORY = 0x10;
const STORED = 0;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function nameOf(entry: Entry): string {
  try {
    return utf8.decode(entry.fileNameRaw);
  } catch {
    throw new ArchiveRefusal("bad-name", { entry: escapeName(entry.fileNameRaw.toString("latin1")) });
  }
}

/** The kind of file is read whatever system the entry says it comes from, as many readers do. */
function isDirectory(entry: Entry, name: string): boolean {
  const kind = (entry.externalFileAttributes >>> 16) & KIND_MASK;
  if (kind !== 0 && kind !== DIRECTORY && kind !== REGULAR)
    throw new ArchiveRefusal("link-or-device", { entry: escapeName(name) });
  const marked = kind === DIRECTORY || (entry.externalFileAttributes & DOS_DIRECTORY) !== 0;
  const directory = name.endsWith("/");
  if ((marked || directory) && entry.uncompressedSize > 0) throw new ArchiveRefusal("bad-name", { entry: escapeName(name) });
  if ((marked && !directory) || (directory && kind === REGULAR))
    throw new ArchiveRefusal("ambiguous", { entry: escapeName(name) });
  return directory;
}

function checkReadable(entry: Entry, shown: string): void {
  if (entry.isEncrypted()) throw new ArchiveRefusal("not-an-archive", { entry: shown, found: "encryption" });
  if (!entry.canDecodeFileData())
    throw new ArchiveRefusal("not-an-archive", { entry: shown, found: `compression ${entry.compressionMethod}` });
}

async function contentOf(handle: FileHandle, { entry, shown, to }: ZipPiece): Promise<Buffer> {
  const packed = await bytesAt(handle, to - entry.compressedSize, entry.compressedSize);
  const chunks: Buffer[] = [];
  let seen = 0;
  const source = Readable.from(entry.compressionMethod === STORED ? [] : [packed]);
  const unpacked = entry.compressionMethod === STORED ? [packed] : inflateExactly(source, packed.length);
  for await (const chunk of unpacked) {
    seen += chunk.length;
    if (seen > entry.uncompressedSize) break;
    chunks.push(chunk);
  }
  const content = Buffer.concat(chunks);
  if (seen !== entry.uncompressedSize || crc32(content) !== entry.crc32) throw new ArchiveRefusal("truncated", { entry: shown });
  return content;
}

async function pieceOf(zip: ZipFile, entry: Entry, shown: string): Promise<ZipPiece> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  compareHeaders(entry, local, shown);
  return { entry, shown, from: entry.relativeOffsetOfLocalHeader, to: local.fileDataStart + entry.compressedSize };
}

/** Reads entries, and what is wrong with them together. */
async function* walkEntries(zip: ZipFile, handle: FileHandle, end: ZipEnd, rules: EntryRules): AsyncGenerator<ArchiveFile> {
  const pieces: ZipPiece[] = [];
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    const directory = isDirectory(entry, name);
    const path = rules.admit({ name, directory, bytes: entry.uncompressedSize });
    const shown = escapeName(name);
    checkReadable(entry, shown);
    const piece = await pieceOf(zip, entry, shown);
    pieces.push(piece);
    packed += entry.compressedSize;
    // Entries that overlap would be read over and over.
    if (packed > end.directoryAt) throw new ArchiveRefusal("ambiguous", { entry: shown });
    const content = await contentOf(handle, piece);
    if (directory) continue;
    rules.inspect(path, content);
    yield { path, content };
  }
  await checkTiling(handle, pieces, end);
}

function refusalOf(cause: unknown): ArchiveRefusal {
  if (cause instanceof ArchiveRefusal) return cause;
  return new ArchiveRefusal("truncated", { found: escapeName(cause instanceof Error ? cause.message : String(cause)) });
}

/** The files of a .zip in the order of its directory. @throws ArchiveRefusal. */
export async function* walkZip(file: string, rules: EntryRules): AsyncGenerator<ArchiveFile> {
  const handle = await open(file, "r");
  let zip: ZipFile | null = null;
  try {
    const end = await readZipEnd(handle);
    zip = await openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true });
    yield* walkEntries(zip, handle, end, rules);
  } catch (cause) {
    throw refusalOf(cause);
  } finally {
    zip?.close();
    await handle.close();
  }
}
