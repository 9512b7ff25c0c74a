import type { Split } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { JudgeQueueState, QueuedRun } from "../event-contract.ts";
import { claimOrder, type Waiting } from "./claim-order.ts";

interface OpenRow {
  readonly id: string;
  readonly state: "queued" | "working";
  readonly submission: string;
  readonly team: string;
  readonly team_name: string;
  readonly challenge: string;
  readonly split: Split;
  readonly coming: boolean;
  readonly queued_at: Date;
  readonly served_ms: number | null;
  readonly worker: string | null;
}

async function openRuns(db: Db): Promise<readonly OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    with open as (
      select j.id, j.state, r.id as run, r.submission_id as submission, r.team_id as team, r.challenge_id as challenge, r.split,
        sign(r.revision - c.revision) as stands, j.queued_at, j.worker
      from jobs j join runs r on r.id = j.run_id join challenges c on c.id = j.challenge_id
      where j.state in ('queued', 'working')),
    served as (
      select r.team_id, sign(r.revision - c.revision) as stands, max(r.started_at) as at
      from runs r join challenges c on c.id = r.challenge_id
      where r.started_at is not null and r.state <> 'queued' and r.team_id in (select team from open) group by 1, 2)
    select open.id, open.state, open.submission, open.team, t.name as team_name, open.challenge, open.split,
      open.stands <> 0 as coming, open.queued_at, (extract(epoch from served.at) * 1000000)::float8 as served_ms,
      case when open.state = 'working' then open.worker end as worker
    from open join teams t on t.id = open.team
    left join served on served.team_id = open.team and served.stands = open.stands`.execute(db);
  return rows;
}

function queuedRun(row: OpenRow, place: number): QueuedRun {
  const { submission, team, team_name: teamName, challenge, split, worker, coming } = row;
  const queuedAt = row.queued_at.toISOString();
  return { place, submission, team, teamName, challenge, split, queuedAt, worker, ...(coming ? { coming } : {}) };
}

function waiting(row: OpenRow): Waiting & { readonly row: OpenRow } {
  const { id, team, coming, queued_at: queuedAt, served_ms: servedAt } = row;
  return { id, team, coming, servedAt, final: row.split === "final", queuedAt: queuedAt.getTime(), row };
}

/** A run, and whether it is of a revision that does not count yet, of which its team is told nothing. */
export interface QueuedOf {
  readonly run: QueuedRun;
  readonly coming: boolean;
}

/** All of it: what is being judged, then what waits. */
export async function readQueue(db: Db): Promise<readonly QueuedOf[]> {
  const rows = await openRuns(db);
  const working = rows.filter(({ state }) => state === "working");
  const next = claimOrder(rows.filter(({ state }) => state === "queued").map(waiting));
  const told = (row: OpenRow, place: number): QueuedOf => ({ run: queuedRun(row, place), coming: row.coming });
  return [...working.map((row) => told(row, 0)), ...next.map(({ row }, place) => told(row, place + 1))];
}

interface StateRow {
  readonly waiting: number;
  readonly working: number;
  readonly oldest: Date | null;
  readonly last_judged_at: Date | null;
  readonly median_ms: number | null;
  readonly errors: number;
}

/** See `EventDesk.queueState`. */
export async function readQueueState(db: Db): Promise<JudgeQueueState> {
  const { rows } = await sql<StateRow>`
    select open.*, last.*,
      (select count(distinct r.submission_id)::int from runs r join challenges c on c.id = r.challenge_id and c.revision = r.revision
        where r.verdict = 'judge_error' and not exists (select from jobs j join runs o on o.id = j.run_id
          where o.submission_id = r.submission_id and o.revision = r.revision and j.state in ('queued', 'working'))) as errors
    from (
      select count(*) filter (where state = 'queued')::int as waiting, count(*) filter (where state = 'working')::int as working,
        min(queued_at) filter (where state = 'queued') as oldest
      from jobs where kind = 'run' and state in ('queued', 'working')) as open,
    (
      select max(judged_at) as last_judged_at,
        percentile_cont(0.5) within group (order by extract(epoch from judged_at - started_at) * 1000)::float8 as median_ms
      from (select judged_at, started_at from runs where judged_at is not null and started_at <= judged_at
        order by judged_at desc limit 50) as newest) as last`.execute(db);
  const [{ waiting: queued, working, oldest, last_judged_at: last, median_ms: median, errors }] = rows;
  return {
    ...{ waiting: queued, working, errors },
    oldestQueuedAt: oldest?.toISOString() ?? null,
    lastJudgedAt: last?.toISOString() ?? null,
    medianRunMs: median === null ? null : Math.round(median),
  };
}
