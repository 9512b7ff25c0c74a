/** The end of a revision's way: once all its runs are judged, it counts, and so do all its verdicts at once. */
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Rank } from "../judge-contract.ts";
import { writeAudit } from "../rows/audit.ts";
import { tell } from "../rows/changes.ts";
import { comingRevision, countingRevision, endUnfinished } from "../rows/revisions.ts";
import { storeStandings } from "../rows/standings.ts";
import { boardRows } from "./board-rows.ts";
import { standingEntries } from "./standing-entries.ts";

const SPLITS_OF_A_REVISION = 2;

/** An error of ours keeps a revision back: it would take a verdict from a team. */
async function isThrough(db: Db, challenge: string, revision: number): Promise<boolean> {
  const { rows } = await sql<{ open: boolean; splits: number }>`
    select exists (select from runs where challenge_id = ${challenge} and revision = ${revision}
        and (state <> 'judged' or verdict = 'judge_error')) as open,
      (select count(*)::int from splits where challenge_id = ${challenge} and revision = ${revision}) as splits`.execute(db);
  return !rows[0].open && rows[0].splits === SPLITS_OF_A_REVISION;
}

/** Makes the coming revision the one that counts, if it is through. Call in a transaction, in the challenge's turn. */
export async function switchWhenThrough(db: Db, challenge: string, rank: Rank): Promise<void> {
  const coming = await comingRevision(db, challenge);
  if (coming === null || !(await isThrough(db, challenge, coming.revision))) return;
  const { revision, spec } = coming;
  const counted = await countingRevision(db, challenge);
  await endUnfinished(db, challenge, counted);
  await sql`update revisions set state = case when revision = ${revision} then 'current' else 'replaced' end
    where challenge_id = ${challenge} and revision in (${revision}, ${counted})`.execute(db);
  await sql`update challenges set revision = ${revision}, spec = ${JSON.stringify(spec)} where id = ${challenge}`.execute(db);
  await storeStandings(db, challenge, async () => boardRows(await standingEntries(db, challenge), rank, spec));
  const about = { version: spec.version, from: String(counted), to: String(revision) };
  await writeAudit(db, { actor: "store", act: "revision.switched", subject: challenge, about });
  await tell(db, "run", challenge);
}
