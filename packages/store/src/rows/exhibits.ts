import type { Exhibit } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/** The exhibit of a subject in the challenge's counting revision, or null. */
export async function readExhibit(db: Db, challenge: string, subject: number): Promise<Exhibit | null> {
  const { rows } = await sql<{ body: Exhibit }>`
    select e.body from exhibits e join challenges c on c.id = e.challenge_id and c.revision = e.revision
    where c.id = ${challenge} and e.subject = ${subject}`.execute(db);
  return rows.at(0)?.body ?? null;
}

/** Those of the subjects that have no exhibit in the revision that a job is of. */
export async function withoutExhibit(db: Db, job: string, subjects: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{ wanted: number }>`
    select wanted from unnest(${[...subjects]}::integer[]) as wanted where not exists (
      select from exhibits e join jobs j on j.challenge_id = e.challenge_id and j.revision = e.revision
      where j.id = ${job} and e.subject = wanted)`.execute(db);
  return rows.map(({ wanted }) => wanted);
}

/** Keeps the first of each subject. */
export async function writeExhibits(db: Db, challenge: string, revision: number, exhibits: readonly Exhibit[]): Promise<void> {
  for (const exhibit of exhibits)
    await sql`insert into exhibits (challenge_id, revision, subject, body)
      values (${challenge}, ${revision}, ${exhibit.subject}, ${JSON.stringify(exhibit)}) on conflict do nothing`.execute(db);
}
