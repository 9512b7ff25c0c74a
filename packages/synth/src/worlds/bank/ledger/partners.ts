/** What a leg needs to know of the account on the other side, looked up once an account. */
import type { Plan } from "../plan.ts";

const UNKNOWN = -2;

export class Partners {
  readonly #accounts: Int32Array;
  readonly #handles: Int32Array;
  readonly #plan: Plan;
  readonly #handleOf: (slot: number) => number;

  /** @param handleOf the number of the name that a slot shows to others. */
  constructor(plan: Plan, handleOf: (slot: number) => number) {
    this.#plan = plan;
    this.#handleOf = handleOf;
    this.#accounts = new Int32Array(plan.accounts).fill(UNKNOWN);
    this.#handles = new Int32Array(plan.accounts).fill(UNKNOWN);
  }

  /** The account's number. */
  account(slot: number): number {
    const known = this.#accounts[slot];
    return known === UNKNOWN ? (this.#accounts[slot] = this.#plan.accountOf(slot)) : known;
  }

  /** The number of the name that it shows. */
  handle(slot: number): number {
    const known = this.#handles[slot];
    return known === UNKNOWN ? (this.#handles[slot] = this.#handleOf(slot)) : known;
  }
}
