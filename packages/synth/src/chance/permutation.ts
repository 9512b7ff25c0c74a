/**
 * Keyed permutations: Feistel networks of six rounds over 2·halfBits bits, and over [0, n) by walking cycles.
 *
 * Ids come from here so that they say nothing of order, role or account. Halves are 32-bit integers, the whole is an
 * exact double below 2^53.
 */
const ROUNDS = 6;

function mixed(half: number, key: number, shift: number): number {
  let x = half ^ key;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13) ^ (key << 7), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> shift) | 0;
}

/** A bijection of [0, 2^(2·halfBits)) onto itself. */
export class Feistel {
  readonly #keys: Int32Array;
  readonly #size: number;
  readonly #shift: number;

  /** @param key eight words; @param halfBits 1 to 26. */
  constructor(key: Uint32Array, halfBits: number) {
    this.#keys = Int32Array.from(key.subarray(0, ROUNDS));
    this.#size = 1 << halfBits;
    this.#shift = 32 - halfBits;
  }

  forward(value: number): number {
    const [keys, size, shift] = [this.#keys, this.#size, this.#shift];
    let left = Math.floor(value / size);
    let right = value - left * size;
    for (let i = 0; i < ROUNDS; i++) {
      const next = left ^ mixed(right, keys[i], shift);
      left = right;
      right = next;
    }
    return left * size + right;
  }

  backward(value: number): number {
    const [keys, size, shift] = [this.#keys, this.#size, this.#shift];
    let left = Math.floor(value / size);
    let right = value - left * size;
    for (let i = ROUNDS - 1; i >= 0; i--) {
      const previous = right ^ mixed(left, keys[i], shift);
      right = left;
      left = previous;
    }
    return left * size + right;
  }
}

/** A bijection of [0, n) onto itself. */
export class Shuffle {
  readonly #feistel: Feistel;
  readonly #n: number;

  constructor(key: Uint32Array, n: number) {
    let halfBits = 1;
    while ((1 << halfBits) * (1 << halfBits) < n) halfBits++;
    this.#feistel = new Feistel(key, halfBits);
    this.#n = n;
  }

  forward(value: number): number {
    let at = this.#feistel.forward(value);
    while (at >= this.#n) at = this.#feistel.forward(at);
    return at;
  }

  backward(value: number): number {
    let at = this.#feistel.backward(value);
    while (at >= this.#n) at = this.#feistel.backward(at);
    return at;
  }
}
