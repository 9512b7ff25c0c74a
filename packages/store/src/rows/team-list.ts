import { sql } from "kysely";
import type { ListedTeam } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { listed, listedOf, type SubmissionRow } from "./submissions.ts";
import { nameKey } from "./team-name.ts";

const MOST_LISTED = 100;

interface TeamPage {
  readonly search?: string;
  readonly from?: number;
  readonly most?: number;
}

/** A row of the page; on an empty one the total alone. */
type ListedRow = (SubmissionRow | { readonly id: null }) & {
  readonly total: number;
  readonly of_id: string | null;
  readonly of_name: string;
  readonly of_baseline: boolean;
};

function listedTeams(row: ListedRow): ListedTeam[] {
  if (row.of_id === null) return [];
  const team = { id: row.of_id, name: row.of_name, baseline: row.of_baseline };
  // Attempts are numbered from 1, without gaps: the newest says how many there are.
  return [row.id === null ? { team, submissions: 0, newest: null } : { team, submissions: row.attempt, newest: listedOf(row) }];
}

/** See `Store.teamList`. */
export async function readTeamList(db: Db, challenge: string, { search = "", from = 0, most = MOST_LISTED }: TeamPage = {}) {
  const wanted = `%${nameKey(search).replaceAll(/[\\%_]/g, "\\$&")}%`;
  const matching = search === "" ? sql`true` : sql`name_key like ${wanted}`;
  const { rows } = await sql<ListedRow>`
    with page as (select id, name, name_key, baseline from teams where ${matching}
      order by baseline, name_key, id limit ${most} offset ${from})
    select totals.total, page.id as of_id, page.name as of_name, page.baseline as of_baseline, newest.*
    from (select count(*)::int as total from teams where ${matching}) as totals left join page on true
    left join lateral (
      select ${listed(challenge)} from submissions s join teams t on t.id = s.team_id
      where s.challenge_id = ${challenge} and s.team_id = page.id order by s.attempt desc limit 1) as newest on true
    order by page.baseline, page.name_key, page.id`.execute(db);
  return { total: rows[0].total, rows: rows.flatMap(listedTeams) };
}
