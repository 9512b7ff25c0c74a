/** Numbers that are appended to one another: the array grows by half each time, so that little of it lies idle. */
export class Growing {
  #values = new Float64Array(64);
  #count = 0;

  /** @returns the number's place. */
  push(value: number): number {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(Math.ceil(1.5 * this.#count) + 16);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = value;
    return this.#count++;
  }

  /** The numbers so far, in an array of their own length. */
  taken(): Float64Array {
    return this.#values.slice(0, this.#count);
  }
}
