/**
 * A backup back into an empty data folder, or an empty database on a server with a folder for its archives.
 *
 * Order. The manifest says the schema: it is made as it was. All tables go in within one transaction, archives into a folder
 * that is no spool yet, each part held against its digest; then that folder becomes the spool, the transaction is committed,
 * and the schema is brought up to date. What fails, or is broken off, leaves neither tables nor archives. Killed before the
 * end it leaves a database that was never finished, or a spool whose start says that it has no database: never half an event.
 */
import { sql } from "kysely";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { lockDataDir } from "../data-dir-lock.ts";
import { migrate, type Database, type Db } from "../database/database.ts";
import { isFinished, openEmbedded } from "../database/embedded.ts";
import { isStep } from "../database/migrations.ts";
import { openServer } from "../database/server.ts";
import { StoreError } from "../errors.ts";
import type { BackupPart } from "../event-contract.ts";
import { refuseWithoutRoom, withinRoom } from "../spool/room.ts";
import { readManifest } from "./read-manifest.ts";
import { loadTable } from "./load-table.ts";
import { LEFT_OUT, MANIFEST, SPOOL_PART, TABLE_PART, type Manifest, type ManifestPart } from "./manifest.ts";
import { tablesOf, type Table } from "./tables-of.ts";

/** Of an embedded database that holds nothing. */
const EMBEDDED_BYTES = 40 * 1_048_576;

type Part = Pick<BackupPart, "name" | "bytes">;

