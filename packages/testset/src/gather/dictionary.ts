/**
 * One column's words as one thread meets them.
 *
 * A word gets a provisional number when a row first uses it. Words that batches share by list are looked up once. Short
 * words that come as numbers, and those of a column's first list, which is its only one as a rule, are not looked up by
 * their text at all, but appended: the same word may then have several provisional numbers, which fall together when all
 * words are sorted (`sorted-words.ts`). So neither block order, nor the number of threads, nor words that no row uses leave
 * a trace in the file.
 */
import { keyOf, shortWord, type TextValues } from "@vigie/spec";
import { Growing } from "./growing.ts";

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Words by provisional number: short ones as numbers in `keys`' chunks, −1 where the word is the next of `words`. Can be posted between threads. */
export interface Words {
  readonly keys: readonly Float64Array[];
  readonly words: readonly string[];
}

/** From a batch's codes to provisional numbers, −1 where a word has none yet: for codes below `shared.length`, then for the others. */
export interface Numbering {
  readonly shared: Int32Array;
  readonly own: Int32Array;
}

const NONE = new Int32Array(0);

export class Dictionary {
  readonly #keys = new Growing();
  readonly #words: string[] = [];
  #firstList: readonly string[] | null = null;
  /** Numbers by text, once there is a second list. */
  #numbers: Map<string, number> | null = null;
  readonly #lists = new WeakMap<object, Int32Array>();

  #ofList(list: ArrayLike<unknown>): Int32Array {
    if (list.length === 0) return NONE;
    const known = this.#lists.get(list);
    if (known && known.length >= list.length) return known;
    const numbering = new Int32Array(known ? Math.ceil(list.length * 1.5) : list.length).fill(-1);
    if (known) numbering.set(known);
    this.#lists.set(list, numbering);
    return numbering;
  }

  numbering(text: TextValues): Numbering {
    const { keys } = text;
    if (!keys) return { shared: this.#ofList(text.words), own: NONE };
    return { shared: this.#ofList(keys.shared), own: new Int32Array(keys.own.length).fill(-1) };
  }

  /** A provisional number for the word with a code. @throws RangeError where it is no text that UTF-8 can hold. */
  number(text: TextValues, code: number): number {
    if (text.keys) {
      const key = code >= 0 ? keyOf(text.keys, code) : undefined;
      if (key === undefined || !(key > 0)) throw new RangeError("a code outside of the batch's words");
      return this.#keys.push(key);
    }
    this.#firstList ??= text.words;
    if (text.words !== this.#firstList) this.#numbers ??= numbersByText(this.taken());
    return this.#intern(text.words[code]);
  }

  #intern(word: unknown): number {
    if (typeof word !== "string") throw new RangeError("a code outside of the batch's words");
    const known = this.#numbers?.get(word);
    if (known !== undefined) return known;
    if (LONE_SURROGATE.test(word)) throw new RangeError(`a lone surrogate in ${JSON.stringify(word)}`);
    this.#words.push(word);
    const number = this.#keys.push(-1);
    this.#numbers?.set(word, number);
    return number;
  }

  taken(): Words {
    return { keys: this.#keys.taken(), words: this.#words };
  }
}

function numbersByText({ keys, words }: Words): Map<string, number> {
  const numbers = new Map<string, number>();
  let [number, next] = [0, 0];
  for (const chunk of keys)
    for (const key of chunk) {
      if (key < 0) numbers.set(words[next++], number);
      number++;
    }
  return numbers;
}

/** All words as texts, by provisional number. */
export function texts({ keys, words }: Words): string[] {
  let next = 0;
  return keys.flatMap((chunk) => Array.from(chunk, (key) => (key < 0 ? words[next++] : shortWord(key))));
}
