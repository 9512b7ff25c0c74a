/** The entries of a tar file, zipped or not, by tar's own parser. Warnings of the parser are errors here. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { Header, Parser, type ReadEntry } from "tar";
import type { ArchiveCaps, RawEntry } from "./entries.ts";
import { ArchiveRefusal, escapeName } from "./fault.ts";

export const GZIP_MAGIC = "1f8b";
const BLOCK = 512;
// A file's header, its padding and an extended header with its own padding.
const OVERHEAD_PER_ENTRY = 6 * BLOCK;
const FOLDER_TYPES = new Set(["Directory", "GNUDumpDir"]);
const FILE_TYPES = new Set(["File", "OldFile", "ContiguousFile"]);

const unzipped = promisify(gunzip);
const isGzip = (bytes: Buffer) => bytes.toString("hex", 0, 2) === GZIP_MAGIC;

/** True of bytes that begin as a tar file does: with a header, or with its end. */
export function isTar(bytes: Buffer): boolean {
  if (bytes.length < BLOCK) return false;
  const { cksumValid, nullBlock } = new Header(bytes);
  return cksumValid || nullBlock;
}

/** What a .tar.gz unpacks to, no more of it than caps allow. Its own check sum is zlib's concern. */
export async function gunzipped(bytes: Buffer, caps: ArchiveCaps, mostEntries: number): Promise<Buffer> {
  const most = caps.bytes + mostEntries * OVERHEAD_PER_ENTRY;
  try {
    return await unzipped(bytes, { maxOutputLength: most });
  } catch (cause) {
    if (cause instanceof RangeError) throw new ArchiveRefusal("too-large", { expected: String(caps.bytes) });
    throw cause;
  }
}

function refuseKind({ path, type, meta }: ReadEntry): never {
  throw new ArchiveRefusal(meta ? "bad-name" : "link-or-device", { entry: escapeName(path), found: type });
}

function takeEntry(entry: ReadEntry): RawEntry {
  const directory = FOLDER_TYPES.has(entry.type);
  if (!directory && !FILE_TYPES.has(entry.type)) refuseKind(entry);
  const chunks: Buffer[] = [];
  entry.on("data", (chunk: Buffer) => chunks.push(chunk));
  return { name: entry.path, directory, bytes: entry.size, content: () => Promise.resolve(Buffer.concat(chunks)) };
}

/**
 * Handed over in one piece, which the parser reads at once, so that what is thrown on the way is thrown here.
 * @throws ArchiveRefusal; what tar throws of damaged bytes.
 */
export function readTar(bytes: Buffer, mostEntries: number): readonly RawEntry[] {
  // The parser would unzip what begins like a gzip file.
  if (isGzip(bytes) || !isTar(bytes)) throw new ArchiveRefusal("not-an-archive");
  const entries: RawEntry[] = [];
  let ended = false;
  const parser = new Parser({ strict: true, brotli: false, zstd: false });
  parser.on("entry", (entry: ReadEntry) => {
    if (entries.length >= mostEntries) throw new ArchiveRefusal("too-many-files");
    entries.push(takeEntry(entry));
  });
  parser.on("ignoredEntry", refuseKind);
  parser.on("eof", () => (ended = true));
  parser.on("error", (cause: unknown) => {
    // An archive of nothing is one.
    if (!ended || entries.length > 0) throw cause;
  });
  parser.end(bytes);
  if (!ended) throw new ArchiveRefusal("truncated");
  return entries;
}
