/** Codes of many teams at once, as a sheet is printed. */
import { sql } from "kysely";
import { newCode, secretHash } from "../access-code.ts";
import type { PersonRole } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import type { TeamProfile } from "../event-contract.ts";
import { tell } from "./changes.ts";
import { codeId, codesTurn } from "./sessions.ts";
import { profileOf } from "./team-profile.ts";

async function endOld(db: Db, teams: readonly string[]): Promise<void> {
  const ids = sql`array(select id from codes where role = 'participant' and revoked_at is null and team_id = any(${[...teams]}::text[]))`;
  await sql`delete from sessions where code_id = any(${ids})`.execute(db);
  await sql`update codes set revoked_at = now() where id = any(${ids})`.execute(db);
}

/** See `EventDesk.issueCodes`; a team that is named twice gets one. Call in a transaction. @throws StoreError `unknown-team`. */
export async function issueCodes(
  db: Db,
  asked: readonly string[],
  actor: string,
): Promise<readonly { readonly team: TeamProfile; readonly code: string }[]> {
  const teams = [...new Set(asked)];
  await codesTurn(db, "alone");
  const rows = await sql<
    Parameters<typeof profileOf>[0]
  >`select * from teams where id = any(${teams}::text[]) and erased_at is null`
    .execute(db)
    .then((found) => new Map(found.rows.map((row) => [row.id, row])));
  const issued = teams.map((id) => {
    const row = rows.get(id);
    if (row === undefined) throw new StoreError("unknown-team", `expected a team of this event; found ${JSON.stringify(id)}`);
    return { team: profileOf(row), code: newCode(), id: codeId("participant") };
  });
  if (issued.length === 0) return [];
  await endOld(db, teams);
  await db
    .insertInto("codes")
    .values(
      issued.map(({ team, code, id }) => ({
        ...{ id, role: "participant" as const, team_id: team.id },
        hash: secretHash(code.replaceAll("-", "")),
      })),
    )
    .execute();
  await db
    .insertInto("audit")
    .values(issued.map(({ team }) => ({ actor, act: "code.issued", subject: team.id, about: "{}" })))
    .execute();
  await tell(db, "access", "");
  return issued.map(({ team, code }) => ({ team, code }));
}

/** See `EventDesk.codes`. */
export async function readCodes(
  db: Db,
): Promise<readonly { readonly role: PersonRole; readonly team: string | null; readonly issuedAt: string }[]> {
  const rows = await db
    .selectFrom("codes")
    .select(["role", "team_id", "issued_at"])
    .where("revoked_at", "is", null)
    .orderBy("role")
    .orderBy("issued_at")
    .orderBy("id")
    .execute();
  return rows.map(({ role, team_id: team, issued_at: at }) => ({ role, team, issuedAt: at.toISOString() }));
}
