/**
 * What the multipart parser does not tell: parts that it skips without a word (no name, no disposition), and bytes before
 * the first or behind the last delimiter. Counted over the raw bytes, so that nothing of a request goes unseen.
 *
 * Invariant: `#carry` holds the last bytes that could begin a delimiter, at most one byte less than one is long.
 */
const LINE = "\r\n";

export class Delimiters {
  readonly #needle: Buffer;
  #carry = Buffer.from(LINE);
  #before = -LINE.length;
  #firstAt: number | null = null;
  #lastEnd = 0;
  #count = 0;
  #tail = Buffer.alloc(0);

  constructor(boundary: string) {
    this.#needle = Buffer.from(`${LINE}--${boundary}`);
  }

  take(chunk: Buffer): void {
    const bytes = Buffer.concat([this.#carry, chunk]);
    let from = 0;
    for (let at = bytes.indexOf(this.#needle); at >= 0; at = bytes.indexOf(this.#needle, from)) {
      from = at + this.#needle.length;
      this.#firstAt ??= this.#before + at;
      this.#lastEnd = this.#before + from;
      this.#count += 1;
    }
    const kept = Math.max(from, bytes.length - this.#needle.length + 1, 0);
    this.#before += kept;
    this.#carry = bytes.subarray(kept);
    this.#tail = Buffer.concat([this.#tail, chunk.subarray(-4)]).subarray(-4);
  }

  /** Parts between the delimiters; null where the form does not begin with its first or end with its last one. */
  parts(): number | null {
    const behind = this.#before + this.#carry.length - this.#lastEnd;
    const ends = this.#tail.subarray(Math.max(0, this.#tail.length - behind)).toString("latin1");
    if (this.#firstAt !== -LINE.length || behind > 4 || !/^--(\r\n)?$/.test(ends)) return null;
    return this.#count - 1;
  }
}
