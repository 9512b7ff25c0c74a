import type { Db } from "../database/database.ts";

export interface AuditEntry {
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  readonly about?: Readonly<Record<string, string>>;
}

/** PostgreSQL's text holds no NUL. */
function text(value: string): string {
  return value.replaceAll("\0", "\u2400");
}

/** Appends to the audit log, which a trigger keeps from being changed. */
export async function writeAudit(db: Db, entry: AuditEntry): Promise<void> {
  const row = {
    actor: text(entry.actor),
    act: text(entry.act),
    subject: text(entry.subject),
    about: JSON.stringify(entry.about ?? {}),
  };
  await db.insertInto("audit").values(row).execute();
}
