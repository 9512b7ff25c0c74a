/** What organizers put right of single submissions: judged once more, withdrawn, an attempt given back. */
import type { Verdict } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import { writeAudit } from "./audit.ts";
import { awaitRanking } from "./boards.ts";
import { challengeTurn } from "./challenge-turn.ts";
import { tell } from "./changes.ts";

interface Corrected {
  readonly id: string;
  readonly team: string;
  readonly challenge: string;
  readonly revision: number;
}

/** Those that there are, in their challenges' turns; a team whose data were deleted has nothing that could be judged. */
async function known(db: Db, asked: readonly string[]): Promise<readonly Corrected[]> {
  const ids = [...new Set(asked)].filter((id) => !id.includes("\0"));
  const found = () =>
    sql<Corrected>`
    select s.id, s.team_id as team, s.challenge_id as challenge, c.revision
    from submissions s join challenges c on c.id = s.challenge_id join teams t on t.id = s.team_id
    where s.id = any(${ids}::text[]) and t.erased_at is null order by c.id, s.id`.execute(db);
  const first = await found();
  if (first.rows.length !== ids.length)
    throw new StoreError("unknown-submission", "expected submissions of this event whose code is kept; found another");
  for (const challenge of new Set(first.rows.map((row) => row.challenge))) await challengeTurn(db, challenge, "together");
  return (await found()).rows; // In their turn the revision that counts stays.
}

interface OldRun {
  readonly id: string;
  readonly split: string;
  readonly verdict: Verdict | null;
  readonly points: number | null;
  readonly state: string;
}

const saidOf = ({ verdict, points, state }: OldRun): string =>
  verdict === null ? state : points === null ? verdict : `${verdict} ${points}`;

/** Practice stands as when it came, with its job; the public run comes again once practice was accepted. Whoever has one in hand has lost it. */
async function judgeAnew(db: Db, { id, team, challenge, revision }: Corrected, actor: string): Promise<boolean> {
  // As everywhere: jobs are locked before runs.
  await sql`select from jobs j join runs r on r.id = j.run_id
    where r.submission_id = ${id} and r.revision = ${revision} order by j.id for update of j`.execute(db);
  const { rows } = await sql<OldRun>`select id, split, verdict, points, state from runs
    where submission_id = ${id} and revision = ${revision} and split in ('practice', 'public') order by split for update`.execute(
    db,
  );
  const [practice, hidden] = rows;
  if (practice.state !== "judged") return false; // It waits, or is in hand.
  await sql`delete from jobs where run_id = ${hidden?.id ?? ""}`.execute(db);
  await sql`delete from run_secrets where run_id = ${hidden?.id ?? ""}`.execute(db);
  await sql`delete from runs where id = ${hidden?.id ?? ""}`.execute(db);
  await sql`update runs set state = 'queued', verdict = null, reason = null, score = null, points = null, practice = null,
    receipt = null, queued_at = event_now(), started_at = null, judged_at = null where id = ${practice.id}`.execute(db);
  await sql`update jobs set state = 'queued', token = null, worker = null, lease_until = null, losses = 0, note = null,
    queued_at = event_now() where run_id = ${practice.id}`.execute(db);
  const about = { practice: saidOf(practice), public: hidden === undefined ? "none" : saidOf(hidden) };
  await writeAudit(db, { actor, act: "submission.rerun", subject: id, about });
  await tell(db, "job", challenge, team, id);
  await tell(db, "run", challenge, team, id);
  return true;
}

/** See `EventDesk.rerun`. Call in a transaction. @throws StoreError `unknown-submission`; then nothing was done. */
export async function rerun(db: Db, submissions: readonly string[], actor: string): Promise<number> {
  let anew = 0;
  for (const each of await known(db, submissions)) if (await judgeAnew(db, each, actor)) anew++;
  return anew;
}

/** See `EventDesk.withdraw`. Twice is once. Call in a transaction. @throws StoreError `unknown-submission`. */
export async function withdraw(db: Db, submission: string, actor: string, now: number): Promise<void> {
  const [{ id, team, challenge, revision }] = await known(db, [submission]);
  const { numUpdatedRows: updated } = await db
    .updateTable("submissions")
    .set({ withdrawn_at: new Date(now) })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (updated === 0n) return;
  await db.deleteFrom("choices").where("submission_id", "=", id).execute();
  await awaitRanking(db, challenge, revision, team);
  await writeAudit(db, { actor, act: "submission.withdrawn", subject: id });
  await tell(db, "run", challenge, team, id);
}

/** See `EventDesk.giveBack`: how many did not count any more. Call in a transaction. @throws StoreError `unknown-submission`. */
export async function giveBack(db: Db, submissions: readonly string[], actor: string, now: number): Promise<number> {
  let given = 0;
  for (const { id, team, challenge } of await known(db, submissions)) {
    const back = db.updateTable("submissions").set({ given_back_at: new Date(now) });
    const { numUpdatedRows: updated } = await back.where("id", "=", id).where("given_back_at", "is", null).executeTakeFirst();
    if (updated === 0n) continue;
    given++;
    await writeAudit(db, { actor, act: "submission.given-back", subject: id });
    await tell(db, "submission", challenge, team, id);
  }
  return given;
}
