/**
 * Legs on their way to disk: 48 bytes each, spooled in the order of the source, then dealt into buckets of whole accounts.
 *
 * Theory. Rows must come out by account and time, and there may be more than memory holds. How many legs each account has
 * is known once the source is read, so each bucket's place in the second file is known too: the legs are dealt there in one
 * pass, and each bucket is sorted alone in memory. Memory holds a buffer a bucket, and one bucket.
 */
import { closeSync, openSync, rmSync } from "node:fs";
import { readWhole, writeAll } from "../../../file-bytes.ts";

const DOUBLES = 6;
const BYTES = 8 * DOUBLES;
const WRITTEN_AT_ONCE = 8192;
const DEALT_AT_ONCE = 256;

/** One account's side of a transfer. */
export interface Leg {
  account: number;
  /** An account of the set, or −1 − a number that stands for somebody outside of it. */
  other: number;
  timeMs: number;
  amountCents: number;
  /** NaN where the source does not say. */
  balanceCents: number;
  /** 2 × the row's number in the source, plus 1 for the payee. */
  serial: number;
  kind: number;
  illicit: boolean;
}

const ILLICIT = 1 << 30;

/** Some legs in memory, read and written by place. */
export class Legs {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #doubles: Float64Array;
  readonly #integers: Int32Array;

  constructor(count: number) {
    const buffer = new ArrayBuffer(count * BYTES);
    this.bytes = new Uint8Array(buffer);
    this.#doubles = new Float64Array(buffer);
    this.#integers = new Int32Array(buffer);
  }

  put(at: number, leg: Leg): void {
    const d = at * DOUBLES;
    this.#integers[2 * d] = leg.account;
    this.#integers[2 * d + 1] = leg.kind | (leg.illicit ? ILLICIT : 0);
    this.#doubles[d + 1] = leg.timeMs;
    this.#doubles[d + 2] = leg.amountCents;
    this.#doubles[d + 3] = leg.balanceCents;
    this.#doubles[d + 4] = leg.serial;
    this.#doubles[d + 5] = leg.other;
  }

  account(at: number): number {
    return this.#integers[2 * DOUBLES * at];
  }
  kind(at: number): number {
    return this.#integers[2 * DOUBLES * at + 1] & ~ILLICIT;
  }
  illicit(at: number): boolean {
    return (this.#integers[2 * DOUBLES * at + 1] & ILLICIT) !== 0;
  }
  timeMs(at: number): number {
    return this.#doubles[DOUBLES * at + 1];
  }
  amountCents(at: number): number {
    return this.#doubles[DOUBLES * at + 2];
  }
  balanceCents(at: number): number {
    return this.#doubles[DOUBLES * at + 3];
  }
  serial(at: number): number {
    return this.#doubles[DOUBLES * at + 4];
  }
  other(at: number): number {
    return this.#doubles[DOUBLES * at + 5];
  }
}

/** All legs, in the order in which they were added. */
export class LegSpool {
  readonly #path: string;
  readonly #fd: number;
  readonly #buffer = new Legs(WRITTEN_AT_ONCE);
  #waiting = 0;
  #written = 0;

  constructor(path: string) {
    this.#path = path;
    this.#fd = openSync(path, "wx+", 0o600);
  }

  get count(): number {
    return this.#written + this.#waiting;
  }

  add(leg: Leg): void {
    this.#buffer.put(this.#waiting++, leg);
    if (this.#waiting === WRITTEN_AT_ONCE) this.#flush();
  }

  #flush(): void {
    writeAll(this.#fd, this.#buffer.bytes.subarray(0, this.#waiting * BYTES), this.#written * BYTES);
    this.#written += this.#waiting;
    this.#waiting = 0;
  }

  /** The legs again, some thousands at a time; they are good until the next are asked for. */
  *pieces(): Generator<{ readonly legs: Legs; readonly count: number }> {
    this.#flush();
    for (let done = 0; done < this.#written;) {
      const count = Math.min(WRITTEN_AT_ONCE, this.#written - done);
      readWhole(this.#fd, this.#buffer.bytes.subarray(0, count * BYTES), done * BYTES, this.#path);
      yield { legs: this.#buffer, count };
      done += count;
    }
  }

  close(): void {
    closeSync(this.#fd);
    rmSync(this.#path, { force: true });
  }
}

/** Legs by bucket. */
export class LegBuckets {
  readonly #path: string;
  readonly #fd: number;
  readonly #sizes: readonly number[];
  readonly #starts: readonly number[];

  /** Deals the spool's legs: `bucketOf` an account, and how many legs each bucket will hold. */
  constructor(path: string, spool: LegSpool, bucketOf: Int32Array, sizes: readonly number[]) {
    this.#path = path;
    this.#fd = openSync(path, "wx+", 0o600);
    this.#sizes = sizes;
    let start = 0;
    this.#starts = sizes.map((size) => {
      start += size;
      return start - size;
    });
    this.#deal(spool, bucketOf);
  }

  #deal(spool: LegSpool, bucketOf: Int32Array): void {
    const buffers = this.#sizes.map((size) => new Uint8Array(Math.min(size, DEALT_AT_ONCE) * BYTES));
    const used = new Int32Array(buffers.length);
    const written = this.#starts.map((start) => start * BYTES);
    const flush = (bucket: number): void => {
      writeAll(this.#fd, buffers[bucket].subarray(0, used[bucket]), written[bucket]);
      written[bucket] += used[bucket];
      used[bucket] = 0;
    };
    for (const { legs, count } of spool.pieces()) {
      for (let at = 0; at < count; at++) {
        const bucket = bucketOf[legs.account(at)];
        buffers[bucket].set(legs.bytes.subarray(at * BYTES, (at + 1) * BYTES), used[bucket]);
        used[bucket] += BYTES;
        if (used[bucket] === buffers[bucket].length) flush(bucket);
      }
    }
    buffers.forEach((_, bucket) => flush(bucket));
  }

  /** The legs of one bucket, in the order of the source. */
  read(bucket: number): { readonly legs: Legs; readonly count: number } {
    const count = this.#sizes[bucket];
    const legs = new Legs(count);
    readWhole(this.#fd, legs.bytes, this.#starts[bucket] * BYTES, this.#path);
    return { legs, count };
  }

  close(): void {
    closeSync(this.#fd);
    rmSync(this.#path, { force: true });
  }
}
