/** What is written of boards outside of a ranking: nothing here computes places, so that nobody waits for that. */
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import { tell } from "./changes.ts";

/** Begins a challenge's board, with every team there is. Call in a transaction. */
export async function insertBoard(db: Db, challenge: string): Promise<void> {
  await db.insertInto("boards").values({ challenge_id: challenge }).execute();
  await sql`insert into board_rows (challenge_id, team_id, version) select ${challenge}, id, 0 from teams`.execute(db);
}

/** Makes the next version of every board, and does something to each with it. Call in a transaction. */
async function nextVersion(db: Db, work: (challenge: string, version: number, touches: number) => Promise<unknown>) {
  const boards = await db.selectFrom("boards").select("challenge_id").orderBy("challenge_id").execute();
  for (const { challenge_id: challenge } of boards) {
    const { version, touches } = await db
      .updateTable("boards")
      .set({ version: sql`version + 1`, touches: sql`touches + 1` })
      .where("challenge_id", "=", challenge)
      .returning(["version", "touches"])
      .executeTakeFirstOrThrow();
    await work(challenge, version, touches);
    await tell(db, "standings", challenge);
  }
}

/** Gives new teams their rows on every board. Call in a transaction. */
export async function insertOnBoards(db: Db, teams: readonly string[]): Promise<void> {
  await nextVersion(db, (challenge, version, touched) =>
    sql`insert into board_rows (challenge_id, team_id, version, touched)
      select ${challenge}, id, ${version}, ${touched} from unnest(${[...teams]}::text[]) as new (id)`.execute(db),
  );
}

/** Shows what organizers changed of teams on every board; where that moves places, they are ranked anew. Call in a transaction. */
export async function touchOnBoards(db: Db, teams: readonly string[], moves: boolean): Promise<void> {
  await nextVersion(db, async (challenge, version, touched) => {
    await sql`update board_rows set version = ${version}, touched = ${touched}
      where challenge_id = ${challenge} and team_id = any(${[...teams]}::text[])`.execute(db);
    if (!moves) return;
    await sql`insert into board_waits (challenge_id, team_id) select ${challenge}, id from unnest(${[...teams]}::text[]) as moved (id)`.execute(
      db,
    );
    await tell(db, "job", challenge);
  });
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
