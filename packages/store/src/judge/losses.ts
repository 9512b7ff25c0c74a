/** Jobs on which workers were lost: tried again, and after the third an error of ours, which only an organizer retries. */
import type { Reason, Verdict } from "@vigie/spec";
import { sql, type Kysely } from "kysely";
import type { Db } from "../database/database.ts";
import type { Tables } from "../database/tables.ts";
import type { Claim } from "../judge-contract.ts";
import { writeAudit } from "../rows/audit.ts";
import { awaitRanking } from "../rows/boards.ts";
import { challengeTurn } from "../rows/challenge-turn.ts";
import { tell } from "../rows/changes.ts";
import { countingRevision } from "../rows/revisions.ts";
import { holdClaim, MOST_LOSSES } from "./claim.ts";

/** Ends a job that lost its last worker. */
async function giveUp(
  db: Db,
  job: { readonly id: string; readonly challenge_id: string; readonly run_id: string | null },
  why: string,
): Promise<void> {
  await sql`update jobs set state = 'failed', token = null, lease_until = null, losses = ${MOST_LOSSES}, note = ${why.slice(0, 500)} where id = ${job.id}`.execute(
    db,
  );
  await writeAudit(db, { actor: "store", act: "job.given-up", subject: job.run_id ?? job.id, about: { why: why.slice(0, 500) } });
  if (job.run_id === null) {
    await tell(db, "job", job.challenge_id);
    return;
  }
  const run = await db
    .updateTable("runs")
    .set({
      state: "judged",
      verdict: sql<Verdict>`coalesce(verdict, 'judge_error')`, // Of a rerun what it had stands.
      reason: sql<Reason>`coalesce(reason, 'judge_error')`,
      judged_at: sql<Date>`coalesce(judged_at, event_now())`,
    })
    .where("id", "=", job.run_id)
    .returning(["team_id", "submission_id", "revision"])
    .executeTakeFirstOrThrow();
  if (run.revision !== (await countingRevision(db, job.challenge_id))) return;
  await tell(db, "run", job.challenge_id, run.team_id, run.submission_id);
  await awaitRanking(db, job.challenge_id, run.revision, run.team_id);
}

const LOST = sql`state = 'working' and lease_until < now() and losses >= ${MOST_LOSSES - 1}`;

/** Ends every job whose third worker died. */
export async function buryLost(db: Kysely<Tables>): Promise<void> {
  const lost = await sql<{ id: string }>`select id from jobs where ${LOST}`.execute(db);
  for (const { id } of lost.rows) {
    await db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string; challenge_id: string; run_id: string | null; worker: string | null }>`
        select id, challenge_id, run_id, worker from jobs where id = ${id} and ${LOST} for update skip locked`.execute(tx);
      for (const job of rows) await giveUp(tx, job, `${MOST_LOSSES} workers died, the last one ${job.worker ?? "unknown"}`);
    });
  }
}

/** Puts a claimed job back. Call in a transaction. */
export async function releaseClaim(
  db: Db,
  claim: Claim,
  why: string,
  loss: "counts" | "none",
): Promise<"again" | "given-up" | "lost"> {
  await challengeTurn(db, claim.challenge.id, "together");
  if ((await holdClaim(db, claim)) === null) return "lost";
  const counted = loss === "counts" ? 1 : 0;
  const { rows } = await sql<{ id: string; challenge_id: string; run_id: string | null; losses: number }>`
    update jobs set state = 'queued', token = null, lease_until = null, losses = losses + ${counted}, note = ${why.replaceAll("\0", "").slice(0, 500)}
    where id = ${claim.job} returning id, challenge_id, run_id, losses`.execute(db);
  const [job] = rows;
  if (job.losses >= MOST_LOSSES) {
    await giveUp(db, job, why.replaceAll("\0", ""));
    return "given-up";
  }
  if (job.run_id !== null)
    await sql`update runs set state = case when verdict is null then 'queued' else 'judged' end, started_at = null
      where id = ${job.run_id}`.execute(db);
  await tell(db, "job", job.challenge_id);
  return "again";
}
