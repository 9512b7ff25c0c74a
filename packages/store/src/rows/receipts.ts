/**
 * Receipts, read as they are taken: a batch of submissions at a time, from where the one before ended, each a query of its
 * own, so that no transaction is open while somebody downloads.
 */
import type { SignedReceipt } from "@vigie/spec";
import { sql } from "kysely";
import type { ExportedReceipt } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { countingRevision } from "./revisions.ts";
import { readTeams } from "./teams.ts";

/** Of two receipts each. */
const SUBMISSIONS_AT_ONCE = 100;
const TEAMS_AT_ONCE = 25;
const NEWEST = 2 ** 31 - 1;

interface ReceiptsRow {
  /** Of the team among those that were asked for, from 1. */
  readonly place: number;
  readonly attempt: number;
  readonly received_at: Date;
  readonly signed: readonly SignedReceipt[] | null;
}

/** Of the first of these teams those before an attempt, of the others all. */
async function readBatch(db: Db, challenge: string, revision: number, teams: readonly string[], before: number) {
  const { rows } = await sql<ReceiptsRow>`
    select t.place::int, s.attempt, s.received_at,
      (select json_agg(r.receipt order by r.split) from runs r
        where r.submission_id = s.id and r.revision = ${revision} and r.receipt is not null) as signed
    from unnest(${[...teams]}::text[]) with ordinality as t (id, place)
    join submissions s on s.team_id = t.id and s.challenge_id = ${challenge}
    where t.place > 1 or s.attempt < ${before}
    order by t.place, s.attempt desc limit ${SUBMISSIONS_AT_ONCE}`.execute(db);
  return rows;
}

/** See `Store.receipts`: teams as they came, of each the newest first, practice before public; of the revision that counts as it begins. */
export async function* readReceipts(db: Db, challenge: string): AsyncGenerator<ExportedReceipt> {
  const revision = await countingRevision(db, challenge);
  const teams = await readTeams(db);
  let [first, before] = [0, NEWEST];
  while (first < teams.length) {
    const some = teams.slice(first, first + TEAMS_AT_ONCE);
    const ids = some.map(({ id }) => id);
    const rows = await readBatch(db, challenge, revision, ids, before);
    for (const { place, attempt, received_at, signed } of rows) {
      const { name: team, baseline } = some[place - 1];
      for (const each of signed ?? []) yield { team, baseline, attempt, receivedAt: received_at.toISOString(), signed: each };
    }
    const last = rows.length === SUBMISSIONS_AT_ONCE ? rows.at(-1) : undefined;
    first += last === undefined ? TEAMS_AT_ONCE : last.place - 1;
    before = last?.attempt ?? NEWEST;
  }
}
