/**
 * Wrong codes slow an address down, and never the right one: a code is looked up first, and only the answer to a wrong one
 * waits, longer with each. Where too many of an address wait already, the next wrong one is refused at once.
 *
 * It is no guard against guessing: a code is 80 random bits, which nobody guesses.
 */
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "./refusals.ts";

const FORGOTTEN_MS = 300_000;
const FREE = 5;
const STEP_MS = 250;
const LONGEST_MS = 4_000;
const MOST_WAITING_OF_ONE = 20;
const MOST_WAITING = 400;
const MOST_ADDRESSES = 10_000;
const RETRY_SECONDS = 5;

interface Tries {
  wrong: number;
  waiting: number;
  last: number;
}

export class WrongCodes {
  readonly #tries = new Map<string, Tries>();
  #waiting = 0;

  /**
   * After a wrong code from an address: waits as long as the answer is to be held back.
   * @throws Refusal `too-many` where too many are held back already.
   */
  async answer(address: string, gone: AbortSignal): Promise<void> {
    const tries = this.#of(address);
    tries.wrong += 1;
    const ms = tries.wrong <= FREE ? 0 : Math.min(LONGEST_MS, STEP_MS * 2 ** Math.min(10, tries.wrong - FREE - 1));
    if (ms === 0) return;
    if (tries.waiting >= MOST_WAITING_OF_ONE || this.#waiting >= MOST_WAITING)
      throw new Refusal("too-many", { retryAfterSeconds: RETRY_SECONDS });
    tries.waiting += 1;
    this.#waiting += 1;
    try {
      await pause(ms, undefined, { signal: gone, ref: false }).catch(() => undefined);
    } finally {
      tries.waiting -= 1;
      this.#waiting -= 1;
    }
  }

  /** The address's tries, as the newest of all; a few minutes without one are forgiven. */
  #of(address: string): Tries {
    const now = performance.now();
    const known = this.#tries.get(address);
    const fresh = known !== undefined && (now - known.last < FORGOTTEN_MS || known.waiting > 0);
    const tries = fresh ? known : { wrong: 0, waiting: 0, last: now };
    tries.last = now;
    this.#tries.delete(address);
    this.#tries.set(address, tries);
    const [oldest] = this.#tries.keys();
    if (this.#tries.size > MOST_ADDRESSES && oldest !== undefined) this.#tries.delete(oldest);
    return tries;
  }
}
