/** What still goes on after its caller has its answer: given back later, but before a sandbox is closed. */
export class PendingWork {
  readonly #works = new Set<Promise<unknown>>();

  follow<T>(work: Promise<T>): Promise<T> {
    this.#works.add(work);
    void work.finally(() => this.#works.delete(work));
    return work;
  }

  /** Settles when nothing goes on, what began meanwhile included. */
  async settled(): Promise<void> {
    while (this.#works.size > 0) await Promise.allSettled(this.#works);
  }
}
