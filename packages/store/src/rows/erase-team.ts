/**
 * Deleting what is kept of a team: its name, its codes, reports and logs here, its archives in the spool after that. Digests,
 * verdicts and scores stay, under a name that is nobody's, so that the result can still be checked.
 *
 * Invariants. Nothing of it waits to be judged any more, for its code will be gone; in every revision that comes it stands
 * as it did (`carryErased`). Archives that a crash left are deleted at the next start.
 */
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Spool } from "../spool/spool.ts";
import { writeAudit } from "./audit.ts";
import { touchOnBoards } from "./boards.ts";
import { challengeTurn } from "./challenge-turn.ts";
import { tell } from "./changes.ts";
import { carryErased, comingRevision, countingRevision } from "./revisions.ts";
import { readTeamRow } from "./team-profile.ts";
import { namesTurn } from "./teams.ts";

const WITHDRAWN = "Withdrawn team / Équipe retirée";

const NAMELESS = {
  ...{ name: WITHDRAWN, key: null, language: null, division: null, reason: null, named: true, hidden: false },
  ...{ consented_at: null },
};

/** What waits or is in hand ends where it is: practice without a verdict of its own, a public run as if it had never come. */
async function endRuns(db: Db, team: string, challenge: string): Promise<void> {
  const [counting, coming] = [await countingRevision(db, challenge), await comingRevision(db, challenge)];
  const open = sql`select r.id from runs r where r.team_id = ${team} and r.challenge_id = ${challenge} and r.state <> 'judged'`;
  await sql`delete from jobs where state in ('queued', 'working') and run_id in (select id from runs
    where team_id = ${team} and challenge_id = ${challenge})`.execute(db);
  await sql`update runs set state = 'judged', verdict = 'judge_error', reason = 'judge_error', judged_at = event_now()
    where id in (${open}) and split = 'practice' and revision = ${counting}`.execute(db);
  await sql`delete from runs where id in (${open})`.execute(db);
  if (coming === null) return;
  await sql`delete from run_secrets where run_id in (select id from runs
    where team_id = ${team} and challenge_id = ${challenge} and revision = ${coming.revision})`.execute(db);
  await sql`delete from jobs where run_id in (select id from runs
    where team_id = ${team} and challenge_id = ${challenge} and revision = ${coming.revision})`.execute(db);
  await sql`delete from runs where team_id = ${team} and challenge_id = ${challenge} and revision = ${coming.revision}`.execute(
    db,
  );
  await carryErased(db, challenge, counting, coming.spec, coming.revision);
  await sql`insert into board_waits (challenge_id) values (${challenge})`.execute(db); // It may be through by that.
}

async function endCodes(db: Db, team: string): Promise<void> {
  await sql`delete from sessions where code_id in (select id from codes where team_id = ${team})`.execute(db);
  await sql`update codes set revoked_at = coalesce(revoked_at, now()) where team_id = ${team}`.execute(db);
  await tell(db, "access", "");
}

/** See `EventDesk.eraseTeam`; twice is once. Call in a transaction, then `dropArchives`. @throws StoreError `unknown-team`. */
export async function eraseTeam(db: Db, team: string, actor: string, now: number): Promise<void> {
  await namesTurn(db);
  if ((await readTeamRow(db, team)).erased_at !== null) return;
  const challenges = await db.selectFrom("challenges").select("id").orderBy("id").execute();
  for (const { id } of challenges) await challengeTurn(db, id, "alone");
  await db
    .updateTable("teams")
    .set({ ...NAMELESS, name_key: `withdrawn ${team}`, erased_at: new Date(now) })
    .where("id", "=", team)
    .execute();
  for (const { id } of challenges) await endRuns(db, team, id);
  await sql`update runs set practice = null where team_id = ${team} and practice is not null`.execute(db);
  await db.deleteFrom("kept_instants").where("team_id", "=", team).execute();
  await endCodes(db, team);
  await touchOnBoards(db, [team], true);
  for (const { id } of challenges) await tell(db, "run", id, team);
  await writeAudit(db, { actor, act: "team.erased", subject: team });
}

/** Deletes the archives of teams that were erased. */
export async function dropArchives(db: Db, spool: Spool): Promise<void> {
  const rows = await db
    .selectFrom("submissions")
    .innerJoin("teams", "teams.id", "submissions.team_id")
    .select(["submissions.id", "submissions.format"])
    .where("teams.erased_at", "is not", null)
    .execute();
  for (const row of rows) await spool.drop(row);
}
