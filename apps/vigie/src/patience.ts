/** A server that is full, or does not answer for a while, is waited for: the command line comes back by itself. */
import { setTimeout as pause } from "node:timers/promises";
import type { Say } from "./say.ts";

/** What came back: nothing at all, or an answer whose body was read. */
export interface Came {
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  readonly body: unknown;
}

const MOST_MS = 600_000;
/** A server that is not there at all is not waited for as long as one that says when to come back. */
const MOST_SILENT_MS = 180_000;
const LONGEST_WAIT_MS = 15_000;
/** A quota that opens tomorrow is no matter of patience. */
const LONGEST_RETRY_AFTER_SECONDS = 120;
const FULL = new Set([408, 503, 507]);

export class Patience {
  readonly #say: Say;
  readonly #print: (line: string) => void;
  readonly #since = performance.now();
  #said: string | null = null;
  #tries = 0;

  constructor(say: Say, print: (line: string) => void) {
    this.#say = say;
    this.#print = print;
  }

  /** Waits, where another try makes sense, and says once what for. @returns false where it makes none, or no more. */
  async waits(came: Came | null): Promise<boolean> {
    const waitMs = this.#waitMs(came);
    const mostMs = came === null ? MOST_SILENT_MS : MOST_MS;
    if (waitMs === null || performance.now() - this.#since + waitMs > mostMs) return false;
    const why = came === null ? "server.waitsSilent" : came.status === 507 ? "server.waitsRoom" : "server.waitsTurn";
    if (why !== this.#said) this.#print(this.#say(why, { minutes: mostMs / 60_000 }));
    this.#said = why;
    this.#tries += 1;
    await pause(waitMs);
    return true;
  }

  #waitMs(came: Came | null): number | null {
    const spread = 0.75 + Math.random() / 2;
    const ownMs = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** this.#tries) * spread;
    if (came === null) return ownMs;
    const told = came.retryAfterSeconds;
    if (!FULL.has(came.status) && (came.status !== 429 || told === null)) return null;
    if (told === null) return ownMs;
    return told <= LONGEST_RETRY_AFTER_SECONDS ? told * 1000 + Math.random() * 1000 : null;
  }
}
