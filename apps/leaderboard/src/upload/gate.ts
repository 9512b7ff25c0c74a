/**
 * Load is shed here: so many uploads at once, so many that wait, for so long; who comes beyond is told to come again
 * before a byte of the archive is read. One team holds two places at most, so that no team shuts the others out.
 */
import { Refusal } from "../http/refusals.ts";
import type { UploadLimits } from "./limits.ts";

const MINUTE_MS = 60_000;

interface Waiting {
  readonly go: () => void;
}

/** Spread out, so that those who are sent away do not come back all at once. */
function retrySeconds(): number {
  return 3 + Math.floor(Math.random() * 8);
}

export class Gate {
  readonly #limits: UploadLimits;
  readonly #teams = new Map<string, number>();
  readonly #waiting = new Set<Waiting>();
  /** When each team's archives of the last minute were begun. */
  readonly #begun = new Map<string, readonly number[]>();
  #inside = 0;

  constructor(limits: UploadLimits) {
    this.#limits = limits;
  }

  /**
   * Lets a team's upload in, or has it wait.
   * @param gone ends the waiting of a sender that went away.
   * @returns what is to be called when the upload is through.
   * @throws Refusal `too-many` of a team that has its places, `busy` where all are taken.
   */
  async enter(team: string, gone: AbortSignal): Promise<() => void> {
    const own = this.#teams.get(team) ?? 0;
    this.#pace(team);
    if (own >= this.#limits.mostOfTeam) throw new Refusal("too-many", { retryAfterSeconds: retrySeconds() });
    this.#teams.set(team, own + 1);
    try {
      if (this.#inside < this.#limits.most) this.#inside += 1;
      else await this.#wait(gone);
    } catch (error) {
      this.#leaveTeam(team);
      throw error;
    }
    this.#begun.set(team, [...(this.#begun.get(team) ?? []), performance.now()]);
    return () => {
      this.#leaveTeam(team);
      const [next] = this.#waiting;
      if (next === undefined) this.#inside -= 1;
      else next.go();
    };
  }

  /** What was sent away was not read, and does not count. @throws Refusal `too-many`. */
  #pace(team: string): void {
    const now = performance.now();
    const lately = (this.#begun.get(team) ?? []).filter((at) => now - at < MINUTE_MS);
    if (lately.length === 0) this.#begun.delete(team);
    else this.#begun.set(team, lately);
    if (lately.length < this.#limits.perMinute) return;
    throw new Refusal("too-many", { retryAfterSeconds: Math.ceil((lately[0] + MINUTE_MS - now) / 1000) });
  }

  /** A place is handed on, so that nobody overtakes who waits. */
  #wait(gone: AbortSignal): Promise<void> {
    const busy = (): Refusal => new Refusal("busy", { retryAfterSeconds: retrySeconds() });
    if (this.#waiting.size >= this.#limits.mostWaiting) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const end = (then: () => void) => (): void => {
        clearTimeout(timer);
        gone.removeEventListener("abort", giveUp);
        this.#waiting.delete(waiting);
        then();
      };
      const waiting: Waiting = { go: end(resolve) };
      const giveUp = end(() => reject(busy()));
      const timer = setTimeout(giveUp, this.#limits.waitMs);
      gone.addEventListener("abort", giveUp);
      this.#waiting.add(waiting);
    });
  }

  #leaveTeam(team: string): void {
    const left = (this.#teams.get(team) ?? 1) - 1;
    if (left > 0) this.#teams.set(team, left);
    else this.#teams.delete(team);
  }
}
