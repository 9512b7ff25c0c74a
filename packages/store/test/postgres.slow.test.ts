import { sql } from "kysely";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openedEvent } from "./event-fixture.ts";
import { postgresPrograms, startPostgres, type PrivatePostgres } from "./private-postgres.ts";
import { storeConformance, type OpenedForTest } from "./store-conformance.ts";
import type { Change } from "../src/contract.ts";
import { judgeStoreOver, openJudgeStore } from "../src/judge/open.ts";
import { openBase } from "../src/open-base.ts";

const bin = postgresPrograms();
const home = mkdtempSync(join(tmpdir(), "vigie-store-"));
let cluster: PrivatePostgres;
let databases = 0;

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function freshDatabase(): Promise<string> {
  const name = `vigie_${(databases += 1)}`;
  await administer(`create database ${name}`);
  return cluster.url(name);
}

async function open(): Promise<OpenedForTest> {
  const databaseUrl = await freshDatabase();
  const dataDir = mkdtempSync(join(home, "data-"));
  let base = await openBase({ dataDir, databaseUrl });
  return {
    store: judgeStoreOver(base),
    dataDir,
    sql: async (statement) => (await sql.raw(statement).execute(base.database.db)).rows,
    reopen: async () => {
      await base.store.close();
      base = await openBase({ dataDir, databaseUrl });
      return judgeStoreOver(base);
    },
    dispose: () => base.store.close(),
  };
}

// Named as skipped where Debian's `postgresql` is not installed.
describe.skipIf(bin === null)("on PostgreSQL", () => {
  beforeAll(() => void (cluster = startPostgres(bin ?? "")));
  afterAll(() => {
    cluster.stop();
    rmSync(home, { recursive: true, force: true });
  });

  storeConformance("PostgreSQL", open);

  test("two processes share one database and hear of each other's changes", async () => {
    const databaseUrl = await freshDatabase();
    const dataDir = mkdtempSync(join(home, "data-"));
    const [web, worker] = await Promise.all([openJudgeStore({ dataDir, databaseUrl }), openJudgeStore({ dataDir, databaseUrl })]);
    const heard: Change[] = [];
    worker.onChange((change) => void heard.push(change));
    await openedEvent(web);
    await expect.poll(() => heard.map((change) => change.kind)).toContain("job");
    expect(await worker.event()).not.toBeNull();
    await web.close();
    await worker.close();
  });

  test("a broken connection is made anew, and boards are told that they may have missed something", async () => {
    const databaseUrl = await freshDatabase();
    const store = await openJudgeStore({ dataDir: mkdtempSync(join(home, "data-")), databaseUrl });
    await openedEvent(store);
    const heard: Change[] = [];
    store.onChange((change) => void heard.push(change));
    await administer(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname is not null and pid <> pg_backend_pid()",
    );
    await expect.poll(() => heard.map((change) => change.kind), { timeout: 60_000 }).toContain("standings");
    expect(await store.event()).not.toBeNull();
    await store.close();
  });

  test("a server that is not there is told without its password", async () => {
    const options = { dataDir: join(home, "none"), databaseUrl: "postgres://vigie:s3cret@127.0.0.1:9/none" };
    const error = await openBase(options).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: "database-unreachable" });
    expect(String(error)).not.toContain("s3cret");
  });
});
