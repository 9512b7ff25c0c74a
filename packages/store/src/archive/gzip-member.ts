/**
 * The one member of a stranger's .gz file (RFC 1952).
 *
 * Readers differ where a file holds several members, or anything behind the last: some go on, some stop, some fail. So
 * the header and the trailer are read here, and exactly what lies between them must be one deflate stream.
 */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { bytesAt } from "./bytes-at.ts";
import { ArchiveRefusal } from "./fault.ts";
import { inflateExactly } from "./inflate-exactly.ts";

const FIXED = 10;
const TRAILER = 8;
// The longest file name and comment that we read past.
const LONGEST_HEADER = 4_096;
const DEFLATE = 8;
const FLAG = { headerSum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;

const damaged = () => new ArchiveRefusal("truncated");

function afterText(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(0, from);
  if (end < 0) throw damaged();
  return end + 1;
}

/** Where the deflate stream begins. */
function headerLength(bytes: Buffer): number {
  if (bytes.length < FIXED || bytes[2] !== DEFLATE) throw damaged();
  const flags = bytes[3];
  if ((flags & FLAG.reserved) !== 0) throw damaged();
  let at = FIXED;
  if ((flags & FLAG.extra) !== 0) {
    if (at + 2 > bytes.length) throw damaged();
    at += 2 + bytes.readUInt16LE(at);
  }
  if ((flags & FLAG.name) !== 0) at = afterText(bytes, at);
  if ((flags & FLAG.comment) !== 0) at = afterText(bytes, at);
  if ((flags & FLAG.headerSum) === 0) return at;
  if (at + 2 > bytes.length || bytes.readUInt16LE(at) !== (crc32(bytes.subarray(0, at)) & 0xffff)) throw damaged();
  return at + 2;
}

/** What a .gz file of a single member unpacks to, in pieces. @throws ArchiveRefusal `truncated`; zlib's own errors. */
export async function* gunzipped(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const from = headerLength(await bytesAt(handle, 0, Math.min(size, LONGEST_HEADER)));
    const length = size - TRAILER - from;
    if (length < 1) throw damaged();
    const trailer = await bytesAt(handle, size - TRAILER, TRAILER);
    let [sum, seen] = [0, 0];
    for await (const chunk of inflateExactly(createReadStream(file, { start: from, end: from + length - 1 }), length)) {
      sum = crc32(chunk, sum);
      seen += chunk.length;
      yield chunk;
    }
    if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== seen % 2 ** 32) throw damaged();
  } finally {
    await handle.close();
  }
}
