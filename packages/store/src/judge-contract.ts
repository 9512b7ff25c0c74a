/**
 * What the judge keeps to itself: claims, unrounded scores and replicates of hidden splits. Exported by
 * `@vigie/store/judge` alone, which the web app may not import.
 */
import type { ChallengeSpec, Exhibit, Judgement, Score, SignedReceipt, Split, Verdict } from "@vigie/spec";
import type { Store, Team } from "./contract.ts";

/** What a split's files are: the digest of its inputs, and the commitment to its labels under the event's secret. */
export interface SplitDigests {
  readonly inputsDigest: string;
  readonly labelsCommitment: string;
}

/** A job that a worker holds; the token fences its result. */
export interface Claim {
  readonly job: string;
  readonly token: string;
  readonly kind: "prepare-split" | "run";
  readonly challenge: ChallengeSpec;
  readonly split: Split;
  /** Of a run: the split as it was prepared for this event. */
  readonly prepared: SplitDigests | null;
  /** Of a run. */
  readonly submission: {
    readonly id: string;
    readonly archive: string;
    /** SHA-256 of the archive, in hexadecimal. */
    readonly digest: string;
    /** Of the archive as it came. */
    readonly sentDigest: string;
    readonly team: string;
  } | null;
}

/** What the judge alone may do: exported by `@vigie/store/judge`. */
export interface JudgeStore extends Store {
  /**
   * The next job: `prepare-split` first; then teams that were never judged, then the team that has waited longest;
   * a run only when its split is ready. One query (FOR UPDATE SKIP LOCKED), which also takes up expired leases.
   */
  claim(worker: string): Promise<Claim | null>;
  /** Extends the lease (30 s); false when the claim is no longer this worker's. */
  heartbeat(claim: Claim): Promise<boolean>;
  /** The split is ready: its inputs' and labels' commitments are published. */
  completePreparation(claim: Claim, result: PreparedSplit): Promise<boolean>;
  /** Those of a practice run's subjects that have no exhibit yet in its revision of the challenge. */
  missingExhibits(claim: Claim, subjects: readonly number[]): Promise<readonly number[]>;
  /**
   * Writes the verdict and exhibits, queues the public run after an accepted practice run, and stores new standings, in
   * one transaction that checks the claim token. `rank` places all current public scores.
   * False when the claim was lost: then nothing was written.
   */
  completeRun(claim: Claim, result: JudgedRun, rank: Rank): Promise<boolean>;
  /**
   * Gives a job back: it is tried again, and after three dead workers becomes a judge_error that costs no attempt.
   * Says which of them; "lost" where the claim was no longer this worker's.
   */
  release(claim: Claim, why: string): Promise<"again" | "given-up" | "lost">;
  /** Milliseconds until a claim may succeed without a change (a lease that ends), or null. */
  nextLease(): Promise<number | null>;
}

export interface PreparedSplit extends SplitDigests {
  readonly subjects: number;
}

export interface JudgedRun {
  readonly judgement: Judgement;
  readonly receipt?: SignedReceipt;
  /** Of a practice run; one that is there already is left as it is. */
  readonly exhibits?: readonly Exhibit[];
}

/** Where a team with a score stands; null for a baseline. */
export interface Place {
  readonly team: string;
  readonly rank: number | null;
  readonly band: number | null;
}

/** Places the teams that have a score, in the board's order. */
export type Rank = (entries: readonly StandingEntry[]) => readonly Place[];

/** One team's public standing, unrounded, as `rank` gets it. */
export interface StandingEntry {
  readonly team: Team;
  /** The best accepted public run: highest rounded score, the earliest of equals. Null without one. */
  readonly best: {
    readonly submission: string;
    readonly score: Score;
    readonly replicates: readonly number[];
    readonly judgedAt: string;
  } | null;
  /** Rounded public scores of accepted submissions, oldest first. */
  readonly history: readonly number[];
  readonly attempts: number;
  /** Verdict of the latest judged submission. */
  readonly latestVerdict: Verdict | null;
}
