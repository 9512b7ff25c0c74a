import type { ChallengeSpec } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import { eventDay } from "../event-day.ts";
import { readEvent } from "./event.ts";

/** Without an event (tests, a bare store) days are counted in UTC. */
export async function timeZoneOf(db: Db): Promise<string> {
  return (await readEvent(db))?.timeZone ?? "UTC";
}

/** Takes the turn of a team at a challenge, to the end of the transaction: two submissions at once cannot both be the last attempt. */
export async function attemptTurn(db: Db, team: string, challenge: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`attempts of ${team} at ${challenge}`}, 0))`.execute(db);
}

/** Attempts left on the day of `now`; those that ended in an error of ours are given back, as are those that organizers gave back. */
export async function attemptsLeft(
  db: Db,
  team: string,
  challenge: Pick<ChallengeSpec, "id" | "attemptsPerDay">,
  now: Date,
): Promise<number> {
  const day = eventDay(now, await timeZoneOf(db));
  const { rows } = await sql<{ used: number }>`
    select count(*)::int as used from submissions s
    where s.challenge_id = ${challenge.id} and s.team_id = ${team} and s.day = ${day} and s.counted and s.given_back_at is null
      and not exists (select from runs r where r.submission_id = s.id and r.verdict = 'judge_error'
        and r.revision = (select c.revision from challenges c where c.id = s.challenge_id))`.execute(db);
  return Math.max(0, challenge.attemptsPerDay - rows[0].used);
}
