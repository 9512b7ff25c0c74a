/** Embedded databases for tests. Making one takes seconds, copying one that was made and migrated does not. */
import { sql } from "kysely";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, type Database } from "../src/database/database.ts";
import { openEmbedded } from "../src/database/embedded.ts";
import { judgeStoreOver } from "../src/judge/open.ts";
import { openBase, overDatabase } from "../src/open-base.ts";
import { Spool } from "../src/spool/spool.ts";
import type { OpenedForTest } from "./opened-for-test.ts";

/** One database for all that conform, emptied for each: opening one costs more than most of these tests. */
class SharedDatabase {
  readonly #fresh: () => string;
  #database: Database | null = null;
  #heard: (payload: string | null) => void = () => undefined;

  constructor(fresh: () => string) {
    this.#fresh = fresh;
  }

  async emptied(): Promise<Database> {
    if (this.#database === null) {
      this.#database = await openEmbedded(this.#fresh());
      await this.#database.listen((payload) => this.#heard(payload));
    }
    const { db } = this.#database;
    const tables = await sql<{ name: string }>`
      select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(
      db,
    );
    // The audit log refuses it else.
    await sql.raw("set session_replication_role = replica").execute(db);
    await sql.raw(`truncate ${tables.rows.map(({ name }) => name).join(", ")} restart identity cascade`).execute(db);
    await sql.raw("set session_replication_role = origin").execute(db);
    return {
      ...this.#database,
      listen: (listener) => Promise.resolve(void (this.#heard = listener)),
      close: () => Promise.resolve(),
    };
  }

  /** The next one is another: this one's schema was changed by a test. */
  async close(): Promise<void> {
    await this.#database?.close();
    this.#database = null;
  }
}

/** A folder for the databases of one file of tests. */
export class EmbeddedPlace {
  readonly home = mkdtempSync(join(tmpdir(), "vigie-store-"));
  readonly #template = join(this.home, "template");
  readonly #shared = new SharedDatabase(() => this.freshDataDir());
  #copies = 0;

  /** Before anything else. */
  async make(): Promise<void> {
    await (await openBase({ dataDir: this.#template })).store.close();
  }

  async close(): Promise<void> {
    await this.#shared.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** A folder that is not there yet. */
  nowhere(): string {
    return join(this.home, `place-${(this.#copies += 1)}`);
  }

  freshDataDir(): string {
    const dataDir = this.nowhere();
    cpSync(this.#template, dataDir, { recursive: true });
    return dataDir;
  }

  async open(): Promise<OpenedForTest> {
    const dataDir = mkdtempSync(join(this.home, "conforms-"));
    const [database, spool] = [await this.#shared.emptied(), new Spool(join(dataDir, "spool"))];
    const open = async () => {
      await migrate(database.db);
      return judgeStoreOver(await overDatabase(database, spool, () => undefined));
    };
    let [store, spent] = [await open(), false];
    return {
      store,
      dataDir,
      sql: async (statement) => {
        spent ||= /\b(?:alter|drop) /iu.test(statement);
        return (await sql.raw(statement).execute(database.db)).rows;
      },
      reopen: async () => {
        await store.close();
        return (store = await open());
      },
      dispose: async () => {
        await store.close();
        if (spent) await this.#shared.close();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  }
}
