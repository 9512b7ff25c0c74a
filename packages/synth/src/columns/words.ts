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

/** Codes of numbers below a bound, for good: one look-up in an array. */
export class NumberedCodes {
  readonly #codes: Int32Array;
  readonly #add: (number: number) => number;

  constructor(size: number, add: (number: number) => number) {
    this.#codes = new Int32Array(size).fill(-1);
    this.#add = add;
  }

  code(number: number): number {
    const known = this.#codes[number];
    return known >= 0 ? known : (this.#codes[number] = this.#add(number));
  }
}

/** Codes of numbers without a bound, which are asked for a few times an account and forgotten with the block. */
export class SparseCodes {
  readonly #codes = new Map<number, number>();
  readonly #add: (number: number) => number;

  constructor(add: (number: number) => number) {
    this.#add = add;
  }

  /** To be called at the start of each block. */
  restart(): void {
    this.#codes.clear();
  }

  code(number: number): number {
    const known = this.#codes.get(number);
    if (known !== undefined) return known;
    const code = this.#add(number);
    this.#codes.set(number, code);
    return code;
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
