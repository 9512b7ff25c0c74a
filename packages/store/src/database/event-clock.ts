/**
 * The event's time: the database's, whatever the clocks of the machines say on which web and workers run.
 *
 * Theory. The database is asked once every ten seconds what time it is; in between the time goes on by this process's
 * monotonic clock, which no hand can set. So a web server an hour ahead counts and closes as its database does, and a
 * clock that somebody sets right is right here within ten seconds. Where the database's own clock was ahead and is set
 * back, what was received meanwhile lies in the future: it is then as if it had been received at that moment, so that no
 * attempt stays on a day that has not come.
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

async function databaseTime(db: Db): Promise<number> {
  const { rows } = await sql<{ ms: number }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db);
  return rows[0].ms;
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
  const now = (): number => base + (performance.now() - at);
  const ask = async (): Promise<void> => {
    const before = now();
    const asked = performance.now();
    const found = await databaseTime(db);
    const answered = performance.now();
    at = (asked + answered) / 2;
    base = found;
    if (before - found > SET_BACK_MS) await mendFuture(db, new Date(found));
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
