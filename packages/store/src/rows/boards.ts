/** What is written of boards outside of a ranking: nothing here computes places, so that nobody waits for that. */
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import { tell } from "./changes.ts";

/** Begins a challenge's board, with every team there is. Call in a transaction. */
export async function insertBoard(db: Db, challenge: string): Promise<void> {
  await db.insertInto("boards").values({ challenge_id: challenge }).execute();
  await sql`insert into board_rows (challenge_id, team_id, version) select ${challenge}, id, 0 from teams`.execute(db);
}

/** Gives a new team its row on every board. Call in a transaction. */
export async function insertOnBoards(db: Db, team: string): Promise<void> {
  const boards = await db.selectFrom("boards").select("challenge_id").orderBy("challenge_id").execute();
  for (const { challenge_id } of boards) {
    await sql`with board as (update boards set version = version + 1 where challenge_id = ${challenge_id} returning version)
      insert into board_rows (challenge_id, team_id, version) select ${challenge_id}, ${team}, version from board`.execute(db);
    await tell(db, "standings", challenge_id);
  }
}

/**
 * Has a team ranked soon, whose run in the revision has its verdict; where another revision counts, that one looked at, which
 * may be through. Call in the transaction that writes the verdict.
 */
export async function awaitRanking(db: Db, challenge: string, revision: number, team: string | null): Promise<void> {
  await sql`insert into board_waits (challenge_id, team_id)
    select id, case when revision = ${revision} then ${team} end from challenges
    where id = ${challenge} and (revision <> ${revision} or ${team !== null})`.execute(db);
}
