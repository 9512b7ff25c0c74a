import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "./database.ts";
import { openEmbedded } from "./embedded.ts";
import { openClock, rehearse } from "./event-clock.ts";

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

describe("in a rehearsal", () => {
  const FROM = Date.parse("2027-03-14T06:00:00Z");
  const SPEED = 1000;
  /** What asking the database may be off by, of this machine's time. */
  const SLACK_MS = 100;
  const sqlNow = async (): Promise<number> => {
    const { rows } = await sql<{ ms: number }>`select (extract(epoch from event_now()) * 1000)::float8 as ms`.execute(
      database.db,
    );
    return rows[0].ms;
  };
  /** How far the two clocks of one event are apart, in milliseconds of this machine. */
  const apart = async (now: () => number): Promise<number> => {
    const [before, there, after] = [now(), await sqlNow(), now()];
    return Math.max(0, before - there, there - after) / SPEED;
  };
  beforeAll(() => withOffset(0));

  test("time begins where it is told to and runs so fast, for the database and this process alike", async () => {
    const began = performance.now();
    await rehearse(database.db, { from: FROM, speed: SPEED });
    const clock = await openClock(database);
    const [at, first, now] = [performance.now(), clock.now(), performance.now()];
    expect(first).toBeGreaterThanOrEqual(FROM);
    expect(first).toBeLessThanOrEqual(FROM + (now - began) * SPEED + SLACK_MS * SPEED);
    await new Promise((done) => setTimeout(done, 200));
    const [later, second, end] = [performance.now(), clock.now(), performance.now()];
    expect(second - first).toBeGreaterThan((later - now - SLACK_MS) * SPEED);
    expect(second - first).toBeLessThan((end - at + SLACK_MS) * SPEED);
    expect(await apart(() => clock.now())).toBeLessThan(SLACK_MS);
    clock.close();
  });

  test("what is written without a time of its own bears the event's; what came in time is not taken for a wrong clock's", async () => {
    const { db } = database;
    const clock = await openClock(database);
    await db.insertInto("audit").values({ actor: "a", act: "looked", subject: "s", about: "{}" }).execute();
    const { at } = await db.selectFrom("audit").select("at").where("act", "=", "looked").executeTakeFirstOrThrow();
    expect(at.getTime()).toBeGreaterThan(FROM);
    expect(at.getTime()).toBeLessThan(clock.now() + SLACK_MS * SPEED);
    const received = new Date(clock.now()).toISOString();
    await sql`insert into submissions (id, team_id, challenge_id, attempt, received_at, day, counted, digest, sent_digest, bytes, files, format, language)
      values ('rehearsed', 't', 'c', 9, ${received}, '2027-03-14', true, 'd', 'd', 1, 1, 'zip', 'python')`.execute(db);
    clock.close();
    const again = await openClock(database);
    const { received_at: kept } = await db
      .selectFrom("submissions")
      .select("received_at")
      .where("id", "=", "rehearsed")
      .executeTakeFirstOrThrow();
    expect(kept.toISOString()).toBe(received);
    again.close();
  });

  test("it may begin again at another time and speed, as a copy does once it is made", async () => {
    await rehearse(database.db, { from: FROM + 86_400_000, speed: 1 });
    const clock = await openClock(database);
    expect(Math.abs(clock.now() - FROM - 86_400_000)).toBeLessThan(60_000);
    clock.close();
  });
});
