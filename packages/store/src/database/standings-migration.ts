/**
 * Step `0006-standings-by-team`: standings that were stored whole by version, now by team. Frozen, as every step is.
 *
 * Until then `standings` held every row of a board again in each version, with rank and band. Now `board_rows` holds what
 * else a row said once a team (null: a team without a verdict; its name stands in `teams` alone), with the version in which
 * that last changed; `boards` the places, best first, as [team, rank, band] of those that have a score; `board_waits` what
 * is yet to be ranked. The newest version of each board goes on as it was. The others were read by nobody.
 */
import { sql, type Kysely, type Migration } from "kysely";

export interface OldRow {
  readonly team: string;
  readonly teamName: string;
  readonly baseline: boolean;
  readonly rank: number | null;
  readonly band: number | null;
  readonly score: number | null;
  readonly attempts: number;
  readonly verdict: string | null;
  readonly [other: string]: unknown;
}

const ELSEWHERE = ["team", "teamName", "baseline", "rank", "band"];

/** A row's own part; null where it says nothing. */
export function bodyOf(row: OldRow): object | null {
  if (row.score === null && row.verdict === null && row.attempts === 0) return null;
  return Object.fromEntries(Object.entries(row).filter(([key]) => !ELSEWHERE.includes(key)));
}

export function placesOf(rows: readonly OldRow[]) {
  return rows.flatMap(({ team, rank, band, score }) => (score === null ? [] : [[team, rank, band]]));
}

const TABLES = [
  `create table boards (
     challenge_id text primary key references challenges,
     version integer not null default 0,
     ranked integer not null default 0,
     placed integer not null default 0,
     places json not null default '[]')`,
  `create table board_rows (
     challenge_id text not null references challenges,
     team_id text not null references teams,
     version integer not null,
     body json,
     primary key (challenge_id, team_id))`,
  `create index board_rows_changed on board_rows (challenge_id, version)`,
  `create table board_waits (
     id bigint generated always as identity primary key,
     challenge_id text not null references challenges,
     team_id text references teams)`,
  `insert into boards (challenge_id) select id from challenges`,
  `insert into board_rows (challenge_id, team_id, version) select c.id, t.id, 0 from challenges c cross join teams t`,
];

interface Newest {
  readonly challenge_id: string;
  readonly version: number;
  readonly rows: readonly OldRow[];
}

async function carryOver(db: Kysely<unknown>, { challenge_id: challenge, version, rows }: Newest): Promise<void> {
  await sql`update boards set version = ${version}, ranked = ${version}, placed = ${version}, places = ${JSON.stringify(placesOf(rows))}
    where challenge_id = ${challenge}`.execute(db);
  for (const row of rows) {
    const body = bodyOf(row);
    await sql`update board_rows set version = ${version}, body = ${body && JSON.stringify(body)}
      where challenge_id = ${challenge} and team_id = ${row.team}`.execute(db);
  }
}

export const STANDINGS_BY_TEAM: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of TABLES) await sql.raw(statement).execute(db);
    const newest = await sql<Newest>`select distinct on (challenge_id) challenge_id, version, rows from standings
      order by challenge_id, version desc`.execute(db);
    for (const each of newest.rows) await carryOver(db, each);
    await sql`drop table standings`.execute(db);
  },
};
