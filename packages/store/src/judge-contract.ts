/**
 * What the judge keeps to itself: claims, unrounded scores and replicates of hidden splits. Exported by
 * `@vigie/store/judge` alone, which the web app may not import.
 */
import type { ChallengeSpec, Judgement, Score, SignedReceipt, Split, Standings, Verdict } from "@vigie/spec";
import type { Store, Team } from "./contract.ts";

/** A job that a worker holds; the token fences its result. */
export interface Claim {
  readonly job: string;
  readonly token: string;
  readonly kind: "prepare-split" | "run";
  readonly challenge: ChallengeSpec;
  readonly split: Split;
  /** Of a run. */
  readonly submission: {
    readonly id: string;
    readonly archive: string;
    /** SHA-256 of the archive, in hexadecimal. */
    readonly digest: string;
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
  completePreparation(
    claim: Claim,
    result: { readonly inputsDigest: string; readonly labelsCommitment: string; readonly accounts: number },
  ): Promise<boolean>;
  /**
   * Writes the verdict, queues the public run after an accepted practice run, and stores new standings, in one
   * transaction that checks the claim token. `rank` turns all current public scores into the board's rows.
   * False when the claim was lost: then nothing was written.
   */
  completeRun(
    claim: Claim,
    result: { readonly judgement: Judgement; readonly receipt?: SignedReceipt },
    rank: (entries: readonly StandingEntry[]) => Standings["rows"],
  ): Promise<boolean>;
  /**
   * Gives a job back: it is tried again, and after three dead workers becomes a judge_error that costs no attempt.
   * Says which of them; "lost" where the claim was no longer this worker's.
   */
  release(claim: Claim, why: string): Promise<"again" | "given-up" | "lost">;
  /** Milliseconds until a claim may succeed without a change (a lease that ends), or null. */
  nextLease(): Promise<number | null>;
}

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
