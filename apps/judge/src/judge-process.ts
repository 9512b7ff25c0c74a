/** The worker's end of the child process: one request at a time, a fresh child after one died. */
import { fork, type ChildProcess } from "node:child_process";
import { checked } from "@vigie/spec/node";
import { ChildReply, type ChildRequest } from "./child-messages.ts";
import type { Pinned, PinWish } from "./own-set.ts";

export class ChildDied extends Error {
  readonly code = "judge-child-died";
}

type Final = Exclude<ChildReply, { kind: "progress" }>;
type Of<K extends Final["kind"]> = Extract<Final, { readonly kind: K }>;

function isOf<K extends Final["kind"]>(reply: Final, kinds: readonly K[]): reply is Of<K> {
  return kinds.some((kind) => kind === reply.kind);
}

type OnProgress = (share: number) => void;

/** How a request is waited for. */
export interface Waiting {
  readonly onProgress?: OnProgress;
  /** From the child's first word of progress on: one that takes longer is killed. */
  readonly ceilingMs?: number;
}

export class JudgeProcess {
  readonly #file: string;
  #child: ChildProcess | null = null;
  #stopped = false;

  /** @param file the bundled child, `judge-child.mjs`. */
  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Sends one request and waits for its answer, of one of these kinds.
   * @throws Error with what went wrong there; ChildDied when the process ends before it answers, or was stopped.
   */
  async ask<K extends Final["kind"]>(request: ChildRequest, kinds: readonly K[], waiting: Waiting = {}): Promise<Of<K>> {
    const reply = await this.#send(request, waiting);
    if (isOf(reply, kinds)) return reply;
    throw new Error(reply.kind === "failed" ? reply.message : `unexpected ${reply.kind}`);
  }

  async #send(request: ChildRequest, { onProgress, ceilingMs }: Waiting): Promise<Final> {
    if (this.#stopped) throw new ChildDied("the judge's child process was stopped");
    const child = (this.#child ??= this.#start());
    return new Promise<Final>((resolve, reject) => {
      let ceiling: NodeJS.Timeout | undefined;
      const settle = (): void => {
        clearTimeout(ceiling);
        child.off("message", onMessage);
        child.off("exit", onExit);
      };
      const onExit = (code: number | null, signal: string | null): void => {
        settle();
        this.#child = null;
        reject(new ChildDied(`the judge's child process ended (${signal ?? `exit code ${code ?? "unknown"}`})`));
      };
      const onMessage = (message: unknown): void => {
        try {
          const reply = checked(ChildReply, message, "message of the judge's child process");
          if (reply.kind === "progress") {
            if (ceilingMs !== undefined) ceiling ??= setTimeout(() => child.kill("SIGKILL"), ceilingMs);
            onProgress?.(reply.share);
            return;
          }
          settle();
          resolve(reply);
        } catch (error) {
          // Whatever sends no reply of ours is in no state to go on.
          settle();
          this.#child = null;
          child.kill("SIGKILL");
          reject(error instanceof Error ? error : new ChildDied(String(error)));
        }
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

  /** Lets the child close what it holds, and kills it when it does not. None is started afterwards. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    this.#stopped = true;
    if (child === null || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.disconnect();
    const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
    await gone;
    clearTimeout(timer);
  }
}

/** What an event publishes of its secret (a commitment, in hexadecimal) and of the key that signs receipts (base64). */
export interface EventIdentity {
  readonly secretCommitment: string;
  readonly receiptKey: string;
}

/**
 * Reads an event's secret and key in a child process of its own. @param files.make makes the secret where there is none;
 * a key that is not there is always made.
 * @throws Error with a sentence where a file cannot be read or written.
 */
export async function identifyEvent(
  childFile: string,
  files: { readonly secretFile: string; readonly keyFile: string; readonly make: boolean },
): Promise<EventIdentity> {
  const child = new JudgeProcess(childFile);
  try {
    return await child.ask({ kind: "identify", ...files }, ["identity"]);
  } finally {
    await child.stop();
  }
}

/**
 * Has a folder that the organizer brings examined, and the event's copy of it taken, in a child process of its own.
 * @throws Error with a sentence where the disk is full or the secret cannot be read.
 */
export async function pinSet(
  childFile: string,
  wish: Omit<PinWish, "secret"> & { readonly secretFile: string },
): Promise<Pinned> {
  const child = new JudgeProcess(childFile);
  try {
    return await child.ask({ kind: "pin", ...wish }, ["pinned", "unfit"]);
  } finally {
    await child.stop();
  }
}
