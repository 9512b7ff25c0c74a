/**
 * The board, stored by version. Writers of one challenge take turns on an advisory lock, held to the end of their
 * transaction: each sees what the one before wrote, and versions have no gaps. Readers take no lock.
 */
import type { StandingRow, Standings } from "@vigie/spec";
import { sql } from "kysely";
import type { Team } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { tell } from "./changes.ts";

type Rows = Standings["rows"];

const KEPT_VERSIONS = 100;

/** How a team stands that has no score. */
export function emptyRow(team: Team): StandingRow {
  return {
    team: team.id,
    teamName: team.name,
    baseline: team.baseline,
    rank: null,
    band: null,
    score: null,
    interval: null,
    parts: null,
    penalties: null,
    history: [],
    attempts: 0,
    verdict: null,
    submission: null,
    judgedAt: null,
  };
}

/** Those with a score keep the judge's order; the others follow by name. */
export function inBoardOrder(rows: Rows): Rows {
  const rest = rows.filter((row) => row.score === null).sort((a, b) => (a.teamName < b.teamName ? -1 : 1));
  return [...rows.filter((row) => row.score !== null), ...rest];
}

/** Rows with one put in its team's place. */
export function withRow(rows: Rows, row: StandingRow): Rows {
  const known = rows.some((each) => each.team === row.team);
  return inBoardOrder(known ? rows.map((each) => (each.team === row.team ? row : each)) : [...rows, row]);
}

async function newest(db: Db, challenge: string): Promise<{ readonly version: number; readonly rows: Rows } | undefined> {
  const query = db.selectFrom("standings").select(["version", "rows"]).where("challenge_id", "=", challenge);
  return query.orderBy("version", "desc").limit(1).executeTakeFirst();
}

/** Waits for its turn to change a challenge's standings; the turn ends with the transaction. */
export async function standingsTurn(db: Db, challenge: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`standings of ${challenge}`}, 0))`.execute(db);
}

/** Stores what `change` makes of the newest rows (null before version 1) as the next version; nothing where it gives null. Call in a transaction. */
export async function storeStandings(
  db: Db,
  challenge: string,
  change: (rows: Rows | null) => Rows | null | Promise<Rows | null>,
): Promise<void> {
  await standingsTurn(db, challenge);
  const before = await newest(db, challenge);
  const rows = await change(before?.rows ?? null);
  if (rows === null) return;
  const version = (before?.version ?? 0) + 1;
  await db
    .insertInto("standings")
    .values({ challenge_id: challenge, version, rows: JSON.stringify(rows) })
    .execute();
  await db
    .deleteFrom("standings")
    .where("challenge_id", "=", challenge)
    .where("version", "<=", version - KEPT_VERSIONS)
    .execute();
  await tell(db, "standings", challenge);
}

/** The newest rows, and the teams that they do not know yet, in one query. */
export async function readStandings(db: Db, challenge: string): Promise<Standings> {
  const { rows } = await sql<{ version: number | null; rows: Rows | null; teams: Team[] | null }>`
    select newest.version, newest.rows,
      (select json_agg(json_build_object('id', id, 'name', name, 'baseline', baseline)) from teams) as teams
    from (select 1) as one
    left join lateral (select version, rows from standings where challenge_id = ${challenge} order by version desc limit 1) as newest on true`.execute(
    db,
  );
  const { version, rows: stored, teams } = rows[0];
  const known = new Set(stored?.map((row) => row.team));
  const rest = (teams ?? []).filter((team) => !known.has(team.id)).map(emptyRow);
  const all = rest.length === 0 ? (stored ?? []) : inBoardOrder([...(stored ?? []), ...rest]);
  return { challenge, version: version ?? 0, rows: all };
}
