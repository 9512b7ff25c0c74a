/**
 * Answers that nearly every request asks for and nearly nothing changes: who a token belongs to, the event, its challenges.
 *
 * Invariants. Who writes here forgets once it is committed; what others write is told by NOTIFY, and a few seconds' age is the
 * net under a lost message. An answer is kept from when it is asked for, not from when it comes: one that was on its way
 * while something changed is forgotten with the rest.
 */
interface Answer<T> {
  readonly value: Promise<T>;
  readonly until: number;
}

const OLDEST_MS = 5_000;
const MOST = 10_000;

export class KeptAnswers<T> {
  readonly #answers = new Map<string, Answer<T>>();

  get size(): number {
    return this.#answers.size;
  }

  /** The kept answer to a question, else what `ask` says. */
  get(question: string, ask: () => Promise<T>): Promise<T> {
    const now = performance.now();
    const known = this.#answers.get(question);
    if (known !== undefined && known.until > now) return known.value;
    if (this.#answers.size >= MOST) this.#answers.clear();
    const answer = { value: ask(), until: now + OLDEST_MS };
    this.#answers.set(question, answer);
    answer.value.catch(() => {
      if (this.#answers.get(question) === answer) this.#answers.delete(question);
    });
    return answer.value;
  }

  forget(): void {
    this.#answers.clear();
  }
}
