/**
 * Numbers that say nothing of the source's order or names.
 *
 * Theory. Everything hangs on one key: HMAC-SHA-256, under a seed text, of the digest of the files. Accounts are put in the
 * order of the keyed hash of their names; row numbers go through a Feistel network of 52 bits (eight rounds over two
 * halves of 26 bits, each with a word of the key), which is a permutation whatever its round function is, so that no two
 * rows share an id and no table of ids is kept.
 */
import { createHash, createHmac } from "node:crypto";

const HALF = 0x4000000; // 2^26
const ROUNDS = 8;

export type ImportKey = Buffer;

export function importKey(digest: string, seed: string): ImportKey {
  return createHmac("sha256", seed).update(digest).digest();
}

function mix(half: number, word: number): number {
  let x = Math.imul(half ^ word, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) & (HALF - 1);
}

/** A permutation of the whole numbers below 2^52; another for each label. */
export function permutation52(key: ImportKey, label: string): (value: number) => number {
  const digest = createHmac("sha256", key).update(label).digest();
  const words = Int32Array.from({ length: ROUNDS }, (_, round) => digest.readInt32LE(4 * round));
  return (value) => {
    let left = Math.floor(value / HALF);
    let right = value % HALF;
    for (let round = 0; round < ROUNDS; round++) [left, right] = [right, left ^ mix(right, words[round])];
    return left * HALF + right;
  };
}

/** The first 52 bits of a SHA-256: what is kept of a name that has no rows of its own. */
export function nameHash(name: string): number {
  const digest = createHash("sha256").update(name).digest();
  return digest.readUIntBE(0, 4) * 0x100000 + (digest.readUIntBE(4, 3) >>> 4);
}

/** Names in a keyed order: by a name's number its place, and by place the number. */
export interface KeyedOrder {
  readonly places: Int32Array;
  readonly numbers: Int32Array;
}

export function keyedOrder(key: ImportKey, names: Iterable<string>, count: number): KeyedOrder {
  const hashes = new Float64Array(count);
  let at = 0;
  for (const name of names) {
    const digest = createHmac("sha256", key).update(`account\n${name}`).digest();
    hashes[at++] = digest.readUIntBE(0, 6);
  }
  const numbers = Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => hashes[a] - hashes[b] || a - b);
  const places = new Int32Array(count);
  numbers.forEach((account, place) => (places[account] = place));
  return { places, numbers };
}

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** A number below 2^52 as eleven letters and digits behind a prefix. */
export function token(prefix: string, value: number): string {
  let text = "";
  for (let rest = value, i = 0; i < 11; i++, rest = Math.floor(rest / 32)) text = LETTERS.charAt(rest % 32) + text;
  return `${prefix}-${text}`;
}
