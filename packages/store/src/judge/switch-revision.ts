/** The end of a revision's way: once all its runs are judged, it counts, and so do all its verdicts at once. */
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { RankingTask } from "../judge-contract.ts";
import { writeAudit } from "../rows/audit.ts";
import { tell } from "../rows/changes.ts";
import { comingRevision, countingRevision, endUnfinished } from "../rows/revisions.ts";

const SPLITS_OF_A_REVISION = 2;

/** An error of ours keeps a revision back: it would take a verdict from a team (not where the team's code was deleted). Errors are asked after only once nothing is open. */
export async function isThrough(db: Db, challenge: string, revision: number): Promise<boolean> {
  const { rows } = await sql<{ through: boolean }>`
    select case
      when exists (select from runs where challenge_id = ${challenge} and revision = ${revision} and state <> 'judged') then false
      when (select count(*) from splits where challenge_id = ${challenge} and revision = ${revision}) < ${SPLITS_OF_A_REVISION} then false
      else not exists (select from runs r join teams t on t.id = r.team_id
        where r.challenge_id = ${challenge} and r.revision = ${revision} and r.verdict = 'judge_error' and t.erased_at is null)
      end as through`.execute(db);
  return rows[0].through;
}

/** Whether a task's revision may still come to count: nothing came to it since. Call in the challenge's turn, alone. */
export async function maySwitch(db: Db, { challenge, revision, waits }: RankingTask): Promise<boolean> {
  if ((await comingRevision(db, challenge.id))?.revision !== revision || !(await isThrough(db, challenge.id, revision)))
    return false;
  const late = db.selectFrom("board_waits").select("id").where("challenge_id", "=", challenge.id).where("id", "not in", waits);
  return (await late.limit(1).executeTakeFirst()) === undefined;
}

/** Makes a task's revision the one that counts. Call in the transaction that stores its standings. */
export async function switchRevision(db: Db, { challenge: spec, revision }: RankingTask): Promise<void> {
  const challenge = spec.id;
  const counted = await countingRevision(db, challenge);
  await endUnfinished(db, challenge, counted);
  await sql`update revisions set state = case when revision = ${revision} then 'current' else 'replaced' end
    where challenge_id = ${challenge} and revision in (${revision}, ${counted})`.execute(db);
  await sql`update challenges set revision = ${revision}, spec = ${JSON.stringify(spec)} where id = ${challenge}`.execute(db);
  const about = { version: spec.version, from: String(counted), to: String(revision) };
  await writeAudit(db, { actor: "store", act: "revision.switched", subject: challenge, about });
  await tell(db, "event", challenge);
  await tell(db, "run", challenge);
}
