/**
 * What organizers put right of single submissions: judged once more, withdrawn and put back, an attempt given back.
 *
 * A rerun queues the jobs again and leaves the runs as they were judged: boards, choices and the team's rank stand on the
 * verdicts that there are until the new ones take their places.
 */
import type { Verdict } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import { writeAudit } from "./audit.ts";
import { awaitRanking } from "./boards.ts";
import { challengeTurn } from "./challenge-turn.ts";
import { tell } from "./changes.ts";
import { dropRun, queueAgain } from "./insert-submission.ts";

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
  readonly job: string;
  readonly is_open: boolean;
}

const saidOf = ({ verdict, points }: OldRun): string =>
  verdict === null ? "none" : points === null ? verdict : `${verdict} ${points}`;

/** Practice is queued as when it came; the public run follows once it was accepted. Whoever has that one in hand has lost it. */
async function judgeAnew(db: Db, { id, team, challenge, revision }: Corrected, actor: string): Promise<boolean> {
  const { rows } = await sql<OldRun>`
    select r.id, r.split, r.verdict, r.points, j.id as job, j.state in ('queued', 'working') as is_open
    from jobs j join runs r on r.id = j.run_id
    where r.submission_id = ${id} and r.revision = ${revision} and r.split in ('practice', 'public')
    order by r.split for update of j`.execute(db);
  const [practice, hidden] = rows;
  if (practice.is_open) return false; // It waits, or is in hand.
  if (hidden?.verdict === null) await dropRun(db, hidden.id);
  else if (hidden?.is_open)
    await sql`update jobs set state = 'done', token = null, lease_until = null where id = ${hidden.job}`.execute(db);
  await queueAgain(db, practice.id);
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

/**
 * See `EventDesk.withdraw` and `putBack`. Twice is once. What a team chose stays chosen, and counts again with it. Call in a
 * transaction. @param at when it is withdrawn; null: it is put back. @throws StoreError `unknown-submission`.
 */
export async function withdraw(db: Db, submission: string, actor: string, at: Date | null): Promise<void> {
  const [{ id, team, challenge, revision }] = await known(db, [submission]);
  const { numUpdatedRows: updated } = await db
    .updateTable("submissions")
    .set({ withdrawn_at: at })
    .where("id", "=", id)
    .where("withdrawn_at", at === null ? "is not" : "is", null)
    .executeTakeFirst();
  if (updated === 0n) return;
  await awaitRanking(db, challenge, revision, team);
  await writeAudit(db, { actor, act: at === null ? "submission.put-back" : "submission.withdrawn", subject: id });
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
