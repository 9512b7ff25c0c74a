/**
 * Dictionaries: numbers of things become codes, and words are made once each.
 *
 * Words that many accounts share keep one code from block to block, so that the writer, too, meets them once; those of few
 * accounts are forgotten with the block, so that memory does not grow with them. Short words stay numbers
 * (`short-words.ts` of spec): their texts are made only for whoever asks.
 */
import { shortWord, type ShortWordKeys, type TextValues } from "@vigie/spec";

/** Short words: `size` of them by number, the same in every block, then those of the block. */
export class ShortWords {
  readonly #shared: Float64Array;
  readonly #texts: string[] = [];
  readonly #keyOf: (number: number) => number;
  #own: number[] = [];

  /** @param keyOf the key of the word with a number below `size`. */
  constructor(size = 0, keyOf: (number: number) => number = () => 0) {
    this.#shared = new Float64Array(size);
    this.#keyOf = keyOf;
  }

  /** Forgets the words of the last block. */
  restart(): void {
    this.#own = [];
  }

  /** The code of the word with that number: the number itself. */
  numbered(number: number): number {
    if (this.#shared[number] === 0) this.#shared[number] = this.#keyOf(number);
    return number;
  }

  /** Adds a word to those of the block; gives its code. */
  readonly add = (key: number): number => this.#shared.length + this.#own.push(key) - 1;

  #wordsOf({ own, shared }: ShortWordKeys): readonly string[] {
    const texts = this.#texts;
    for (let i = 0; i < shared.length; i++) if (texts[i] === undefined || texts[i] === "") texts[i] = shortWord(shared[i]);
    return [...texts, ...Array.from(own, shortWord)];
  }

  /** A column of these words, once the block is written. */
  column(codes: Int32Array): TextValues {
    const keys = { shared: this.#shared, own: new Float64Array(this.#own) };
    let made: readonly string[] | null = null;
    const words = (): readonly string[] => (made ??= this.#wordsOf(keys));
    return {
      kind: "text",
      codes,
      keys,
      get words() {
        return words();
      },
    };
  }
}

/** Words of numbers below a bound, made when they are first asked for, for good: one look-up in an array. Columns may share them. */
export class NumberedWords {
  readonly words: string[] = [];
  readonly #codes: Int32Array;
  readonly #text: (number: number) => string;

  constructor(size: number, text: (number: number) => string) {
    this.#codes = new Int32Array(size).fill(-1);
    this.#text = text;
  }

  code(number: number): number {
    const known = this.#codes[number];
    return known >= 0 ? known : (this.#codes[number] = this.words.push(this.#text(number)) - 1);
  }
}

/**
 * Codes of numbers without a bound, which are asked for a few times an account and forgotten with the block. A table of
 * its own, of places tried one after the other, for a `Map` boxes numbers beyond 31 bits, and each block left one behind.
 */
export class SparseCodes {
  #numbers = new Float64Array(64);
  #codes = new Int32Array(64).fill(-1);
  #count = 0;
  readonly #add: (number: number) => number;

  constructor(add: (number: number) => number) {
    this.#add = add;
  }

  /** To be called at the start of each block. */
  restart(): void {
    if (this.#count > 0) this.#codes.fill(-1);
    this.#count = 0;
  }

  code(number: number): number {
    const at = this.#placeOf(number);
    if (this.#codes[at] >= 0) return this.#codes[at];
    const code = this.#add(number);
    this.#put(at, number, code);
    return code;
  }

  /** Where a number is, or would be. */
  #placeOf(number: number): number {
    const last = this.#codes.length - 1;
    const low = number | 0;
    let at = Math.imul(low ^ Math.floor(number / 0x100000000), 0x9e3779b1);
    at = (at ^ (at >>> 15)) & last;
    while (this.#codes[at] >= 0 && this.#numbers[at] !== number) at = (at + 1) & last;
    return at;
  }

  #put(at: number, number: number, code: number): void {
    this.#numbers[at] = number;
    this.#codes[at] = code;
    if (2 * ++this.#count < this.#codes.length) return;
    const [numbers, codes] = [this.#numbers, this.#codes];
    this.#numbers = new Float64Array(2 * numbers.length);
    this.#codes = new Int32Array(2 * codes.length).fill(-1);
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] < 0) continue;
      const to = this.#placeOf(numbers[i]);
      this.#numbers[to] = numbers[i];
      this.#codes[to] = codes[i];
    }
  }
}

/** A dictionary of one block: its words are made when they are first asked for. */
export class SparseWords {
  #words: string[] = [];
  readonly #codes: SparseCodes;

  constructor(text: (number: number) => string) {
    this.#codes = new SparseCodes((number) => this.#words.push(text(number)) - 1);
  }

  restart(words: string[] = []): string[] {
    this.#codes.restart();
    this.#words = words;
    return words;
  }

  code(number: number): number {
    return this.#codes.code(number);
  }
}
