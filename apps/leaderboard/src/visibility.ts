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
import type { ListedRun, ListedSubmission, Run, RunState, Submission, Viewer } from "@vigie/store";

/** A run in a list, as anybody may see it who may see the submission. */
export interface SeenRun {
  readonly state: RunState;
  readonly verdict: Verdict | null;
  readonly score: Score | null;
  /** It is judged, and its own team is told what came out of it only at the reveal. */
  readonly sealed: boolean;
}

/** How hidden splits are shown to a visitor: to the declared precision, and not what was judged since the seal. */
export interface Sight {
  readonly stepPoints: number;
  /** Milliseconds since 1970; null: nothing is sealed. */
  readonly sealedSince: number | null;
}

/** A submission in a list: without what is read where it alone is shown. */
export interface SeenListed extends Omit<ListedSubmission, "practice" | "public"> {
  readonly practice: SeenRun & { readonly reason: Reason | null };
  readonly public: SeenRun | null;
}

/** A hidden split's run, with what the judge signed of it. */
export interface SeenHiddenRun extends SeenRun {
  /** Signed by the judge; it says no more than the rest of this. */
  readonly receipt: SignedReceipt | null;
}

/** The practice run, where nothing is hidden. */
export interface SeenPracticeRun extends SeenHiddenRun {
  readonly reason: Reason | null;
  readonly report: PracticeReport | null;
  readonly judgedAt: string | null;
}

export interface SeenSubmission extends SeenListed {
  readonly practice: SeenPracticeRun;
  readonly public: SeenHiddenRun | null;
}

export type Place = "board" | "own-runs" | "all-teams" | "submit" | "rejudge" | "exhibits" | "organize";
export type Answer = "yes" | "sign-in" | "forbidden";

/** May this visitor open this place? "sign-in" where a code could change the answer. */
export function mayOpen(viewer: Viewer | null, place: Place): Answer {
  if (place === "board") return "yes";
  if (viewer === null) return "sign-in";
  if (place === "rejudge" || place === "organize") return viewer.role === "organizer" ? "yes" : "forbidden";
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

/** What a list shows of a submission to this visitor, or null where it must not exist for them. */
export function seenListed(viewer: Viewer | null, submission: ListedSubmission, sight: Sight): SeenListed | null {
  if (!maySeeTeam(viewer, submission.team.id)) return null;
  const { id, team, challenge, attempt, receivedAt, digest, sentDigest, bytes, files, language, practice } = submission;
  const { withdrawn } = submission;
  const own = { id, team, challenge, attempt, receivedAt, digest, sentDigest, bytes, files, language };
  const told = withdrawn === true ? { ...own, withdrawn } : own;
  const hidden = submission.public === null ? null : seenRun(submission.public, sight);
  const { state, verdict, score, reason } = practice;
  return { ...told, practice: { state, verdict, score, reason, sealed: false }, public: hidden };
}

/** A submission with its reports and receipts as this visitor may see it, or null where it must not exist for them. */
export function seen(viewer: Viewer | null, submission: Submission, sight: Sight): SeenSubmission | null {
  const listed = seenListed(viewer, submission, sight);
  if (listed === null) return null;
  const { practice, public: hidden } = submission;
  return { ...listed, practice: seenPractice(practice), public: hidden === null ? null : seenHidden(hidden, sight) };
}

/** May this visitor see the rows of a practice subject? Whoever helps teams may; a team where a mistake of its own names it. */
export async function maySeeExhibit(viewer: Viewer, madeMistake: (team: string) => Promise<boolean>): Promise<boolean> {
  return isHost(viewer) || (viewer.team !== null && (await madeMistake(viewer.team.id)));
}

/** Mentors and organizers: those who run the event. */
export function isHost(viewer: Viewer | null): boolean {
  return viewer?.role === "mentor" || viewer?.role === "organizer";
}

/** To whom a board is shown. */
export type Audience = "everybody" | "hosts";

/** Which board is shown to a visitor: while it is frozen, those who run the event see it as it is. */
export function audienceOf(viewer: Viewer | null): Audience {
  return isHost(viewer) ? "hosts" : "everybody";
}

function seenPractice(run: Run): SeenPracticeRun {
  const { state, verdict, score, reason, practice, receipt, judgedAt } = run;
  return { state, verdict, score, receipt, reason, report: practice, judgedAt, sealed: false };
}

function seenRun({ state, verdict, score, judgedAt }: ListedRun, { stepPoints, sealedSince }: Sight): SeenRun {
  const sealed = sealedSince !== null && judgedAt !== null && Date.parse(judgedAt) >= sealedSince;
  if (sealed) return { state, verdict: null, score: null, sealed };
  // The store hands rounded numbers out already; rounding them again changes nothing and forgives a mistake.
  return { state, verdict, score: score === null ? null : roundedScore(score, { precisionPoints: stepPoints }), sealed };
}

function seenHidden(run: Run, sight: Sight): SeenHiddenRun {
  const { receipt } = run;
  const shown = seenRun(run, sight);
  const told = receipt !== null && !shown.sealed && tellsNoMore(receipt.receipt, sight.stepPoints) ? receipt : null;
  return { ...shown, receipt: told };
}

/** A receipt of either form cannot be rounded without breaking its signature: one that says too much is not shown at all. */
export function tellsNoMore(receipt: AnyReceipt, stepPoints: number): boolean {
  const score = scoreOf(receipt);
  return score === null || canonicalJson(score) === canonicalJson(roundedScore(score, { precisionPoints: stepPoints }));
}

/** What the API calls a submission's verdict: its public run's, or practice's where there is no public run. */
export function deciding(submission: SeenListed): SeenRun {
  return submission.public ?? { ...submission.practice, score: null };
}

/** True once no run of the submission is on its way: practice failed, or the public run is judged too. */
export function isJudged({ practice, public: hidden }: SeenListed): boolean {
  if (practice.state !== "judged") return false;
  return hidden === null ? practice.verdict !== "accepted" : hidden.state === "judged";
}
