import { sql } from "kysely";
import type { ListedTeam } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { LISTED, listedOf, type SubmissionRow } from "./submissions.ts";
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
  readonly sent: number;
};

function listedTeams(row: ListedRow): ListedTeam[] {
  if (row.of_id === null) return [];
  const team = { id: row.of_id, name: row.of_name, baseline: row.of_baseline };
  return [{ team, submissions: row.sent, newest: row.id === null ? null : listedOf(row) }];
}

/** See `Store.teamList`. */
export async function readTeamList(db: Db, challenge: string, { search = "", from = 0, most = MOST_LISTED }: TeamPage = {}) {
  const wanted = `%${nameKey(search).replaceAll(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<ListedRow>`
    with wanted as (select id, name, name_key, baseline from teams where name_key like ${wanted}),
    page as (select * from wanted order by baseline, name_key, id limit ${most} offset ${from})
    select totals.total, page.id as of_id, page.name as of_name, page.baseline as of_baseline, counts.sent, newest.*
    from (select count(*)::int as total from wanted) as totals left join page on true
    left join lateral (
      select count(*)::int as sent from submissions s where s.challenge_id = ${challenge} and s.team_id = page.id) as counts on true
    left join lateral (
      select ${LISTED} from submissions s join teams t on t.id = s.team_id
      where s.challenge_id = ${challenge} and s.team_id = page.id order by s.attempt desc limit 1) as newest on true
    order by page.baseline, page.name_key, page.id`.execute(db);
  return { total: rows[0].total, rows: rows.flatMap(listedTeams) };
}
