import type { Selectable } from "kysely";
import type { Run, Submission } from "../contract.ts";
import type { Db } from "../database/database.ts";
import type { Tables } from "../database/tables.ts";
import { StoreError } from "../errors.ts";

type SubmissionRow = Selectable<Tables["submissions"]> & { readonly team_name: string; readonly team_baseline: boolean };
type RunRow = Selectable<Tables["runs"]>;

function runOf(row: RunRow): Run {
  const { id, split, state, verdict, reason, score, practice, receipt } = row;
  const [queuedAt, judgedAt] = [row.queued_at.toISOString(), row.judged_at?.toISOString() ?? null];
  return { id, split, state, verdict, reason, score, practice, receipt, queuedAt, judgedAt };
}

function submissionOf(row: SubmissionRow, runs: readonly RunRow[]): Submission {
  const practice = runs.find((run) => run.split === "practice");
  const onPublic = runs.find((run) => run.split === "public");
  if (!practice) throw new StoreError("inconsistent", `the submission ${row.id} has no practice run`);
  const { id, attempt, digest, sent_digest: sentDigest, bytes, files, language } = row;
  const team = { id: row.team_id, name: row.team_name, baseline: row.team_baseline };
  return {
    id,
    team,
    challenge: row.challenge_id,
    attempt,
    receivedAt: row.received_at.toISOString(),
    digest,
    sentDigest,
    bytes,
    files,
    language,
    practice: runOf(practice),
    public: onPublic ? runOf(onPublic) : null,
  };
}

function withTeam(db: Db) {
  return db
    .selectFrom("submissions")
    .innerJoin("teams", "teams.id", "submissions.team_id")
    .selectAll("submissions")
    .select(["teams.name as team_name", "teams.baseline as team_baseline"]);
}

async function withRuns(db: Db, rows: readonly SubmissionRow[]): Promise<readonly Submission[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const runs = await db
    .selectFrom("runs")
    .innerJoin("challenges", (join) =>
      join.onRef("challenges.id", "=", "runs.challenge_id").onRef("challenges.revision", "=", "runs.revision"),
    )
    .selectAll("runs")
    .where("submission_id", "in", ids)
    .execute();
  const bySubmission = new Map<string, RunRow[]>(ids.map((id) => [id, []]));
  for (const run of runs) bySubmission.get(run.submission_id)?.push(run);
  return rows.map((row) => submissionOf(row, bySubmission.get(row.id) ?? []));
}

export async function readSubmission(db: Db, id: string): Promise<Submission | null> {
  if (id.includes("\0")) return null;
  const rows = await withTeam(db).where("submissions.id", "=", id).execute();
  return (await withRuns(db, rows))[0] ?? null;
}

/** Newest first. */
export async function readSubmissionsOf(db: Db, team: string, challenge: string): Promise<readonly Submission[]> {
  const query = withTeam(db).where("submissions.challenge_id", "=", challenge).where("submissions.team_id", "=", team);
  return withRuns(db, await query.orderBy("attempt", "desc").execute());
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
