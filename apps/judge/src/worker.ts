/**
 * The worker: claims a job, has it done in the child process, writes the result under its claim's token.
 *
 * A worker that dies leaves a lease that ends, and another takes the job up. A worker that lost its claim cannot
 * write: the store refuses the token.
 */
import { hostname } from "node:os";
import process from "node:process";
import type { SandboxKind } from "@vigie/runner";
import type { ChallengeSpec, Judgement, Split } from "@vigie/spec";
import type { Claim, JudgeStore } from "@vigie/store/judge";
import type { Installation } from "./installation.ts";
import { JudgeProcess } from "./judge-process.ts";
import { rankTeams } from "./rank-teams.ts";

const HEARTBEAT_MS = 8_000;
const IDLE_MS = 5_000;

export type WorkerNote =
  | { readonly kind: "preparing"; readonly challenge: string; readonly split: Split; readonly share: number }
  | { readonly kind: "judging"; readonly submission: string; readonly team: string; readonly split: Split }
  | {
      readonly kind: "judged";
      readonly submission: string;
      readonly team: string;
      readonly split: Split;
      readonly verdict: Judgement["verdict"];
    }
  | {
      readonly kind: "trouble";
      readonly message: string;
      /** The job failed for the last time; else it is tried again. */
      readonly gaveUp: boolean;
    };

export interface WorkerOptions {
  readonly store: JudgeStore;
  readonly installation: Installation;
  /** The bundled child, `judge-child.mjs`. */
  readonly childFile: string;
  readonly secretFile: string;
  /** Signs receipts. */
  readonly keyFile: string;
  readonly splitsDir: string;
  /** Keeps bundles from a submission's practice run to its public one; a folder of the judge's own. */
  readonly bundlesDir: string;
  readonly sandbox: SandboxKind;
  /** Without a sandbox only these archives (SHA-256 in hexadecimal) are run: the ones that came with Vigie. */
  readonly trusted: (submission: string) => Promise<boolean>;
  readonly onNote: (note: WorkerNote) => void;
}

export interface Worker {
  /** Stops after giving back what is in hand. */
  stop(): Promise<void>;
}

/** Starts one worker. It runs until it is stopped. */
export function startWorker(options: WorkerOptions): Worker {
  const { store, onNote } = options;
  const child = new JudgeProcess(options.childFile);
  const name = `${hostname()}/${process.pid}`;
  let stopping = false;
  let wake: () => void = () => undefined;
  const unsubscribe = store.onChange(() => wake());

  const idle = async (): Promise<void> => {
    const lease = await store.nextLease();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(IDLE_MS, lease ?? IDLE_MS));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopping) wake();
    });
  };

  const work = async (claim: Claim): Promise<void> => {
    const beat = setInterval(() => void store.heartbeat(claim).catch(() => undefined), HEARTBEAT_MS);
    try {
      await (claim.kind === "prepare-split" ? prepare(options, child, claim) : judge(options, child, claim));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const after = await store.release(claim, stopping ? "stopped" : why);
      if (!stopping) onNote({ kind: "trouble", message: why, gaveUp: after === "given-up" });
    } finally {
      clearInterval(beat);
    }
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      try {
        const claim = await store.claim(name);
        if (claim === null) await idle();
        else await work(claim);
      } catch (error) {
        if (stopping) return;
        onNote({ kind: "trouble", message: error instanceof Error ? error.message : String(error), gaveUp: false });
        await idle().catch(() => undefined);
      }
    }
  };
  const done = loop();

  return {
    async stop() {
      stopping = true;
      wake();
      await child.stop();
      await done;
      unsubscribe();
    },
  };
}

function placeOf({ installation, secretFile, splitsDir }: WorkerOptions, challenge: ChallengeSpec, split: Split) {
  return { installation, secretFile, splitsDir, challenge, split };
}

async function prepare(options: WorkerOptions, child: JudgeProcess, claim: Claim): Promise<void> {
  const { challenge, split } = claim;
  const note = (share: number): void => options.onNote({ kind: "preparing", challenge: challenge.id, split, share });
  note(0);
  const reply = await child.ask({ kind: "prepare", ...placeOf(options, challenge, split) }, note);
  if (reply.kind !== "prepared") throw new Error(reply.kind === "failed" ? reply.message : `unexpected ${reply.kind}`);
  note(1);
  const { inputsDigest, labelsCommitment, accounts } = reply;
  await options.store.completePreparation(claim, { inputsDigest, labelsCommitment, accounts });
}

async function judge(options: WorkerOptions, child: JudgeProcess, claim: Claim): Promise<void> {
  const { challenge, split, submission } = claim;
  if (submission === null) throw new Error("a run without a submission");
  if (options.sandbox === "none" && !(await options.trusted(submission.id))) {
    throw new Error("there is no sandbox on this machine, and this code did not come with Vigie: it is not run");
  }
  const about = { submission: submission.id, team: submission.team, split };
  options.onNote({ kind: "judging", ...about });
  const reply = await child.ask({
    kind: "judge",
    ...placeOf(options, challenge, split),
    archive: submission.archive,
    submission: { id: submission.id, digest: submission.digest },
    bundlesDir: options.bundlesDir,
    event: (await options.store.event())?.id ?? "",
    keyFile: options.keyFile,
    sandbox: options.sandbox,
  });
  if (reply.kind !== "judged") throw new Error(reply.kind === "failed" ? reply.message : `unexpected ${reply.kind}`);
  const written = await options.store.completeRun(claim, reply, (entries) => rankTeams(challenge, entries));
  if (written) options.onNote({ kind: "judged", ...about, verdict: reply.judgement.verdict });
}
