/** What goes to the final: what a team chose while it still counts, else its best public one, the earliest of equals. */
import { stateAt } from "@vigie/spec/event";
import { sql } from "kysely";
import type { ListedSubmission } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import type { FinalChoice } from "../event-contract.ts";
import { writeAudit } from "./audit.ts";
import { tell } from "./changes.ts";
import { readChallenge, readEvent } from "./event.ts";
import { listed, listedOf, type SubmissionRow } from "./submissions.ts";
import { readTeam } from "./teams.ts";

/** Accepted on the public split by the revision that counts, and not withdrawn: best first, then in the order of arrival. */
async function eligible(db: Db, team: string, challenge: string, one?: string): Promise<ListedSubmission | null> {
  const wanted = one === undefined ? sql`true` : sql`s.id = ${one}`;
  const { rows } = await sql<SubmissionRow>`
    select ${listed(challenge)} from submissions s join teams t on t.id = s.team_id
    join challenges c on c.id = s.challenge_id
    join runs pub on pub.submission_id = s.id and pub.split = 'public' and pub.revision = c.revision and pub.verdict = 'accepted'
    where s.challenge_id = ${challenge} and s.team_id = ${team} and s.withdrawn_at is null and ${wanted}
    order by pub.points desc, s.received_at, s.attempt limit 1`.execute(db);
  return rows.length === 0 ? null : listedOf(rows[0]);
}

/** See `TeamDesk.finalChoice`. */
export async function readFinalChoice(db: Db, team: string, challenge: string): Promise<FinalChoice> {
  const made = db.selectFrom("choices").select("submission_id").where("team_id", "=", team);
  const row = await made.where("challenge_id", "=", challenge).executeTakeFirst();
  const chosen = row === undefined ? null : await eligible(db, team, challenge, row.submission_id);
  return { chosen, goes: chosen ?? (await eligible(db, team, challenge)) };
}

async function refuseLate(db: Db, team: string, now: number): Promise<void> {
  const event = await readEvent(db);
  if (event === null) return;
  const { phase, locksAt } = stateAt(event.calendar, event.acts, now, team);
  if (phase !== "locked" && phase !== "revealed") return;
  throw new StoreError("too-late", `the choice for the final: it could be made until ${new Date(locksAt).toISOString()}`);
}

/** See `TeamDesk.choose`. Call in a transaction. @param now the event's time. */
export async function choose(db: Db, team: string, challenge: string, submission: string | null, now: number): Promise<void> {
  await readTeam(db, team);
  await readChallenge(db, challenge);
  await refuseLate(db, team, now);
  const of = { team_id: team, challenge_id: challenge };
  if (submission === null) {
    await db.deleteFrom("choices").where("team_id", "=", team).where("challenge_id", "=", challenge).execute();
  } else {
    const own = submission.includes("\0") ? null : await eligible(db, team, challenge, submission);
    if (own === null)
      throw new StoreError("not-eligible", "expected a submission of this team, accepted on the public split; found another");
    const made = { submission_id: submission, at: new Date(now) };
    await db
      .insertInto("choices")
      .values({ ...of, ...made })
      .onConflict((conflict) => conflict.columns(["team_id", "challenge_id"]).doUpdateSet(made))
      .execute();
  }
  await writeAudit(db, {
    actor: "team",
    act: "choice.made",
    subject: team,
    about: { challenge, submission: submission ?? "best" },
  });
  await tell(db, "submission", challenge, team, submission);
}
