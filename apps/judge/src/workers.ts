/**
 * Several workers in one process.
 *
 * Theory. One loop claims for all of them, so that a change wakes one claim and not one for each: the embedded database
 * answers one question at a time. Each worker has a child and a sandbox of its own; what they share is the database,
 * and inputs that nobody may write to. Runs stay apart from one another by processor and account, whose leases hold
 * across processes.
 *
 * A preparation takes all processors, so that none is claimed for beside it.
 */
import type { Change } from "@vigie/store";
import type { Claim } from "@vigie/store/judge";
import { Bell } from "./bell.ts";
import { HeldRevisions } from "./held-revisions.ts";
import { RankingLoop } from "./ranking-loop.ts";
import { SharedInputs } from "./shared-inputs.ts";
import { Worker } from "./worker.ts";
import type { WorkerOptions } from "./worker-options.ts";

const IDLE_MS = 5_000;
/** New standings bring none, nor does who signs out. */
const BRINGS_WORK: ReadonlySet<Change["kind"]> = new Set(["job", "run", "submission"] as const);

export interface Workers {
  /** Stops after giving back what is in hand. */
  stop(): Promise<void>;
}

class WorkerPool implements Workers {
  readonly #options: WorkerOptions;
  readonly #inputs = new SharedInputs();
  readonly #held = new HeldRevisions();
  readonly #ranking: RankingLoop;
  readonly #bell = new Bell();
  readonly #freed = new Bell();
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[];
  readonly #works = new Set<Promise<void>>();
  readonly #done: Promise<void>;
  readonly #unsubscribe: () => void;
  #stopping = false;

  constructor(options: WorkerOptions, count: number) {
    this.#options = options;
    this.#workers = Array.from({ length: count }, (_, number) => new Worker(options, this.#inputs, this.#held, number));
    this.#idle = [...this.#workers];
    this.#unsubscribe = options.store.onChange(({ kind }) => {
      if (BRINGS_WORK.has(kind)) this.#bell.ring();
    });
    this.#ranking = new RankingLoop(options);
    this.#done = this.#loop();
  }

  #tell(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (!this.#stopping) this.#options.onNote({ kind: "trouble", message, gaveUp: false });
  }

  async #free(): Promise<Worker | null> {
    this.#freed.clear();
    while (!this.#stopping) {
      const worker = this.#idle.pop();
      if (worker !== undefined) return worker;
      await this.#freed.heard(IDLE_MS);
      this.#freed.clear();
    }
    return null;
  }

  #begin(worker: Worker, claim: Claim): Promise<void> {
    const work = worker
      .work(claim)
      .catch((error: unknown) => this.#tell(error))
      .finally(() => {
        this.#works.delete(work);
        this.#idle.push(worker);
        this.#freed.ring();
      });
    this.#works.add(work);
    return work;
  }

  async #turn(worker: Worker): Promise<void> {
    this.#bell.clear();
    const claim = await this.#options.store.claim(worker.name, this.#held.all);
    if (claim === null) {
      this.#idle.push(worker);
      const lease = await this.#options.store.nextLease();
      await this.#bell.heard(Math.min(IDLE_MS, lease ?? IDLE_MS));
      return;
    }
    const work = this.#begin(worker, claim);
    if (claim.kind === "prepare-split") await work;
  }

  async #loop(): Promise<void> {
    for (let worker = await this.#free(); worker !== null; worker = await this.#free()) {
      const taken = worker;
      await this.#turn(taken).catch(async (error: unknown) => {
        this.#tell(error);
        if (!this.#idle.includes(taken)) this.#idle.push(taken);
        await this.#bell.heard(IDLE_MS);
      });
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#bell.ring();
    this.#freed.ring();
    await Promise.all(this.#workers.map((worker) => worker.stop()));
    await this.#done;
    await Promise.all(this.#works);
    await this.#ranking.stop();
    this.#unsubscribe();
    await this.#inputs.close();
  }
}

/** Starts so many workers (at least 1), which take jobs until they are stopped, and the ranking of what they judge. */
export function startWorkers(options: WorkerOptions, count: number): Workers {
  return new WorkerPool(options, count);
}
