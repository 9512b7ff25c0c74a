/**
 * Who may see what: the one place that decides, for pages, API and feed alike.
 *
 * Everybody sees the board. A team's submissions are seen by that team, by mentors and by organizers; to all others
 * they do not exist. Of a hidden split nobody gets more than the verdict and the rounded score: the types below have
 * no room for the rest, and pages and API are made from these types alone.
 */
import {
  canonicalJson,
  roundedScore,
  scoreOf,
  type AnyReceipt,
  type PracticeReport,
  type Reason,
  type Score,
  type SignedReceipt,
  type Verdict,
} from "@vigie/spec";
import type { Run, RunState, Submission, Viewer } from "@vigie/store";

/** A hidden split's run, as anybody may see it who may see the submission. */
export interface SeenHiddenRun {
  readonly state: RunState;
  readonly verdict: Verdict | null;
  readonly score: Score | null;
  /** Signed by the judge; it says no more than the rest of this. */
  readonly receipt: SignedReceipt | null;
}

/** The practice run, where nothing is hidden. */
export interface SeenPracticeRun extends SeenHiddenRun {
  readonly reason: Reason | null;
  readonly report: PracticeReport | null;
  readonly judgedAt: string | null;
}

export interface SeenSubmission extends Omit<Submission, "practice" | "public"> {
  readonly practice: SeenPracticeRun;
  readonly public: SeenHiddenRun | null;
}

export type Place = "board" | "own-runs" | "all-teams" | "submit" | "rejudge" | "exhibits";
export type Answer = "yes" | "sign-in" | "forbidden";

/** May this visitor open this place? "sign-in" where a code could change the answer. */
export function mayOpen(viewer: Viewer | null, place: Place): Answer {
  if (place === "board") return "yes";
  if (viewer === null) return "sign-in";
  if (place === "rejudge") return viewer.role === "organizer" ? "yes" : "forbidden";
  if (place === "all-teams") return isHost(viewer) ? "yes" : "forbidden";
  if (place === "exhibits" && isHost(viewer)) return "yes";
  return viewer.role === "participant" && viewer.team !== null ? "yes" : "forbidden";
}

/** May this visitor know that a team's submissions exist? Others are told that there is no such thing. */
export function maySeeTeam(viewer: Viewer | null, team: string): boolean {
  if (viewer === null) return false;
  return isHost(viewer) || viewer.team?.id === team;
}

/** Mentors and organizers see what is not their own; each such look is written down. */
export function looksIn(viewer: Viewer | null, team: string): boolean {
  return viewer !== null && isHost(viewer) && viewer.team?.id !== team;
}

/** A submission as this visitor may see it, or null where it must not exist for them. `stepPoints` is the declared precision. */
export function seen(viewer: Viewer | null, submission: Submission, stepPoints: number): SeenSubmission | null {
  if (!maySeeTeam(viewer, submission.team.id)) return null;
  return {
    id: submission.id,
    team: submission.team,
    challenge: submission.challenge,
    attempt: submission.attempt,
    receivedAt: submission.receivedAt,
    digest: submission.digest,
    bytes: submission.bytes,
    files: submission.files,
    language: submission.language,
    practice: seenPractice(submission.practice),
    public: submission.public === null ? null : seenHidden(submission.public, stepPoints),
  };
}

/** May this visitor see the rows of a practice subject? Whoever helps teams may; a team where a mistake of its own names it. */
export function maySeeExhibit(viewer: Viewer, subject: number, own: readonly Submission[]): boolean {
  if (isHost(viewer)) return true;
  const mine = own.filter(({ team }) => maySeeTeam(viewer, team.id));
  return mine.some(({ practice }) => practice.practice?.mistakes.some((mistake) => mistake.subject === subject));
}

function isHost(viewer: Viewer): boolean {
  return viewer.role === "mentor" || viewer.role === "organizer";
}

function seenPractice(run: Run): SeenPracticeRun {
  const { state, verdict, score, reason, practice, receipt, judgedAt } = run;
  return { state, verdict, score, receipt, reason, report: practice, judgedAt };
}

function seenHidden(run: Run, stepPoints: number): SeenHiddenRun {
  const { state, verdict, score, receipt } = run;
  return {
    state,
    verdict,
    // The store hands rounded numbers out already; rounding them again changes nothing and forgives a mistake.
    score: score === null ? null : roundedScore(score, { precisionPoints: stepPoints }),
    receipt: receipt !== null && tellsNoMore(receipt.receipt, stepPoints) ? receipt : null,
  };
}

/** A receipt of either form cannot be rounded without breaking its signature: one that says too much is not shown at all. */
function tellsNoMore(receipt: AnyReceipt, stepPoints: number): boolean {
  const score = scoreOf(receipt);
  return score === null || canonicalJson(score) === canonicalJson(roundedScore(score, { precisionPoints: stepPoints }));
}

/** What the API calls a submission's verdict: its public run's, or practice's where there is no public run. */
export function deciding(submission: SeenSubmission): SeenHiddenRun {
  return submission.public ?? { ...submission.practice, score: null };
}

/** True once no run of the submission is on its way: practice failed, or the public run is judged too. */
export function isJudged({ practice, public: hidden }: SeenSubmission): boolean {
  if (practice.state !== "judged") return false;
  return hidden === null ? practice.verdict !== "accepted" : hidden.state === "judged";
}
