/**
 * Takes in what people's tools make, and gives the files that are meant.
 *
 * Theory. An archive is read once, in memory, by one reader, under caps; what it holds is written anew (`canonical-zip.ts`),
 * and nobody reads the first one again. So it need not mean the same to every program, only be what a person meant to send.
 * Bounded whatever comes: entries by number, files by their sizes before they are unpacked, paths by their depth before
 * the folders on them are counted.
 *
 * Litter of the system is left out first; then a single folder around everything; then the names are judged as they will
 * stand. Folders are not kept: they were counted and checked.
 */
import type { ArchiveCaps, ArchiveFile, RawEntry } from "./entries.ts";
import { isCompiled } from "./compiled-code.ts";
import { checkSegments, folded, isAppleDouble, isLitter, segmentsOf } from "./entry-names.ts";
import { ArchiveRefusal, escapeName } from "./fault.ts";
import { GZIP_MAGIC, gunzipped, isTar, readTar } from "./read-tar.ts";
import { readZip } from "./read-zip.ts";

const ZIP_MAGIC = "504b0304";
const EMPTY_ZIP_MAGIC = "504b0506";
// Litter, and folders that are listed beside their files.
const ENTRIES_PER_FILE = 4;

interface Sent {
  readonly segments: readonly string[];
  /** Null of a folder. */
  readonly content: Buffer | null;
}

export interface ArchiveFiles {
  /** In the order of the archive. */
  readonly files: readonly ArchiveFile[];
  /** The folder around everything, which was left out: "" or "my-team/". */
  readonly top: string;
}

/** By the first bytes, never by a name. */
async function entriesOf(bytes: Buffer, caps: ArchiveCaps): Promise<AsyncIterable<RawEntry> | readonly RawEntry[]> {
  const most = caps.files * ENTRIES_PER_FILE;
  const magic = bytes.toString("hex", 0, 4);
  if (bytes.length === 0 || magic === EMPTY_ZIP_MAGIC) throw new ArchiveRefusal("empty");
  if (magic === ZIP_MAGIC) return readZip(bytes);
  if (magic.startsWith(GZIP_MAGIC)) return readTar(await gunzipped(bytes, caps, most), most);
  if (isTar(bytes)) return readTar(bytes, most);
  throw new ArchiveRefusal("not-an-archive", { expected: ".zip, .tar.gz" });
}

async function sentIn(bytes: Buffer, caps: ArchiveCaps): Promise<Sent[]> {
  const sent: Sent[] = [];
  let [entries, size] = [0, 0];
  for await (const entry of await entriesOf(bytes, caps)) {
    if (++entries > caps.files * ENTRIES_PER_FILE) throw new ArchiveRefusal("too-many-files", { expected: String(caps.files) });
    const segments = segmentsOf(entry.name);
    if (isLitter(segments, entry.directory)) continue;
    if (entry.directory) {
      sent.push({ segments, content: null });
      continue;
    }
    const shown = escapeName(entry.name);
    size += entry.bytes;
    if (size > caps.bytes) throw new ArchiveRefusal("too-large", { entry: shown, expected: String(caps.bytes) });
    if (segments.length === 0) throw new ArchiveRefusal("bad-name", { entry: shown });
    const content = await entry.content();
    if (!isAppleDouble(segments, content)) sent.push({ segments, content });
  }
  return sent;
}

/** The folder in which all files lie. */
function topOf(sent: readonly Sent[]): string | null {
  const [first, ...rest] = sent.filter(({ content }) => content !== null).map(({ segments }) => segments);
  if (first === undefined || first.length < 2) return null;
  return rest.every((segments) => segments.length > 1 && segments[0] === first[0]) ? first[0] : null;
}

/** Keeps count of the paths of one archive; a name may stand for one thing alone. */
class Places {
  readonly #caps: ArchiveCaps;
  readonly #taken = new Map<string, { readonly path: string; readonly directory: boolean }>();

  constructor(caps: ArchiveCaps) {
    this.#caps = caps;
  }

  take(segments: readonly string[], directory: boolean): void {
    for (let depth = 1; depth < segments.length; depth++) this.#claim(segments.slice(0, depth).join("/"), true);
    if (segments.length > 0) this.#claim(segments.join("/"), directory);
  }

  #claim(path: string, directory: boolean): void {
    const key = folded(path);
    const before = this.#taken.get(key);
    if (before && (before.path !== path || !before.directory || !directory))
      throw new ArchiveRefusal("doubled-name", { entry: escapeName(path), found: escapeName(before.path) });
    this.#taken.set(key, { path, directory });
    if (this.#taken.size > this.#caps.files) throw new ArchiveRefusal("too-many-files", { expected: String(this.#caps.files) });
  }
}

function placed(sent: readonly Sent[], caps: ArchiveCaps): ArchiveFiles {
  const top = topOf(sent);
  const places = new Places(caps);
  const files: ArchiveFile[] = [];
  if (top !== null) checkSegments([top], true);
  for (const { segments: all, content } of sent) {
    if (top !== null && all[0] !== top) continue;
    const segments = top === null ? all : all.slice(1);
    checkSegments(segments, content === null);
    places.take(segments, content === null);
    const path = segments.join("/");
    if (content === null) continue;
    if (isCompiled(path, content)) throw new ArchiveRefusal("compiled-code", { entry: escapeName(path) });
    files.push({ path, content });
  }
  if (files.length === 0) throw new ArchiveRefusal("empty");
  return { files, top: top === null ? "" : `${top}/` };
}

/** The files of an archive. @throws ArchiveRefusal alone. */
export async function readArchive(bytes: Buffer, caps: ArchiveCaps): Promise<ArchiveFiles> {
  try {
    return placed(await sentIn(bytes, caps), caps);
  } catch (cause) {
    if (cause instanceof ArchiveRefusal) throw cause;
    throw new ArchiveRefusal("truncated", { found: escapeName(cause instanceof Error ? cause.message : String(cause)) });
  }
}
