/**
 * ChaCha8 (Bernstein 2008, eight rounds) as a keyed pseudo-random function: one block of 16 words per (index, topic).
 *
 * Each account, pair and ring gets its generators' states from here, so that nobody who sees one account's draws can
 * walk back to the key or on to a neighbour's draws, and so that any block can be computed alone and in any order.
 */
import type { Sfc32 } from "./sfc32.ts";

const SIGMA: readonly [number, number, number, number] = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];
const ROUND_PAIRS = 4;

function turned(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** The streams of one kind of thing (accounts, pairs, rings), each a number up to 2^53. */
export class KeyedStreams {
  readonly #key: Int32Array;

  /** @param key eight words, from `stream(seed, label)`. */
  constructor(key: Uint32Array) {
    this.#key = Int32Array.from(key);
  }

  /** Puts `generator` at the start of the stream of thing `index` and `topic`. */
  open(generator: Sfc32, index: number, topic: number): Sfc32 {
    const key = this.#key;
    const [low, high] = [(index % 0x100000000) | 0, Math.floor(index / 0x100000000)];
    // in variables of their own, which stay in registers
    let [x0, x1, x2, x3] = SIGMA;
    let [x4, x5, x6, x7] = [key[0], key[1], key[2], key[3]];
    let [x8, x9, x10, x11] = [key[4], key[5], key[6], key[7]];
    let [x12, x13, x14, x15] = [topic, low, high, 0];
    for (let i = 0; i < ROUND_PAIRS; i++) {
      x0 = (x0 + x4) | 0;
      x12 = turned(x12 ^ x0, 16);
      x8 = (x8 + x12) | 0;
      x4 = turned(x4 ^ x8, 12);
      x0 = (x0 + x4) | 0;
      x12 = turned(x12 ^ x0, 8);
      x8 = (x8 + x12) | 0;
      x4 = turned(x4 ^ x8, 7);
      x1 = (x1 + x5) | 0;
      x13 = turned(x13 ^ x1, 16);
      x9 = (x9 + x13) | 0;
      x5 = turned(x5 ^ x9, 12);
      x1 = (x1 + x5) | 0;
      x13 = turned(x13 ^ x1, 8);
      x9 = (x9 + x13) | 0;
      x5 = turned(x5 ^ x9, 7);
      x2 = (x2 + x6) | 0;
      x14 = turned(x14 ^ x2, 16);
      x10 = (x10 + x14) | 0;
      x6 = turned(x6 ^ x10, 12);
      x2 = (x2 + x6) | 0;
      x14 = turned(x14 ^ x2, 8);
      x10 = (x10 + x14) | 0;
      x6 = turned(x6 ^ x10, 7);
      x3 = (x3 + x7) | 0;
      x15 = turned(x15 ^ x3, 16);
      x11 = (x11 + x15) | 0;
      x7 = turned(x7 ^ x11, 12);
      x3 = (x3 + x7) | 0;
      x15 = turned(x15 ^ x3, 8);
      x11 = (x11 + x15) | 0;
      x7 = turned(x7 ^ x11, 7);
      x0 = (x0 + x5) | 0;
      x15 = turned(x15 ^ x0, 16);
      x10 = (x10 + x15) | 0;
      x5 = turned(x5 ^ x10, 12);
      x0 = (x0 + x5) | 0;
      x15 = turned(x15 ^ x0, 8);
      x10 = (x10 + x15) | 0;
      x5 = turned(x5 ^ x10, 7);
      x1 = (x1 + x6) | 0;
      x12 = turned(x12 ^ x1, 16);
      x11 = (x11 + x12) | 0;
      x6 = turned(x6 ^ x11, 12);
      x1 = (x1 + x6) | 0;
      x12 = turned(x12 ^ x1, 8);
      x11 = (x11 + x12) | 0;
      x6 = turned(x6 ^ x11, 7);
      x2 = (x2 + x7) | 0;
      x13 = turned(x13 ^ x2, 16);
      x8 = (x8 + x13) | 0;
      x7 = turned(x7 ^ x8, 12);
      x2 = (x2 + x7) | 0;
      x13 = turned(x13 ^ x2, 8);
      x8 = (x8 + x13) | 0;
      x7 = turned(x7 ^ x8, 7);
      x3 = (x3 + x4) | 0;
      x14 = turned(x14 ^ x3, 16);
      x9 = (x9 + x14) | 0;
      x4 = turned(x4 ^ x9, 12);
      x3 = (x3 + x4) | 0;
      x14 = turned(x14 ^ x3, 8);
      x9 = (x9 + x14) | 0;
      x4 = turned(x4 ^ x9, 7);
    }
    generator.restart(x0 + SIGMA[0], x4 + key[0], x8 + key[4], x12 + topic);
    return generator;
  }
}
