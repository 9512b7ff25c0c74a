/**
 * PGlite: PostgreSQL in this process, on one directory, through the same `pg` pool as a server.
 *
 * It runs with fsync off, so a power cut may take its last rows: the spool brings submissions back. The first start
 * makes the database, which may be cut short: `database.json` beside it says that it was finished. One without it is
 * moved aside, never deleted, and made again; nothing was acknowledged from it.
 */
import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import { Kysely, PostgresDialect } from "kysely";
import { existsSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { StoreDamagedError } from "../errors.ts";
import { CHANNEL, type Database } from "./database.ts";
import type { Tables } from "./tables.ts";

const NEEDED = ["PG_VERSION", "base", "global/pg_control", "pg_wal"];

/** Whether a database was made here and finished. */
export function isFinished(dataDir: string): boolean {
  return existsSync(join(dataDir, "database.json"));
}

function inspect(dataDir: string, folder: string): void {
  const finished = isFinished(dataDir);
  if (!existsSync(folder)) {
    if (finished) throw new StoreDamagedError(dataDir, "no folder named database");
    return;
  }
  if (!finished) {
    if (readdirSync(folder).length > 0) renameSync(folder, `${folder}.unfinished-${Date.now()}`);
    return;
  }
  const missing = NEEDED.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) throw new StoreDamagedError(dataDir, `a database without ${missing.join(", ")}`);
}

async function ready(dataDir: string, folder: string): Promise<PGlite> {
  try {
    const lite = new PGlite(folder);
    await lite.waitReady;
    return lite;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : JSON.stringify(cause);
    throw new StoreDamagedError(dataDir, `a database that does not open (${message})`, { cause });
  }
}

/** Opens (or makes) the embedded database. The caller holds the data directory's lock. @throws StoreDamagedError. */
export async function openEmbedded(dataDir: string): Promise<Database & { finished(): void }> {
  const folder = join(dataDir, "database");
  inspect(dataDir, folder);
  const lite = await ready(dataDir, folder);
  // The one connection stays: ending it would end the database's session.
  const pool = new pg.Pool(Object.assign(createPgConfig(lite), { max: 1, idleTimeoutMillis: 0 }));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    shared: false,
    listen: async (listener) => {
      await lite.listen(CHANNEL, listener);
    },
    finished: () => {
      const file = join(dataDir, "database.json");
      if (!existsSync(file))
        writeFileSync(file, `${JSON.stringify({ database: "pglite", madeAt: new Date().toISOString() })}\n`, { mode: 0o600 });
    },
    close: async () => {
      await db.destroy();
      await lite.close();
    },
  };
}
