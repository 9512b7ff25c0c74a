/** Standard error, bounded: the first half of the cap, and the last half, which moves on as more comes. */
export class CappedLog {
  #head = Buffer.alloc(0);
  #tail: Buffer[] = [];
  #tailBytes = 0;
  #total = 0;
  readonly #headCap: number;
  readonly #tailCap: number;

  constructor(capBytes: number) {
    this.#headCap = Math.ceil(capBytes / 2);
    this.#tailCap = Math.floor(capBytes / 2);
  }

  get totalBytes(): number {
    return this.#total;
  }

  get truncated(): boolean {
    return this.#total > this.#headCap + this.#tailCap;
  }

  add(chunk: Buffer): void {
    this.#total += chunk.length;
    const room = this.#headCap - this.#head.length;
    if (room > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(0, room)]);
    const rest = chunk.subarray(Math.max(room, 0));
    if (rest.length === 0) return;
    this.#tail.push(rest);
    this.#tailBytes += rest.length;
    if (this.#tailBytes > 2 * this.#tailCap + 65536) this.#trim();
  }

  #trim(): void {
    const all = Buffer.concat(this.#tail);
    // copied: a view of the last bytes would keep all that came before it alive
    this.#tail = [Buffer.from(all.subarray(Math.max(0, all.length - this.#tailCap)))];
    this.#tailBytes = this.#tail[0].length;
  }

  /** Bytes that are no UTF-8 become the replacement character. */
  text(): string {
    this.#trim();
    const cut = this.#total - this.#head.length - this.#tailBytes;
    const mark = cut > 0 ? `\n[… ${cut} bytes …]\n` : "";
    return cut > 0
      ? this.#head.toString("utf8") + mark + this.#tail[0].toString("utf8")
      : Buffer.concat([this.#head, ...this.#tail]).toString("utf8");
  }
}
