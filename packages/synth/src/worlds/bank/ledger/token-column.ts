/** A column of tokens, by their numbers. */
import type { Tokens } from "../ground/tokens.ts";
import { ShortWords, SparseCodes } from "../../../columns/words.ts";

export class TokenColumn {
  /** The column's words; of a column that holds other words as well, theirs too. */
  readonly words: ShortWords;
  readonly #codes: SparseCodes;

  constructor(tokens: Tokens, words = new ShortWords()) {
    this.words = words;
    this.#codes = new SparseCodes((token) => words.add(tokens.key(token)));
  }

  /** To be called at the start of each block. */
  restart(): void {
    this.words.restart();
    this.#codes.restart();
  }

  code(token: number): number {
    return this.#codes.code(token);
  }
}
