/**
 * One worker: has a claimed job done in a child process of its own, and writes the result under its claim's token.
 *
 * A worker that dies leaves a lease that ends, and another takes the job up. A worker that lost its claim cannot
 * write: the store refuses the token.
 */
import { hostname } from "node:os";
import process from "node:process";
import { lastCommitOf, subjectsIn, type Exhibit, type Judgement } from "@vigie/spec";
import type { Claim, SplitDigests } from "@vigie/store/judge";
import type { HeldRevisions } from "./held-revisions.ts";
import { ChildDied, JudgeProcess } from "./judge-process.ts";
import { judgingCeilingMs } from "./judging-ceiling.ts";
import { notHereAnyMore } from "./make-testset.ts";
import { splitFolder } from "./prepare-split.ts";
import type { SharedInputs } from "./shared-inputs.ts";
import type { Retired, WorkerOptions } from "./worker-options.ts";

const HEARTBEAT_MS = 8_000;
/** A test set that could not be made: a full disk, say. */
const TRY_AGAIN_MS = 60_000;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A run cannot be judged here for a reason that is not the run's: no other of its revision can. */
class NotHere extends Error {
  /** How long it is not tried again here. */
  readonly forMs: number;
  readonly retired: Retired | null = null;

  constructor(why: string, forMs: number, { retired, cause }: { readonly retired?: Retired; readonly cause?: unknown } = {}) {
    super(why, { cause });
    this.forMs = forMs;
    this.retired = retired ?? null;
  }
}

/** Before anything is made or opened: a set that lies there still would be scored by other rules. @throws NotHere */
function refuseRetired({ challenge, split }: Claim): void {
  const commit = lastCommitOf(challenge, split);
  if (commit === null) return;
  const { version } = challenge;
  throw new NotHere(notHereAnyMore(challenge, commit), Infinity, { retired: { version, commit } });
}

export class Worker {
  /** Tells workers apart in the database. */
  readonly name: string;
  readonly #options: WorkerOptions;
  readonly #inputs: SharedInputs;
  readonly #held: HeldRevisions;
  readonly #child: JudgeProcess;
  #stopping = false;

  constructor(options: WorkerOptions, inputs: SharedInputs, held: HeldRevisions, number: number) {
    this.name = `${hostname()}/${process.pid}/${number}`;
    this.#options = options;
    this.#inputs = inputs;
    this.#held = held;
    this.#child = new JudgeProcess(options.childFile);
  }

  /** Does what it claimed, or gives it back and says why. @throws what the store throws. */
  async work(claim: Claim): Promise<void> {
    const { store, onNote } = this.#options;
    const beat = setInterval(() => void store.heartbeat(claim).catch(() => undefined), HEARTBEAT_MS);
    try {
      await (claim.kind === "prepare-split" ? this.#prepare(claim) : this.#judge(claim));
    } catch (error) {
      const why = messageOf(error);
      if (this.#stopping) await store.release(claim, "stopped", "none");
      else if (error instanceof NotHere) await this.#hold(claim, error);
      else onNote({ kind: "trouble", message: why, gaveUp: (await store.release(claim, why)) === "given-up" });
    } finally {
      clearInterval(beat);
    }
  }

  /** Puts a run back, and takes no other of its revision: for another judge, or until what failed here is tried again. */
  async #hold(claim: Claim, { message: why, forMs, retired }: NotHere): Promise<void> {
    const held = { challenge: claim.challenge.id, revision: claim.revision };
    const first = this.#held.hold(held, forMs);
    await this.#options.store.release(claim, why, "none");
    if (!first) return;
    this.#options.onNote(
      forMs === Infinity ? { kind: "held", ...held, why, retired } : { kind: "trouble", message: why, gaveUp: false },
    );
  }

  #placeOf({ challenge, split }: Claim) {
    const { installation, secretFile, splitsDir } = this.#options;
    return { installation, secretFile, splitsDir, challenge, split };
  }

  /** Has the split of a claim made, where it is not there. */
  async #make(claim: Claim): Promise<SplitDigests> {
    const note = (share: number): void =>
      this.#options.onNote({ kind: "preparing", challenge: claim.challenge.id, split: claim.split, share });
    note(0);
    const made = await this.#child.ask({ kind: "prepare", ...this.#placeOf(claim) }, ["prepared"], { onProgress: note });
    note(1);
    return made;
  }

  async #prepare(claim: Claim): Promise<void> {
    const subjects = subjectsIn(claim.challenge, claim.split);
    const { inputsDigest, labelsCommitment } = await this.#make(claim);
    await this.#options.store.completePreparation(claim, { inputsDigest, labelsCommitment, subjects });
  }

  async #judge(claim: Claim): Promise<void> {
    const { store, bundlesDir, keyFile, sandbox, trusted, onNote } = this.#options;
    const { challenge, split, submission, prepared } = claim;
    if (submission === null || prepared === null) throw new Error("a run without a submission, or on no split");
    refuseRetired(claim);
    if (sandbox === "none" && !(await trusted(submission.id))) {
      throw new Error("there is no sandbox on this machine, and this code did not come with Vigie: it is not run");
    }
    const about = { submission: submission.id, team: submission.team, split };
    onNote({ kind: "judging", ...about });
    const inputs = await this.#inputsOf(claim);
    const { id, digest, sentDigest: sent, archive } = submission;
    const event = (await store.event())?.id ?? "";
    const run = { archive, submission: { id, digest, sent }, prepared, inputs, bundlesDir, event, keyFile, sandbox };
    const ceilingMs = judgingCeilingMs(challenge);
    const reply = await this.#child.ask({ kind: "judge", ...this.#placeOf(claim), ...run }, ["judged", "other-split"], {
      ceilingMs,
    });
    if (reply.kind === "other-split") throw new NotHere(reply.why, Infinity);
    const exhibits = await this.#exhibits(claim, inputs, reply.judgement);
    const written = await store.completeRun(claim, { ...reply, exhibits });
    if (written) onNote({ kind: "judged", ...about, verdict: reply.judgement.verdict });
  }

  /** The folder may be missing though the split was prepared: by another version, or before a backup was put back. */
  async #inputsOf(claim: Claim): Promise<string> {
    const { installation, splitsDir } = this.#options;
    const folder = splitFolder(splitsDir, installation, claim.challenge, claim.split);
    try {
      return await this.#inputs.of(folder, () => this.#make(claim));
    } catch (error) {
      if (error instanceof ChildDied) throw error;
      throw new NotHere(messageOf(error), TRY_AGAIN_MS, { cause: error });
    }
  }

  /** What the mistakes of a practice run are about, as far as nobody made it before. That it fails holds no verdict up. */
  async #exhibits(claim: Claim, inputs: string, { practice }: Judgement): Promise<readonly Exhibit[]> {
    const subjects = practice?.mistakes.map(({ subject }) => subject) ?? [];
    try {
      const missing = await this.#options.store.missingExhibits(claim, [...new Set(subjects)]);
      if (missing.length === 0) return [];
      const request = { ...this.#placeOf(claim), inputs, subjects: [...missing] };
      return (await this.#child.ask({ kind: "exhibit", ...request }, ["exhibits"])).exhibits;
    } catch (error) {
      if (this.#stopping) throw error;
      this.#options.onNote({ kind: "trouble", message: messageOf(error), gaveUp: false });
      return [];
    }
  }

  /** Ends the child; what is in hand is given back without counting a loss. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#child.stop();
  }
}
