/**
 * One column's words, merged from the dictionaries of all blocks.
 *
 * Words get a provisional number when a row first uses them; at the end they are sorted by UTF-16 code unit and each
 * provisional number gets its rank. So neither block order nor words that no row uses leave a trace in the file.
 */

const LONE_SURROGATE = /\p{Surrogate}/u;
const WORDS_AT_ONCE = 4096;

export class Dictionary {
  readonly #codes = new Map<string, number>();
  readonly #numberings = new WeakMap<readonly string[], Int32Array>();

  /** From a block's codes to provisional numbers, −1 where a word has none yet. Blocks that share one list share the numbering. */
  numbering(words: readonly string[]): Int32Array {
    const known = this.#numberings.get(words);
    if (known?.length === words.length) return known;
    const numbering = new Int32Array(words.length).fill(-1);
    this.#numberings.set(words, numbering);
    return numbering;
  }

  /** The word's provisional number. @throws RangeError where it is no text that UTF-8 can hold. */
  intern(word: unknown): number {
    if (typeof word !== "string") throw new RangeError("a code outside of the batch's words");
    const known = this.#codes.get(word);
    if (known !== undefined) return known;
    if (LONE_SURROGATE.test(word)) throw new RangeError(`a lone surrogate in ${JSON.stringify(word)}`);
    const code = this.#codes.size;
    this.#codes.set(word, code);
    return code;
  }

  /** The words in file order, and the rank of each provisional number. */
  sorted(): SortedWords {
    const words = [...this.#codes.keys()].sort();
    const rank = new Int32Array(words.length);
    words.forEach((word, at) => (rank[this.#codes.get(word) ?? 0] = at));
    return { words, rank };
  }
}

export interface SortedWords {
  readonly words: readonly string[];
  readonly rank: Int32Array;
}

/** Arrow's positions of words within their UTF-8 bytes: one more than there are words. @throws RangeError over 2 GiB. */
export function wordOffsets(words: readonly string[]): Int32Array {
  const offsets = new Int32Array(words.length + 1);
  let at = 0;
  words.forEach((word, i) => {
    at += Buffer.byteLength(word);
    offsets[i + 1] = at;
  });
  if (at > 0x7fffffff) throw new RangeError("more than 2 GiB of text in one column");
  return offsets;
}

/** The words' UTF-8 bytes, some thousands of words at a time. */
export function* wordBytes(words: readonly string[]): Generator<Uint8Array> {
  for (let i = 0; i < words.length; i += WORDS_AT_ONCE) yield Buffer.from(words.slice(i, i + WORDS_AT_ONCE).join(""));
}
