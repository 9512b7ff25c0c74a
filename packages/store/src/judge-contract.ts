/**
 * What the judge keeps to itself: claims, unrounded scores and replicates of hidden splits. Exported by
 * `@vigie/store/judge` alone, which the web app may not import.
 *
 * **Verdicts at once, standings after.** A verdict is written with a note that its team waits to be ranked, and nothing else:
 * neither it nor a submission ever waits for a ranking. Who ranks takes a challenge's turn (`rankAlone`), reads what waits and
 * the teams that it concerns (`rankingTask`, `standingEntries`), computes, and writes (`storeStandings`): one transaction that
 * checks that nobody ranked meanwhile. What is left by a process that dies waits on, and is ranked by the next. A revision
 * whose runs are all judged comes to count in the same way, with its standings, in one transaction.
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
  /** The version of the challenge that it is of. */
  readonly revision: number;
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

/** A version of a challenge that is not judged here. */
export interface HeldRevision {
  readonly challenge: string;
  readonly revision: number;
}

/** What the judge alone may do: exported by `@vigie/store/judge`. */
export interface JudgeStore extends Store {
  /**
   * The next job: `prepare-split` first; then teams that were never judged, then the team that has waited longest;
   * a run only when its split is ready. One query (FOR UPDATE SKIP LOCKED), which also takes up expired leases.
   * Runs of what this process holds back are left to others.
   */
  claim(worker: string, held?: readonly HeldRevision[]): Promise<Claim | null>;
  /** Extends the lease (30 s); false when the claim is no longer this worker's. */
  heartbeat(claim: Claim): Promise<boolean>;
  /** The split is ready: its inputs' and labels' commitments are published. Those of one that was ready before stay. */
  completePreparation(claim: Claim, result: PreparedSplit): Promise<boolean>;
  /** Those of a practice run's subjects that have no exhibit yet in its revision of the challenge. */
  missingExhibits(claim: Claim, subjects: readonly number[]): Promise<readonly number[]>;
  /**
   * Writes the verdict and exhibits, queues the public run after an accepted practice run, and has the team ranked soon, in
   * one transaction that checks the claim token. False when the claim was lost: then nothing was written.
   */
  completeRun(claim: Claim, result: JudgedRun): Promise<boolean>;
  /**
   * Gives a job back: it is tried again, and after three losses becomes a judge_error that costs no attempt. What was merely
   * put back counts none. Says which of them; "lost" where the claim was no longer this worker's.
   */
  release(claim: Claim, why: string, loss?: "counts" | "none"): Promise<"again" | "given-up" | "lost">;
  /** Milliseconds until a claim may succeed without a change (a lease that ends), or null. */
  nextLease(): Promise<number | null>;

  /** The challenges of which something waits to be ranked. */
  unranked(): Promise<readonly string[]>;
  /** Does something while nobody else ranks this challenge, in whatever process; null where somebody does. No transaction is open meanwhile. */
  rankAlone<T>(challenge: string, work: () => Promise<T>): Promise<T | null>;
  /** What waits of a challenge, for one who has seen its standings up to there (null: nothing of them); null where nothing does. */
  rankingTask(challenge: string, seen: RankingMark | null): Promise<RankingTask | null>;
  /** The teams that a task is about, with every bit of their replicates, some at a time. */
  standingEntries(task: RankingTask): AsyncIterable<readonly StandingEntry[]>;
  /**
   * Writes the rows of what waited, where they changed, and the places of all teams with a score, as the board's next version;
   * where the task says so its revision comes to count with that. Null where what was read no longer holds (somebody else
   * ranked, a submission came to a revision that seemed to be through): then nothing was written, and the task is to be read anew.
   */
  storeStandings(task: RankingTask, entries: readonly ListedEntry[], places: readonly Place[]): Promise<RankingMark | null>;
}

/** How much of a challenge's standings somebody has seen: teams whose rows are no newer need not be read again. */
export interface RankingMark {
  readonly revision: number;
  readonly version: number;
}

export interface RankingTask {
  readonly challenge: ChallengeSpec;
  readonly revision: number;
  /** This revision comes to count by this ranking. */
  readonly switches: boolean;
  /** Teams that changed since the mark that was given; null: all of them. */
  readonly changed: readonly string[] | null;
  /** Teams whose rows are written anew, where they differ; null: all of them. */
  readonly waiting: readonly string[] | null;
  /** What was read: the notes of what waits, and the version with which the board was last ranked. */
  readonly waits: readonly string[];
  readonly ranked: number;
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

/** Where a team with a score stands, best first; null for a baseline, and for a team that does not compete. */
export interface Place {
  readonly team: string;
  readonly rank: number | null;
  readonly band: number | null;
}

/** One team's public standing, unrounded: what its row says is made of it. */
export interface ListedEntry {
  readonly team: Team;
  /** False: it stands by its score without a place, as a baseline does. */
  readonly competes: boolean;
  /** The best accepted public run: highest rounded score, the earliest of equals. Null without one. */
  readonly best: { readonly submission: string; readonly score: Score; readonly judgedAt: string } | null;
  /** Rounded public scores of accepted submissions, oldest first. */
  readonly history: readonly number[];
  readonly attempts: number;
  /** Verdict of the latest judged submission. */
  readonly latestVerdict: Verdict | null;
}

/** With what places are computed from. */
export interface StandingEntry extends ListedEntry {
  readonly best: (NonNullable<ListedEntry["best"]> & { readonly replicates: Float64Array<ArrayBuffer> }) | null;
}
