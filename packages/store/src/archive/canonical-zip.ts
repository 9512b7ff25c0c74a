/**
 * The one form in which archives are kept: a zip in which nothing hangs on the machine, the tool or the day. Stored, since
 * compressed bytes hang on zlib's version; names in UTF-8, sorted by UTF-16 code units; files alone; the first time that a
 * zip can say (yazl, which the kit is made with, goes by the local time zone, and adds fields); mode 0644; no fields.
 */
import { crc32 } from "node:zlib";
import type { ArchiveFile } from "./entries.ts";

const VERSION = 20;
const MADE_ON_UNIX = 3 << 8;
const UTF8_NAME = 1 << 11;
const FIRST_DAY = 0x0021;
const MODE = (0o100644 << 16) >>> 0;

type Field = readonly [bytes: 2 | 4, value: number];

function packed(signature: string, fields: readonly Field[]): Buffer {
  const out = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 4));
  out.write(signature, "latin1");
  let at = 4;
  for (const [bytes, value] of fields) at = out.writeUIntLE(value, at, bytes);
  return out;
}

/** What both headers of a file say. */
function common({ content }: ArchiveFile, name: Buffer): Field[] {
  return [
    [2, VERSION],
    [2, UTF8_NAME],
    [2, 0],
    [2, 0],
    [2, FIRST_DAY],
    [4, crc32(content)],
    [4, content.length],
    [4, content.length],
    [2, name.length],
    [2, 0],
  ];
}

function listed(file: ArchiveFile, name: Buffer, at: number): Buffer {
  const fields: Field[] = [[2, MADE_ON_UNIX | VERSION], ...common(file, name), [2, 0], [2, 0], [2, 0], [4, MODE], [4, at]];
  return Buffer.concat([packed("PK\x01\x02", fields), name]);
}

/** The archive of these files, whatever their order. Paths are taken as they are: they were checked. */
export function canonicalZip(files: readonly ArchiveFile[]): Buffer {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const file of sorted) {
    const name = Buffer.from(file.path);
    directory.push(listed(file, name, at));
    const header = packed("PK\x03\x04", common(file, name));
    parts.push(header, name, file.content);
    at += header.length + name.length + file.content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count: Field = [2, sorted.length];
  const end = packed("PK\x05\x06", [[2, 0], [2, 0], count, count, [4, size], [4, at], [2, 0]]);
  return Buffer.concat([...parts, ...directory, end]);
}
