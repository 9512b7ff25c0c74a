/**
 * Brings spool and database together when a store opens. A spooled submission without rows gets them again, and is judged
 * as if it had just come; one whose archive is gone or cut short is told in the audit log (its run will fail, and end as
 * an error of ours). Rows that cannot be made, since their team or challenge is unknown here, are told too. Nothing is deleted.
 */
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { attemptTurn } from "../rows/attempts.ts";
import { writeAudit } from "../rows/audit.ts";
import { dropArchives } from "../rows/erase-team.ts";
import { insertSubmission } from "../rows/insert-submission.ts";
import type { SpoolRecord } from "./record.ts";
import type { Spool } from "./spool.ts";

const ACTOR = "store";

async function tellOnce(db: Kysely<Tables>, act: string, subject: string): Promise<void> {
  const known = await db
    .selectFrom("audit")
    .select("id")
    .where("actor", "=", ACTOR)
    .where("act", "=", act)
    .where("subject", "=", subject)
    .executeTakeFirst();
  if (!known) await writeAudit(db, { actor: ACTOR, act, subject });
}

async function restore(db: Kysely<Tables>, record: SpoolRecord): Promise<void> {
  const team = await db.selectFrom("teams").select("id").where("id", "=", record.team).executeTakeFirst();
  const challenge = await db.selectFrom("challenges").select("id").where("id", "=", record.challenge).executeTakeFirst();
  if (!team || !challenge) {
    await tellOnce(db, "spool.unknown-team-or-challenge", record.id);
    return;
  }
  await db.transaction().execute(async (tx) => {
    await attemptTurn(tx, record.team, record.challenge);
    await insertSubmission(tx, record);
    await writeAudit(tx, { actor: ACTOR, act: "spool.restored", subject: record.id });
  });
}

/** @param when.graceMs records younger than this are another process's, on their way into a shared database. */
export async function reconcile(
  db: Kysely<Tables>,
  spool: Spool,
  { now, graceMs }: { readonly now: number; readonly graceMs: number },
): Promise<void> {
  await dropArchives(db, spool);
  const { whole, unreadable } = await spool.records();
  const rows = await db
    .selectFrom("submissions")
    .innerJoin("teams", "teams.id", "submissions.team_id")
    .select(["submissions.id", "format", "bytes", "erased_at"])
    .execute();
  const known = new Set(rows.map((row) => row.id));
  for (const record of whole) {
    // By the file, for what came slowly, or counts from an instant that was kept, was received long before it was kept.
    if (known.has(record.id) || (await spool.ageMs(record)) < graceMs) continue;
    // What a clock dated ahead of its time was received by now.
    await restore(db, Date.parse(record.receivedAt) > now ? { ...record, receivedAt: new Date(now).toISOString() } : record);
  }
  for (const name of unreadable) await tellOnce(db, "spool.unreadable-record", name);
  for (const row of rows.filter(({ erased_at: erased }) => erased === null))
    if (!(await spool.has(row))) await tellOnce(db, "spool.archive-missing", row.id);
}
