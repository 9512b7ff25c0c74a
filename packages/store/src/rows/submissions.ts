import { sql, type RawBuilder } from "kysely";
import type { ListedRun, ListedSubmission, Run, Submission } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";

/** Times of its runs are as the database writes them. */
export interface SubmissionRow<R extends ListedRun = ListedRun> {
  readonly id: string;
  readonly challenge_id: string;
  readonly attempt: number;
  readonly received_at: Date;
  readonly digest: string;
  readonly sent_digest: string;
  readonly bytes: number;
  readonly files: number;
  readonly language: "typescript" | "python";
  readonly withdrawn: boolean;
  readonly team_id: string;
  readonly team_name: string;
  readonly team_baseline: boolean;
  readonly runs: readonly R[] | null;
}

const LISTED_RUN = sql`'id', r.id, 'split', r.split, 'state', r.state, 'verdict', r.verdict, 'reason', r.reason,
  'score', r.score, 'queuedAt', r.queued_at, 'judgedAt', r.judged_at`;
const WHOLE_RUN = sql`${LISTED_RUN}, 'practice', r.practice, 'receipt', r.receipt`;

/** The columns of a submission `s` of a team `t`, and its runs in one revision, in one row. */
function columns(run: RawBuilder<unknown>, revision: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`s.id, s.challenge_id, s.attempt, s.received_at, s.digest, s.sent_digest, s.bytes, s.files, s.language, s.withdrawn_at is not null as withdrawn,
    t.id as team_id, t.name as team_name, t.baseline as team_baseline,
    (select json_agg(json_build_object(${run})) from runs r where r.submission_id = s.id and r.revision = ${revision}) as runs`;
}

/** The revision of a challenge that counts; asked once a statement, not for each row. */
const counting = (challenge: string) => sql`(select revision from challenges where id = ${challenge})`;

/** What a list shows of a submission `s` of a team `t` to a challenge: no report, log or receipt leaves the database. */
export const listed = (challenge: string): RawBuilder<unknown> => columns(LISTED_RUN, counting(challenge));

function timesOf<R extends ListedRun>(run: R): R {
  const judgedAt = run.judgedAt === null ? null : new Date(run.judgedAt).toISOString();
  return { ...run, queuedAt: new Date(run.queuedAt).toISOString(), judgedAt };
}

function submissionOf<R extends ListedRun>(row: SubmissionRow<R>) {
  const runs = (row.runs ?? []).map(timesOf);
  const practice = runs.find((run) => run.split === "practice");
  if (!practice) throw new StoreError("inconsistent", `the submission ${row.id} has no practice run`);
  const { id, challenge_id: challenge, attempt, digest, sent_digest: sentDigest, bytes, files, language } = row;
  const team = { id: row.team_id, name: row.team_name, baseline: row.team_baseline };
  const about = { id, team, challenge, attempt, receivedAt: row.received_at.toISOString(), digest, sentDigest };
  const withdrawn = row.withdrawn ? ({ withdrawn: true } as const) : {};
  return { ...about, bytes, files, language, practice, public: runs.find((run) => run.split === "public") ?? null, ...withdrawn };
}

export function listedOf(row: SubmissionRow): ListedSubmission {
  return submissionOf(row);
}

/** With reports and receipts, or null. */
export async function readSubmission(db: Db, id: string): Promise<Submission | null> {
  if (id.includes("\0")) return null;
  const { rows } = await sql<SubmissionRow<Run>>`
    select ${columns(WHOLE_RUN, sql`c.revision`)} from submissions s join teams t on t.id = s.team_id
    join challenges c on c.id = s.challenge_id where s.id = ${id}`.execute(db);
  return rows.length === 0 ? null : submissionOf(rows[0]);
}

const MOST_LISTED = 100;

/** See `Store.submissionsOf`. */
export async function readSubmissionsOf(
  db: Db,
  team: string,
  challenge: string,
  { before, most = MOST_LISTED }: { readonly before?: number; readonly most?: number } = {},
): Promise<readonly ListedSubmission[]> {
  const older = before === undefined ? sql`true` : sql`s.attempt < ${before}`;
  const { rows } = await sql<SubmissionRow>`
    select ${listed(challenge)} from submissions s join teams t on t.id = s.team_id
    where s.challenge_id = ${challenge} and s.team_id = ${team} and ${older}
    order by s.attempt desc limit ${most}`.execute(db);
  return rows.map(listedOf);
}

/** See `Store.newestSubmission`. One look-up a challenge. */
export async function readNewest(db: Db, team: string): Promise<ListedSubmission | null> {
  const { rows } = await sql<SubmissionRow>`
    select newest.* from challenges of cross join lateral (
      select ${columns(LISTED_RUN, sql`of.revision`)} from submissions s join teams t on t.id = s.team_id
      where s.challenge_id = of.id and s.team_id = ${team} order by s.attempt desc limit 1) as newest
    order by newest.received_at desc, newest.id limit 1`.execute(db);
  return rows.length === 0 ? null : listedOf(rows[0]);
}

/**
 * See `Store.madeMistake`. A report's text is asked first whether it names the subject at all. What PostgreSQL cannot make
 * text of, NUL and lone surrogates in a program's log, is put out of the way before mistakes are taken out.
 */
export async function readMadeMistake(db: Db, team: string, challenge: string, subject: number): Promise<boolean> {
  const { rows } = await sql<{ made: boolean }>`
    select exists (
      select from submissions s join challenges c on c.id = s.challenge_id
      join runs r on r.submission_id = s.id and r.split = 'practice' and r.revision = c.revision
      cross join lateral json_array_elements(
        regexp_replace(r.practice::text, '\\\\u(0000|[dD][89a-fA-F]..)', '\\ufffd', 'g')::json -> 'mistakes') as mistake
      where s.challenge_id = ${challenge} and s.team_id = ${team}
        and strpos(r.practice::text, ${`"subject":${subject}`}) > 0
        and mistake ->> 'subject' = ${String(subject)}) as made`.execute(db);
  return rows[0].made;
}

/** One row a team: judging where any of its runs is. */
export async function readPending(db: Db, challenge: string) {
  const rows = await db
    .selectFrom("runs")
    .innerJoin("challenges", (join) =>
      join.onRef("challenges.id", "=", "runs.challenge_id").onRef("challenges.revision", "=", "runs.revision"),
    )
    .select(["team_id", "state"])
    .where("challenge_id", "=", challenge)
    .where("state", "<>", "judged")
    .execute();
  const judging = new Set(rows.filter((row) => row.state === "judging").map((row) => row.team_id));
  return [...new Set(rows.map((row) => row.team_id))].map((team) => ({
    team,
    state: judging.has(team) ? ("judging" as const) : ("queued" as const),
  }));
}
