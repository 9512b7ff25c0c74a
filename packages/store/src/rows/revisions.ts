/**
 * Versions of a challenge, changed while the event runs.
 *
 * Theory. Each version that was ever judged is a revision: splits, runs and jobs carry its number, and the challenge's row
 * says which one counts. A new version is prepared and judged beside the old one, behind everything that teams wait for.
 * Readers look at the counting revision alone, so that nobody sees a verdict of the new one before all of them are there;
 * then one transaction, which stores their standings too, changes the number. Old runs stay as they were. All of it is rows: a process that dies loses nothing.
 *
 * Invariants. At most one revision is on its way. A submission has a run in the counting revision and in the coming one.
 * Whoever begins, ends or feeds a revision takes its turn at the challenge (`challengeTurn`) before any job is locked.
 */
import type { ChallengeSpec } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import { writeAudit } from "./audit.ts";
import { challengeTurn } from "./challenge-turn.ts";
import { readChallenge } from "./event.ts";
import { queuePreparation } from "./queue-preparation.ts";

/** The revision that counts. @throws where the challenge is unknown. */
export async function countingRevision(db: Db, challenge: string): Promise<number> {
  const row = await db.selectFrom("challenges").select("revision").where("id", "=", challenge).executeTakeFirstOrThrow();
  return row.revision;
}

/** The revision that is judged in the background, or null. */
export async function comingRevision(db: Db, challenge: string): Promise<{ revision: number; spec: ChallengeSpec } | null> {
  const query = db.selectFrom("revisions").select(["revision", "spec"]).where("challenge_id", "=", challenge);
  return (await query.where("state", "=", "judging").executeTakeFirst()) ?? null;
}

/** Ends what is unfinished of a revision; verdicts stay. A worker that holds such a job has lost its claim. */
export async function endUnfinished(db: Db, challenge: string, revision: number): Promise<void> {
  await sql`delete from jobs where challenge_id = ${challenge} and revision = ${revision}
    and (state in ('queued', 'working') or (kind = 'prepare-split' and state = 'failed'))`.execute(db);
  await sql`delete from runs where challenge_id = ${challenge} and revision = ${revision} and state <> 'judged'`.execute(db);
}

async function dropComing(db: Db, challenge: string): Promise<void> {
  const coming = await comingRevision(db, challenge);
  if (coming === null) return;
  await endUnfinished(db, challenge, coming.revision);
  await sql`update revisions set state = 'dropped' where challenge_id = ${challenge} and revision = ${coming.revision}`.execute(
    db,
  );
}

/**
 * Runs of teams whose code was deleted cannot be judged anew: they stand in the revision as they stood before. With their
 * replicates only where those of the others will be as many.
 */
export async function carryErased(db: Db, challenge: string, from: number, to: ChallengeSpec, revision: number): Promise<void> {
  await sql`insert into runs (id, submission_id, team_id, challenge_id, split, revision, state, verdict, reason, score, points, receipt, queued_at, started_at, judged_at)
    select r.submission_id || '-' || r.split || ${`-r${revision}`}, r.submission_id, r.team_id, r.challenge_id, r.split, ${revision},
      r.state, r.verdict, r.reason, r.score, r.points, r.receipt, r.queued_at, r.started_at, r.judged_at
    from runs r join teams t on t.id = r.team_id
    where r.challenge_id = ${challenge} and r.revision = ${from} and r.split <> 'final' and r.state = 'judged' and t.erased_at is not null
    on conflict do nothing`.execute(db);
  await sql`insert into run_secrets (run_id, score, replicates)
    select r.submission_id || '-' || r.split || ${`-r${revision}`}, s.score, s.replicates
    from run_secrets s join runs r on r.id = s.run_id join teams t on t.id = r.team_id
    where r.challenge_id = ${challenge} and r.revision = ${from} and r.split <> 'final' and t.erased_at is not null
      and length(s.replicates) = ${8 * to.interval.resamples} on conflict do nothing`.execute(db);
}

async function queueAll(db: Db, challenge: string, revision: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into runs (id, submission_id, team_id, challenge_id, split, revision, state)
    select s.id || ${`-practice-r${revision}`}, s.id, s.team_id, s.challenge_id, 'practice', ${revision}, 'queued'
    from submissions s join teams t on t.id = s.team_id
    where s.challenge_id = ${challenge} and t.erased_at is null returning id`.execute(db);
  await sql`insert into jobs (id, kind, challenge_id, split, run_id, revision, state)
    select gen_random_uuid()::text, 'run', r.challenge_id, r.split, r.id, r.revision, 'queued'
    from runs r where r.challenge_id = ${challenge} and r.revision = ${revision}`.execute(db);
  return rows.length;
}

/** See `Store.beginRevision`. Call in a transaction. @throws StoreError `unknown-challenge`. */
export async function beginRevision(db: Db, spec: ChallengeSpec, actor: string): Promise<{ revision: number; runs: number }> {
  const challenge = spec.id;
  const before = await readChallenge(db, challenge);
  await challengeTurn(db, challenge, "alone");
  await dropComing(db, challenge);
  const counting = await countingRevision(db, challenge);
  const kept = { challenge_id: challenge, revision: counting, spec: JSON.stringify(before), state: "current" as const };
  await db
    .insertInto("revisions")
    .values(kept)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { rows } = await sql<{ next: number }>`
    select max(revision) + 1 as next from revisions where challenge_id = ${challenge}`.execute(db);
  const revision = rows[0].next;
  const coming = { challenge_id: challenge, revision, spec: JSON.stringify(spec), state: "judging" as const };
  await db.insertInto("revisions").values(coming).execute();
  await queuePreparation(db, challenge, revision);
  const runs = await queueAll(db, challenge, revision);
  await carryErased(db, challenge, counting, spec, revision);
  const about = { from: before.version, to: spec.version, revision: String(revision), runs: String(runs) };
  await writeAudit(db, { actor, act: "revision.begun", subject: challenge, about });
  return { revision, runs };
}

/** How far the coming revision is: its submissions, how many of them are through, and how many ended in an error of ours. */
export async function readRevision(db: Db, challenge: string) {
  const { version } = await readChallenge(db, challenge);
  const revision = await countingRevision(db, challenge);
  const coming = await comingRevision(db, challenge);
  if (coming === null) return { revision, version, coming: null };
  const { rows } = await sql<{ all: number; open: number; errors: number }>`
    select count(*) filter (where split = 'practice')::int as all,
      count(distinct submission_id) filter (where state <> 'judged')::int as open,
      count(*) filter (where verdict = 'judge_error' and t.erased_at is null)::int as errors
    from runs join teams t on t.id = team_id where challenge_id = ${challenge} and revision = ${coming.revision}`.execute(db);
  const [{ all, open, errors }] = rows;
  return {
    revision,
    version,
    coming: { revision: coming.revision, version: coming.spec.version, submissions: all, judged: all - open, errors },
  };
}
