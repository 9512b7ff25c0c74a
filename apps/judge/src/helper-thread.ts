/** One helping thread, as the thread sees it that it helps: an order goes in, an answer comes out, one at a time. */
import { Worker, type ResourceLimits } from "node:worker_threads";
import { errorOf, type Failed } from "./thread-failure.ts";

/** A thread ended, or broke in a way that it could not tell itself. */
export class ThreadDied extends Error {
  readonly code = "helper-thread-died";
}

export class HelperThread<O, A extends { readonly kind: string }> {
  readonly #worker: Worker;
  readonly #isAnswer: (message: unknown) => message is A | Failed;
  #death: Error | null = null;

  /**
   * @param file the thread's bundle. @param isAnswer as far as its kind tells: both ends are of one build.
   * @param limits of the thread's memory.
   */
  constructor(file: string, isAnswer: (message: unknown) => message is A | Failed, limits: ResourceLimits = {}) {
    this.#isAnswer = isAnswer;
    this.#worker = new Worker(file, { stdout: false, stderr: false, resourceLimits: limits });
    this.#worker.on("error", (cause) => (this.#death = new ThreadDied(`a thread broke: ${cause.message}`, { cause })));
    this.#worker.on("exit", (code) => (this.#death ??= new ThreadDied(`a thread ended early, with exit code ${code}`)));
  }

  /** @throws SpecError or an error with the thread's own code where it failed; ThreadDied where it is gone. */
  async ask(order: O): Promise<A> {
    if (this.#death) throw this.#death;
    return await new Promise<A>((resolve, reject) => {
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
        if (!this.#isAnswer(message)) reject(new ThreadDied("a thread sent a message that is no answer"));
        else if (isFailed(message)) reject(errorOf(message));
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

function isFailed(answer: { readonly kind: string } | Failed): answer is Failed {
  return answer.kind === "failed";
}
