/** What came to a board since somebody read it: as it is, and as it stood when it was frozen. */
import type { Language } from "@vigie/spec";
import { sql } from "kysely";
import type { Team } from "../contract.ts";
import type { Db } from "../database/database.ts";
import type { RowBody, StoredPlace } from "../database/tables.ts";
import type { Entry } from "../event-contract.ts";

/** What is known already: -1 where nothing is. */
export interface Known {
  readonly version: number;
  readonly placed: number;
}

export interface ChangedRow extends Team {
  readonly entry: Entry;
  readonly division: string | null;
  readonly language: Language | null;
  readonly hidden: boolean;
  readonly version: number;
  readonly body: RowBody | null;
}

export interface News extends Known {
  /** Null where those that are known still hold. */
  readonly places: readonly StoredPlace[] | null;
  readonly changed: readonly ChangedRow[] | null;
}

/** Asks in one statement, which sees one moment; null where there is no such board. */
export type AskNews = (db: Db, known: Known) => Promise<News | null>;

const TEAM = sql`'id', t.id, 'name', t.name, 'baseline', t.baseline, 'entry', t.entry, 'division', t.division,
  'language', t.language, 'hidden', t.hidden`;

export const newsOf =
  (challenge: string): AskNews =>
  async (db, known) => {
    const { rows } = await sql<News>`
      select b.version, b.placed, case when b.placed > ${known.placed} then b.places end as places,
        (select json_agg(json_build_object(${TEAM}, 'version', r.version, 'body', r.body))
          from board_rows r join teams t on t.id = r.team_id
          where r.challenge_id = b.challenge_id and r.version > ${known.version}) as changed
      from boards b where b.challenge_id = ${challenge}`.execute(db);
    return rows.at(0) ?? null;
  };

/** Its versions grow from the one that was frozen by what organizers change alone, so that they tell of no ranking. */
export const frozenNewsOf =
  (challenge: string, since: number): AskNews =>
  async (db, known) => {
    const touched = sql`f.version + greatest(0, r.touched - f.touches)`;
    const { rows } = await sql<News>`
      select f.version + b.touches - f.touches as version, f.version as placed,
        case when f.version > ${known.placed} then f.places end as places,
        (select json_agg(json_build_object(${TEAM}, 'version', ${touched}, 'body', frozen.body))
          from board_rows r join teams t on t.id = r.team_id
          left join frozen_rows frozen on frozen.challenge_id = r.challenge_id and frozen.team_id = r.team_id
          where r.challenge_id = f.challenge_id and ${touched} > ${known.version}) as changed
      from frozen_boards f join boards b on b.challenge_id = f.challenge_id
      where f.challenge_id = ${challenge} and f.since = ${new Date(since)}`.execute(db);
    return rows.at(0) ?? null;
  };

/** Copies a board as it stands, where it was not yet for this freeze. Call in the transaction that then writes a ranking. */
export async function keepAsFrozen(db: Db, challenge: string, since: number): Promise<void> {
  await db.selectFrom("boards").select("version").where("challenge_id", "=", challenge).forUpdate().execute();
  const at = new Date(since);
  await db.deleteFrom("frozen_boards").where("challenge_id", "=", challenge).where("since", "<>", at).execute();
  await sql`with copied as (
      insert into frozen_boards (challenge_id, since, version, touches, places, spec)
      select b.challenge_id, ${at}, b.version, b.touches, b.places, c.spec
      from boards b join challenges c on c.id = b.challenge_id where c.id = ${challenge}
      on conflict (challenge_id) do nothing returning challenge_id)
    insert into frozen_rows (challenge_id, team_id, body)
    select r.challenge_id, r.team_id, r.body from board_rows r join copied on copied.challenge_id = r.challenge_id
    where r.body is not null`.execute(db);
}
