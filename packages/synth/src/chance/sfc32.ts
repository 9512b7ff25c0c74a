/** The small fast generator sfc32 (Doty-Humphrey, PractRand), 128 bits of state; its start comes from a keyed stream. */
export class Sfc32 {
  readonly #state = new Int32Array(4);

  restart(a: number, b: number, c: number, d: number): void {
    const state = this.#state;
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
  }

  /** A whole number in [0, 2^32). */
  word(): number {
    const s = this.#state;
    const sum = (s[0] + s[1] + s[3]) | 0;
    s[3] = s[3] + 1;
    s[0] = s[1] ^ (s[1] >>> 9);
    s[1] = s[2] + (s[2] << 3);
    s[2] = ((s[2] << 21) | (s[2] >>> 11)) + sum;
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
