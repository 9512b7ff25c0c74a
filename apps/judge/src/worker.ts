/**
 * One worker: has a claimed job done in a child process of its own, and writes the result under its claim's token.
 *
 * A worker that dies leaves a lease that ends, and another takes the job up. A worker that lost its claim cannot
 * write: the store refuses the token.
 */
import { hostname } from "node:os";
import process from "node:process";
import { subjectsIn, type Exhibit, type Judgement } from "@vigie/spec";
import type { Claim, SplitDigests } from "@vigie/store/judge";
import { JudgeProcess } from "./judge-process.ts";
import { splitFolder } from "./prepare-split.ts";
import { rankTeams } from "./rank-teams.ts";
import type { SharedInputs } from "./shared-inputs.ts";
import type { WorkerOptions } from "./worker-options.ts";

const HEARTBEAT_MS = 8_000;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export class Worker {
  /** Tells workers apart in the database. */
  readonly name: string;
  readonly #options: WorkerOptions;
  readonly #inputs: SharedInputs;
  readonly #child: JudgeProcess;
  #stopping = false;

  constructor(options: WorkerOptions, inputs: SharedInputs, number: number) {
    this.name = `${hostname()}/${process.pid}/${number}`;
    this.#options = options;
    this.#inputs = inputs;
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
      const after = await store.release(claim, this.#stopping ? "stopped" : why);
      if (!this.#stopping) onNote({ kind: "trouble", message: why, gaveUp: after === "given-up" });
    } finally {
      clearInterval(beat);
    }
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
    const made = await this.#child.ask({ kind: "prepare", ...this.#placeOf(claim) }, ["prepared"], note);
    note(1);
    return made;
  }

  async #prepare(claim: Claim): Promise<void> {
    const subjects = subjectsIn(claim.challenge, claim.split);
    const { inputsDigest, labelsCommitment } = await this.#make(claim);
    await this.#options.store.completePreparation(claim, { inputsDigest, labelsCommitment, subjects });
  }

  async #judge(claim: Claim): Promise<void> {
    const { store, installation, splitsDir, bundlesDir, keyFile, sandbox, trusted, onNote } = this.#options;
    const { challenge, split, submission, prepared } = claim;
    if (submission === null || prepared === null) throw new Error("a run without a submission, or on no split");
    if (sandbox === "none" && !(await trusted(submission.id))) {
      throw new Error("there is no sandbox on this machine, and this code did not come with Vigie: it is not run");
    }
    const about = { submission: submission.id, team: submission.team, split };
    onNote({ kind: "judging", ...about });
    // The folder may be missing though the split was prepared: by another version, or before a backup was put back.
    const folder = splitFolder(splitsDir, installation, challenge, split);
    const inputs = await this.#inputs.of(folder, () => this.#make(claim));
    const { id, digest, archive } = submission;
    const event = (await store.event())?.id ?? "";
    const run = { archive, submission: { id, digest }, prepared, inputs, bundlesDir, event, keyFile, sandbox };
    const reply = await this.#child.ask({ kind: "judge", ...this.#placeOf(claim), ...run }, ["judged"]);
    const exhibits = await this.#exhibits(claim, inputs, reply.judgement);
    const written = await store.completeRun(claim, { ...reply, exhibits }, (entries) => rankTeams(challenge, entries));
    if (written) onNote({ kind: "judged", ...about, verdict: reply.judgement.verdict });
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
