/**
 * The small fast generator sfc32 (Doty-Humphrey, PractRand), 128 bits of state; its start comes from a keyed stream.
 * The state lies in fields: V8 keeps 32-bit integers in them as they are, and looks at no array's length.
 */
export class Sfc32 {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 0;

  /** @param a 32-bit integers, all four. */
  restart(a: number, b: number, c: number, counter: number): void {
    this.#a = a | 0;
    this.#b = b | 0;
    this.#c = c | 0;
    this.#counter = counter | 0;
  }

  /** A whole number in [0, 2^32). */
  word(): number {
    const [b, c, counter] = [this.#b, this.#c, this.#counter];
    const sum = (this.#a + b + counter) | 0;
    this.#counter = (counter + 1) | 0;
    this.#a = b ^ (b >>> 9);
    this.#b = (c + (c << 3)) | 0;
    this.#c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number in [0, 1), a multiple of 2^-32. */
  unit(): number {
    return this.word() / 0x100000000;
  }

  /** A whole number in [0, n); the bias is below n / 2^32. */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  /** A whole number in [low, high]. */
  between(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** A whole number whose mean is `mean`: its floor, or one more. */
  around(mean: number): number {
    const low = Math.floor(mean);
    return low + (this.unit() < mean - low ? 1 : 0);
  }

  /** A count around `mean` (0.5 to 1.5 times), the spread of habits from one period to the next. */
  count(mean: number): number {
    return this.around(mean * (0.5 + this.unit()));
  }

  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.unit() * values.length)];
  }

  /** An index drawn with the given cumulative weights, the last of which is their sum. */
  weighted(cumulative: ArrayLike<number>): number {
    const at = this.unit() * cumulative[cumulative.length - 1];
    let i = 0;
    while (cumulative[i] <= at) i++;
    return i;
  }
}
