/** One helping thread, as the thread sees it that it helps: an order goes in, an answer comes out, one at a time. */
import { Worker } from "node:worker_threads";
import { SpecError } from "@vigie/spec";
import { isAnswer, type Answer, type Order, type ThreadFailure } from "./testset-orders.ts";

/** A thread ended, or broke in a way that it could not tell itself. */
export class ThreadDied extends Error {
  readonly code = "testset-thread-died";
}

/** A failure that a thread told of. */
class ThreadError extends Error {
  readonly code: string;

  constructor({ message, code }: ThreadFailure) {
    super(message);
    this.code = code;
  }
}

type Done = Exclude<Answer, { kind: "failed" }>;

function errorOf(failure: ThreadFailure): Error {
  return failure.problems.length > 0 ? new SpecError(failure.code, failure.problems) : new ThreadError(failure);
}

export class HelperThread {
  readonly #worker: Worker;
  #death: Error | null = null;

  /** @param file the bundled `testset-thread.mjs`. */
  constructor(file: string) {
    this.#worker = new Worker(file, { stdout: false, stderr: false });
    this.#worker.on("error", (cause) => (this.#death = new ThreadDied(`a thread broke: ${cause.message}`, { cause })));
    this.#worker.on("exit", (code) => (this.#death ??= new ThreadDied(`a thread ended early, with exit code ${code}`)));
  }

  /** @throws SpecError or an error with the thread's own code where it failed; ThreadDied where it is gone. */
  async ask(order: Order): Promise<Done> {
    if (this.#death) throw this.#death;
    return await new Promise<Done>((resolve, reject) => {
      const settle = (): void => {
        this.#worker.off("message", onMessage);
        this.#worker.off("exit", onExit);
      };
      const onExit = (): void => {
        settle();
        reject(this.#death ?? new ThreadDied("a thread ended early"));
      };
      const onMessage = (message: unknown): void => {
        settle();
        if (!isAnswer(message)) reject(new ThreadDied("a thread sent a message that is no answer"));
        else if (message.kind === "failed") reject(errorOf(message.failure));
        else resolve(message);
      };
      this.#worker.on("message", onMessage);
      this.#worker.on("exit", onExit);
      this.#worker.postMessage(order);
    });
  }

  /** Ends the thread wherever it is. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
