/**
 * A column's dictionary as it lies in the file: the words of all threads, each once, sorted by UTF-16 code unit.
 *
 * Theory. Where all words are short, they are sorted as numbers. The place of a word among the sorted ones is then found
 * through buckets of equal width over the range of the numbers: tokens are spread evenly, so that a bucket holds a few of
 * them and a search by halves within it ends after one or two steps, where one over all words would miss the cache twenty
 * times. Words of any other kind are sorted as strings.
 */
import { writeShortWord } from "@vigie/spec";
import { texts, type Words } from "../gather/dictionary.ts";
import { countIn, joined } from "../gather/growing.ts";

const WORDS_AT_ONCE = 4096;

/** A dictionary to be written, and by thread the place in it of each provisional number plus one; place 0 for a missing value. */
export interface SortedWords {
  readonly count: number;
  /** Arrow's positions of words within their bytes: one more than there are words. */
  readonly offsets: Int32Array;
  readonly bytes: () => Iterable<Uint8Array>;
  readonly ranks: readonly Int32Array[];
}

function unique(sorted: Float64Array): Float64Array {
  let count = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i];
  return sorted.subarray(0, count);
}

/** Finds the places of numbers among sorted ones. */
class Places {
  readonly #sorted: Float64Array;
  readonly #starts: Int32Array;
  readonly #scale: number;

  constructor(sorted: Float64Array) {
    this.#sorted = sorted;
    const buckets = Math.max(1, sorted.length >> 2);
    this.#scale = sorted.length === 0 ? 0 : buckets / (sorted[sorted.length - 1] + 1);
    this.#starts = new Int32Array(buckets + 1);
    for (const value of sorted) this.#starts[Math.floor(value * this.#scale) + 1]++;
    for (let i = 0; i < buckets; i++) this.#starts[i + 1] += this.#starts[i];
  }

  of(value: number): number {
    const bucket = Math.floor(value * this.#scale);
    let low = this.#starts[bucket];
    let high = this.#starts[bucket + 1] - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#sorted[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function* shortBytes(sorted: Float64Array): Generator<Uint8Array> {
  const out = new Uint8Array(WORDS_AT_ONCE * 10);
  for (let i = 0; i < sorted.length; i += WORDS_AT_ONCE) {
    let at = 0;
    for (let k = i; k < Math.min(sorted.length, i + WORDS_AT_ONCE); k++) at += writeShortWord(sorted[k], out, at);
    yield out.subarray(0, at);
  }
}

function ofShortWords(threads: readonly Words[]): SortedWords {
  const sorted = unique(joined(threads.flatMap(({ keys }) => keys)).sort());
  const places = new Places(sorted);
  const letters = new Uint8Array(10);
  const offsets = new Int32Array(sorted.length + 1);
  for (let i = 0; i < sorted.length; i++) offsets[i + 1] = offsets[i] + writeShortWord(sorted[i], letters, 0);
  const ranks = threads.map(({ keys }) => {
    const rank = rankOf(countIn(keys));
    let number = 0;
    for (const chunk of keys) for (let i = 0; i < chunk.length; i++) rank[++number] = places.of(chunk[i]);
    return rank;
  });
  return { count: sorted.length, offsets, bytes: () => shortBytes(sorted), ranks };
}

/** In memory that other threads can be given without a copy. */
function rankOf(words: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * (words + 1)));
}

/** Arrow's positions of words within their UTF-8 bytes. @throws RangeError over 2 GiB. */
function wordOffsets(words: readonly string[]): Int32Array {
  const offsets = new Int32Array(words.length + 1);
  let at = 0;
  words.forEach((word, i) => {
    at += Buffer.byteLength(word);
    offsets[i + 1] = at;
  });
  if (at > 0x7fffffff) throw new RangeError("more than 2 GiB of text in one column");
  return offsets;
}

function* wordBytes(words: readonly string[]): Generator<Uint8Array> {
  for (let i = 0; i < words.length; i += WORDS_AT_ONCE) yield Buffer.from(words.slice(i, i + WORDS_AT_ONCE).join(""));
}

function ofTexts(threads: readonly Words[]): SortedWords {
  const byThread = threads.map(texts);
  const words = [...new Set(byThread.flat())].sort();
  const places = new Map(words.map((word, place) => [word, place]));
  const ranks = byThread.map((own) => {
    const rank = rankOf(own.length);
    own.forEach((word, i) => (rank[i + 1] = places.get(word) ?? 0));
    return rank;
  });
  return { count: words.length, offsets: wordOffsets(words), bytes: () => wordBytes(words), ranks };
}

/** Puts the words of all threads in the order of the file. */
export function sortedWords(threads: readonly Words[]): SortedWords {
  return threads.every(({ words }) => words.length === 0) ? ofShortWords(threads) : ofTexts(threads);
}
