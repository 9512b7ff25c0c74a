/** Dictionaries of one block: numbers become codes, and words are made once each. */

/** For numbers below a bound: one look-up in an array, emptied by moving on to the next generation. */
export class NumberedWords {
  private readonly codes: Int32Array;
  private readonly stamps: Int32Array;
  private generation = 0;
  private words: string[] = [];
  private readonly text: (number: number) => string;

  constructor(size: number, text: (number: number) => string) {
    this.codes = new Int32Array(size);
    this.stamps = new Int32Array(size);
    this.text = text;
  }

  /** Starts a new dictionary, and gives its words, which grow as codes are asked for. */
  restart(words: string[] = []): string[] {
    this.generation++;
    this.words = words;
    return words;
  }

  code(number: number): number {
    if (this.stamps[number] === this.generation) return this.codes[number];
    this.stamps[number] = this.generation;
    this.codes[number] = this.words.length;
    this.words.push(this.text(number));
    return this.codes[number];
  }
}

/** For numbers without a bound, asked for a few times an account. */
export class SparseWords {
  private codes = new Map<number, number>();
  private words: string[] = [];
  private readonly text: (number: number) => string;

  constructor(text: (number: number) => string) {
    this.text = text;
  }

  restart(words: string[] = []): string[] {
    this.codes = new Map();
    this.words = words;
    return words;
  }

  code(number: number): number {
    const known = this.codes.get(number);
    if (known !== undefined) return known;
    this.codes.set(number, this.words.length);
    this.words.push(this.text(number));
    return this.words.length - 1;
  }
}
