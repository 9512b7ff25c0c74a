import { sql } from "kysely";
import { randomUUID } from "node:crypto";
import type { Team } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import { insertOnBoards } from "./boards.ts";
import { checkedName, nameKey, nameSkeleton } from "./team-name.ts";

export async function readTeams(db: Db): Promise<readonly Team[]> {
  return db.selectFrom("teams").select(["id", "name", "baseline"]).orderBy("created_at").orderBy("id").execute();
}

/** @throws StoreError `unknown-team`. */
export async function readTeam(db: Db, id: string): Promise<Team> {
  const team = await db.selectFrom("teams").select(["id", "name", "baseline"]).where("id", "=", id).executeTakeFirst();
  if (!team) throw new StoreError("unknown-team", `expected a team of this event; found ${JSON.stringify(id)}`);
  return team;
}

/** Another team whose name would be taken for this one. */
async function lookAlike(db: Db, name: string): Promise<string | undefined> {
  const skeleton = nameSkeleton(name);
  return (await readTeams(db)).find((team) => nameSkeleton(team.name) === skeleton)?.name;
}

/** Makes a team and gives it its row on every board. Call in a transaction. @throws StoreError `bad-team-name`, `team-name-taken` or `team-name-looks-alike`. */
export async function insertTeam(
  db: Db,
  { name, baseline }: { readonly name: string; readonly baseline: boolean },
): Promise<Team> {
  const team: Team = { id: randomUUID(), name: checkedName(name), baseline };
  await sql`select pg_advisory_xact_lock(hashtextextended('names of teams', 0))`.execute(db);
  const other = await lookAlike(db, team.name);
  const written = await db
    .insertInto("teams")
    .values({ ...team, name_key: nameKey(team.name) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!written)
    throw new StoreError("team-name-taken", `expected a name that no team has; ${JSON.stringify(team.name)} is taken`);
  if (other !== undefined) {
    const found = `${JSON.stringify(team.name)} looks like ${JSON.stringify(other)}`;
    throw new StoreError("team-name-looks-alike", `expected a name that nobody takes for another team's; ${found}`);
  }
  await insertOnBoards(db, team.id);
  return team;
}
