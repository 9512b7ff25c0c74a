const LEAST = 64;
const MOST = 1 << 16;

/**
 * Numbers that are appended to one another, in chunks: nothing is copied when there are more, and little lies idle. The chunks
 * lie in memory that other threads can be given without a copy.
 */
export class Growing {
  readonly #full: Float64Array[] = [];
  #chunk = sharedChunk(LEAST);
  #used = 0;
  #count = 0;

  /** @returns the number's place. */
  push(value: number): number {
    if (this.#used === this.#chunk.length) {
      this.#full.push(this.#chunk);
      this.#chunk = sharedChunk(Math.min(MOST, 2 * this.#chunk.length));
      this.#used = 0;
    }
    this.#chunk[this.#used++] = value;
    return this.#count++;
  }

  /** The numbers so far, in order. */
  taken(): Float64Array[] {
    return [...this.#full, this.#chunk.subarray(0, this.#used)];
  }
}

function sharedChunk(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * length));
}

/** How many numbers there are in chunks. */
export function countIn(chunks: readonly Float64Array[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

/** Chunks as one array. */
export function joined(chunks: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(countIn(chunks));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
