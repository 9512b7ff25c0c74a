/**
 * Archives, kept so that a power cut loses none that was acknowledged.
 *
 * Order: what comes goes into `<id>.partial`; the canonical archive that was made of it, and the record, under names that
 * are none yet, fsync; then `<id>.json` and the archive take their names and the folder is fsynced. From that last rename on
 * the submission exists: before it nothing was promised, and what lies about is swept at the next start; after it the rows
 * can be made again from the two files. A step that fails leaves nothing behind.
 */
import { checked } from "@vigie/spec/node";
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open, readdir, readFile, rename, rm, stat, writeFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { ArchiveRefusal } from "../archive/fault.ts";
import type { SpoolHolding } from "../errors.ts";
import { SpoolRecord } from "./record.ts";

/** An archive as it came. */
export interface Received {
  readonly path: string;
  readonly bytes: Buffer;
  readonly digest: string;
}

const RECORD_NAME = /^[0-9a-f-]{36}\.json$/;

/** In hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function fsyncFolder(folder: string): Promise<void> {
  // Windows has no folder to fsync.
  if (process.platform === "win32") return;
  await synced(await open(folder, "r"));
}

async function synced(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  await writeFile(path, content, { flag: "wx", mode: 0o600, flush: true });
}

async function copyCapped(archive: AsyncIterable<Uint8Array>, handle: FileHandle, mostBytes: number): Promise<void> {
  let bytes = 0;
  for await (const chunk of archive) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new ArchiveRefusal("too-large", { expected: String(mostBytes) });
    await handle.writeFile(chunk);
  }
}

export class Spool {
  readonly dir: string;

  constructor(dir: string) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    this.dir = dir;
  }

  archive(record: Pick<SpoolRecord, "id" | "format">): string {
    return join(this.dir, `${record.id}.${record.format}`);
  }

  /** Takes an upload in, no further than the cap. @throws ArchiveRefusal `too-large`; then nothing is left of it. */
  async receive(id: string, archive: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Received> {
    const path = join(this.dir, `${id}.partial`);
    try {
      const handle = await open(path, "wx", 0o600);
      await copyCapped(archive, handle, mostBytes).finally(() => handle.close());
      const bytes = await readFile(path);
      return { path, bytes, digest: sha256(bytes) };
    } catch (cause) {
      await rm(path, { force: true });
      throw cause;
    }
  }

  /** Makes an archive durable under its id. Where that fails nothing is left of it. */
  async keep(record: SpoolRecord, archive: Buffer): Promise<void> {
    const names = [join(this.dir, `${record.id}.json`), this.archive(record)];
    try {
      await writeSynced(`${names[1]}.partial`, archive);
      await writeSynced(`${names[0]}.partial`, `${JSON.stringify(record)}\n`);
      for (const name of names) await rename(`${name}.partial`, name);
      await fsyncFolder(this.dir);
    } catch (cause) {
      for (const name of names) await rm(`${name}.partial`, { force: true });
      await this.drop(record);
      throw cause;
    }
  }

  /** Takes back what was not acknowledged, or is to be kept no longer. */
  async drop(record: Pick<SpoolRecord, "id" | "format">): Promise<void> {
    await rm(this.archive(record), { force: true });
    await rm(join(this.dir, `${record.id}.json`), { force: true });
  }

  /** Removes what an interrupted upload left, when it is older than `ageMs`. */
  async sweep(ageMs: number): Promise<void> {
    for (const name of await readdir(this.dir)) {
      if (!name.endsWith(".partial")) continue;
      const path = join(this.dir, name);
      const found = await stat(path).catch(() => null);
      if (found && Date.now() - found.mtimeMs >= ageMs) await rm(path, { force: true });
    }
  }

  /** Every record whose archive is there in full, oldest first. Records that cannot be read are left where they are and named. */
  async records(): Promise<{ readonly whole: readonly SpoolRecord[]; readonly unreadable: readonly string[] }> {
    const whole: SpoolRecord[] = [];
    const unreadable: string[] = [];
    for (const name of (await readdir(this.dir)).filter((each) => RECORD_NAME.test(each))) {
      try {
        const value: unknown = JSON.parse(await readFile(join(this.dir, name), "utf8"));
        const record = checked(SpoolRecord, value, name);
        if (await this.has(record)) whole.push(record);
      } catch {
        unreadable.push(name);
      }
    }
    whole.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    return { whole, unreadable };
  }

  /** What lies here, whoever knows of it; null where nothing does. */
  async holding(): Promise<SpoolHolding | null> {
    const { whole } = await this.records();
    const newestAt = whole.at(-1)?.receivedAt;
    if (newestAt === undefined) return null;
    return { submissions: whole.length, teams: new Set(whole.map(({ team }) => team)).size, newestAt };
  }

  /** How long ago it was kept, by this machine's clock. */
  async ageMs(record: Pick<SpoolRecord, "id">): Promise<number> {
    const found = await stat(join(this.dir, `${record.id}.json`)).catch(() => null);
    return Math.abs(Date.now() - (found?.mtimeMs ?? 0));
  }

  /** Whether the archive lies there in full. */
  async has(record: Pick<SpoolRecord, "id" | "format" | "bytes">): Promise<boolean> {
    const found = await stat(this.archive(record)).catch(() => null);
    return found?.size === record.bytes;
  }
}
