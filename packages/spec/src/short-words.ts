/**
 * Short words as numbers.
 *
 * Theory. Tokens and numbers of accounts are words of at most ten letters out of Crockford's base-32 alphabet. Read as ten
 * digits to the base of 33, where 0 stands for "no letter any more", such a word is a number below 33^10 < 2^51, exact in a
 * double; equal words have equal numbers, and numbers sort as the words do by UTF-16 code unit. So a dictionary of millions
 * of them is an array of doubles: no string is made, hashed or compared.
 */
import type { ShortWordKeys } from "./batch.ts";

export const SHORT_WORD_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
export const SHORT_WORD_LETTERS = 10;

const BASE = 33;
const HALF = 39_135_393; // 33^5
const DIGIT_OF = new Int8Array(128).fill(-1);
for (let i = 0; i < 32; i++) DIGIT_OF[SHORT_WORD_ALPHABET.charCodeAt(i)] = i + 1;
const CODE_OF = Uint8Array.from(` ${SHORT_WORD_ALPHABET}`, (letter) => letter.charCodeAt(0));

/** The number of a word, or −1 where it is empty, longer than ten letters, or has another letter. */
export function shortWordKey(word: string): number {
  if (word.length === 0 || word.length > SHORT_WORD_LETTERS) return -1;
  let key = 0;
  for (let i = 0; i < SHORT_WORD_LETTERS; i++) {
    const code = i < word.length ? word.charCodeAt(i) : -1;
    const digit = code < 0 ? 0 : code < 128 ? DIGIT_OF[code] : -1;
    if (digit < 0) return -1;
    key = key * BASE + digit;
  }
  return key;
}

function halfBytes(half: number, target: Uint8Array, at: number): void {
  let rest = half;
  for (let i = 4; i >= 0; i--) {
    const next = (rest / BASE) | 0;
    target[at + i] = CODE_OF[rest - next * BASE];
    rest = next;
  }
}

/** Writes a word's ASCII bytes at `at`; `target` must have room for ten. @returns how many letters it has. */
export function writeShortWord(key: number, target: Uint8Array, at: number): number {
  const high = Math.floor(key / HALF);
  halfBytes(high, target, at);
  halfBytes(key - high * HALF, target, at + 5);
  let length = SHORT_WORD_LETTERS;
  while (length > 0 && target[at + length - 1] === 32) length--;
  return length;
}

const letters = new Uint8Array(SHORT_WORD_LETTERS);

/** The word of a number. */
export function shortWord(key: number): string {
  const length = writeShortWord(key, letters, 0);
  let word = "";
  for (let i = 0; i < length; i++) word += String.fromCharCode(letters[i]);
  return word;
}

/** The whole number that a word of decimal digits is; NaN where it is none. */
export function shortWordNumber(key: number): number {
  const length = writeShortWord(key, letters, 0);
  let number = length === 0 ? NaN : 0;
  for (let i = 0; i < length; i++) number = letters[i] < 58 ? number * 10 + letters[i] - 48 : NaN;
  return number;
}

/** The number of the word with a code. */
export function keyOf({ shared, own }: ShortWordKeys, code: number): number {
  return code < shared.length ? shared[code] : own[code - shared.length];
}
