/**
 * Which shared libraries a program of the host needs, so that the sandbox shows these and no others.
 *
 * Theory. An ELF file names its interpreter (PT_INTERP) and its direct libraries (DT_NEEDED in PT_DYNAMIC); the
 * closure over the system's library folders is what the dynamic linker would load. Reading the headers takes
 * microseconds a file, where `ldd` starts a process and runs the program's own linker. Only 64-bit little-endian files
 * are read: both architectures of the sandbox are.
 */
import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync } from "node:fs";
import { join } from "node:path";

const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const PT_INTERP = 3;
const DT_NEEDED = 1n;
const DT_STRTAB = 5n;

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

interface ElfNeeds {
  readonly interpreter: string | null;
  readonly libraries: readonly string[];
}

const NOTHING: ElfNeeds = { interpreter: null, libraries: [] };

function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const got = readSync(file, bytes, 0, length, offset);
  return bytes.subarray(0, got);
}

function textAt(bytes: Buffer, offset = 0): string {
  const end = bytes.indexOf(0, offset);
  return bytes.toString("latin1", offset, end < 0 ? bytes.length : end);
}

function segmentsOf(file: number): Segment[] {
  const header = readAt(file, 0, 64);
  if (header.length < 64 || header.readUInt32BE(0) !== 0x7f454c46 || header[4] !== 2 || header[5] !== 1) return [];
  const start = Number(header.readBigUInt64LE(32));
  const entrySize = header.readUInt16LE(54);
  const table = readAt(file, start, entrySize * header.readUInt16LE(56));
  return Array.from({ length: Math.floor(table.length / entrySize) }, (_, index) => {
    const at = index * entrySize;
    return {
      type: table.readUInt32LE(at),
      offset: Number(table.readBigUInt64LE(at + 8)),
      address: Number(table.readBigUInt64LE(at + 16)),
      size: Number(table.readBigUInt64LE(at + 32)),
    };
  });
}

function neededBy(file: number, segments: readonly Segment[]): string[] {
  const dynamic = segments.find((segment) => segment.type === PT_DYNAMIC);
  if (dynamic === undefined) return [];
  const entries = readAt(file, dynamic.offset, dynamic.size);
  const pairs = Array.from({ length: Math.floor(entries.length / 16) }, (_, index) => ({
    tag: entries.readBigInt64LE(index * 16),
    value: Number(entries.readBigUInt64LE(index * 16 + 8)),
  }));
  const strings = pairs.find((pair) => pair.tag === DT_STRTAB)?.value;
  if (strings === undefined) return [];
  const home = segments.find((s) => s.type === PT_LOAD && s.address <= strings && strings < s.address + s.size);
  const stringsOffset = home === undefined ? strings : strings - home.address + home.offset;
  return pairs.filter((pair) => pair.tag === DT_NEEDED).map((pair) => textAt(readAt(file, stringsOffset + pair.value, 256)));
}

/** What one file names itself; nothing where it is no 64-bit ELF file (a script, a static program). */
export function readElfNeeds(path: string): ElfNeeds {
  const file = openSync(path, "r");
  try {
    const segments = segmentsOf(file);
    if (segments.length === 0) return NOTHING;
    const interpreter = segments.find((segment) => segment.type === PT_INTERP);
    return {
      interpreter: interpreter === undefined ? null : textAt(readAt(file, interpreter.offset, interpreter.size)),
      libraries: neededBy(file, segments),
    };
  } finally {
    closeSync(file);
  }
}

function libraryFolders(): string[] {
  const triplets = existsSync("/usr/lib") ? readdirSync("/usr/lib").filter((name) => name.endsWith("-linux-gnu")) : [];
  const multiarch = triplets.flatMap((name) => [`/lib/${name}`, `/usr/lib/${name}`]);
  return [...multiarch, "/lib64", "/usr/lib64", "/lib", "/usr/lib"].filter((folder) => existsSync(folder));
}

/** In the sandbox /lib and /lib64 are links into /usr, as on a merged host. */
const underUsr = (path: string): string => (path.startsWith("/lib") ? `/usr${path}` : path);

/** Host file and place inside, of every library that these files need, directly or not. */
export function librariesOf(files: readonly string[]): { readonly from: string; readonly to: string }[] {
  const folders = libraryFolders();
  const found = new Map<string, string>();
  const visit = (path: string): void => {
    const needs = readElfNeeds(path);
    const located = needs.libraries.map((name) => folders.map((folder) => join(folder, name)).find((at) => existsSync(at)));
    for (const at of [needs.interpreter, ...located]) {
      if (at === null || at === undefined || found.has(underUsr(at)) || !existsSync(at)) continue;
      const real = realpathSync(at);
      found.set(underUsr(at), real);
      visit(real);
    }
  };
  files.forEach(visit);
  return [...found].map(([to, from]) => ({ from, to }));
}
