import type { Score, Verdict } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { StandingEntry } from "../judge-contract.ts";
import { replicatesOf } from "./replicates.ts";

interface EntryRow {
  readonly id: string;
  readonly name: string;
  readonly baseline: boolean;
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

/**
 * Every team's public standing at a challenge. One index look-up a team (LATERAL over the partial index of accepted
 * public runs), however many runs there are.
 */
export async function standingEntries(db: Db, challenge: string): Promise<StandingEntry[]> {
  const { rows } = await sql<EntryRow>`
    select t.id, t.name, t.baseline, best.submission_id as submission, best.judged_at, secret.score, secret.replicates,
      past.history, tries.attempts, latest.verdict as latest
    from teams t cross join (select revision from challenges where id = ${challenge}) as counting
    left join lateral (
      select r.id, r.submission_id, r.judged_at from runs r
      where r.challenge_id = ${challenge} and r.team_id = t.id and r.split = 'public' and r.verdict = 'accepted'
        and r.revision = counting.revision
      order by r.points desc, r.judged_at limit 1) as best on true
    left join run_secrets secret on secret.run_id = best.id
    left join lateral (
      select array_agg(r.points order by r.judged_at, r.id) as history from runs r
      where r.challenge_id = ${challenge} and r.team_id = t.id and r.split = 'public' and r.verdict = 'accepted'
        and r.revision = counting.revision) as past on true
    left join lateral (
      select count(*)::int as attempts from submissions s where s.challenge_id = ${challenge} and s.team_id = t.id) as tries on true
    left join lateral (
      select coalesce(pub.verdict, practice.verdict) as verdict from submissions s
      join runs practice on practice.submission_id = s.id and practice.split = 'practice' and practice.revision = counting.revision
      left join runs pub on pub.submission_id = s.id and pub.split = 'public' and pub.revision = counting.revision
      where s.challenge_id = ${challenge} and s.team_id = t.id
        and (pub.verdict is not null or practice.verdict <> 'accepted')
      order by s.attempt desc limit 1) as latest on true
    order by t.created_at, t.id`.execute(db);
  return rows.map((row) => ({
    team: { id: row.id, name: row.name, baseline: row.baseline },
    best: bestOf(row),
    history: row.history ?? [],
    attempts: row.attempts,
    latestVerdict: row.latest,
  }));
}
