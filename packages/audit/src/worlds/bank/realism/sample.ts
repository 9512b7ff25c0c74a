/** Numbers gathered one by one (one an account, say), sorted when they are first asked about. */
export class Sample {
  #values = new Float64Array(1024);
  #sorted = true;
  count = 0;
  sum = 0;

  add(value: number): void {
    if (this.count === this.#values.length) {
      const wider = new Float64Array(2 * this.count);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.count++] = value;
    this.sum += value;
    this.#sorted = false;
  }

  get mean(): number {
    return this.count === 0 ? 0 : this.sum / this.count;
  }

  /** All of them, ascending. */
  sorted(): Float64Array {
    const own = this.#values.subarray(0, this.count);
    if (!this.#sorted) own.sort();
    this.#sorted = true;
    return own;
  }

  /** The value at or below which `share` of all lie; 0 where there is none. */
  quantile(share: number): number {
    if (this.count === 0) return 0;
    return this.sorted()[Math.max(0, Math.ceil(share * this.count) - 1)];
  }

  /** Shares of all that lie below `value`, and at or below it. */
  sharesAt(value: number): readonly [below: number, upTo: number] {
    const all = this.sorted();
    return this.count === 0 ? [0, 0] : [firstFrom(all, value, false) / this.count, firstFrom(all, value, true) / this.count];
  }
}

/** How many of the sorted numbers lie below `value`, or at or below it. */
function firstFrom(sorted: Float64Array, value: number, orAt: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value || (orAt && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
