/**
 * Names of entries. Theory: a path is judged on the strictest of the systems where it may be unpacked (a mentor's Windows
 * or macOS laptop as well as the sandbox): relative, no step up, no name that one of them cannot hold.
 */
import { ArchiveRefusal, escapeName } from "./fault.ts";

const MOST_FOLDERS_DEEP = 20;
const LONGEST_PATH = 400;
// Before it is composed, below a folder around everything. To compose a name takes the square of its length.
const LONGEST_NAME = 4 * LONGEST_PATH;
const LONGEST_SEGMENT = 200;
const BAD_CHARACTER = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD<>:"|?*]/u;
// Windows keeps these for devices, whatever follows the first dot, and takes superscript digits for digits.
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;
const DRIVE = /^[A-Za-z]:/;
// A sparse file of tar stands under such a name, and its content is a map.
const SPARSE = /^GNUSparseFile\.\d+$/;
/** Where the judge puts what it builds. */
const RESERVED = ".vigie";

const LITTER = new Set([".ds_store", "thumbs.db", "desktop.ini"]);
const LITTER_FOLDER = "__macosx";
const APPLE_DOUBLE = { prefix: "._", magic: "00051607" } as const;

/** What a file system that ignores case and composes accents takes a path for. */
export function folded(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}

/** The parts of an entry's path, composed (NFC); none for the root itself. @throws ArchiveRefusal where it leads out, or has no end. */
export function segmentsOf(name: string): readonly string[] {
  if (name.length > LONGEST_NAME) throw new ArchiveRefusal("bad-name", { entry: escapeName(name) });
  const path = name.normalize("NFC").replaceAll("\\", "/");
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (path.startsWith("/") || DRIVE.test(segments[0] ?? "") || segments.includes(".."))
    throw new ArchiveRefusal("unsafe-path", { entry: escapeName(name) });
  return segments;
}

/** What systems leave beside a person's files. */
export function isLitter(segments: readonly string[], directory: boolean): boolean {
  const small = segments.map((segment) => segment.toLowerCase());
  return small.includes(LITTER_FOLDER) || (!directory && LITTER.has(small.at(-1) ?? ""));
}

/** A file's attributes as macOS keeps them in a second one. */
export function isAppleDouble(segments: readonly string[], content: Buffer): boolean {
  const marked = segments.at(-1)?.startsWith(APPLE_DOUBLE.prefix) ?? false;
  return marked && content.toString("hex", 0, 4) === APPLE_DOUBLE.magic;
}

function isBad(segment: string): boolean {
  const unfit = BAD_CHARACTER.test(segment) || DEVICE.test(segment) || /[. ]$/.test(segment);
  return unfit || Buffer.byteLength(segment) > LONGEST_SEGMENT;
}

/** Refuses a name that some system cannot hold, or that is ours. @throws ArchiveRefusal. */
export function checkSegments(segments: readonly string[], directory: boolean): void {
  const path = segments.join("/");
  const entry = escapeName(path);
  if (segments.some((segment) => folded(segment) === RESERVED)) throw new ArchiveRefusal("reserved-folder", { entry });
  if (segments.length - (directory ? 0 : 1) > MOST_FOLDERS_DEEP)
    throw new ArchiveRefusal("too-deep", { entry, expected: String(MOST_FOLDERS_DEEP) });
  if (segments.some((segment) => SPARSE.test(segment))) throw new ArchiveRefusal("link-or-device", { entry });
  if (Buffer.byteLength(path) > LONGEST_PATH || segments.some(isBad)) throw new ArchiveRefusal("bad-name", { entry });
}
