/**
 * Several threads make one test set, to the same bytes as one.
 *
 * Theory. Blocks need no other block, so each thread takes the next few that nobody has, and spools them; which thread had
 * which block is of no account, because the file is written in the order of the blocks and its dictionaries are sorted.
 * Rows never pass from thread to thread: what is posted is where they lie, and the words. The thread that asks does next
 * to nothing meanwhile, so that there may be as many helpers as processors.
 */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { ColumnJob, Crew, Gathered, OnBlock } from "@vigie/testset";
import { HelperThread } from "./helper-thread.ts";
import { isAnswer, type Answer, type Order, type ThreadWorld } from "./testset-orders.ts";

/** Few enough that threads end together, many enough that asking for more costs nothing. */
const BLOCKS_AT_ONCE = 4;
const MOST_THREADS = 4;
/** Room for what a thread makes and soon drops: a quarter of what Node takes by itself. What it keeps is not limited. */
const THREAD_LIMITS = { maxYoungGenerationSizeMb: 12 };
/** A thread takes a fifth of a second to start, and as long again to become fast. */
const SUBJECTS_WORTH_A_THREAD = 4000;

type Thread = HelperThread<Order, Answer>;

/** How many threads are worth their start: one (this one, alone) for small sets, at most four. */
export function threadsFor(subjects: number, processors = availableParallelism()): number {
  const free = processors > 2 ? processors - 1 : processors;
  return Math.max(1, Math.min(MOST_THREADS, free, Math.floor(subjects / SUBJECTS_WORTH_A_THREAD)));
}

export class TestsetCrew implements Crew {
  readonly #world: Omit<ThreadWorld, "spool" | "commons">;
  readonly #threads: readonly Thread[];
  readonly #idle: Thread[] = [];
  readonly #waiting: ((thread: Thread) => void)[] = [];

  /** @param file the bundled `testset-thread.mjs`. */
  constructor(file: string, threads: number, world: Omit<ThreadWorld, "spool" | "commons">) {
    this.#world = world;
    this.#threads = Array.from({ length: threads }, () => new HelperThread(file, isAnswer, THREAD_LIMITS));
  }

  async gather(folder: string, onBlock: OnBlock): Promise<readonly Gathered[]> {
    const progress = { next: 0, done: 0, rows: new Float64Array(this.#threads.length) };
    const work = async (thread: Thread, number: number): Promise<Gathered> => {
      const world = { ...this.#world, spool: join(folder, `thread-${number}`), commons: number === 0 };
      const begun = await thread.ask({ kind: "begin", world });
      const blocks = begun.kind === "begun" ? begun.blocks : 0;
      while (progress.next < blocks) {
        const from = progress.next;
        const to = (progress.next = Math.min(blocks, from + BLOCKS_AT_ONCE));
        const gathered = await thread.ask({ kind: "gather", from, to });
        progress.done += to - from;
        if (gathered.kind === "gathered") progress.rows[number] = gathered.rows;
        onBlock(
          progress.done,
          blocks,
          progress.rows.reduce((a, b) => a + b),
        );
      }
      const finished = await thread.ask({ kind: "finish" });
      if (finished.kind !== "finished") throw new Error(`a thread answered ${finished.kind} to the order to finish`);
      return finished.gathered;
    };
    try {
      const gathered = await Promise.all(this.#threads.map(work));
      this.#idle.push(...this.#threads);
      return gathered;
    } catch (cause) {
      await this.close(); // before anybody removes the folder in which the others write
      throw cause;
    }
  }

  readonly writeColumn = async (job: ColumnJob): Promise<void> => {
    const thread = this.#idle.pop() ?? (await new Promise<Thread>((resolve) => this.#waiting.push(resolve)));
    try {
      await thread.ask({ kind: "column", job });
    } finally {
      const next = this.#waiting.shift();
      if (next) next(thread);
      else this.#idle.push(thread);
    }
  };

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}
