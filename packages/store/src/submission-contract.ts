/** Teams, and what they sent, as the store tells of them. */
import type { PracticeReport, Reason, Score, SignedReceipt, Split, Verdict } from "@vigie/spec";

export type PersonRole = "participant" | "mentor" | "organizer";

export interface Team {
  readonly id: string;
  readonly name: string;
  /** A bundled reference: it stands on the board by its score, without a rank or a band. */
  readonly baseline: boolean;
}

export type RunState = "queued" | "judging" | "judged";

/** What a list shows of one submission on one split. */
export interface ListedRun {
  readonly id: string;
  readonly split: Split;
  readonly state: RunState;
  readonly verdict: Verdict | null;
  readonly reason: Reason | null;
  /** Of a hidden split rounded to the challenge's precision; null unless accepted. */
  readonly score: Score | null;
  readonly queuedAt: string;
  readonly judgedAt: string | null;
}

/** A run with what is read where it alone is shown. */
export interface Run extends ListedRun {
  /** Only of the practice split. */
  readonly practice: PracticeReport | null;
  /** What the judge signed of it; null before, and where the judge itself failed. */
  readonly receipt: SignedReceipt | null;
}

export interface ListedSubmission {
  readonly id: string;
  readonly team: Team;
  readonly challenge: string;
  /** The team's n-th attempt at this challenge, from 1. */
  readonly attempt: number;
  readonly receivedAt: string;
  /** SHA-256 in hexadecimal of the archive that is kept and judged: the canonical one (before there was one, as it came). */
  readonly digest: string;
  /** SHA-256 of the archive as it came; the same where the sender made the canonical one. */
  readonly sentDigest: string;
  /** Of the archive that is kept. */
  readonly bytes: number;
  readonly files: number;
  readonly language: "typescript" | "python";
  readonly practice: ListedRun;
  /** Queued only once practice was accepted. */
  readonly public: ListedRun | null;
  /** Organizers withdrew it: it counts for nothing any more. */
  readonly withdrawn?: true;
}

export interface Submission extends ListedSubmission {
  readonly practice: Run;
  readonly public: Run | null;
}
