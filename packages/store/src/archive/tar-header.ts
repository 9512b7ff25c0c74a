/** One 512-byte header of a tar file, read so that no other reader could take it in another way. */
import { ArchiveRefusal, escapeName } from "./fault.ts";

export const BLOCK = 512;
const POSIX = "ustar\x0000";
const GNU = "ustar  \0";
const V7 = "\0".repeat(8);
const SUM = { from: 148, to: 156 } as const;
// Where a number decides nothing here, it must still be one: mode, uid, gid, mtime, devmajor, devminor.
const OTHER_NUMBERS = [
  [100, 8],
  [108, 8],
  [116, 8],
  [136, 12],
  [329, 8],
  [337, 8],
] as const;
const OCTAL = /^ *[0-7]+[ \0]*$/;
const OCTAL_OR_NONE = /^ *[0-7]*[ \0]*$/;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export interface TarHeader {
  readonly name: string;
  /** The type flag; a file's is "0". */
  readonly type: string;
  readonly size: number;
}

const raw = (block: Buffer, from: number, length: number) => block.toString("latin1", from, from + length);
const isZero = (bytes: Buffer) => bytes.every((byte) => byte === 0);

function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  const text = end < 0 ? bytes : bytes.subarray(0, end);
  try {
    return utf8.decode(text);
  } catch {
    throw new ArchiveRefusal("bad-name", { entry: escapeName(text.toString("latin1")) });
  }
}

/** Nothing may stand behind the NUL that ends a text: some readers see it. */
function cleanText(block: Buffer, from: number, length: number): string {
  const field = block.subarray(from, from + length);
  const text = textOf(field);
  if (!isZero(field.subarray(Buffer.byteLength(text)))) throw new ArchiveRefusal("bad-name", { entry: escapeName(text) });
  return text;
}

function checkSum(block: Buffer): void {
  const field = raw(block, SUM.from, 8);
  let sum = 8 * 32;
  for (let at = 0; at < BLOCK; at++) if (at < SUM.from || at >= SUM.to) sum += block[at];
  if (!OCTAL.test(field) || Number.parseInt(field, 8) !== sum) throw new ArchiveRefusal("truncated");
}

/** The prefix is a field of POSIX's form; what other forms keep there is read as one by some. */
function prefixOf(block: Buffer, entry: string): string {
  const form = raw(block, 257, 8);
  const known = form === POSIX || form === GNU || form === V7;
  if (!known || !isZero(block.subarray(form === POSIX ? 500 : 345)))
    throw new ArchiveRefusal("ambiguous", { entry, found: escapeName(form.replace(/[ \0]+$/, "")) });
  return form === POSIX ? cleanText(block, 345, 155) : "";
}

function checkNumbers(block: Buffer, entry: string): void {
  const odd = OTHER_NUMBERS.find(
    ([from, length]) => block[from] !== 0x80 && block[from] !== 0xff && !OCTAL_OR_NONE.test(raw(block, from, length)),
  );
  if (odd) throw new ArchiveRefusal("ambiguous", { entry, found: escapeName(raw(block, odd[0], odd[1])) });
}

/** Reads a header that is not all zeros. @throws ArchiveRefusal. */
export function readTarHeader(block: Buffer): TarHeader {
  checkSum(block);
  const shown = escapeName(textOf(block.subarray(0, 100)));
  const flag = raw(block, 156, 1);
  const type = flag === "\0" || flag === "7" ? "0" : flag;
  const prefix = prefixOf(block, shown);
  checkNumbers(block, shown);
  const size = raw(block, 124, 12);
  if (!OCTAL.test(size)) throw new ArchiveRefusal("ambiguous", { entry: shown, found: escapeName(size) });
  const name = cleanText(block, 0, 100);
  return { name: prefix === "" ? name : `${prefix}/${name}`, type, size: Number.parseInt(size, 8) };
}
