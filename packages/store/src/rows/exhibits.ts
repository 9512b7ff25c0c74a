import type { Exhibit } from "@vigie/spec";
import type { Db } from "../database/database.ts";

/** The exhibit of a subject in the challenge's counting revision, or null. */
export async function readExhibit(db: Db, challenge: string, subject: number): Promise<Exhibit | null> {
  const row = await db
    .selectFrom("exhibits")
    .innerJoin("challenges", (join) =>
      join.onRef("challenges.id", "=", "challenge_id").onRef("challenges.revision", "=", "exhibits.revision"),
    )
    .select("body")
    .where("challenge_id", "=", challenge)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row?.body ?? null;
}

/** Those of the subjects that have no exhibit in a revision. */
export async function withoutExhibit(
  db: Db,
  challenge: string,
  revision: number,
  subjects: readonly number[],
): Promise<readonly number[]> {
  if (subjects.length === 0) return [];
  const query = db.selectFrom("exhibits").select("subject").where("challenge_id", "=", challenge);
  const rows = await query.where("revision", "=", revision).where("subject", "in", subjects).execute();
  const there = new Set(rows.map(({ subject }) => subject));
  return subjects.filter((subject) => !there.has(subject));
}

/** Keeps the first of each subject. */
export async function writeExhibits(db: Db, challenge: string, revision: number, exhibits: readonly Exhibit[]): Promise<void> {
  if (exhibits.length === 0) return;
  const rows = exhibits.map((exhibit) => ({
    challenge_id: challenge,
    revision,
    subject: exhibit.subject,
    body: JSON.stringify(exhibit),
  }));
  await db
    .insertInto("exhibits")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
