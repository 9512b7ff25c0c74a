/**
 * Which entries an archive may have, whatever its form. Theory: a name is judged as it stands in the archive, before
 * anything is written, on the strictest of the systems where it may be unpacked (a mentor's Windows or macOS laptop
 * as well as the sandbox): relative, forward slashes, no step up, no two names that one of them would take for the same.
 */
import { ArchiveRefusal, escapeName } from "./fault.ts";

export interface ArchiveCaps {
  /** Bytes of the archive as it came, and of all its files unpacked. */
  readonly bytes: number;
  readonly files: number;
}

/** One file of an archive, by path and content. Archives are small (a few MiB, capped), so a file is held in memory. */
export interface ArchiveFile {
  readonly path: string;
  readonly content: Buffer;
}

export interface ArchiveEntry {
  readonly name: string;
  readonly directory: boolean;
  readonly bytes: number;
}

const LONGEST_PATH = 400;
const LONGEST_SEGMENT = 200;
const BAD_CHARACTER = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/u;
const COMPILED = /\.(?:pyc|pyo|pyd|so|node|dll|dylib|exe|wasm|o|a|lib|class|jar)$|\.so\.[0-9.]+$/i;
// A loader does not ask for the name: ELF, the forms of Mach-O (and Java's classes), WebAssembly, LLVM's bitcode.
const COMPILED_MAGIC = ["7f454c46", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "0061736d", "4243c0de"];
const LIBRARY_MAGIC = "!<arch>\n";
const WINDOWS_MAGIC = "MZ";
const WINDOWS_HEADER_AT = 0x3c;
// CPython's versions number their bytecode from 3,000 on, and end the number with a line break.
const BYTECODE = { from: 3_000, below: 4_000, then: "\r\n" } as const;

function isWindowsProgram(content: Buffer): boolean {
  if (content.length < WINDOWS_HEADER_AT + 4 || content.toString("latin1", 0, 2) !== WINDOWS_MAGIC) return false;
  const at = content.readUInt32LE(WINDOWS_HEADER_AT);
  return content.toString("latin1", at, at + 4) === "PE\0\0";
}

function isBytecode(content: Buffer): boolean {
  if (content.length < 4 || content.toString("latin1", 2, 4) !== BYTECODE.then) return false;
  const version = content.readUInt16LE(0);
  return version >= BYTECODE.from && version < BYTECODE.below;
}

function isCompiled(content: Buffer): boolean {
  if (COMPILED_MAGIC.includes(content.toString("hex", 0, 4))) return true;
  return content.toString("latin1", 0, 8) === LIBRARY_MAGIC || isWindowsProgram(content) || isBytecode(content);
}

/** Refuses a name that could lead outside of the folder or mean another thing elsewhere; returns it without a leading `./` and trailing `/`. */
export function safeName(name: string): string {
  const entry = escapeName(name);
  if (BAD_CHARACTER.test(name)) throw new ArchiveRefusal("bad-name", { entry });
  const path = name.replace(/^(?:\.\/)+/, "").replace(/\/$/, "");
  if (name.includes("\\") || name.startsWith("/") || /^[A-Za-z]:/.test(path)) throw new ArchiveRefusal("unsafe-path", { entry });
  if (path === "" || path === ".") return "";
  const segments = path.split("/");
  if (segments.some((segment) => segment === "" || segment === "." || segment === ".."))
    throw new ArchiveRefusal("unsafe-path", { entry });
  const long = Buffer.byteLength(path) > LONGEST_PATH || segments.some((segment) => Buffer.byteLength(segment) > LONGEST_SEGMENT);
  if (long || segments.some((segment) => /[. ]$/.test(segment))) throw new ArchiveRefusal("bad-name", { entry });
  return path;
}

/** What a file system that ignores case and composes accents takes a path for. */
function folded(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}

/** Keeps count over one archive. Every method throws an ArchiveRefusal. */
export class EntryRules {
  readonly #caps: ArchiveCaps;
  readonly #kinds = new Map<string, { readonly path: string; readonly directory: boolean; readonly listed: boolean }>();
  #files = 0;
  #directories = 0;
  #bytes = 0;

  constructor(caps: ArchiveCaps) {
    this.#caps = caps;
  }

  get files(): number {
    return this.#files;
  }

  /** Admits an entry by what its header says, before its content is read. Returns its path; "" for the root folder itself. */
  admit(entry: ArchiveEntry): string {
    const path = safeName(entry.name);
    this.#count(entry);
    if (path === "") {
      if (!entry.directory) throw new ArchiveRefusal("unsafe-path", { entry: escapeName(entry.name) });
      return path;
    }
    this.#place(path, entry);
    if (COMPILED.test(path) || path.split("/").some((segment) => segment.toLowerCase() === "__pycache__")) {
      throw new ArchiveRefusal("compiled-code", { entry: escapeName(path) });
    }
    return path;
  }

  /** Looks at an admitted file's first bytes. Data of a model may be anything else. */
  inspect(path: string, content: Buffer): void {
    if (isCompiled(content)) throw new ArchiveRefusal("compiled-code", { entry: escapeName(path) });
  }

  #count(entry: ArchiveEntry): void {
    if (entry.directory) this.#directories += 1;
    else this.#files += 1;
    if (this.#files > this.#caps.files || this.#directories > this.#caps.files) {
      throw new ArchiveRefusal("too-many-files", { expected: String(this.#caps.files) });
    }
    this.#bytes += entry.directory ? 0 : entry.bytes;
    if (this.#bytes > this.#caps.bytes)
      throw new ArchiveRefusal("too-large", { entry: escapeName(entry.name), expected: String(this.#caps.bytes) });
  }

  #place(path: string, entry: ArchiveEntry): void {
    const segments = path.split("/");
    for (let depth = 1; depth < segments.length; depth++) this.#claim(segments.slice(0, depth).join("/"), true, false);
    this.#claim(path, entry.directory, true);
  }

  /** A folder may be implied by many paths and listed once; anything else that meets its own name again is refused. */
  #claim(path: string, directory: boolean, listed: boolean): void {
    const key = folded(path);
    const before = this.#kinds.get(key);
    if (before && (before.path !== path || !before.directory || !directory || (before.listed && listed))) {
      throw new ArchiveRefusal("doubled-name", { entry: escapeName(path), found: escapeName(before.path) });
    }
    this.#kinds.set(key, { path, directory, listed: listed || (before?.listed ?? false) });
  }
}
