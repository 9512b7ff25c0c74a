/** What the classes of a subject's rows explain of its counts, and how far the rest is from chance. */
import { scaledExcess } from "./sample.ts";

/** Shares by class: of category (or bit) k in class c at c × count + k. */
export interface ClassShares {
  /** Rows of each class that take part. */
  readonly rows: Float64Array;
  readonly shares: Float64Array;
}

/** Turns the counts of one subject after another into standard deviations beyond what its rows' classes explain. */
export class ClassExcess {
  readonly #shares: Float64Array;
  readonly #count: number;
  readonly #variance: Float64Array;
  readonly #ofClass: Int32Array;
  #met: number[] = [];

  /** @param count how many categories or bits; @param classes how many classes of rows. */
  constructor({ shares }: ClassShares, count: number, classes: number) {
    this.#shares = shares;
    this.#count = count;
    this.#variance = new Float64Array(count);
    this.#ofClass = new Int32Array(classes);
  }

  /** One more row of the subject is of this class. */
  meet(rowClass: number): void {
    if (this.#ofClass[rowClass]++ === 0) this.#met.push(rowClass);
  }

  /** Settles the subject whose counts stand in `counts` from `at` on, in place; the next one begins. */
  settle(counts: Float64Array, at: number): void {
    const variance = this.#variance.fill(0);
    for (const one of this.#met) {
      const rows = this.#ofClass[one];
      for (let k = 0; k < this.#count; k++) {
        const share = this.#shares[one * this.#count + k];
        counts[at + k] -= rows * share;
        variance[k] += rows * share * (1 - share);
      }
      this.#ofClass[one] = 0;
    }
    for (let k = 0; k < this.#count; k++) counts[at + k] = scaledExcess(counts[at + k], variance[k]);
    this.#met = [];
  }
}
