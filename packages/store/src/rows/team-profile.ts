import type { TeamProfile } from "../event-contract.ts";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Tables } from "../database/tables.ts";
import { StoreError } from "../errors.ts";
import { nameKey } from "./team-name.ts";
import type { Selectable } from "kysely";

export type TeamRow = Selectable<Tables["teams"]>;

/** A team that was listed without a key goes by its name of then, which tells an organizer nothing. */
export function profileOf(row: TeamRow): TeamProfile {
  const { id, name, baseline, language, division, entry, reason, hidden, named } = row;
  const key = row.key === nameKey(name) ? null : row.key;
  return { ...{ id, name, baseline, key, language, division, entry, reason, hidden, named }, erased: row.erased_at !== null };
}

/** By name, references last. */
export async function readTeamRows(db: Db): Promise<readonly TeamRow[]> {
  return db.selectFrom("teams").selectAll().orderBy("baseline").orderBy("name_key").orderBy("id").execute();
}

/** @throws StoreError `unknown-team`. */
export async function readTeamRow(db: Db, id: string): Promise<TeamRow> {
  const row = id.includes("\0") ? undefined : await db.selectFrom("teams").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new StoreError("unknown-team", `expected a team of this event; found ${JSON.stringify(id)}`);
  return row;
}

/** @throws StoreError `unknown-team`, also of a team whose data were deleted. */
export async function refuseErased(db: Db, team: string): Promise<TeamRow> {
  const row = await readTeamRow(db, team);
  if (row.erased_at === null) return row;
  throw new StoreError("unknown-team", "expected a team of this event; found one whose data were deleted");
}

/** See `TeamDesk.consent`: the first time stays. @throws StoreError `unknown-team`. */
export async function consent(db: Db, team: string, now: number): Promise<void> {
  await readTeamRow(db, team);
  await db
    .updateTable("teams")
    .set({ consented_at: sql`coalesce(consented_at, ${new Date(now)})` })
    .where("id", "=", team)
    .execute();
}
