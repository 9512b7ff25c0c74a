/** Opening a data directory: the lock, the database, the schema, then spool and database brought together. */
import { sql } from "kysely";
import { chmodSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Change, EventClock, Store } from "./contract.ts";
import { migrate, type Database } from "./database/database.ts";
import { openClock, rehearse } from "./database/event-clock.ts";
import { isFinished, openEmbedded } from "./database/embedded.ts";
import { openServer } from "./database/server.ts";
import { lockDataDir, type DataDirLock } from "./data-dir-lock.ts";
import { StoreDamagedError } from "./errors.ts";
import { ChangeHub } from "./rows/changes.ts";
import { readChallenges, readEvent } from "./rows/event.ts";
import { reconcile } from "./spool/reconcile.ts";
import { Spool } from "./spool/spool.ts";
import { storeOver } from "./store.ts";

export interface OpenOptions {
  readonly dataDir: string;
  /** `postgres://…`; null or absent: the embedded database in the data directory. */
  readonly databaseUrl?: string | null;
  readonly onProgress?: (step: "opening" | "migrating" | "reconciling") => void;
  /** Of a copy of an event: its time begins at an instant, and runs so many times as fast, for good. */
  readonly rehearsal?: { readonly from: number; readonly speed: number };
}

/** A store, and beneath it what the judge's side needs too. */
export interface OpenedStore {
  readonly store: Store;
  readonly database: Database;
  readonly spool: Spool;
}

// On a shared database other processes may be receiving at this moment.
const SHARED_GRACE_MS = 60_000;
const SHARED_UPLOAD_MS = 3_600_000;

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    chmodSync(dataDir, 0o700);
  } catch (cause) {
    throw new StoreDamagedError(dataDir, cause instanceof Error ? cause.message : "something else", { cause });
  }
}

async function openDatabase(dataDir: string, url: string | null, onProgress: OpenOptions["onProgress"]): Promise<Database> {
  onProgress?.("opening");
  const embedded = url === null ? await openEmbedded(dataDir) : null;
  const database = embedded ?? (await openServer(url ?? ""));
  try {
    onProgress?.("migrating");
    await migrate(database.db);
    embedded?.finished();
    return database;
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

async function settle(database: Database, spool: Spool, clock: EventClock): Promise<void> {
  await spool.sweep(database.shared ? SHARED_UPLOAD_MS : 0);
  await reconcile(database.db, spool, { now: clock.now(), graceMs: database.shared ? SHARED_GRACE_MS : 0 });
  // This process alone has the embedded database: whoever held a lease is gone.
  if (database.shared) return;
  await sql`update jobs set lease_until = now() - interval '1 second' where state = 'working'`.execute(database.db);
  // A split that could not be made (a full disk) is tried anew: whoever starts again has mended what was in the way.
  await sql`update jobs set state = 'queued', losses = 0 where state = 'failed' and kind = 'prepare-split'`.execute(database.db);
}

/** What is kept is forgotten first, and once: who is told next may ask for it, or the database be away. */
async function missed(database: Database, hub: ChangeHub): Promise<void> {
  const tell = (kind: Change["kind"], challenge: string): void => hub.emit({ kind, challenge, team: null, submission: null });
  for (const kind of ["event", "access"] as const) tell(kind, "");
  for (const { id } of await readChallenges(database.db)) for (const kind of ["standings", "job"] as const) tell(kind, id);
}

/** An event's submissions without its database: a new event would hide them, and its codes would not be the printed ones. */
async function refuseLost(dataDir: string, spool: Spool, isThere: boolean): Promise<void> {
  const held = isThere ? null : await spool.holding();
  if (held === null) return;
  const error = new StoreDamagedError(dataDir, "the submissions of an event, and no database that knows them");
  error.held = held;
  throw error;
}

/** A store over a migrated database and the spool of a data directory, brought together; `closed` is called at its end. */
export async function overDatabase(database: Database, spool: Spool, closed: () => void): Promise<OpenedStore> {
  const hub = new ChangeHub();
  await database.listen((payload) => {
    if (payload !== null) hub.hear(payload);
    else missed(database, hub).catch(() => undefined);
  });
  const clock = await openClock(database);
  await settle(database, spool, clock);
  return { store: storeOver(database, spool, hub, clock, closed), database, spool };
}

async function begin(dataDir: string, lock: DataDirLock | null, options: OpenOptions): Promise<OpenedStore> {
  const spool = new Spool(join(dataDir, "spool"));
  const url = options.databaseUrl ?? null;
  await refuseLost(dataDir, spool, url !== null || isFinished(dataDir));
  const database = await openDatabase(dataDir, url, options.onProgress);
  try {
    await refuseLost(dataDir, spool, (await readEvent(database.db)) !== null);
    if (options.rehearsal !== undefined) await rehearse(database.db, options.rehearsal);
    options.onProgress?.("reconciling");
    return await overDatabase(database, spool, () => lock?.release());
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

/** Opens what both sides stand on. @throws StoreLockedError, StoreDamagedError, StoreError. */
export async function openBase(options: OpenOptions): Promise<OpenedStore> {
  const dataDir = resolve(options.dataDir);
  makeDataDir(dataDir);
  // A server keeps its own house: web and workers share the directory's spool.
  const lock = options.databaseUrl ? null : await lockDataDir(dataDir);
  try {
    return await begin(dataDir, lock, options);
  } catch (cause) {
    lock?.release();
    if (cause instanceof StoreDamagedError) cause.held ??= await new Spool(join(dataDir, "spool")).holding();
    throw cause;
  }
}
