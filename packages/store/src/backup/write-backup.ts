/**
 * A backup of an event that goes on: all tables of one moment, and the archives that they know of.
 *
 * Order. Tables are read in one transaction into a folder of their own beside the spool (0700, gone when the last part was
 * taken or nobody wants more), as fast as the disk takes them: the embedded database serves nobody else meanwhile, and must
 * not wait for a slow stick. Archives never change once they are kept; each gets a second name in that folder, so that a team
 * that is erased meanwhile takes nothing out of what was begun. So each part's size and digest are known before the first is
 * given, and the manifest can come first.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, link, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Db } from "../database/database.ts";
import type { BackupPart } from "../event-contract.ts";
import { withinRoom } from "../spool/room.ts";
import type { Intake } from "../submit.ts";
import { dumpTable, writePlainly } from "./dump-table.ts";
import { LEFT_OUT, MANIFEST, type Manifest, type ManifestPart } from "./manifest.ts";
import { schemaStep, tablesOf } from "./tables-of.ts";

const FOLDER = "backup-";
const STALE_MS = 6 * 3_600_000;

/** A part, and where its bytes lie. */
interface Laid extends ManifestPart {
  readonly path: string;
}

/** What a backup left that was killed. */
async function sweep(home: string): Promise<void> {
  for (const name of (await readdir(home)).filter((each) => each.startsWith(FOLDER))) {
    const found = await stat(join(home, name)).catch(() => null);
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(join(home, name), { recursive: true, force: true });
  }
}

interface Read {
  readonly schema: string;
  readonly event: string | null;
  readonly tables: readonly Laid[];
  /** Files of the spool that may be there. */
  readonly files: readonly string[];
}

async function readAll(db: Db, folder: string): Promise<Read> {
  await writePlainly(db);
  const tables: Laid[] = [];
  for (const table of (await tablesOf(db)).filter(({ name }) => !LEFT_OUT.includes(name))) {
    const path = join(folder, `${table.name}.ndjson`);
    tables.push({ name: `tables/${table.name}.ndjson`, path, ...(await dumpTable(db, table, path, folder)) });
  }
  const rows = await db.selectFrom("submissions").select(["id", "format"]).orderBy("id").execute();
  const files = rows.flatMap(({ id, format }) => [`${id}.${format}`, `${id}.json`]);
  return { schema: await schemaStep(db), event: await eventId(db), tables, files };
}

async function eventId(db: Db): Promise<string | null> {
  const row = await db.selectFrom("event").select("settings").executeTakeFirst();
  return row?.settings.id ?? null;
}

/** A second name for a file; a copy where the disk knows no such names. False of one that is not there. */
async function hold(path: string, held: string): Promise<boolean> {
  try {
    await link(path, held).catch(() => copyFile(path, held));
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return false;
    throw cause;
  }
}

/** Null of a file that is not there: its archive was lost, or deleted with its team. */
async function layFile(spoolDir: string, file: string, folder: string): Promise<Laid | null> {
  const path = join(folder, file);
  if (!(await hold(join(spoolDir, file), path))) return null;
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    const some: unknown = chunk;
    if (!(some instanceof Uint8Array)) continue;
    hash.update(some);
    bytes += some.length;
  }
  return { name: `spool/${file}`, path, bytes, sha256: hash.digest("hex") };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** See `EventDesk.backup`. @throws StoreError `no-room`. */
export async function* writeBackup({ db, spool, clock }: Intake): AsyncGenerator<BackupPart> {
  const home = dirname(spool.dir);
  await sweep(home);
  const folder = await mkdtemp(join(home, FOLDER));
  try {
    const madeAt = new Date(clock.now()).toISOString();
    const reading = db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
    const read = await withinRoom(folder, () => reading.execute((tx) => readAll(tx, folder)));
    const laid = [...read.tables];
    await withinRoom(folder, async () => {
      for (const file of read.files) {
        const found = await layFile(spool.dir, file, folder);
        if (found !== null) laid.push(found);
      }
    });
    const { schema, event } = read;
    const parts = laid.map(({ name, bytes, sha256, rows }) => ({ name, bytes, sha256, ...(rows === undefined ? {} : { rows }) }));
    const head = Buffer.from(`${JSON.stringify({ format: 1, schema, event, madeAt, parts } satisfies Manifest)}\n`);
    yield { name: MANIFEST, bytes: once(head), size: head.length };
    for (const { name, path, bytes: size } of laid) yield { name, bytes: createReadStream(path), size };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
