import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/**
 * Takes turns at a challenge's revisions, to the end of the transaction: many feed one at once (a submission, a verdict),
 * but who begins a revision, or makes one count, is alone. Taken before any job is locked. No ranking holds it.
 */
export async function challengeTurn(db: Db, challenge: string, how: "together" | "alone"): Promise<void> {
  const lock = how === "alone" ? sql`pg_advisory_xact_lock` : sql`pg_advisory_xact_lock_shared`;
  await sql`select ${lock}(hashtextextended(${`turn of ${challenge}`}, 0))`.execute(db);
}
