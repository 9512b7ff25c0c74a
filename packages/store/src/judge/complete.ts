/** Writing a result, in one transaction that first checks that the claim still stands. */
import { roundedScore, type Judgement } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Claim, JudgeStore } from "../judge-contract.ts";
import { tell } from "../rows/changes.ts";
import { queueRun } from "../rows/insert-submission.ts";
import { countingRevision } from "../rows/revisions.ts";
import { emptyRow, standingsTurn, storeStandings } from "../rows/standings.ts";
import { StoreError } from "../errors.ts";
import { holdClaim } from "./claim.ts";
import { replicateBytes } from "./replicates.ts";
import { roundedRow } from "./rounding.ts";
import { standingEntries } from "./standing-entries.ts";
import { switchWhenThrough } from "./switch-revision.ts";

type Rank = Parameters<JudgeStore["completeRun"]>[2];
type Result = Parameters<JudgeStore["completePreparation"]>[1];
type Verdict = Parameters<JudgeStore["completeRun"]>[1];

async function finishJob(db: Db, claim: Claim): Promise<void> {
  await sql`update jobs set state = 'done', token = null, lease_until = null where id = ${claim.job}`.execute(db);
}

/** See `JudgeStore.completePreparation`. Call in a transaction. */
export async function completePreparation(db: Db, claim: Claim, result: Result): Promise<boolean> {
  if (claim.kind !== "prepare-split")
    throw new StoreError("wrong-kind", "expected the claim of a prepare-split job; found one of a run");
  await standingsTurn(db, claim.challenge.id);
  const revision = await holdClaim(db, claim);
  if (revision === null) return false;
  const found = { inputs_digest: result.inputsDigest, labels_commitment: result.labelsCommitment, accounts: result.accounts };
  const row = { challenge_id: claim.challenge.id, split: claim.split, revision, ...found };
  await db
    .insertInto("splits")
    .values(row)
    .onConflict((conflict) => conflict.columns(["challenge_id", "split", "revision"]).doUpdateSet(found))
    .execute();
  await finishJob(db, claim);
  await tell(db, "job", claim.challenge.id);
  // Where submissions wait for this revision it is not through yet; without any there is nothing to rank.
  await switchWhenThrough(db, claim.challenge.id, (entries) => entries.map(({ team }) => emptyRow(team)));
  return true;
}

/** Of a hidden split only what the challenge's precision lets through; the rest goes to the judge's own table. */
async function writeRun(db: Db, claim: Claim, { judgement, receipt }: Verdict): Promise<void> {
  const hidden = claim.split !== "practice";
  const accepted = judgement.verdict === "accepted" ? judgement.score : null;
  const shown = accepted && hidden ? roundedScore(accepted, claim.challenge) : accepted;
  const run = await db
    .updateTable("runs")
    .set({
      ...{ state: "judged", verdict: judgement.verdict, reason: hidden ? judgement.verdict : judgement.reason },
      ...{ score: shown ? JSON.stringify(shown) : null, points: shown?.points ?? null },
      receipt: receipt === undefined ? null : JSON.stringify(receipt),
      practice: hidden || !judgement.practice ? null : JSON.stringify(judgement.practice),
      judged_at: sql<Date>`clock_timestamp()`,
    })
    .where("id", "=", sql<string>`(select run_id from jobs where id = ${claim.job})`)
    .returning("id")
    .executeTakeFirstOrThrow();
  if (!accepted || !hidden) return;
  const secret = { run_id: run.id, score: JSON.stringify(accepted), replicates: replicateBytes(judgement.replicates) };
  await db.insertInto("run_secrets").values(secret).execute();
}

/** A verdict that ends a submission's way moves the board; an accepted practice run only opens the next one. */
async function follow(
  db: Db,
  claim: Claim,
  submission: NonNullable<Claim["submission"]>,
  judgement: Judgement,
  rank: Rank,
  revision: number,
): Promise<void> {
  const challenge = claim.challenge.id;
  if (claim.split === "practice" && judgement.verdict === "accepted") {
    await queueRun(db, { id: submission.id, team: submission.team, challenge }, "public", revision);
    return;
  }
  if (claim.split === "final") return;
  if (revision !== (await countingRevision(db, challenge))) {
    await switchWhenThrough(db, challenge, rank);
    return;
  }
  await storeStandings(db, challenge, async () =>
    rank(await standingEntries(db, challenge)).map((row) => roundedRow(row, claim.challenge)),
  );
}

/** See `JudgeStore.completeRun`. Call in a transaction. @throws StoreError `no-score` for an accepted run without one. */
export async function completeRun(db: Db, claim: Claim, result: Verdict, rank: Rank): Promise<boolean> {
  const { judgement } = result;
  if (!claim.submission) throw new StoreError("wrong-kind", "expected the claim of a run; found one of a prepare-split job");
  if (judgement.verdict === "accepted" && !judgement.score) throw new StoreError("no-score", "an accepted run needs a score");
  await standingsTurn(db, claim.challenge.id);
  const revision = await holdClaim(db, claim);
  if (revision === null) return false;
  await writeRun(db, claim, result);
  await finishJob(db, claim);
  await tell(db, "run", claim.challenge.id, claim.submission.team, claim.submission.id);
  await follow(db, claim, claim.submission, judgement, rank, revision);
  return true;
}
