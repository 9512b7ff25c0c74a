/**
 * Archives as they came, kept so that a power cut loses none that was acknowledged.
 *
 * Order: bytes into `<id>.partial`, fsync; the record into `<id>.json`, fsync; then the archive takes its final name and
 * the folder is fsynced. From that rename on the submission exists: before it nothing was promised, and what lies
 * about is swept at the next start; after it the rows can be made again from the two files.
 */
import { checked } from "@vigie/spec/node";
import { createHash, type Hash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open, readdir, readFile, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { ArchiveRefusal } from "../archive/fault.ts";
import type { SpoolHolding } from "../errors.ts";
import { SpoolRecord } from "./record.ts";

export interface Received {
  readonly path: string;
  readonly bytes: number;
  readonly digest: string;
}

const RECORD_NAME = /^[0-9a-f-]{36}\.json$/;

async function fsyncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  // Windows has no folder to fsync.
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function copyCapped(
  archive: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  mostBytes: number,
  hash: Hash,
): Promise<number> {
  let bytes = 0;
  for await (const chunk of archive) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new ArchiveRefusal("too-large", { expected: String(mostBytes) });
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  return bytes;
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
    const hash = createHash("sha256");
    const handle = await open(path, "wx", 0o600);
    try {
      const bytes = await copyCapped(archive, handle, mostBytes, hash);
      await handle.sync();
      return { path, bytes, digest: hash.digest("hex") };
    } catch (cause) {
      await rm(path, { force: true });
      throw cause;
    } finally {
      await handle.close();
    }
  }

  /** Makes a received archive durable under its id. */
  async keep(received: Received, record: SpoolRecord): Promise<void> {
    const json = join(this.dir, `${record.id}.json`);
    const handle = await open(`${json}.partial`, "wx", 0o600);
    await handle.writeFile(`${JSON.stringify(record)}\n`);
    await handle.sync();
    await handle.close();
    await rename(`${json}.partial`, json);
    await rename(received.path, this.archive(record));
    await fsyncFolder(this.dir);
  }

  /** Takes back what was not acknowledged. */
  async drop(record: SpoolRecord): Promise<void> {
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

  /** Whether the archive lies there with the size that was received. */
  async has(record: Pick<SpoolRecord, "id" | "format" | "bytes">): Promise<boolean> {
    const found = await stat(this.archive(record)).catch(() => null);
    return found?.size === record.bytes;
  }
}
