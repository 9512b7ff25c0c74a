/**
 * sfc32 (a public-domain generator: a chaotic mix of three words and a counter), 32 bits a draw, in an Int32Array so that no
 * draw becomes an object. Its operations are additions modulo 2^32, shifts and xor: every engine gives the same bits.
 */

const WARM_UP = 16;

/** Seeds it with the first four words of a stream's key. */
export function sfc32(key: Uint32Array): Int32Array {
  const state = Int32Array.of(key[0], key[1], key[2], key[3]);
  for (let i = 0; i < WARM_UP; i++) nextWord(state);
  return state;
}

/** The next 32 bits, as an unsigned integer. */
export function nextWord(state: Int32Array): number {
  const [a, b, c] = [state[0], state[1], state[2]];
  const drawn = (((a + b) | 0) + state[3]) | 0;
  state[3] = state[3] + 1;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + drawn;
  return drawn >>> 0;
}

const WORDS = 4_294_967_296;

/**
 * A whole number below `bound` (1 … 2^21), each equally likely: the high word of a 53-bit product, a draw being thrown away
 * where the low word falls short of 2^32 mod bound (Lemire 2019).
 */
export function below(state: Int32Array, bound: number): number {
  const short = WORDS % bound;
  for (;;) {
    const product = nextWord(state) * bound;
    const high = Math.floor(product / WORDS);
    if (product - high * WORDS >= short) return high;
  }
}
