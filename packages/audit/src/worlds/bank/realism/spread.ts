/**
 * A distribution of whole numbers in little memory: counts in bins, 1,024 to each doubling.
 *
 * Theory. A positive double's first 22 bits are its exponent and the first 10 of its fraction: bins that are at most a
 * thousandth wide, found without a logarithm, the same on every machine. Up to 2,048 every whole number has its own bin;
 * round amounts up to a few hundred dollars lie at the lower edge of theirs, so that heaps stay where they are.
 */
const BINS_PER_DOUBLING = 1024;
const DOUBLINGS = 36;
const EXPONENT_OF_ONE = 1023;

const asDouble = new Float64Array(1);
const asWords = new Uint32Array(asDouble.buffer);

/** The bin of a number of 1 or more; little-endian, as every platform of Node's but one. */
function binOf(value: number): number {
  asDouble[0] = value;
  const bin = (asWords[1] >>> 10) - EXPONENT_OF_ONE * BINS_PER_DOUBLING;
  return Math.min(bin, BINS_PER_DOUBLING * DOUBLINGS - 1);
}

function lowerEdge(bin: number): number {
  asWords[0] = 0;
  asWords[1] = (bin + EXPONENT_OF_ONE * BINS_PER_DOUBLING) << 10;
  return asDouble[0];
}

export class Spread {
  readonly #bins = new Uint32Array(BINS_PER_DOUBLING * DOUBLINGS);
  count = 0;
  sum = 0;

  /** @param value a number of 1 or more. */
  add(value: number): void {
    this.#bins[binOf(value)]++;
    this.count++;
    this.sum += value;
  }

  get mean(): number {
    return this.count === 0 ? 0 : this.sum / this.count;
  }

  /** The value at or below which `share` of all lie, to a thousandth; 0 where there is none. */
  quantile(share: number): number {
    let below = 0;
    const wanted = Math.max(1, Math.ceil(share * this.count));
    for (let bin = 0; bin < this.#bins.length; bin++) {
      below += this.#bins[bin];
      if (below >= wanted) return lowerEdge(bin);
    }
    return 0;
  }

  /** Shares of all that lie below `value`, and at or below it, to a thousandth of `value`. */
  sharesAt(value: number): readonly [below: number, upTo: number] {
    const at = value < 1 ? -1 : binOf(value);
    let below = 0;
    for (let bin = 0; bin < at; bin++) below += this.#bins[bin];
    const upTo = at < 0 ? 0 : below + this.#bins[at];
    return this.count === 0 ? [0, 0] : [below / this.count, upTo / this.count];
  }
}
