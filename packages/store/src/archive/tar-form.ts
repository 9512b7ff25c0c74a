/**
 * A second reading of a tar file, beside the library's, that knows only what every reader takes in the same way.
 *
 * Tar has grown by accretion: a name may come from a header, its prefix, an extended header, a global one or GNU's long
 * name; a size in octal, in base 256 or from an extended header. Readers differ in which of them wins. So an entry may
 * have one source of each, and what this reading says of it must be what the library says.
 */
import { ArchiveRefusal, escapeName } from "./fault.ts";
import { readExtension, type Extension } from "./pax-records.ts";
import { BLOCK, readTarHeader, type TarHeader } from "./tar-header.ts";

const LONGEST_EXTENSION = 65_536;
const ENTRY_TYPES = new Set(["0", "5"]);
const EXTENSION_TYPES = new Set(["x", "g", "L"]);
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function longName(body: Buffer): string {
  const end = body.at(-1) === 0 ? body.length - 1 : body.length;
  const name = body.subarray(0, end);
  try {
    if (name.length > 0 && !name.includes(0)) return utf8.decode(name);
  } catch {
    // No UTF-8: refused below, as a NUL within is.
  }
  throw new ArchiveRefusal("bad-name", { entry: escapeName(name.toString("latin1")) });
}

/** Takes the blocks of a tar file in their order, and keeps what the last entry's header says. Throws ArchiveRefusals. */
export class TarForm {
  #entry: TarHeader | null = null;
  #extension: Extension | null = null;
  #longName: string | null = null;
  /** The extension whose body is being read. */
  #open: TarHeader | null = null;
  #body: Buffer[] = [];
  #rest = 0;
  #zeros = false;

  /** The header of the entry to which the last block belongs. */
  get entry(): TarHeader | null {
    return this.#entry;
  }

  see(block: Buffer): void {
    if (this.#rest > 0) this.#seeBody(block);
    else if (block.every((byte) => byte === 0)) this.#seeZeros();
    else this.#seeHeader(block);
  }

  #seeZeros(): void {
    this.#zeros = true;
    if (this.#extension !== null || this.#longName !== null) throw new ArchiveRefusal("truncated");
  }

  #seeBody(block: Buffer): void {
    if (this.#open) this.#body.push(Buffer.from(block.subarray(0, Math.min(BLOCK, this.#rest))));
    this.#rest = Math.max(0, this.#rest - BLOCK);
    if (this.#rest === 0 && this.#open) this.#close(this.#open, Buffer.concat(this.#body));
  }

  #seeHeader(block: Buffer): void {
    if (this.#zeros) throw new ArchiveRefusal("truncated", { expected: "nothing after the end" });
    const header = readTarHeader(block);
    this.#rest = header.size;
    if (EXTENSION_TYPES.has(header.type)) this.#openExtension(header);
    else if (ENTRY_TYPES.has(header.type)) this.#seeEntry(header);
    else throw new ArchiveRefusal("link-or-device", { entry: escapeName(header.name), found: escapeName(header.type) });
  }

  #openExtension(header: TarHeader): void {
    if (header.size > LONGEST_EXTENSION) throw new ArchiveRefusal("bad-name", { entry: escapeName(header.name) });
    if (header.size === 0) throw new ArchiveRefusal("ambiguous", { entry: escapeName(header.name) });
    this.#open = header;
    this.#body = [];
  }

  #close({ type, name }: TarHeader, body: Buffer): void {
    this.#open = null;
    const doubled = type === "x" ? this.#extension !== null : type === "L" && this.#longName !== null;
    if (doubled) throw new ArchiveRefusal("ambiguous", { entry: escapeName(name) });
    if (type === "L") this.#longName = longName(body);
    else if (type === "x") this.#extension = readExtension(body, false);
    else readExtension(body, true);
  }

  #seeEntry(header: TarHeader): void {
    const path = this.#extension?.path ?? null;
    const name = path ?? this.#longName ?? header.name;
    const size = this.#extension?.size ?? String(header.size);
    const directory = header.type === "5";
    const twoNames = path !== null && this.#longName !== null;
    if (twoNames || size !== String(header.size) || (directory ? header.size > 0 : name.endsWith("/")))
      throw new ArchiveRefusal("ambiguous", { entry: escapeName(name) });
    this.#entry = { ...header, name };
    this.#extension = null;
    this.#longName = null;
  }
}
