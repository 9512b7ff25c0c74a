/** Taking a list of teams, whole or not at all; and teams that are only counted. */
import type { TeamLine } from "@vigie/spec/event";
import { sql } from "kysely";
import { randomUUID } from "node:crypto";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import type { TeamsPlanned } from "../event-contract.ts";
import { writeAudit } from "./audit.ts";
import { insertOnBoards, touchOnBoards } from "./boards.ts";
import { tell } from "./changes.ts";
import { readEvent } from "./event.ts";
import { nameKey, nameSkeleton } from "./team-name.ts";
import { planOf, toldPlan, type Plan, type PlannedTeam } from "./team-plan.ts";
import { readTeamRows } from "./team-profile.ts";
import { namesTurn } from "./teams.ts";

/** See `EventDesk.planTeams`. */
export async function planTeams(db: Db, lines: readonly TeamLine[]): Promise<TeamsPlanned> {
  return toldPlan(planOf(lines, await readTeamRows(db)));
}

async function insertAll(db: Db, teams: readonly PlannedTeam[], named: boolean): Promise<void> {
  if (teams.length === 0) return;
  const rows = teams.map(({ name, key, language, division, entry }) => ({
    ...{ id: randomUUID(), name, key, language, division, entry },
    name_key: nameKey(name),
  }));
  // One instant each, so that they stand in the list's order.
  await sql`insert into teams (id, name, name_key, key, language, division, entry, baseline, named, created_at)
    select id, name, name_key, key, language, division, entry, false, ${named}, now() + place * interval '1 microsecond'
    from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ name }) => name)}::text[],
      ${rows.map((row) => row.name_key)}::text[], ${rows.map(({ key }) => key)}::text[],
      ${rows.map(({ language }) => language)}::text[], ${rows.map(({ division }) => division)}::text[],
      ${rows.map(({ entry }) => entry)}::text[])
      with ordinality as new (id, name, name_key, key, language, division, entry, place)`.execute(db);
  await insertOnBoards(
    db,
    rows.map(({ id }) => id),
  );
}

async function changeAll(db: Db, teams: readonly (PlannedTeam & { readonly id: string })[]): Promise<void> {
  if (teams.length === 0) return;
  const ids = teams.map(({ id }) => id);
  // Names may be swapped: for a moment nobody has one.
  await sql`update teams set name_key = 'renamed ' || id where id = any(${ids}::text[])`.execute(db);
  for (const { id, name, key, language, division, entry, team } of teams)
    await db
      .updateTable("teams")
      .set({ name, name_key: nameKey(name), key, language, division, entry, ...(name === team?.name ? {} : { named: true }) })
      .where("id", "=", id)
      .execute();
  await touchOnBoards(db, ids, true);
  await tell(db, "access", "");
}

async function save(db: Db, plan: Extract<Plan, { kind: "right" }>, actor: string): Promise<void> {
  const fresh = plan.teams.filter(({ becomes }) => becomes === "new");
  const changed = plan.teams.flatMap((each) => (each.becomes === "changed" && each.team ? [{ ...each, id: each.team.id }] : []));
  if (fresh.length + changed.length === 0) return;
  await insertAll(db, fresh, true);
  await changeAll(db, changed);
  const about = { new: String(fresh.length), changed: String(changed.length), listed: String(plan.teams.length) };
  await writeAudit(db, { actor, act: "teams.saved", subject: "teams", about });
}

/** See `EventDesk.saveTeams`. Call in a transaction. */
export async function saveTeams(db: Db, lines: readonly TeamLine[], actor: string): Promise<TeamsPlanned> {
  await namesTurn(db);
  const plan = planOf(lines, await readTeamRows(db));
  if (plan.kind === "right") await save(db, plan, actor);
  return toldPlan(plan);
}

/** See `EventDesk.countTeams`. Call in a transaction. @throws StoreError `too-many-teams`. */
export async function countTeams(db: Db, count: number, actor: string): Promise<void> {
  await namesTurn(db);
  const teams = await readTeamRows(db);
  const taken = new Set(teams.map(({ name }) => nameSkeleton(name)));
  const keys = new Set(teams.flatMap(({ key }) => key ?? []));
  const word = (await readEvent(db))?.languages[0] === "fr" ? "Équipe" : "Team";
  const lines: TeamLine[] = [];
  for (let number = 1; lines.length < count; number++) {
    const name = `${word} ${number}`;
    if (!taken.has(nameSkeleton(name)) && !keys.has(nameKey(name))) lines.push({ name });
  }
  const plan = planOf(lines, teams);
  if (plan.kind === "faulty") throw new StoreError("too-many-teams", `${count} teams more are too many for one event`);
  await insertAll(db, plan.teams, false);
  await writeAudit(db, { actor, act: "teams.counted", subject: "teams", about: { new: String(count) } });
}
