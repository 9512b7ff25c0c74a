/**
 * One worker: has a claimed job done in a child process of its own, and writes the result under its claim's token.
 *
 * A worker that dies leaves a lease that ends, and another takes the job up. A worker that lost its claim cannot
 * write: the store refuses the token.
 */
import { hostname } from "node:os";
import process from "node:process";
import type { ChallengeSpec, Split } from "@vigie/spec";
import type { Claim } from "@vigie/store/judge";
import { JudgeProcess } from "./judge-process.ts";
import { splitFolder } from "./prepare-split.ts";
import { rankTeams } from "./rank-teams.ts";
import type { SharedInputs } from "./shared-inputs.ts";
import type { WorkerOptions } from "./worker-options.ts";

const HEARTBEAT_MS = 8_000;

function placeOf({ installation, secretFile, splitsDir }: WorkerOptions, challenge: ChallengeSpec, split: Split) {
  return { installation, secretFile, splitsDir, challenge, split };
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
      const why = error instanceof Error ? error.message : String(error);
      const after = await store.release(claim, this.#stopping ? "stopped" : why);
      if (!this.#stopping) onNote({ kind: "trouble", message: why, gaveUp: after === "given-up" });
    } finally {
      clearInterval(beat);
    }
  }

  async #prepare(claim: Claim): Promise<void> {
    const { onNote, store } = this.#options;
    const { challenge, split } = claim;
    const note = (share: number): void => onNote({ kind: "preparing", challenge: challenge.id, split, share });
    note(0);
    const reply = await this.#child.ask({ kind: "prepare", ...placeOf(this.#options, challenge, split) }, note);
    if (reply.kind !== "prepared") throw new Error(reply.kind === "failed" ? reply.message : `unexpected ${reply.kind}`);
    note(1);
    const { inputsDigest, labelsCommitment, accounts } = reply;
    await store.completePreparation(claim, { inputsDigest, labelsCommitment, accounts });
  }

  async #judge(claim: Claim): Promise<void> {
    const { store, installation, splitsDir, bundlesDir, keyFile, sandbox, trusted, onNote } = this.#options;
    const { challenge, split, submission } = claim;
    if (submission === null) throw new Error("a run without a submission");
    if (sandbox === "none" && !(await trusted(submission.id))) {
      throw new Error("there is no sandbox on this machine, and this code did not come with Vigie: it is not run");
    }
    const about = { submission: submission.id, team: submission.team, split };
    onNote({ kind: "judging", ...about });
    const reply = await this.#child.ask({
      kind: "judge",
      ...placeOf(this.#options, challenge, split),
      inputs: await this.#inputs.of(splitFolder(splitsDir, installation, challenge, split)),
      archive: submission.archive,
      submission: { id: submission.id, digest: submission.digest },
      bundlesDir,
      event: (await store.event())?.id ?? "",
      keyFile,
      sandbox,
    });
    if (reply.kind !== "judged") throw new Error(reply.kind === "failed" ? reply.message : `unexpected ${reply.kind}`);
    const written = await store.completeRun(claim, reply, (entries) => rankTeams(challenge, entries));
    if (written) onNote({ kind: "judged", ...about, verdict: reply.judgement.verdict });
  }

  /** Ends the child; what is in hand is given back without counting a loss. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#child.stop();
  }
}
