/** What teams have at a challenge, as it is ranked. */
import type { Score, Verdict } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { RankingTask, StandingEntry } from "../judge-contract.ts";
import { replicatesOf } from "./replicates.ts";

/** Of 16 KiB of replicates each. */
const TEAMS_AT_ONCE = 50;

interface EntryRow {
  readonly id: string;
  readonly name: string;
  readonly baseline: boolean;
  readonly competes: boolean;
  readonly submission: string | null;
  readonly judged_at: Date | null;
  readonly score: Score | null;
  readonly replicates: Buffer | null;
  readonly history: number[] | null;
  readonly attempts: number;
  readonly latest: Verdict | null;
}

function bestOf(row: EntryRow): StandingEntry["best"] {
  if (row.submission === null || row.judged_at === null || row.score === null || row.replicates === null) return null;
  return {
    submission: row.submission,
    score: row.score,
    replicates: replicatesOf(row.replicates),
    judgedAt: row.judged_at.toISOString(),
  };
}

function entryOf(row: EntryRow): StandingEntry {
  return {
    team: { id: row.id, name: row.name, baseline: row.baseline },
    competes: row.competes,
    best: bestOf(row),
    history: row.history ?? [],
    attempts: row.attempts,
    latestVerdict: row.latest,
  };
}

/** One index look-up a team (LATERAL over the partial index of accepted public runs), however many runs there are. */
async function readEntries(db: Db, challenge: string, revision: number, teams: readonly string[]): Promise<StandingEntry[]> {
  const { rows } = await sql<EntryRow>`
    select t.id, t.name, t.baseline, t.entry = 'competing' as competes, best.submission_id as submission, best.judged_at, secret.score, secret.replicates,
      past.history, tries.attempts, latest.verdict as latest
    from teams t
    left join lateral (
      select r.id, r.submission_id, r.judged_at from runs r
      join submissions s on s.id = r.submission_id and s.withdrawn_at is null
      where r.challenge_id = ${challenge} and r.team_id = t.id and r.split = 'public' and r.verdict = 'accepted'
        and r.revision = ${revision}
      order by r.points desc, r.judged_at limit 1) as best on true
    left join run_secrets secret on secret.run_id = best.id
    left join lateral (
      select array_agg(r.points order by r.judged_at, r.id) as history from runs r
      join submissions s on s.id = r.submission_id and s.withdrawn_at is null
      where r.challenge_id = ${challenge} and r.team_id = t.id and r.split = 'public' and r.verdict = 'accepted'
        and r.revision = ${revision}) as past on true
    left join lateral (
      select count(*)::int as attempts from submissions s
      where s.challenge_id = ${challenge} and s.team_id = t.id and s.withdrawn_at is null) as tries on true
    left join lateral (
      select coalesce(pub.verdict, practice.verdict) as verdict from submissions s
      join runs practice on practice.submission_id = s.id and practice.split = 'practice' and practice.revision = ${revision}
      left join runs pub on pub.submission_id = s.id and pub.split = 'public' and pub.revision = ${revision}
      where s.challenge_id = ${challenge} and s.team_id = t.id and s.withdrawn_at is null
        and (pub.verdict is not null or practice.verdict <> 'accepted')
      order by s.attempt desc limit 1) as latest on true
    where t.id = any(${[...teams]}::text[])`.execute(db);
  return rows.map(entryOf);
}

/** See `JudgeStore.standingEntries`. */
export async function* standingEntries(db: Db, { challenge, revision, changed }: RankingTask): AsyncGenerator<StandingEntry[]> {
  const teams = changed ?? (await db.selectFrom("teams").select("id").execute()).map(({ id }) => id);
  for (let from = 0; from < teams.length; from += TEAMS_AT_ONCE)
    yield await readEntries(db, challenge.id, revision, teams.slice(from, from + TEAMS_AT_ONCE));
}
