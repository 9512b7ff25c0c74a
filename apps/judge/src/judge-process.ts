/** The worker's end of the child process: one request at a time, a fresh child after one died. */
import { fork, type ChildProcess } from "node:child_process";
import { checked } from "@vigie/spec/node";
import { ChildReply, type ChildRequest } from "./child-messages.ts";

export class ChildDied extends Error {
  readonly code = "judge-child-died";
}

type Final = Exclude<ChildReply, { kind: "progress" }>;

export class JudgeProcess {
  readonly #file: string;
  #child: ChildProcess | null = null;

  /** @param file the bundled child, `judge-child.mjs`. */
  constructor(file: string) {
    this.#file = file;
  }

  /** Sends one request and waits for its answer. @throws ChildDied when the process ends before it answers. */
  async ask(request: ChildRequest, onProgress: (share: number) => void = () => undefined): Promise<Final> {
    const child = (this.#child ??= this.#start());
    return new Promise<Final>((resolve, reject) => {
      const settle = (): void => {
        child.off("message", onMessage);
        child.off("exit", onExit);
      };
      const onExit = (code: number | null, signal: string | null): void => {
        settle();
        this.#child = null;
        reject(new ChildDied(`the judge's child process ended (${signal ?? `exit code ${code ?? "unknown"}`})`));
      };
      const onMessage = (message: unknown): void => {
        const reply = checked(ChildReply, message, "message of the judge's child process");
        if (reply.kind === "progress") {
          onProgress(reply.share);
          return;
        }
        settle();
        resolve(reply);
      };
      child.on("message", onMessage);
      child.on("exit", onExit);
      child.send(request);
    });
  }

  #start(): ChildProcess {
    // Standard output and error are not inherited: whatever a library prints there could hold labels.
    return fork(this.#file, [], { stdio: ["ignore", "ignore", "ignore", "ipc"], serialization: "advanced" });
  }

  /** Lets the child close what it holds, and kills it when it does not. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.disconnect();
    const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
    await gone;
    clearTimeout(timer);
  }
}

async function askOnce(childFile: string, request: ChildRequest): Promise<Final> {
  const child = new JudgeProcess(childFile);
  try {
    return await child.ask(request);
  } finally {
    await child.stop();
  }
}

async function askForCommitment(childFile: string, request: ChildRequest): Promise<string> {
  const reply = await askOnce(childFile, request);
  if (reply.kind === "secret") return reply.commitment;
  throw new Error(reply.kind === "failed" ? reply.message : `unexpected ${reply.kind}`);
}

/** Makes the event secret where there is none, in a child process. @returns what is published of it before the event. */
export function ensureSecretInChild(childFile: string, secretFile: string): Promise<string> {
  return askForCommitment(childFile, { kind: "ensure-secret", secretFile });
}

/** What is published of a secret that is there. @throws Error with a sentence where it cannot be read. */
export function secretCommitmentInChild(childFile: string, secretFile: string): Promise<string> {
  return askForCommitment(childFile, { kind: "read-secret", secretFile });
}

/** Makes the key that signs receipts where there is none, in a child process. @returns its public half, in base64. */
export async function ensureKeyInChild(childFile: string, keyFile: string): Promise<string> {
  const reply = await askOnce(childFile, { kind: "ensure-key", keyFile });
  if (reply.kind === "key") return reply.publicKey;
  throw new Error(reply.kind === "failed" ? reply.message : `unexpected ${reply.kind}`);
}
