import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Split } from "@vigie/spec";
import type { Db } from "../database/database.ts";
import { eventDay } from "../event-day.ts";
import type { SpoolRecord } from "../spool/record.ts";
import { timeZoneOf } from "./attempts.ts";
import { challengeTurn } from "./challenge-turn.ts";
import { tell } from "./changes.ts";
import { comingRevision, countingRevision } from "./revisions.ts";

export const runId = (submission: string, split: Split, revision: number): string =>
  `${submission}-${split}${revision === 0 ? "" : `-r${revision}`}`;

/** A run of a submission on a split in a revision of the challenge, and its job. Call in a transaction. */
export async function queueRun(
  db: Db,
  submission: { readonly id: string; readonly team: string; readonly challenge: string },
  split: Split,
  revision: number,
): Promise<void> {
  const run = {
    id: runId(submission.id, split, revision),
    submission_id: submission.id,
    team_id: submission.team,
    challenge_id: submission.challenge,
    split,
    revision,
  };
  await db
    .insertInto("runs")
    .values({ ...run, state: "queued" })
    .execute();
  const job = {
    id: randomUUID(),
    kind: "run" as const,
    challenge_id: submission.challenge,
    split,
    run_id: run.id,
    revision,
    state: "queued" as const,
  };
  await db.insertInto("jobs").values(job).execute();
  await tell(db, "job", submission.challenge, submission.team, submission.id);
}

/** A run that was judged waits once more; it says what it said until then. @returns false where there is none. Call in a transaction. */
export async function queueAgain(db: Db, run: string): Promise<boolean> {
  const { rows } = await sql`update jobs set state = 'queued', token = null, worker = null, lease_until = null, losses = 0,
    note = null, queued_at = event_now() where run_id = ${run} returning id`.execute(db);
  // Whose turn it is hangs on when a team's last run began; this one has not yet.
  await sql`update runs set started_at = null where id = ${run}`.execute(db);
  return rows.length > 0;
}

/** Takes a run away, with its job and what the judge keeps of it. Call in a transaction. */
export async function dropRun(db: Db, run: string): Promise<void> {
  for (const [table, column] of [
    ["jobs", "run_id"],
    ["run_secrets", "run_id"],
    ["runs", "id"],
  ])
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${run}`.execute(db);
}

/** Writes a spooled submission's rows: the submission, its practice run and job. Call in a transaction, in the team's turn. Does nothing when they stand there. */
export async function insertSubmission(db: Db, record: SpoolRecord): Promise<void> {
  const { rows } = await sql<{ attempt: number }>`
    select coalesce(max(attempt), 0) + 1 as attempt from submissions where team_id = ${record.team} and challenge_id = ${record.challenge}`.execute(
    db,
  );
  const { team, challenge, receivedAt, sentDigest, ...about } = record;
  const day = eventDay(new Date(receivedAt), await timeZoneOf(db));
  const row = {
    ...about,
    sent_digest: sentDigest ?? record.digest,
    team_id: team,
    challenge_id: challenge,
    attempt: rows[0].attempt,
    received_at: receivedAt,
    day,
  };
  const written = await db
    .insertInto("submissions")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!written) return;
  await challengeTurn(db, record.challenge, "together");
  await queueRun(db, record, "practice", await countingRevision(db, record.challenge));
  const coming = await comingRevision(db, record.challenge);
  if (coming !== null) await queueRun(db, record, "practice", coming.revision);
  await tell(db, "submission", record.challenge, record.team, record.id);
}
