/** Writing a result, in one transaction that first checks that the claim still stands. */
import { roundedScore, type Judgement } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Claim, JudgedRun, PreparedSplit } from "../judge-contract.ts";
import { awaitRanking } from "../rows/boards.ts";
import { challengeTurn } from "../rows/challenge-turn.ts";
import { tell } from "../rows/changes.ts";
import { writeExhibits } from "../rows/exhibits.ts";
import { dropRun, queueAgain, queueRun, runId } from "../rows/insert-submission.ts";
import { StoreError } from "../errors.ts";
import { replicateBytes } from "./replicates.ts";

interface DoneJob {
  readonly revision: number;
  readonly run_id: string | null;
}

/** Ends a claim's job; null when the claim was lost. */
async function finishJob(db: Db, claim: Claim): Promise<DoneJob | null> {
  const { rows } = await sql<DoneJob>`update jobs set state = 'done', token = null, lease_until = null
    where id = ${claim.job} and token = ${claim.token} and state = 'working' returning revision, run_id`.execute(db);
  return rows.at(0) ?? null;
}

/** See `JudgeStore.completePreparation`. Call in a transaction. */
export async function completePreparation(db: Db, claim: Claim, result: PreparedSplit): Promise<boolean> {
  if (claim.kind !== "prepare-split")
    throw new StoreError("wrong-kind", "expected the claim of a prepare-split job; found one of a run");
  await challengeTurn(db, claim.challenge.id, "together");
  const done = await finishJob(db, claim);
  if (done === null) return false;
  const { revision } = done;
  const found = { inputs_digest: result.inputsDigest, labels_commitment: result.labelsCommitment, subjects: result.subjects };
  const row = { challenge_id: claim.challenge.id, split: claim.split, revision, ...found };
  // What an event was prepared with stays: teams were judged on it.
  await db
    .insertInto("splits")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tell(db, "job", claim.challenge.id);
  // A coming revision that nobody has submitted to is through with its splits.
  await awaitRanking(db, claim.challenge.id, revision, null);
  return true;
}

/** Of a hidden split only what the challenge's precision lets through; the rest goes to the judge's own table. */
async function writeRun(db: Db, claim: Claim, run: string, { judgement, receipt }: JudgedRun): Promise<void> {
  const hidden = claim.split !== "practice";
  const accepted = judgement.verdict === "accepted" ? judgement.score : null;
  const shown = accepted && hidden ? roundedScore(accepted, claim.challenge) : accepted;
  await db
    .updateTable("runs")
    .set({
      state: "judged",
      verdict: judgement.verdict,
      reason: hidden ? judgement.verdict : judgement.reason,
      score: shown ? JSON.stringify(shown) : null,
      points: shown?.points ?? null,
      receipt: receipt === undefined ? null : JSON.stringify(receipt),
      practice: hidden || !judgement.practice ? null : JSON.stringify(judgement.practice),
      judged_at: sql<Date>`event_now()`,
    })
    .where("id", "=", run)
    .execute();
  if (!hidden) return;
  await db.deleteFrom("run_secrets").where("run_id", "=", run).execute(); // Of a rerun.
  if (!accepted) return;
  const secret = { run_id: run, score: JSON.stringify(accepted), replicates: replicateBytes(judgement.replicates) };
  await db.insertInto("run_secrets").values(secret).execute();
}

interface ClaimedRun {
  readonly claim: Claim;
  readonly submission: NonNullable<Claim["submission"]>;
  readonly revision: number;
}

/** A verdict that ends a submission's way moves the board; an accepted practice run only opens the next one. Of a rerun that one is there. */
async function follow(db: Db, run: ClaimedRun, { verdict }: Judgement): Promise<void> {
  const { claim, submission, revision } = run;
  const challenge = claim.challenge.id;
  const next = runId(submission.id, "public", revision);
  if (claim.split === "practice" && verdict === "accepted") {
    if (await queueAgain(db, next)) await tell(db, "job", challenge, submission.team, submission.id);
    else await queueRun(db, { id: submission.id, team: submission.team, challenge }, "public", revision);
    return;
  }
  if (claim.split === "practice") await dropRun(db, next);
  if (claim.split === "final") return;
  await awaitRanking(db, challenge, revision, submission.team);
}

/** See `JudgeStore.completeRun`. Call in a transaction. @throws StoreError `no-score` for an accepted run without one. */
export async function completeRun(db: Db, claim: Claim, result: JudgedRun): Promise<boolean> {
  const { judgement } = result;
  const { submission } = claim;
  if (!submission) throw new StoreError("wrong-kind", "expected the claim of a run; found one of a prepare-split job");
  if (judgement.verdict === "accepted" && !judgement.score) throw new StoreError("no-score", "an accepted run needs a score");
  await challengeTurn(db, claim.challenge.id, "together");
  const { revision, run_id: run } = (await finishJob(db, claim)) ?? {};
  if (revision === undefined || !run) return false;
  await writeRun(db, claim, run, result);
  if (claim.split === "practice") await writeExhibits(db, claim.challenge.id, revision, result.exhibits ?? []);
  await follow(db, { claim, submission, revision }, judgement);
  await tell(db, "run", claim.challenge.id, submission.team, submission.id);
  return true;
}
