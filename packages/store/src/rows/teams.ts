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

/** Takes the turn of whoever gives names, to the end of the transaction. */
export async function namesTurn(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('names of teams', 0))`.execute(db);
}

/** A name as it may stand beside those of the other teams. Call in the turn of names. @throws StoreError `bad-team-name`, `team-name-taken` or `team-name-looks-alike`. */
export async function freeName(db: Db, typed: string, own: string | null): Promise<string> {
  const name = checkedName(typed);
  const others = (await readTeams(db)).filter(({ id }) => id !== own);
  const [key, skeleton] = [nameKey(name), nameSkeleton(name)];
  if (others.some((team) => nameKey(team.name) === key))
    throw new StoreError("team-name-taken", `expected a name that no team has; ${JSON.stringify(name)} is taken`);
  const alike = others.find((team) => nameSkeleton(team.name) === skeleton);
  if (alike === undefined) return name;
  const found = `${JSON.stringify(name)} looks like ${JSON.stringify(alike.name)}`;
  throw new StoreError("team-name-looks-alike", `expected a name that nobody takes for another team's; ${found}`);
}

/** Makes a team and gives it its row on every board. Call in a transaction. @throws StoreError `bad-team-name`, `team-name-taken` or `team-name-looks-alike`. */
export async function insertTeam(
  db: Db,
  { name, baseline }: { readonly name: string; readonly baseline: boolean },
): Promise<Team> {
  await namesTurn(db);
  const team: Team = { id: randomUUID(), name: await freeName(db, name, null), baseline };
  await db
    .insertInto("teams")
    .values({ ...team, name_key: nameKey(team.name) })
    .execute();
  await insertOnBoards(db, [team.id]);
  return team;
}
