import { sql } from "kysely";
import { randomBytes } from "node:crypto";
import { newCode, newToken, normalCode, secretHash } from "../access-code.ts";
import type { PersonRole, Viewer } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import { tell } from "./changes.ts";
import { readTeam } from "./teams.ts";

const SESSION_DAYS = { cookie: 7, token: 30 } as const;

interface ViewerRow {
  readonly code_id: string;
  readonly role: PersonRole;
  readonly team_id: string | null;
  readonly team_name: string | null;
  readonly team_baseline: boolean | null;
}

function viewerOf(row: ViewerRow): Viewer {
  const team =
    row.team_id === null || row.team_name === null
      ? null
      : { id: row.team_id, name: row.team_name, baseline: row.team_baseline === true };
  return { role: row.role, team, actor: row.code_id };
}

/** Takes turns at codes, to the end of the transaction: who makes one for an owner, or alone, for many. */
export async function codesTurn(db: Db, how: "together" | "alone"): Promise<void> {
  const lock = how === "alone" ? sql`pg_advisory_xact_lock` : sql`pg_advisory_xact_lock_shared`;
  await sql`select ${lock}(hashtextextended('codes', 0))`.execute(db);
}

/** Names a code in the audit log. */
export const codeId = (role: PersonRole): string => `${role}-${randomBytes(6).toString("hex")}`;

/** Makes a code for an owner; the one before, and its sessions, end. Call in a transaction. @throws StoreError `unknown-team` or `no-team`. */
export async function replaceCode(
  db: Db,
  { role, team }: { readonly role: PersonRole; readonly team: string | null },
): Promise<string> {
  if (team !== null) await readTeam(db, team);
  else if (role === "participant") throw new StoreError("no-team", "a participant's code belongs to a team; name one");
  await codesTurn(db, "together");
  await sql`select pg_advisory_xact_lock(hashtextextended(${`code of ${role} ${team ?? ""}`}, 0))`.execute(db);
  const replaced = await db
    .updateTable("codes")
    .set({ revoked_at: sql`now()` })
    .where("role", "=", role)
    .where("team_id", "is not distinct from", team)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute();
  for (const { id } of replaced) await db.deleteFrom("sessions").where("code_id", "=", id).execute();
  const code = newCode();
  await db
    .insertInto("codes")
    .values({ id: codeId(role), role, team_id: team, hash: secretHash(code.replaceAll("-", "")) })
    .execute();
  await tell(db, "access", "");
  return code;
}

/** Opens a session for what was typed as a code. Call in a transaction. */
export async function openSession(
  db: Db,
  typed: string,
  kind: "cookie" | "token",
): Promise<{ token: string; viewer: Viewer } | null> {
  const code = normalCode(typed);
  if (code === null) return null;
  const { rows } = await sql<ViewerRow>`
    with known as (update codes set signed_in_at = event_now() where hash = ${secretHash(code)} and revoked_at is null returning id, role, team_id)
    select known.id as code_id, known.role, known.team_id, t.name as team_name, t.baseline as team_baseline
    from known left join teams t on t.id = known.team_id`.execute(db);
  const row = rows.at(0);
  if (!row) return null;
  await db
    .deleteFrom("sessions")
    .where("expires_at", "<", sql<Date>`now()`)
    .execute();
  const token = newToken();
  const expires = sql<Date>`now() + make_interval(days => ${SESSION_DAYS[kind]})`;
  await db
    .insertInto("sessions")
    .values({ hash: secretHash(token), code_id: row.code_id, kind, expires_at: expires })
    .execute();
  return { token, viewer: viewerOf(row) };
}

export async function readViewer(db: Db, token: string): Promise<Viewer | null> {
  if (token.length > 200) return null;
  const row = await db
    .selectFrom("sessions")
    .innerJoin("codes", "codes.id", "sessions.code_id")
    .leftJoin("teams", "teams.id", "codes.team_id")
    .select(["codes.id as code_id", "codes.role", "codes.team_id", "teams.name as team_name", "teams.baseline as team_baseline"])
    .where("sessions.hash", "=", secretHash(token))
    .where("sessions.expires_at", ">", sql<Date>`now()`)
    .where("codes.revoked_at", "is", null)
    .executeTakeFirst();
  return row ? viewerOf(row) : null;
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom("sessions").where("hash", "=", secretHash(token)).execute();
  await tell(db, "access", "");
}
