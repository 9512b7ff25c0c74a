/**
 * ChaCha8 (Bernstein 2008, eight rounds) as a keyed pseudo-random function: one block of 16 words per (index, topic).
 *
 * Each account, pair and ring gets its generators' states from here, so that nobody who sees one account's draws can
 * walk back to the key or on to a neighbour's draws, and so that any block can be computed alone and in any order.
 */
import type { Sfc32 } from "./sfc32.ts";

const SIGMA = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const;
const ROUND_PAIRS = 4;

function quarter(x: Int32Array, a: number, b: number, c: number, d: number): void {
  let t = 0;
  x[a] = x[a] + x[b];
  t = x[d] ^ x[a];
  x[d] = (t << 16) | (t >>> 16);
  x[c] = x[c] + x[d];
  t = x[b] ^ x[c];
  x[b] = (t << 12) | (t >>> 20);
  x[a] = x[a] + x[b];
  t = x[d] ^ x[a];
  x[d] = (t << 8) | (t >>> 24);
  x[c] = x[c] + x[d];
  t = x[b] ^ x[c];
  x[b] = (t << 7) | (t >>> 25);
}

/** The streams of one kind of thing (accounts, pairs, rings), each a number up to 2^53. */
export class KeyedStreams {
  readonly #start = new Int32Array(16);
  readonly #words = new Int32Array(16);

  /** @param key eight words, from `stream(seed, label)`. */
  constructor(key: Uint32Array) {
    this.#start.set(SIGMA, 0);
    this.#start.set(key, 4);
  }

  /** Puts `generator` at the start of the stream of thing `index` and `topic`. */
  open(generator: Sfc32, index: number, topic: number): Sfc32 {
    const [start, words] = [this.#start, this.#words];
    start[12] = topic;
    start[13] = (index % 0x100000000) | 0;
    start[14] = Math.floor(index / 0x100000000);
    start[15] = 0;
    words.set(start);
    for (let i = 0; i < ROUND_PAIRS; i++) {
      quarter(words, 0, 4, 8, 12);
      quarter(words, 1, 5, 9, 13);
      quarter(words, 2, 6, 10, 14);
      quarter(words, 3, 7, 11, 15);
      quarter(words, 0, 5, 10, 15);
      quarter(words, 1, 6, 11, 12);
      quarter(words, 2, 7, 8, 13);
      quarter(words, 3, 4, 9, 14);
    }
    generator.restart(words[0] + start[0], words[4] + start[4], words[8] + start[8], words[12] + start[12]);
    return generator;
  }
}
