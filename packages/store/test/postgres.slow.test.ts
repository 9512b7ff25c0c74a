import { sql } from "kysely";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { backupConformance } from "./backup-conformance.ts";
import { openedEvent, stored } from "./event-fixture.ts";
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

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const result = await client.query(statement);
  await client.end();
  return result;
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

async function embedded(): Promise<OpenedForTest> {
  const dataDir = mkdtempSync(join(home, "data-"));
  const base = await openBase({ dataDir });
  return {
    store: judgeStoreOver(base),
    dataDir,
    sql: async (statement) => (await sql.raw(statement).execute(base.database.db)).rows,
    reopen: () => Promise.reject(new Error("not here")),
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

  const folder = () => join(home, `restored-${(databases += 1)}`);
  const onServerAgain = async () => ({ dataDir: folder(), databaseUrl: await freshDatabase() });
  describe("what every back end does", () => {
    backupConformance("PostgreSQL", open, onServerAgain);
    backupConformance("PostgreSQL to embedded", open, () => Promise.resolve({ dataDir: folder() }));
    backupConformance("embedded to PostgreSQL", embedded, onServerAgain);
  });

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

  test.each([
    ["ahead", 26],
    ["behind", -26],
  ])("a web server whose clock is hours %s counts, closes and dates by the database's", async (_, hours) => {
    const databaseUrl = await freshDatabase();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * 3_600_000 });
    const store = await openJudgeStore({ dataDir: mkdtempSync(join(home, "data-")), databaseUrl });
    try {
      const { rows } = await onServer(databaseUrl, "select clock_timestamp() as now");
      const now: number = rows[0].now.getTime();
      await openedEvent(store, {}, { timeZone: "UTC", closesAt: new Date(now + 3_600_000).toISOString() });
      const team = await store.createTeam({ name: "A", baseline: false });
      const { receivedAt } = await stored(store, team.id);
      expect(Math.abs(Date.parse(receivedAt) - now)).toBeLessThan(60_000);
      const day = await onServer(
        databaseUrl,
        "select day, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD') as own from submissions",
      );
      expect(day.rows.map((row) => row.day)).toEqual(day.rows.map((row) => row.own));
      expect(await store.attemptsLeftToday(team.id, "find-it")).toBe(19);
    } finally {
      vi.useRealTimers();
      await store.close();
    }
  });

  test("a new database over the spool of another event opens no event, and the start says what the spool holds", async () => {
    const dataDir = mkdtempSync(join(home, "data-"));
    const store = await openJudgeStore({ dataDir, databaseUrl: await freshDatabase() });
    await openedEvent(store);
    await stored(store, (await store.createTeam({ name: "A", baseline: false })).id);
    await store.close();
    const databaseUrl = await freshDatabase();
    await expect(openBase({ dataDir, databaseUrl })).rejects.toMatchObject({
      code: "damaged",
      held: { submissions: 1, teams: 1 },
    });
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
