/** A bounded number of things under keys, made once each; what was not asked for longest goes first. */
export class Shelf<T> {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<T>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What stands under `key`, made by `make` where it is not there. A failure is not kept. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    const thing = known ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, thing);
    if (known !== undefined) return thing;
    thing.catch(() => this.#kept.get(key) === thing && this.#kept.delete(key));
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > this.#most && oldest.done !== true) this.#kept.delete(oldest.value);
    return thing;
  }
}
