/**
 * Who is judged next.
 *
 * One statement takes one job, and skips those that another worker is taking (FOR UPDATE SKIP LOCKED). Splits are
 * prepared first, practice of every challenge before any public one; final runs come before others; then teams of which no run has begun, then the team whose last run
 * began longest ago, then the oldest job: so that a team with twenty submissions waits behind one with a first.
 * What belongs to a revision that does not count yet comes after all that does, in the same order among itself.
 * A lease that ended means a worker that died: the job is taken again under a new token, and the old worker's result,
 * should it come, finds no row. All times are the database's.
 */
import type { ChallengeSpec, Split } from "@vigie/spec";
import { sql } from "kysely";
import { randomUUID } from "node:crypto";
import { CHANNEL, type Db } from "../database/database.ts";
import type { Claim, HeldRevision, SplitDigests } from "../judge-contract.ts";
import type { Spool } from "../spool/spool.ts";

/** As many workers may be lost on a job; the third makes it an error of ours. */
export const MOST_LOSSES = 3;

export const LEASE = sql`interval '30 seconds'`;

interface ClaimRow {
  readonly id: string;
  readonly token: string;
  readonly kind: "prepare-split" | "run";
  readonly revision: number;
  readonly spec: ChallengeSpec;
  readonly split: Split;
  readonly submission_id: string | null;
  readonly team_id: string | null;
  readonly format: "tar.gz" | "zip" | null;
  readonly digest: string | null;
  readonly sent_digest: string | null;
  readonly prepared: SplitDigests | null;
}

function claimOf({ id: job, token, kind, revision, spec: challenge, split, prepared, ...row }: ClaimRow, spool: Spool): Claim {
  const { submission_id: id, team_id: team, format, digest, sent_digest: sentDigest } = row;
  const submission =
    id === null || team === null || format === null || digest === null || sentDigest === null
      ? null
      : { id, team, digest, sentDigest, archive: spool.archive({ id, format }) };
  return { job, token, kind, challenge, revision, split, prepared, submission };
}

/** Takes the next job for a worker, or null. @param paused no run is taken up. */
export async function claimNext(
  db: Db,
  spool: Spool,
  worker: string,
  held: readonly HeldRevision[],
  paused: boolean,
): Promise<Claim | null> {
  const heldBack = sql`exists (
    select from unnest(${held.map(({ challenge }) => challenge)}::text[], ${held.map(({ revision }) => revision)}::integer[])
      as held (challenge, revision) where held.challenge = j.challenge_id and held.revision = j.revision)`;
  const { rows } = await sql<ClaimRow>`
    with next as (
      select j.id from jobs j
      join challenges c on c.id = j.challenge_id
      left join runs r on r.id = j.run_id
      left join lateral (
        select max(other.started_at) as at from runs other join challenges oc on oc.id = other.challenge_id
        where other.team_id = r.team_id and other.id <> r.id and other.started_at is not null
          and sign(other.revision - oc.revision) = sign(r.revision - c.revision)) as served on true
      where (j.state = 'queued' or (j.state = 'working' and j.lease_until < now() and j.losses < ${MOST_LOSSES - 1}))
        and (j.kind = 'prepare-split' or not ${paused} and not ${heldBack} and exists (select from splits s where s.challenge_id = j.challenge_id and s.split = j.split and s.revision = j.revision))
      order by j.revision <> c.revision, j.kind = 'prepare-split' desc, j.split = 'final' desc,
        case when j.kind = 'prepare-split' then j.split end, case when j.kind = 'prepare-split' then c.position end, served.at nulls first, j.queued_at, j.id
      limit 1 for update of j skip locked),
    taken as (
      update jobs j set state = 'working', token = ${randomUUID()}, worker = ${worker}, lease_until = now() + ${LEASE},
        losses = j.losses + case when j.state = 'working' then 1 else 0 end
      from next where j.id = next.id
      returning j.id, j.token, j.kind, j.challenge_id, j.split, j.run_id, j.revision),
    started as (
      update runs r set state = case when r.verdict is null then 'judging' else 'judged' end, started_at = event_now() from taken where r.id = taken.run_id returning r.submission_id)
    select taken.id, taken.token, taken.kind, taken.revision, taken.split,
      case when taken.revision = c.revision then c.spec else v.spec end as spec, s.id as submission_id, s.team_id, s.format, s.digest, s.sent_digest,
      case when taken.run_id is not null then (
        select json_build_object('inputsDigest', ready.inputs_digest, 'labelsCommitment', ready.labels_commitment) from splits ready
        where ready.challenge_id = taken.challenge_id and ready.split = taken.split and ready.revision = taken.revision) end as prepared,
      pg_notify(${CHANNEL}, json_build_object('kind', case when taken.run_id is null then 'job' else 'run' end,
        'challenge', taken.challenge_id, 'team', s.team_id, 'submission', s.id)::text)
    from taken join challenges c on c.id = taken.challenge_id
    left join revisions v on v.challenge_id = taken.challenge_id and v.revision = taken.revision
    left join started on true left join submissions s on s.id = started.submission_id`.execute(db);
  const row = rows.at(0);
  return row ? claimOf(row, spool) : null;
}

/** Extends a lease; false when the claim is no longer this worker's. */
export async function extendLease(db: Db, claim: Claim): Promise<boolean> {
  const { rows } = await sql`
    update jobs set lease_until = now() + ${LEASE} where id = ${claim.job} and token = ${claim.token} and state = 'working' returning id`.execute(
    db,
  );
  return rows.length > 0;
}

/** Locks a claim's job to the end of the transaction: its revision of the challenge, or null when the claim was lost. */
export async function holdClaim(db: Db, claim: Claim): Promise<number | null> {
  const { rows } = await sql<{
    revision: number;
  }>`select revision from jobs where id = ${claim.job} and token = ${claim.token} and state = 'working' for update`.execute(db);
  return rows.at(0)?.revision ?? null;
}

/** Milliseconds until the first lease ends, at least 0; null where no job is being worked on. */
export async function firstLeaseEnd(db: Db): Promise<number | null> {
  const { rows } = await sql<{ ms: number | null }>`
    select (extract(epoch from min(lease_until) - clock_timestamp()) * 1000)::float8 as ms from jobs where state = 'working'`.execute(
    db,
  );
  const { ms } = rows[0];
  return ms === null ? null : Math.max(0, Math.ceil(ms));
}
