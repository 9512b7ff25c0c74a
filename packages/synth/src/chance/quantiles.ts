/**
 * Lognormal draws by table. Engines differ in the last bits of exp and log, so the tables are built here from additions,
 * multiplications and divisions alone, which IEEE 754 fixes.
 */
import type { Sfc32 } from "./sfc32.ts";

const CELLS = 1024;
const HALVINGS = 6;

/** e^x for |x| below 10: twelve terms of the series at x / 64, squared six times. Relative error below 1e-13. */
export function exactExp(x: number): number {
  const small = x / 64;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 12; n++) {
    term = (term * small) / n;
    sum += term;
  }
  for (let i = 0; i < HALVINGS; i++) sum *= sum;
  return sum;
}

/** The normal distribution function, by its power series (Marsaglia 2004): good to 1e-12 for |z| below 5. */
function normalBelow(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 3; n < 120; n += 2) {
    term = (term * z * z) / n;
    sum += term;
  }
  return 0.5 + sum * exactExp((-z * z) / 2) * 0.3989422804014327;
}

function normalQuantiles(): Float64Array {
  const table = new Float64Array(CELLS + 1);
  let low = -4;
  for (let i = 0; i <= CELLS; i++) {
    const share = Math.min(Math.max(i / CELLS, 0.0002), 0.9998);
    let high = 4;
    let floor = low;
    for (let step = 0; step < 34; step++) {
      const middle = (floor + high) / 2;
      if (normalBelow(middle) < share) floor = middle;
      else high = middle;
    }
    table[i] = floor;
    low = floor;
  }
  return table;
}

const NORMAL = normalQuantiles();

/** e^(sigma·z) for a normal z, by table: median 1, tails cut at 0.02 %. */
export class Lognormal {
  readonly #table: Float64Array;
  /** The mean of what is drawn; the median is 1. */
  readonly mean: number;

  constructor(sigma: number) {
    this.#table = NORMAL.map((z) => exactExp(sigma * z));
    this.mean = exactExp((sigma * sigma) / 2);
  }

  draw(generator: Sfc32): number {
    const at = generator.unit() * CELLS;
    const cell = Math.floor(at);
    const low = this.#table[cell];
    return low + (this.#table[cell + 1] - low) * (at - cell);
  }
}

/** The spreads that the world uses: within one shop or from pay to pay, from person to person, among all that a shop sells, and of what people own. */
export const NARROW = new Lognormal(0.25);
export const MIDDLING = new Lognormal(0.5);
export const WIDE = new Lognormal(0.9);
export const VAST = new Lognormal(1.4);
