/** Typed arrays that grow as values are appended: half as large again each time, so that little of them lies idle. */
interface Kind<A> {
  new (length: number): A;
}
type Numbers = Float64Array | Int32Array | Uint8Array;

export class Growing<A extends Numbers> {
  #values: A;
  #count = 0;
  readonly #kind: Kind<A>;

  constructor(kind: Kind<A>, capacity = 64) {
    this.#kind = kind;
    this.#values = new kind(capacity);
  }

  get count(): number {
    return this.#count;
  }

  push(value: number): number {
    if (this.#count === this.#values.length) {
      const larger = new this.#kind(Math.ceil(1.5 * this.#count) + 16);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = value;
    return this.#count++;
  }

  /** The values so far, in an array of their own length; where the array has more room, a copy. */
  taken(): A {
    if (this.#count === this.#values.length) return this.#values;
    const own = new this.#kind(this.#count);
    for (let i = 0; i < this.#count; i++) own[i] = this.#values[i];
    return own;
  }
}
