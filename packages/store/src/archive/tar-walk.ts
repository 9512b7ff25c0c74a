/**
 * Reading a .tar.gz of a stranger.
 *
 * We unzip ourselves, count what comes out, and feed tar's parser one 512-byte block at a time: so it never sees more
 * than the cap, never looks for another compression inside, and the block at which the archive ends is known, after
 * which only zeros may follow. Warnings of the parser are errors here, and so is an entry of which the parser says
 * something else than a second, narrower reading of the same blocks (`tar-form.ts`).
 */
import { Parser, type ReadEntry } from "tar";
import type { ArchiveCaps, ArchiveFile, EntryRules } from "./entry-rules.ts";
import { ArchiveRefusal, escapeName } from "./fault.ts";
import { gunzipped } from "./gzip-member.ts";
import { TarForm } from "./tar-form.ts";
import { BLOCK } from "./tar-header.ts";

// A file's header, its padding and an extended header with its own padding.
const OVERHEAD_PER_ENTRY = 6 * BLOCK;
const FILE_TYPES = new Set(["File", "OldFile", "ContiguousFile"]);

function refusalOf(cause: unknown): ArchiveRefusal {
  if (cause instanceof ArchiveRefusal) return cause;
  return new ArchiveRefusal("truncated", { found: escapeName(cause instanceof Error ? cause.message : String(cause)) });
}

/** Takes blocks, gives files; throws at the first block that is wrong. */
class TarBlocks {
  readonly #parser: Parser;
  readonly #rules: EntryRules;
  readonly #form = new TarForm();
  #files: ArchiveFile[] = [];
  #refusal: ArchiveRefusal | null = null;
  #first = true;
  ended = false;

  constructor(rules: EntryRules) {
    this.#rules = rules;
    this.#parser = new Parser({ strict: true, brotli: false, zstd: false });
    this.#parser.on("entry", (entry: ReadEntry) => this.#guard(() => this.#take(entry)));
    this.#parser.on("ignoredEntry", (entry: ReadEntry) => this.#guard(() => this.#refuseIgnored(entry)));
    this.#parser.on("eof", () => (this.ended = true));
    this.#parser.on("error", (cause: unknown) => (this.#refusal ??= refusalOf(cause)));
  }

  write(block: Buffer): ArchiveFile[] {
    if (this.ended) {
      if (block.some((byte) => byte !== 0)) throw new ArchiveRefusal("truncated", { expected: "nothing after the end" });
      return [];
    }
    // The parser would unzip a tar file that begins like a gzip file.
    if (this.#first && block.readUInt16BE(0) === 0x1f8b) throw new ArchiveRefusal("not-an-archive");
    this.#first = false;
    this.#form.see(block);
    this.#parser.write(block);
    if (this.#refusal) throw this.#refusal;
    const files = this.#files;
    this.#files = [];
    return files;
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (cause) {
      this.#refusal ??= refusalOf(cause);
    }
  }

  #refuseIgnored(entry: ReadEntry): void {
    const code = entry.meta ? "bad-name" : "link-or-device";
    throw new ArchiveRefusal(code, { entry: escapeName(entry.path), found: entry.type });
  }

  #agree(entry: ReadEntry, directory: boolean): void {
    const plain = this.#form.entry;
    if (plain?.name !== entry.path || plain.size !== entry.size || (plain.type === "5") !== directory)
      throw new ArchiveRefusal("ambiguous", { entry: escapeName(plain?.name ?? entry.path), found: escapeName(entry.path) });
  }

  #take(entry: ReadEntry): void {
    const directory = entry.type === "Directory";
    const chunks: Buffer[] = [];
    entry.on("data", (chunk: Buffer) => chunks.push(chunk));
    if (!directory && !FILE_TYPES.has(entry.type))
      throw new ArchiveRefusal("link-or-device", { entry: escapeName(entry.path), found: entry.type });
    this.#agree(entry, directory);
    const path = this.#rules.admit({ name: entry.path, directory, bytes: entry.size });
    if (directory) return;
    entry.on("end", () =>
      this.#guard(() => {
        const content = Buffer.concat(chunks);
        this.#rules.inspect(path, content);
        this.#files.push({ path, content });
      }),
    );
  }
}

/** The files of a .tar.gz in their order. @throws ArchiveRefusal. */
export async function* walkTar(file: string, rules: EntryRules, caps: ArchiveCaps): AsyncGenerator<ArchiveFile> {
  const blocks = new TarBlocks(rules);
  const most = caps.bytes + 2 * caps.files * OVERHEAD_PER_ENTRY;
  let seen = 0;
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of gunzipped(file)) {
      seen += chunk.length;
      if (seen > most) throw new ArchiveRefusal("too-large", { expected: String(caps.bytes) });
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let at = 0;
      for (; at + BLOCK <= bytes.length; at += BLOCK) yield* blocks.write(bytes.subarray(at, at + BLOCK));
      rest = Buffer.from(bytes.subarray(at));
    }
    if (seen < BLOCK) throw new ArchiveRefusal("not-an-archive");
    if (rest.length > 0 || !blocks.ended) throw new ArchiveRefusal("truncated");
  } catch (cause) {
    throw refusalOf(cause);
  }
}
