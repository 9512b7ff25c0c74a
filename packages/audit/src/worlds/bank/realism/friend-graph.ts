/**
 * Who deals with whom by e-transfer within the set, and how often the partners of one account deal with each other.
 *
 * The local clustering coefficient of an account (Watts and Strogatz, 1998) is the share of pairs of its partners that are
 * partners themselves; the mean is over accounts with 2 to 60 partners, so that no hub dominates.
 */
import { Sample } from "./sample.ts";

const MOST_PARTNERS = 60;

export class FriendGraph {
  readonly #accountCount: number;
  readonly #accountOf: (party: number) => number;
  /** Pairs a · accountCount + b, below 2^53 for 94 million accounts. */
  readonly #pairs = new Sample();
  #lists: Int32Array[] | null = null;

  constructor(accountCount: number, accountOf: (party: number) => number) {
    this.#accountCount = accountCount;
    this.#accountOf = accountOf;
  }

  add(account: number, party: number): void {
    const other = this.#accountOf(party);
    if (other < 0 || other >= this.#accountCount || other === account) return;
    this.#pairs.add(account * this.#accountCount + other);
    this.#pairs.add(other * this.#accountCount + account);
  }

  /** By account: its partners, ascending, each once. */
  #partners(): Int32Array[] {
    if (this.#lists !== null) return this.#lists;
    const lists: number[][] = Array.from({ length: this.#accountCount }, () => []);
    let before = -1;
    for (const pair of this.#pairs.sorted()) {
      if (pair !== before) lists[Math.floor(pair / this.#accountCount)].push(pair % this.#accountCount);
      before = pair;
    }
    this.#lists = lists.map((list) => Int32Array.from(list));
    return this.#lists;
  }

  /** How many partners each account has that has any. */
  degrees(): Sample {
    const degrees = new Sample();
    for (const list of this.#partners()) if (list.length > 0) degrees.add(list.length);
    return degrees;
  }

  /** The mean coefficient, and over how many accounts. */
  clustering(): { readonly clustering: number; readonly counted: number } {
    const lists = this.#partners();
    let sum = 0;
    let counted = 0;
    for (const own of lists) {
      if (own.length < 2 || own.length > MOST_PARTNERS) continue;
      counted++;
      let linked = 0;
      for (const partner of own) linked += common(own, lists[partner]);
      sum += linked / (own.length * (own.length - 1));
    }
    return { clustering: counted === 0 ? 0 : sum / counted, counted };
  }
}

/** How many numbers two ascending lists share. */
function common(a: Int32Array, b: Int32Array): number {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) both++;
    if (a[i] <= b[j]) i++;
    else j++;
  }
  // The step above moves only one of two equal numbers: the other is passed as the smaller one next time.
  return both;
}
