import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "./database.ts";
import { openEmbedded } from "./embedded.ts";
import { openClock } from "./event-clock.ts";

const dir = mkdtempSync(join(tmpdir(), "vigie-clock-"));
let database: Awaited<ReturnType<typeof openEmbedded>>;

beforeAll(async () => {
  database = await openEmbedded(dir);
  await migrate(database.db);
}, 60_000);

afterAll(async () => {
  await database.close();
  rmSync(dir, { recursive: true });
});

/** A database of another time than this machine's. */
async function withOffset(minutes: number): Promise<void> {
  await sql`create schema if not exists skewed`.execute(database.db);
  await sql`create or replace function skewed.clock_timestamp() returns timestamptz language sql as
    ${sql.lit(`select pg_catalog.clock_timestamp() + interval '${minutes} minutes'`)}`.execute(database.db);
  await sql`set search_path = skewed, pg_catalog, public`.execute(database.db);
}

test("the time is the database's, whatever this machine's clock says", async () => {
  await withOffset(-90);
  const clock = await openClock(database);
  expect(Math.abs(clock.now() - (Date.now() - 90 * 60_000))).toBeLessThan(5_000);
  clock.close();
});

test("what a clock that ran ahead put on a day that has not come counts today once the clock is right", async () => {
  const { db } = database;
  await withOffset(0);
  await sql`insert into challenges (id, position, spec) values ('c', 0, '{}')`.execute(db);
  await sql`insert into teams (id, name, name_key, baseline) values ('t', 'T', 't', false)`.execute(db);
  const submitted = (id: string, attempt: number, ahead: string) =>
    sql`
    insert into submissions (id, team_id, challenge_id, attempt, received_at, day, counted, digest, sent_digest, bytes, files, format, language)
    select ${id}, 't', 'c', ${attempt}, at, to_char(at at time zone 'UTC', 'YYYY-MM-DD'), true, 'd', 'd', 1, 1, 'zip', 'python'
    from (select clock_timestamp() + ${ahead}::interval as at) as dated`.execute(db);
  await submitted("past", 1, "-26 hours");
  await submitted("ahead", 2, "26 hours");
  const clock = await openClock(database);
  const { rows } = await sql<{ id: string; day: string; early: boolean }>`
    select id, day, received_at <= clock_timestamp() as early from submissions order by attempt`.execute(db);
  const day = (hours: number) => new Date(clock.now() + hours * 3_600_000).toISOString().slice(0, 10);
  expect(rows).toEqual([
    { id: "past", day: day(-26), early: true },
    { id: "ahead", day: day(0), early: true },
  ]);
  expect(await db.selectFrom("audit").select(["act", "subject"]).execute()).toEqual([{ act: "clock.mended", subject: "ahead" }]);
  clock.close();
});
