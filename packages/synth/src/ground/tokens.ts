/** Opaque tokens: ten letters and digits, from a keyed permutation of (kind, owner, number), so that equal things and nothing else share one. */
import { Feistel } from "../chance/permutation.ts";

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const PAIRS = Array.from({ length: 1024 }, (_, i) => DIGITS.charAt(i >> 5) + DIGITS.charAt(i & 31));
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
  private readonly feistel: Feistel;

  constructor(key: Uint32Array) {
    this.feistel = new Feistel(key, 25);
  }

  text(token: number): string {
    let rest = this.feistel.forward(token);
    let text = "";
    for (let i = 0; i < 5; i++) {
      const next = Math.floor(rest / 1024);
      text = PAIRS[rest - next * 1024] + text;
      rest = next;
    }
    return text;
  }

  /** The owner of a token's text if it is of that kind, else −1. */
  ownerOf(text: string, kind: number): number {
    let value = 0;
    for (const digit of text) value = value * 32 + DIGITS.indexOf(digit);
    const token = this.feistel.backward(value);
    if (Math.floor(token / PER_KIND) !== kind) return -1;
    return Math.floor((token % PER_KIND) / PER_OWNER);
  }
}
