import { buffer } from "node:stream/consumers";
import { crc32, deflateRawSync } from "node:zlib";
import { ZipFile } from "yazl";

export interface ZipEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  /** Unix mode, with its kind of file. */
  readonly mode?: number;
}

export async function zipOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, content, mode } of entries)
    zip.addBuffer(Buffer.from(content ?? ""), name, { mtime: new Date(0), mode: mode ?? 0o100644 });
  zip.end();
  return buffer(zip.outputStream);
}

/** The same archive with a name (or any text of the same length) written over another, wherever it stands. */
export function overwritten(zip: Buffer, from: string, to: Buffer | string): Buffer {
  const [before, after] = [Buffer.from(from), Buffer.from(to)];
  if (before.length !== after.length) throw new Error("lengths differ");
  const out = Buffer.from(zip);
  for (let at = out.indexOf(before); at >= 0; at = out.indexOf(before, at + 1)) after.copy(out, at);
  return out;
}

/** The same archive with the field of one entry of the directory changed. `offset` counts from the entry's signature. */
export function directoryField(zip: Buffer, entry: number, offset: number, value: number, bytes: 2 | 4): Buffer {
  const out = Buffer.from(zip);
  let at = -1;
  for (let seen = 0; seen <= entry; seen++) at = out.indexOf(Buffer.from("504b0102", "hex"), at + 1);
  if (bytes === 2) out.writeUInt16LE(value, at + offset);
  else out.writeUInt32LE(value, at + offset);
  return out;
}

/** A zip put together piece by piece, so that its two accounts of a file can differ. */
export interface RawZipEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  readonly stored?: boolean;
  /** Of both headers. */
  readonly flags?: number;
  readonly attributes?: number;
  readonly madeBy?: number;
  readonly extra?: Buffer;
  /** What stands before the content, where it differs from the directory's word. */
  readonly local?: {
    readonly name?: string;
    readonly flags?: number;
    readonly method?: number;
    readonly sum?: number;
    readonly packed?: number;
    readonly size?: number;
    readonly extra?: Buffer;
  };
  readonly packed?: Buffer;
  /** After the content: a descriptor, say, or a gap. */
  readonly after?: Buffer;
  /** Of the directory's word on where the entry is. */
  readonly at?: number;
}

interface Sizes {
  readonly flags: number;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
}

function common({ flags, method, sum, packed, size }: Sizes, name: number, extra: number): Buffer {
  const bytes = Buffer.alloc(26);
  [20, flags, method, 0, 0x21].forEach((value, at) => bytes.writeUInt16LE(value, 2 * at));
  [sum, packed, size].forEach((value, at) => bytes.writeUInt32LE(value, 10 + 4 * at));
  bytes.writeUInt16LE(name, 22);
  bytes.writeUInt16LE(extra, 24);
  return bytes;
}

export interface RawZipFrame {
  readonly before?: Buffer;
  readonly betweenDirectoryAndEnd?: Buffer;
  readonly comment?: Buffer;
  /** Written over the record at the end. */
  readonly end?: readonly (readonly [offset: number, value: number])[];
}

/** The descriptor that follows a content whose sizes were not known before it. */
export function descriptorOf(content: string, packed = deflateRawSync(content).length, signed = true): Buffer {
  const bytes = Buffer.alloc(12);
  [crc32(content), packed, Buffer.byteLength(content)].forEach((value, at) => bytes.writeUInt32LE(value, 4 * at));
  return signed ? Buffer.concat([Buffer.from("504b0708", "hex"), bytes]) : bytes;
}

export function rawZipOf(entries: readonly RawZipEntry[], frame: RawZipFrame = {}): Buffer {
  const parts: Buffer[] = [frame.before ?? Buffer.alloc(0)];
  const listed: Buffer[] = [];
  let at = parts[0].length;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? "");
    const packed = entry.packed ?? (entry.stored === true ? content : deflateRawSync(content));
    const sizes = {
      flags: entry.flags ?? 0x800,
      method: entry.stored === true ? 0 : 8,
      sum: crc32(content),
      packed: packed.length,
      size: content.length,
    };
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.local?.name ?? name);
    const extra = entry.extra ?? Buffer.alloc(0);
    const localExtra = entry.local?.extra ?? extra;
    const head = common({ ...sizes, ...entry.local }, localName.length, localExtra.length);
    const piece = Buffer.concat([
      Buffer.from("504b0304", "hex"),
      head,
      localName,
      localExtra,
      packed,
      entry.after ?? Buffer.alloc(0),
    ]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.attributes ?? (0o100644 << 16) >>> 0, 6);
    tail.writeUInt32LE(entry.at ?? at, 10);
    const madeBy = Buffer.alloc(2);
    madeBy.writeUInt16LE(entry.madeBy ?? 0x0314);
    listed.push(
      Buffer.concat([Buffer.from("504b0102", "hex"), madeBy, common(sizes, name.length, extra.length), tail, name, extra]),
    );
    parts.push(piece);
    at += piece.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.write("504b0506", 0, "hex");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(frame.comment?.length ?? 0, 20);
  for (const [offset, value] of frame.end ?? []) end.writeUInt16LE(value, offset);
  return Buffer.concat([
    ...parts,
    directory,
    frame.betweenDirectoryAndEnd ?? Buffer.alloc(0),
    end,
    frame.comment ?? Buffer.alloc(0),
  ]);
}
