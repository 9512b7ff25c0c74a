/**
 * The entries of a .zip, by the directory at its end: what stands before each entry is not asked, for nobody reads this
 * archive after us. Sizes are believed only once they hold: no entry unpacks to more than it says.
 */
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from "yauzl";
import type { RawEntry } from "./entries.ts";
import { ArchiveRefusal, escapeName } from "./fault.ts";

const KIND_MASK = 0o170000;
const DIRECTORY = 0o040000;
const REGULAR = 0o100000;
const DOS_DIRECTORY = 0x10;
const STORED = 0;
const UTF8 = 1 << 11;
const UNICODE_PATH = 0x7075;

const inflate = promisify(inflateRaw);
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Info-ZIP's field with the name in UTF-8; else UTF-8, marked or not; else the alphabet of old (CP437). */
function nameOf({ fileNameRaw: raw, extraFields, generalPurposeBitFlag: flags }: Entry): string {
  const shown = () => escapeName(raw.toString("latin1"));
  if (raw.some((byte) => byte < 0x20)) throw new ArchiveRefusal("bad-name", { entry: shown() });
  const asOld = getFileNameLowLevel(0, raw, [], true);
  const renamed = getFileNameLowLevel(
    0,
    raw,
    extraFields.filter(({ id }) => id === UNICODE_PATH),
    true,
  );
  if (renamed !== asOld) return renamed;
  try {
    return utf8.decode(raw);
  } catch {
    if ((flags & UTF8) !== 0) throw new ArchiveRefusal("bad-name", { entry: shown() });
    return asOld;
  }
}

/** The kind of file is read whatever system the entry says it comes from, as many readers do. */
function isDirectory(entry: Entry, name: string): boolean {
  const kind = (entry.externalFileAttributes >>> 16) & KIND_MASK;
  if (kind !== 0 && kind !== DIRECTORY && kind !== REGULAR)
    throw new ArchiveRefusal("link-or-device", { entry: escapeName(name) });
  const marked = kind === DIRECTORY || (kind === 0 && (entry.externalFileAttributes & DOS_DIRECTORY) !== 0);
  const directory = marked || /[/\\]$/.test(name);
  if (directory && entry.uncompressedSize > 0) throw new ArchiveRefusal("bad-name", { entry: escapeName(name) });
  return directory;
}

function checkReadable(entry: Entry, shown: string): void {
  if (entry.isEncrypted()) throw new ArchiveRefusal("not-an-archive", { entry: shown, found: "encryption" });
  if (!entry.canDecodeFileData())
    throw new ArchiveRefusal("not-an-archive", { entry: shown, found: `compression ${entry.compressionMethod}` });
}

async function unpacked(packed: Buffer, entry: Entry, shown: string): Promise<Buffer> {
  const most = { maxOutputLength: Math.max(1, entry.uncompressedSize) };
  const content = entry.compressionMethod === STORED ? packed : await inflate(packed, most);
  if (content.length === entry.uncompressedSize && crc32(content) === entry.crc32) return content;
  throw new ArchiveRefusal("truncated", { entry: shown });
}

/** Where an entry's content lies: entries that share bytes would be unpacked over and over. */
class Pieces {
  readonly #taken: (readonly [from: number, to: number])[] = [];

  async take(zip: ZipFile, entry: Entry, shown: string): Promise<readonly [from: number, to: number]> {
    const { fileDataStart: from } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const to = from + entry.compressedSize;
    const start = entry.relativeOffsetOfLocalHeader;
    if (this.#taken.some((other) => start < other[1] && other[0] < to)) throw new ArchiveRefusal("truncated", { entry: shown });
    this.#taken.push([start, to]);
    return [from, to];
  }
}

/** @throws ArchiveRefusal; what yauzl and zlib throw of damaged bytes. */
export async function* readZip(bytes: Buffer): AsyncGenerator<RawEntry> {
  const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: true });
  const pieces = new Pieces();
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    const directory = isDirectory(entry, name);
    const shown = escapeName(name);
    const content = async (): Promise<Buffer> => {
      checkReadable(entry, shown);
      const [from, to] = await pieces.take(zip, entry, shown);
      return unpacked(bytes.subarray(from, to), entry, shown);
    };
    yield { name, directory, bytes: entry.uncompressedSize, content };
  }
}
