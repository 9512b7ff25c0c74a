/**
 * A tar archive in memory, as the launcher's `tar -x` reads it: ustar headers, GNU long names, one fixed time,
 * owner 0. Only plain files and folders: a link in a submission would lead somewhere that its author chose.
 */
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FIXED_TIME_SECONDS } from "./stage-inputs.ts";

export type TarEntry = { readonly folder: string } | { readonly file: string; readonly bytes: Uint8Array };

const BLOCK = 512;
const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, "0")}\0`;
const padding = (length: number): Buffer => Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);

function header(name: Buffer, size: number, mode: number, type: string): Buffer {
  const block = Buffer.alloc(BLOCK);
  name.copy(block, 0, 0, 100);
  block.write(octal(mode, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(size, 11), 124);
  block.write(octal(FIXED_TIME_SECONDS, 11), 136);
  block.write("        ", 148);
  block.write(type, 156);
  block.write("ustar\x0000", 257);
  block.write(
    `${octal(
      block.reduce((sum, byte) => sum + byte, 0),
      6,
    )} `,
    148,
  );
  return block;
}

function member(path: string, bytes: Uint8Array, mode: number, type: string): Uint8Array[] {
  const name = Buffer.from(path);
  const longName = Buffer.concat([name, Buffer.alloc(1)]);
  const before =
    name.length <= 100
      ? []
      : [header(Buffer.from("././@LongLink"), longName.length, 0o644, "L"), longName, padding(longName.length)];
  return [...before, header(name, bytes.length, mode, type), bytes, padding(bytes.length)];
}

/** The archive's bytes; entries are unpacked in their order. */
export function tarArchive(entries: readonly TarEntry[]): Buffer {
  const members = entries.flatMap((entry) =>
    "folder" in entry ? member(`${entry.folder}/`, new Uint8Array(), 0o755, "5") : member(entry.file, entry.bytes, 0o444, "0"),
  );
  return Buffer.concat([...members, Buffer.alloc(2 * BLOCK)]);
}

function readPlainFile(path: string): Buffer | null {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    return fstatSync(file).isFile() ? readFileSync(file) : null;
  } finally {
    closeSync(file);
  }
}

/** A host folder and what it holds, under another name, sorted so that the archive depends on the content alone. */
export function tarTree(folder: string, as: string): TarEntry[] {
  const names = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const inside = names.flatMap((entry): TarEntry[] => {
    if (entry.isDirectory()) return tarTree(join(folder, entry.name), `${as}/${entry.name}`);
    const bytes = entry.isFile() ? readPlainFile(join(folder, entry.name)) : null;
    return bytes === null ? [] : [{ file: `${as}/${entry.name}`, bytes }];
  });
  return [{ folder: as }, ...inside];
}

const PAGE = 4096;

/** What the entries take of a memory file system: whole pages, and an inode each. */
export function unpackedSize(entries: readonly TarEntry[]): { readonly bytes: number; readonly inodes: number } {
  const pages = entries.map((entry) => ("bytes" in entry ? Math.ceil(entry.bytes.length / PAGE) : 0));
  return { bytes: PAGE * pages.reduce((sum, count) => sum + count, 0), inodes: entries.length };
}
