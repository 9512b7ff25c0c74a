/** Ranks within a second of a verdict, once for all that came meanwhile. What was left behind by another process is ranked at the start. */
import { Bell } from "./bell.ts";
import { Ranker } from "./ranker.ts";
import type { WorkerOptions } from "./worker-options.ts";

const GATHER_MS = 300;
const AGAIN_MS = 1_000;
const IDLE_MS = 5_000;

export class RankingLoop {
  readonly #options: Pick<WorkerOptions, "store" | "onNote">;
  readonly #ranker: Ranker;
  readonly #bell = new Bell();
  readonly #unsubscribe: () => void;
  readonly #done: Promise<void>;
  #stopping = false;

  constructor({ store, onNote, installation }: Pick<WorkerOptions, "store" | "onNote" | "installation">) {
    this.#options = { store, onNote };
    this.#ranker = new Ranker(store, installation.rankingFile);
    this.#unsubscribe = store.onChange(({ kind }) => {
      if (kind === "run" || kind === "job") this.#bell.ring();
    });
    this.#done = this.#loop();
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      this.#bell.clear();
      const all = await this.#rank();
      await this.#bell.heard(all ? IDLE_MS : AGAIN_MS);
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    }
  }

  /** A ranking that fails holds up no verdict: it is told, and tried again. */
  async #rank(): Promise<boolean> {
    try {
      return await this.#ranker.rankAll();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!this.#stopping) this.#options.onNote({ kind: "trouble", message, gaveUp: false });
      return true;
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#unsubscribe();
    this.#bell.ring();
    await this.#done;
    await this.#ranker.end();
  }
}
