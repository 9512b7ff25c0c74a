/**
 * The event's time: the database's, whatever the clocks of the machines say on which web and workers run.
 *
 * Theory. The database is asked once every ten seconds what time it is; in between the time goes on by this process's
 * monotonic clock, which no hand can set. So a web server an hour ahead counts and closes as its database does, and a
 * clock that somebody sets right is right here within ten seconds. Where the database's own clock was ahead and is set
 * back, what was received meanwhile lies in the future: it is then as if it had been received at that moment, so that no
 * attempt stays on a day that has not come. In a rehearsal the database's time of the event runs faster, and this one with it.
 */
import { sql } from "kysely";
import type { EventClock } from "../contract.ts";
import { eventDay } from "../event-day.ts";
import { timeZoneOf } from "../rows/attempts.ts";
import { writeAudit } from "../rows/audit.ts";
import type { Database, Db } from "./database.ts";

const ASK_EVERY_MS = 10_000;
/** Set back further than this, a clock was wrong before. */
const SET_BACK_MS = 60_000;

export interface OpenClock extends EventClock {
  close(): void;
}

/** The event's time, and how many milliseconds of it go by in one: 1, but in a rehearsal. */
async function databaseTime(db: Db): Promise<{ readonly ms: number; readonly scale: number }> {
  const { rows } = await sql<{ ms: number; scale: number }>`
    select (extract(epoch from event_now()) * 1000)::float8 as ms, coalesce((select scale from event_clock), 1) as scale`.execute(
    db,
  );
  return rows[0];
}

/** Has the event's time begin at an instant and run so many times as fast, until the database is wiped: for copies alone. */
export async function rehearse(db: Db, { from, speed }: { readonly from: number; readonly speed: number }): Promise<void> {
  await db.deleteFrom("event_clock").execute();
  const row = { base: sql<Date>`clock_timestamp()`, starts: new Date(from), scale: speed };
  await db.insertInto("event_clock").values(row).execute();
}

/** Gives submissions of a future that was a wrong clock's to this moment. */
async function mendFuture(db: Db, now: Date): Promise<void> {
  const day = eventDay(now, await timeZoneOf(db));
  const late = new Date(now.getTime() + SET_BACK_MS).toISOString();
  const { rows } = await sql<{ id: string }>`
    update submissions set received_at = ${now.toISOString()}, day = ${day} where received_at > ${late} returning id`.execute(db);
  for (const { id } of rows) await writeAudit(db, { actor: "store", act: "clock.mended", subject: id });
}

/** Starts the clock of an open database. */
export async function openClock({ db }: Database): Promise<OpenClock> {
  let base = 0;
  let at = 0;
  let scale = 1;
  const now = (): number => base + (performance.now() - at) * scale;
  const ask = async (): Promise<void> => {
    const before = now();
    const asked = performance.now();
    const found = await databaseTime(db);
    const answered = performance.now();
    at = (asked + answered) / 2;
    [base, scale] = [found.ms, found.scale];
    if (before - found.ms > SET_BACK_MS * scale) await mendFuture(db, new Date(found.ms));
  };
  await ask();
  await mendFuture(db, new Date(base));
  let asking = false;
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    void ask()
      .catch(() => undefined) // The database is away; the time goes on without it.
      .finally(() => (asking = false));
  }, ASK_EVERY_MS);
  timer.unref();
  return { now: () => Math.round(now()), close: () => clearInterval(timer) };
}
