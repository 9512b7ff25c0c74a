import { randomUUID } from "node:crypto";
import type { Team } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import { tell } from "./changes.ts";
import { readChallenges } from "./event.ts";
import { emptyRow, storeStandings, withRow } from "./standings.ts";

const LONGEST_NAME = 60;

export async function readTeams(db: Db): Promise<readonly Team[]> {
  return db.selectFrom("teams").select(["id", "name", "baseline"]).orderBy("created_at").orderBy("id").execute();
}

/** @throws StoreError `unknown-team`. */
export async function readTeam(db: Db, id: string): Promise<Team> {
  const team = await db.selectFrom("teams").select(["id", "name", "baseline"]).where("id", "=", id).executeTakeFirst();
  if (!team) throw new StoreError("unknown-team", `expected a team of this event; found ${JSON.stringify(id)}`);
  return team;
}

function checkedName(name: string): string {
  const trimmed = name.normalize("NFC").trim();
  if (trimmed === "" || trimmed.length > LONGEST_NAME || /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(trimmed)) {
    throw new StoreError(
      "bad-team-name",
      `a team's name has 1 to ${LONGEST_NAME} characters, all of them visible; found ${JSON.stringify(name.slice(0, 2 * LONGEST_NAME))}`,
    );
  }
  return trimmed;
}

/** What people would take for the same name. */
function nameKey(name: string): string {
  return name.normalize("NFKC").toUpperCase().toLowerCase();
}

/** Makes a team and gives it a row on boards that have been stored. Call in a transaction. @throws StoreError `bad-team-name` or `team-name-taken`. */
export async function insertTeam(
  db: Db,
  { name, baseline }: { readonly name: string; readonly baseline: boolean },
): Promise<Team> {
  const team: Team = { id: randomUUID(), name: checkedName(name), baseline };
  const written = await db
    .insertInto("teams")
    .values({ ...team, name_key: nameKey(team.name) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!written)
    throw new StoreError("team-name-taken", `expected a name that no team has; ${JSON.stringify(team.name)} is taken`);
  for (const { id } of [...(await readChallenges(db))].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    await storeStandings(db, id, (rows) => (rows === null ? null : withRow(rows, emptyRow(team))));
    await tell(db, "standings", id);
  }
  return team;
}