export interface RestoreOptions {
  readonly dataDir: string;
  /** `postgres://…`; null or absent: an embedded database in the data directory. */
  readonly databaseUrl?: string | null;
  /** As `backup()` gave them; each is read to its end before the next is asked for. */
  readonly parts: AsyncIterable<Part>;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

function damaged(found: string, cause?: unknown): StoreError {
  const message = `the backup is not whole: ${found}. Nothing was restored; take another one`;
  return new StoreError("backup-damaged", message, { cause });
}

function notEmpty(found: string): StoreError {
  return new StoreError("not-empty", `a backup goes into an empty place; found ${found}. Nothing was changed`);
}

async function refuseHeld(dataDir: string): Promise<void> {
  const found = await readdir(join(dataDir, "spool")).catch(() => []);
  if (found.length > 0) throw notEmpty(`archives in ${join(dataDir, "spool")}`);
  // One that was never finished is set aside by whoever opens it.
  if (isFinished(dataDir)) throw notEmpty(`a database in ${dataDir}`);
}

/** A database that was opened once and holds nothing is empty too; one with somebody else's tables is not. */
async function refuseFilled(db: Db): Promise<void> {
  const tables = await tablesOf(db);
  const { rows } = await sql<{ ours: boolean }>`select to_regclass('public.kysely_migration') is not null as ours`.execute(db);
  if (tables.length > 0 && !rows[0].ours) throw notEmpty("a database with tables of something else");
  for (const { name } of tables) {
    const filled = await sql`select from ${sql.table(name)} limit 1`.execute(db);
    if (filled.rows.length > 0) throw notEmpty(`a database whose table ${name} has rows`);
  }
}

/** Takes away what this made, or an opening of a database that then held nothing. */
async function wipe(db: Db): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('drop table %I cascade', tablename) as statement from pg_tables where schemaname = 'public'
    union all select format('drop function %s cascade', p.oid::regprocedure) from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`.execute(db);
  for (const { statement } of rows) await sql.raw(statement).execute(db);
}

/** What is known of the bytes that went through. */
class Watched {
  readonly #hash = createHash("sha256");
  bytes = 0;

  async *through(bytes: AsyncIterable<Uint8Array>, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.#hash.update(chunk);
      this.bytes += chunk.length;
      onBytes(chunk.length);
      yield chunk;
    }
  }

  agrees(part: ManifestPart): boolean {
    return this.bytes === part.bytes && this.#hash.digest("hex") === part.sha256;
  }
}

async function writeFileOf(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    for await (const chunk of bytes) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** One restore on its way. */
class Restore {
  readonly #manifest: Manifest;
  readonly #spool: string;
  readonly #onProgress: (share: number) => void;
  #done = 0;

  constructor(manifest: Manifest, spool: string, onProgress: (share: number) => void) {
    this.#manifest = manifest;
    this.#spool = spool;
    this.#onProgress = onProgress;
  }

  async #take(db: Db, tables: ReadonlyMap<string, Table>, expected: ManifestPart, { name, bytes }: Part): Promise<void> {
    if (name !== expected.name) throw damaged(`${name} where ${expected.name} should be`);
    const all = this.#manifest.parts.reduce((sum, part) => sum + part.bytes, 1);
    const watched = new Watched();
    const through = watched.through(bytes, (count) => this.#onProgress((this.#done += count) / all));
    const table = tables.get(TABLE_PART.exec(name)?.[1] ?? "");
    const file = SPOOL_PART.exec(name)?.[1];
    if (table !== undefined) {
      const rows = await withinRoom(this.#spool, () => loadTable(db, table, through)).catch((cause: unknown) => {
        throw cause instanceof StoreError ? cause : damaged(`${name} does not fit its table`, cause);
      });
      if (rows !== expected.rows) throw damaged(`${name} has ${rows} rows`);
    } else if (file !== undefined) await writeFileOf(join(this.#spool, file), through);
    else throw damaged(`${name}, which is no part of one`);
    if (!watched.agrees(expected)) throw damaged(`${name} is not what was saved`);
  }

  /** Takes all parts in. Call in a transaction. */
  async takeAll(db: Db, parts: AsyncIterator<Part>): Promise<void> {
    const tables = new Map((await tablesOf(db)).map((table) => [table.name, table]));
    const listed = new Set(this.#manifest.parts.map(({ name }) => name));
    for (const name of tables.keys())
      if (!LEFT_OUT.includes(name) && !listed.has(`tables/${name}.ndjson`)) throw damaged(`the table ${name} is missing`);
    for (const expected of this.#manifest.parts) {
      const next = await parts.next();
      if (next.done === true) throw damaged(`${expected.name} is missing`);
      await this.#take(db, tables, expected, next.value);
    }
    if ((await parts.next()).done !== true) throw damaged("more parts than it names");
  }
}

/** Fills an empty database and the folder that becomes the spool. */
async function fill(database: Database, manifest: Manifest, parts: AsyncIterator<Part>, options: RestoreOptions): Promise<void> {
  const [coming, spool] = [join(options.dataDir, "spool.coming"), join(options.dataDir, "spool")];
  await rm(coming, { recursive: true, force: true });
  await mkdir(coming, { mode: 0o700 });
  try {
    await wipe(database.db);
    await migrate(database.db, manifest.schema);
    const restore = new Restore(manifest, coming, options.onProgress ?? (() => undefined));
    await database.db.transaction().execute(async (tx) => {
      await restore.takeAll(tx, parts);
      await rm(spool, { recursive: true, force: true }); // It is there, and empty.
      await rename(coming, spool);
    });
    await migrate(database.db);
  } catch (cause) {
    for (const folder of [coming, spool]) await rm(folder, { recursive: true, force: true });
    await wipe(database.db).catch(() => undefined);
    throw cause;
  }
}

async function intoServer(url: string, manifest: Manifest, parts: AsyncIterator<Part>, options: RestoreOptions): Promise<void> {
  const database = await openServer(url);
  try {
    await refuseFilled(database.db);
    await fill(database, manifest, parts, options);
  } finally {
    await database.close();
  }
}

async function intoFolder(manifest: Manifest, parts: AsyncIterator<Part>, options: RestoreOptions): Promise<void> {
  const { dataDir } = options;
  try {
    const database = await openEmbedded(dataDir);
    try {
      await fill(database, manifest, parts, options);
      database.finished();
    } finally {
      await database.close();
    }
  } catch (cause) {
    for (const name of ["database", "database.json", "spool"]) await rm(join(dataDir, name), { recursive: true, force: true });
    throw cause;
  }
}

async function first(parts: AsyncIterator<Part>): Promise<Manifest> {
  const head = await parts.next();
  if (head.done === true || head.value.name !== MANIFEST) throw damaged(`no ${MANIFEST} at its head`);
  const manifest = await readManifest(head.value.bytes).catch((cause: unknown) => {
    throw cause instanceof StoreError ? cause : damaged(`a ${MANIFEST} that cannot be read`, cause);
  });
  if (isStep(manifest.schema)) return manifest;
  throw new StoreError(
    "newer-schema",
    `the backup is of a newer version of Vigie (${manifest.schema}): restore it with that one`,
  );
}

/**
 * Restores an event as it was backed up; codes sign in as before, sessions are over. Secret and key are not in a backup.
 * @throws StoreError `not-empty`, `newer-schema`, `backup-damaged`, `no-room`, `database-unreachable`; StoreLockedError where a process runs there.
 */
export async function restoreBackup(asked: RestoreOptions): Promise<void> {
  const options = { ...asked, dataDir: resolve(asked.dataDir) };
  const { dataDir, databaseUrl: url = null } = options;
  const isNew = !existsSync(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const parts = options.parts[Symbol.asyncIterator]();
  const lock = await lockDataDir(dataDir);
  try {
    await refuseHeld(dataDir);
    const manifest = await first(parts);
    const bytes = manifest.parts.reduce((sum, part) => sum + part.bytes, url === null ? EMBEDDED_BYTES : 0);
    await refuseWithoutRoom(dataDir, bytes);
    await (url === null ? intoFolder(manifest, parts, options) : intoServer(url, manifest, parts, options));
  } catch (cause) {
    await parts.return?.();
    throw cause;
  } finally {
    lock.release();
    if (isNew && (await readdir(dataDir)).length === 0) await rm(dataDir, { recursive: true });
  }
}
