/** Opaque tokens: ten letters and digits, from a keyed permutation of (kind, owner, number), so that equal things and nothing else share one. */
import { SHORT_WORD_ALPHABET as DIGITS, shortWord } from "@vigie/spec";
import { Feistel } from "../../../chance/permutation.ts";

const PAIR = 33 * 33;
/** Two digits to the base of 32 as two to the base of 33, in which short words are numbers. */
const PAIRS = Float64Array.from({ length: 1024 }, (_, i) => ((i >> 5) + 1) * 33 + (i & 31) + 1);
const PER_OWNER = 4096;
const PER_KIND = 1_099_511_627_776;

/** What a token may stand for. */
export const TOKEN = {
  owner: 0,
  phone: 1,
  email: 2,
  address: 3,
  device: 4,
  person: 5,
  pool: 6,
  terminal: 7,
  machine: 8,
  newContact: 9,
  shop: 10,
  /** Somebody abroad to whom several accounts wire. */
  receiver: 11,
} as const;

/** The token number of the `n`-th thing of a kind that belongs to `owner` (n below 4096, owner below 2^28). */
export function tokenNumber(kind: number, owner: number, n: number): number {
  return kind * PER_KIND + owner * PER_OWNER + n;
}

export class Tokens {
  readonly #feistel: Feistel;

  constructor(key: Uint32Array) {
    this.#feistel = new Feistel(key, 25);
  }

  /** The token's text as the number of a short word. */
  key(token: number): number {
    const value = this.#feistel.forward(token);
    const high = Math.floor(value / 0x40000000);
    const low = value - high * 0x40000000;
    const upper = PAIRS[high >> 10] * PAIR + PAIRS[high & 1023];
    return ((upper * PAIR + PAIRS[low >>> 20]) * PAIR + PAIRS[(low >>> 10) & 1023]) * PAIR + PAIRS[low & 1023];
  }

  text(token: number): string {
    return shortWord(this.key(token));
  }

  /** The owner of a token's text if it is of that kind, else −1. */
  ownerOf(text: string, kind: number): number {
    let value = 0;
    for (const digit of text) value = value * 32 + DIGITS.indexOf(digit);
    const token = this.#feistel.backward(value);
    if (Math.floor(token / PER_KIND) !== kind) return -1;
    return Math.floor((token % PER_KIND) / PER_OWNER);
  }
}
