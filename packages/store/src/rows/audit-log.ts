import type { Db } from "../database/database.ts";
import type { AuditEntry, AuditWish } from "../event-contract.ts";

const MOST = 100;

/** See `EventDesk.auditLog`: newest first. A wish that names what cannot be finds nothing. */
export async function readAuditLog(db: Db, wish: AuditWish): Promise<readonly AuditEntry[]> {
  const { actor, act, subject, before, most = MOST } = wish;
  if (before !== undefined && !/^[0-9]{1,18}$/.test(before)) return [];
  let query = db
    .selectFrom("audit")
    .selectAll()
    .orderBy("id", "desc")
    .limit(Math.min(most, 10 * MOST));
  for (const [column, value] of [
    ["actor", actor],
    ["act", act],
    ["subject", subject],
  ] as const)
    if (value !== undefined) query = query.where(column, "=", value.replaceAll("\0", "\u2400"));
  if (before !== undefined) query = query.where("id", "<", before);
  const rows = await query.execute();
  return rows.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }));
}
