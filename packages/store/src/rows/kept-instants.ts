/**
 * When uploads came that were refused for load: a team that sent in time must not miss the lock because the server was busy.
 * Its next upload to the challenge, within ten minutes, counts from the earliest; with the one that is taken they are spent.
 */
import type { Db } from "../database/database.ts";

const KEPT_MS = 10 * 60_000;

/** See `TeamDesk.keepInstant`. */
export async function keepInstant(db: Db, team: string, challenge: string, arrivedAt: number): Promise<void> {
  const [of, oldest] = [{ team_id: team, challenge_id: challenge }, new Date(arrivedAt - KEPT_MS)];
  const theirs = db.deleteFrom("kept_instants").where("team_id", "=", team).where("challenge_id", "=", challenge);
  await theirs.where("arrived_at", "<", oldest).execute();
  await db
    .insertInto("kept_instants")
    .values({ ...of, arrived_at: new Date(arrivedAt) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The earliest that is no older than ten minutes when the next upload comes; null of none. */
export async function keptInstant(db: Db, team: string, challenge: string, arrivedAt: number): Promise<number | null> {
  const row = await db
    .selectFrom("kept_instants")
    .select("arrived_at")
    .where("team_id", "=", team)
    .where("challenge_id", "=", challenge)
    .where("arrived_at", ">=", new Date(arrivedAt - KEPT_MS))
    .where("arrived_at", "<=", new Date(arrivedAt))
    .orderBy("arrived_at")
    .executeTakeFirst();
  return row?.arrived_at.getTime() ?? null;
}

/** Whether it was not spent meanwhile. */
export async function isInstantKept(db: Db, team: string, challenge: string, at: string): Promise<boolean> {
  const theirs = db.selectFrom("kept_instants").select("team_id").where("team_id", "=", team);
  return (
    (await theirs.where("challenge_id", "=", challenge).where("arrived_at", "=", new Date(at)).executeTakeFirst()) !== undefined
  );
}

/** Call in the transaction that stores the upload. */
export async function spendInstants(db: Db, team: string, challenge: string): Promise<void> {
  await db.deleteFrom("kept_instants").where("team_id", "=", team).where("challenge_id", "=", challenge).execute();
}
