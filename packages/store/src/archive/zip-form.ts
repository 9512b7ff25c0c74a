/**
 * What a .zip must be so that every reader takes it for the same files.
 *
 * A zip says everything twice: in the directory at its end, by which most readers go, and before each file, by which
 * those go that stream. Here both must agree, and the entries, in the order of their offsets, must tile the file from
 * its first byte to the directory without a gap or an overlap: nothing is left that only one of the two readings sees.
 * Zip64 is refused: no submission needs it, and it says the same things a third time.
 */
import type { FileHandle } from "node:fs/promises";
import type { Entry, LocalFileHeader } from "yauzl";
import { bytesAt } from "./bytes-at.ts";
import { ArchiveRefusal, escapeName } from "./fault.ts";

const END = 22;
const LOCATOR_SIGNATURE = 0x07064b50;
const LONGEST_COMMENT = 65_535;
const DIRECTORY_HEADER = 46;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const DESCRIPTOR = 12;
const HINTS = 0b110;
const LATER = 1 << 3;
const UTF8 = 1 << 11;
const STORED = 0;
const ZIP64_FIELD = 0x0001;
const UNICODE_PATH_FIELD = 0x7075;

export interface ZipEnd {
  readonly entries: number;
  readonly directoryAt: number;
  readonly endAt: number;
}

/** The record at the end, which must be the only thing there that could be taken for one. @throws ArchiveRefusal. */
export async function readZipEnd(handle: FileHandle): Promise<ZipEnd> {
  const { size } = await handle.stat();
  const length = Math.min(size, END + LONGEST_COMMENT);
  const tail = await bytesAt(handle, size - length, length);
  const signature = Buffer.from("504b0506", "hex");
  const at = tail.lastIndexOf(signature);
  if (at < 0 || at + END > tail.length || at + END + tail.readUInt16LE(at + 20) !== tail.length)
    throw new ArchiveRefusal("truncated", { expected: "nothing after the end" });
  const endAt = size - length + at;
  const [disk, first, here, entries] = [4, 6, 8, 10].map((offset) => tail.readUInt16LE(at + offset));
  const [bytes, directoryAt] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if ((at >= 20 && tail.readUInt32LE(at - 20) === LOCATOR_SIGNATURE) || entries === 0xffff)
    throw new ArchiveRefusal("ambiguous", { found: "zip64" });
  if (disk !== 0 || first !== 0 || here !== entries || directoryAt + bytes !== endAt) throw new ArchiveRefusal("truncated");
  return { entries, directoryAt, endAt };
}

function checkExtra(extra: Buffer, name: Buffer, shown: string): void {
  for (let at = 0; at < extra.length;) {
    const id = at + 4 <= extra.length ? extra.readUInt16LE(at) : -1;
    const end = id < 0 ? Infinity : at + 4 + extra.readUInt16LE(at + 2);
    const renamed = id === UNICODE_PATH_FIELD && !extra.subarray(at + 9, end).equals(name);
    if (end > extra.length || id === ZIP64_FIELD || renamed)
      throw new ArchiveRefusal("ambiguous", { entry: shown, found: id === ZIP64_FIELD ? "zip64" : "extra field" });
    at = end;
  }
}

// What today's readers know; beyond, they refuse.
const LATEST_VERSION = 63;

function checkFlags(entry: Entry, local: LocalFileHeader, shown: string): void {
  const flags = entry.generalPurposeBitFlag;
  const later = (flags & LATER) !== 0;
  const same = (flags | HINTS) === (local.generalPurposeBitFlag | HINTS) && entry.compressionMethod === local.compressionMethod;
  if (!same || !entry.fileNameRaw.equals(local.fileName))
    throw new ArchiveRefusal("ambiguous", { entry: shown, found: escapeName(local.fileName.toString("utf8")) });
  // Without the mark some readers take the name for another alphabet's.
  if ((flags & UTF8) === 0 && entry.fileNameRaw.some((byte) => byte > 0x7f))
    throw new ArchiveRefusal("bad-name", { entry: shown });
  if (Math.max(entry.versionNeededToExtract, local.versionNeededToExtract) > LATEST_VERSION)
    throw new ArchiveRefusal("ambiguous", { entry: shown, found: "version" });
  if (later && entry.compressionMethod === STORED && entry.uncompressedSize > 0)
    throw new ArchiveRefusal("ambiguous", { entry: shown });
}

const sizesOf = (each: Entry | LocalFileHeader) => [each.crc32, each.compressedSize, each.uncompressedSize];
const same = (one: readonly number[], other: readonly number[]) => one.every((value, at) => value === other[at]);

/** Holds what stands before an entry's content against what the directory says of it. @throws ArchiveRefusal. */
export function compareHeaders(entry: Entry, local: LocalFileHeader, shown: string): void {
  checkFlags(entry, local, shown);
  checkExtra(entry.extraFieldRaw, entry.fileNameRaw, shown);
  checkExtra(local.extraField, entry.fileNameRaw, shown);
  const later = (entry.generalPurposeBitFlag & LATER) !== 0;
  const [known, here] = [sizesOf(entry), sizesOf(local)];
  if (!same(known, here) && !(later && same(here, [0, 0, 0]))) throw new ArchiveRefusal("ambiguous", { entry: shown });
}

export interface ZipPiece {
  readonly shown: string;
  readonly from: number;
  /** Where the content ends. */
  readonly to: number;
  readonly entry: Entry;
}

async function checkDescriptor(handle: FileHandle, { entry, shown, to }: ZipPiece, next: number): Promise<void> {
  const later = (entry.generalPurposeBitFlag & LATER) !== 0;
  const length = next - to;
  if (!later && length === 0) return;
  if (!later || (length !== DESCRIPTOR && length !== DESCRIPTOR + 4)) throw new ArchiveRefusal("ambiguous", { entry: shown });
  const bytes = await bytesAt(handle, to, length);
  const signed = length > DESCRIPTOR;
  const values = [0, 4, 8].map((offset) => bytes.readUInt32LE(offset + (signed ? 4 : 0)));
  if ((signed && bytes.readUInt32LE(0) !== DESCRIPTOR_SIGNATURE) || !same(values, sizesOf(entry)))
    throw new ArchiveRefusal("ambiguous", { entry: shown });
}

/** Entries must follow one another without gap or overlap, up to the directory, and the directory must hold no more than they. @throws ArchiveRefusal. */
export async function checkTiling(handle: FileHandle, pieces: readonly ZipPiece[], end: ZipEnd): Promise<void> {
  const sorted = [...pieces].sort((a, b) => a.from - b.from);
  if ((sorted[0]?.from ?? 0) !== 0) throw new ArchiveRefusal("truncated", { expected: "nothing before the first entry" });
  for (const [at, piece] of sorted.entries()) {
    const next = sorted[at + 1]?.from ?? end.directoryAt;
    await checkDescriptor(handle, piece, next);
  }
  const listed = pieces.reduce(
    (sum, { entry }) => sum + DIRECTORY_HEADER + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength,
    0,
  );
  if (end.directoryAt + listed !== end.endAt) throw new ArchiveRefusal("truncated");
}
