/**
 * Has ranked what waits.
 *
 * Of a challenge that it ranked before it reads the teams that changed; the thread has the others. Whatever fails on the way,
 * or is no longer so when it is to be written, has all of them read anew the next time.
 */
import type { JudgeStore, ListedEntry, RankingMark, RankingTask, StandingEntry } from "@vigie/store/judge";
import { HelperThread } from "./helper-thread.ts";
import { rankedTeams } from "./kept-ranking.ts";
import { isRankingAnswer, Rankings, type Ranked, type RankingAnswer, type RankingOrder } from "./ranking-orders.ts";

/** A thread, or what does the same in this one. */
interface Arithmetic {
  ask(order: RankingOrder): Promise<RankingAnswer>;
  end(): Promise<void>;
}

function arithmetic(file: string | undefined): Arithmetic {
  if (file !== undefined) return new HelperThread(file, isRankingAnswer);
  const rankings = new Rankings();
  return { ask: (order) => Promise.resolve().then(() => rankings.obey(order)), end: () => Promise.resolve() };
}

function withoutReplicates({ best, ...entry }: StandingEntry): ListedEntry {
  if (best === null) return { ...entry, best };
  const { submission, score, judgedAt } = best;
  return { ...entry, best: { submission, score, judgedAt } };
}

export class Ranker {
  readonly #store: JudgeStore;
  readonly #file: string | undefined;
  readonly #seen = new Map<string, RankingMark>();
  #arithmetic: Arithmetic | null = null;

  /** @param file the bundled `ranking-thread.mjs`; without it teams are ranked in this thread. */
  constructor(store: JudgeStore, file?: string) {
    this.#store = store;
    this.#file = file;
  }

  /** Ranks every challenge of which something waits. @returns true where nothing was left to others or to another time. @throws what the store and the thread throw. */
  async rankAll(): Promise<boolean> {
    let all = true;
    for (const challenge of await this.#store.unranked())
      all = (await this.#store.rankAlone(challenge, () => this.#rank(challenge))) === true && all;
    return all;
  }

  async #rank(challenge: string): Promise<boolean> {
    const seen = this.#seen.get(challenge) ?? null;
    const task = await this.#store.rankingTask(challenge, seen);
    if (task === null) return true;
    this.#seen.delete(challenge);
    const mark = await this.#through(task).catch(async (cause: unknown) => {
      await this.end();
      throw cause;
    });
    if (mark !== null) this.#seen.set(challenge, mark);
    return mark !== null;
  }

  async #through(task: RankingTask): Promise<RankingMark | null> {
    const { id: challenge, precisionPoints, interval } = task.challenge;
    const entries: ListedEntry[] = [];
    if (task.changed === null) await this.#ask({ kind: "take", challenge, anew: true, teams: [] });
    for await (const some of this.#store.standingEntries(task)) {
      entries.push(...some.map(withoutReplicates));
      await this.#ask({ kind: "take", challenge, anew: false, teams: rankedTeams(some) });
    }
    const ranked = await this.#ask({ kind: "rank", challenge, rules: { precisionPoints, interval } });
    return this.#store.storeStandings(task, entries, placesIn(ranked));
  }

  async #ask(order: RankingOrder): Promise<RankingAnswer> {
    this.#arithmetic ??= arithmetic(this.#file);
    return this.#arithmetic.ask(order);
  }

  /** Ends the thread; what it knew is read anew by who goes on. */
  async end(): Promise<void> {
    const ended = this.#arithmetic;
    this.#arithmetic = null;
    this.#seen.clear();
    await ended?.end();
  }
}

function placesIn(answer: RankingAnswer): Ranked["places"] {
  if (answer.kind === "ranked") return answer.places;
  throw new Error(`the ranking thread answered ${answer.kind} where places were expected`);
}
