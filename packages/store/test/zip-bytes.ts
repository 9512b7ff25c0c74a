/** Zip bytes made by hand, so that a test can say in an archive what no archiver would. */
import { crc32, deflateRawSync } from "node:zlib";

interface Word {
  readonly name: string | Buffer;
  readonly flags: number;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly extra: Buffer;
}

export interface RawZipEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  readonly stored?: boolean;
  readonly method?: number;
  /** Of both headers. */
  readonly flags?: number;
  readonly attributes?: number;
  readonly madeBy?: number;
  readonly extra?: Buffer;
  /** What stands before the content, where it differs from the directory's word. */
  readonly local?: Partial<Word>;
  /** What the directory says, where it lies. */
  readonly listed?: Partial<Word>;
  /** After the content: a descriptor, say, or a gap. */
  readonly after?: Buffer;
  /** Of the directory's word on where the entry is. */
  readonly at?: number;
}

export interface RawZipFrame {
  readonly before?: Buffer;
  readonly comment?: Buffer;
  /** Written over the record at the end. */
  readonly end?: readonly (readonly [offset: number, value: number])[];
}

const NONE = Buffer.alloc(0);
const REGULAR = (0o100644 << 16) >>> 0;

/** Numbers of two and four bytes behind a signature. */
function numbers(signature: string, two: readonly number[], four: readonly number[] = [], more: readonly number[] = []): Buffer {
  const bytes = Buffer.alloc(4 + 2 * two.length + 4 * four.length + 2 * more.length);
  bytes.write(signature, "latin1");
  let at = 4;
  for (const value of two) at = bytes.writeUInt16LE(value, at);
  for (const value of four) at = bytes.writeUInt32LE(value, at);
  for (const value of more) at = bytes.writeUInt16LE(value, at);
  return bytes;
}

function header(signature: string, word: Word, before: readonly number[], behind: Buffer): Buffer {
  const { flags, method, sum, packed, size, extra } = word;
  const name = Buffer.from(word.name);
  const fixed = numbers(signature, [...before, 20, flags, method, 0, 0x21], [sum, packed, size], [name.length, extra.length]);
  return Buffer.concat([fixed, behind, name, extra]);
}

export function extraField(id: number, data: string | Buffer, of?: string): Buffer {
  const bytes = Buffer.from(data);
  const renaming = Buffer.alloc(of === undefined ? 0 : 5, 1);
  if (of !== undefined) renaming.writeUInt32LE(crc32(of), 1);
  return Buffer.concat([numbers("", [id, renaming.length + bytes.length]).subarray(4), renaming, bytes]);
}

/** A name in the alphabet of old, each byte given by its number. */
export const cp437 = (name: string): Buffer => Buffer.from(name, "latin1");

/** The descriptor that follows a content whose sizes were not known before it. */
export function descriptorOf(content: string, packed = deflateRawSync(content).length, signed = true): Buffer {
  const bytes = numbers("PK\x07\x08", [], [crc32(content), packed, Buffer.byteLength(content)]);
  return signed ? bytes : bytes.subarray(4);
}

export function rawZipOf(entries: readonly RawZipEntry[], frame: RawZipFrame = {}): Buffer {
  const parts: Buffer[] = [frame.before ?? NONE];
  const listed: Buffer[] = [];
  let at = parts[0].length;
  for (const { name, stored = false, method = stored ? 0 : 8, flags = 0x800, extra = NONE, ...entry } of entries) {
    const content = Buffer.from(entry.content ?? "");
    const bytes = stored ? content : deflateRawSync(content);
    const word = { name, flags, method, extra, sum: crc32(content), packed: bytes.length, size: content.length };
    const behind = numbers("", [0, 0, 0], [entry.attributes ?? REGULAR, entry.at ?? at]).subarray(4);
    listed.push(header("PK\x01\x02", { ...word, ...entry.listed }, [entry.madeBy ?? 0x0314], behind));
    const piece = Buffer.concat([header("PK\x03\x04", { ...word, ...entry.local }, [], NONE), bytes, entry.after ?? NONE]);
    parts.push(piece);
    at += piece.length;
  }
  const directory = Buffer.concat(listed);
  const comment = frame.comment ?? NONE;
  const end = numbers("PK\x05\x06", [0, 0, entries.length, entries.length], [directory.length, at], [comment.length]);
  for (const [offset, value] of frame.end ?? []) end.writeUInt16LE(value, offset);
  return Buffer.concat([...parts, directory, end, comment]);
}
