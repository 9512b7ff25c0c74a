/**
 * Rows of one account in order of time.
 *
 * Theory. An account has some hundred rows, spread over the world's days. Dealt into 256 stretches of time in the order in
 * which they were added, they are nearly sorted, and the few that share a stretch are put in order one by one; the sort of
 * typed arrays that comes with the language was a fourteenth of all that the generating thread did.
 */
import { DAY_SECONDS } from "../../../ground/calendar.ts";

const CAPACITY = 4096;
const STRETCHES = 256;

/** When rows were: local seconds since the world's first midnight, and local time less UTC in minutes. */
interface Times {
  readonly count: number;
  readonly local: Int32Array;
  readonly offset: Int32Array;
}

export class TimeOrder {
  /** By place, the row; and its second of UTC since a day before the world's first midnight. */
  readonly row = new Int32Array(CAPACITY);
  readonly second = new Int32Array(CAPACITY);
  readonly #unsorted = new Int32Array(CAPACITY);
  readonly #starts = new Int32Array(STRETCHES + 1);

  /** Sorts rows by UTC, then by the order in which they were added. */
  sort({ count, local, offset }: Times): void {
    const unsorted = this.#unsorted;
    let last = 0;
    for (let i = 0; i < count; i++) {
      unsorted[i] = local[i] - offset[i] * 60 + DAY_SECONDS;
      if (unsorted[i] > last) last = unsorted[i];
    }
    this.#deal(count, Math.max(0, 24 - Math.clz32(last))); // what is left of the last second are eight bits
    this.#insert(count);
  }

  #deal(count: number, shift: number): void {
    const [starts, seconds, row, second] = [this.#starts, this.#unsorted, this.row, this.second];
    starts.fill(0);
    for (let i = 0; i < count; i++) starts[(seconds[i] >> shift) + 1]++;
    for (let i = 1; i < STRETCHES; i++) starts[i] += starts[i - 1];
    for (let i = 0; i < count; i++) {
      const place = starts[seconds[i] >> shift]++;
      row[place] = i;
      second[place] = seconds[i];
    }
  }

  #insert(count: number): void {
    const { row, second } = this;
    for (let i = 1; i < count; i++) {
      const [own, at] = [row[i], second[i]];
      let place = i;
      for (; place > 0 && second[place - 1] > at; place--) {
        row[place] = row[place - 1];
        second[place] = second[place - 1];
      }
      row[place] = own;
      second[place] = at;
    }
  }
}
