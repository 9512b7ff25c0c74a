/** An Arrow validity bitmap that grows row by row: a bit a row, least significant first, 1 where there is a value. */
export class Validity {
  #bits = new Uint8Array(0);
  #rows = 0;
  #missing = 0;

  get missing(): number {
    return this.#missing;
  }

  /** Adds `rows` rows, all of them present. Costs nothing before the first missing value. */
  addPresent(rows: number): void {
    if (this.#missing > 0) {
      this.#reserve(rows);
      for (let row = this.#rows; row < this.#rows + rows; row++) this.#bits[row >> 3] |= 1 << (row & 7);
    }
    this.#rows += rows;
  }

  /** Adds `rows` rows of which `missing` (at least one) have no value: those where `values` is `none`. */
  addWhere(values: Int32Array | Uint8Array, none: number, rows: number, missing: number): void {
    if (this.#missing === 0) this.#begin();
    this.#missing += missing;
    this.#reserve(rows);
    const bits = this.#bits;
    const first = this.#rows;
    for (let i = 0; i < rows; i++) {
      if (values[i] !== none) bits[(first + i) >> 3] |= 1 << ((first + i) & 7);
    }
    this.#rows += rows;
  }

  /** The bitmap, or null where no value is missing. */
  bitmap(): Uint8Array | null {
    return this.#missing === 0 ? null : this.#bits.subarray(0, Math.ceil(this.#rows / 8));
  }

  #begin(): void {
    this.#reserve(0);
    this.#bits.fill(255, 0, this.#rows >> 3);
    if ((this.#rows & 7) !== 0) this.#bits[this.#rows >> 3] = (1 << (this.#rows & 7)) - 1;
  }

  #reserve(rows: number): void {
    const bytes = Math.ceil((this.#rows + rows) / 8);
    if (bytes <= this.#bits.length) return;
    const larger = new Uint8Array(Math.max(1024, bytes, 2 * this.#bits.length));
    larger.set(this.#bits);
    this.#bits = larger;
  }
}
