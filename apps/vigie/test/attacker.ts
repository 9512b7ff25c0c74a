/**
 * An attacker who weighs accounts like coins.
 *
 * One submission names s accounts with one and the same score. The budget k cuts this tie, and each of its positives
 * counts k / s: the budget part, rounded as it is shown, still tells how many of the s are positive while s is small
 * enough. Accounts lie in pools of which the number of positives is known; each turn splits the pool, and takes the s,
 * whose answer has the most entropy.
 */

interface Pool {
  readonly accounts: readonly number[];
  readonly positives: number;
}

export interface Query {
  readonly pool: Pool;
  readonly named: readonly number[];
}

/** log2 of "n choose k". */
export function logChoose(n: number, k: number): number {
  let bits = 0;
  for (let i = 1; i <= k; i++) bits += Math.log2((n - k + i) / i);
  return bits;
}

export class CoinWeigher {
  #pools: Pool[];
  readonly #budget: number;
  readonly #positives: number;
  readonly #accounts: number;

  /** The attacker is told for nothing that all positives are among these suspects, and how many they are. */
  constructor(suspects: Pool, split: { readonly accounts: number; readonly budget: number }) {
    this.#pools = [suspects];
    [this.#accounts, this.#positives, this.#budget] = [split.accounts, suspects.positives, split.budget];
  }

  /** log2 of how many sets of positives are still possible. */
  get bitsLeft(): number {
    return this.#pools.reduce((sum, { accounts, positives }) => sum + logChoose(accounts.length, positives), 0);
  }

  /** Accounts whose label is certain. */
  get certain(): ReadonlyMap<number, boolean> {
    const sure = this.#pools.filter(({ accounts, positives }) => positives === 0 || positives === accounts.length);
    return new Map(sure.flatMap(({ accounts, positives }) => accounts.map((account) => [account, positives > 0] as const)));
  }

  /** The next accounts to name; null where all is known. */
  next(): Query | null {
    let best: { readonly query: Query; readonly bits: number } | null = null;
    for (const pool of this.#pools) {
      for (let size = 1; size < pool.accounts.length && size <= 12 * this.#budget; size++) {
        if (!this.#readable(size, pool.positives)) continue;
        const bits = this.#entropy(pool, size);
        if (bits > (best?.bits ?? 0)) best = { bits, query: { pool, named: pool.accounts.slice(0, size) } };
      }
    }
    return best?.query ?? null;
  }

  /** Takes the budget part that was shown. @throws where no count explains it. */
  learn({ pool, named }: Query, shown: number): void {
    const most = Math.min(named.length, pool.positives);
    const found = Array.from({ length: most + 1 }, (_, hits) => hits).filter((hits) => this.#shown(named.length, hits) === shown);
    if (found.length !== 1) throw new Error(`${found.length} counts of ${named.length} accounts are shown as ${shown}`);
    const rest = pool.accounts.slice(named.length);
    this.#pools = this.#pools.filter((one) => one !== pool);
    this.#pools.push({ accounts: named, positives: found[0] }, { accounts: rest, positives: pool.positives - found[0] });
  }

  /** The budget part as it is shown for so many positives among so many accounts named alike. */
  #shown(size: number, hits: number): number {
    const [n, k, p] = [this.#accounts, this.#budget, this.#positives];
    const chance = Math.max(k, p) / n;
    const counted = size <= k ? hits : (hits * k) / size;
    const part = (counted / Math.min(k, p) - chance) / (1 - chance);
    return Math.floor(Math.max(0, 100 * part) + 0.5) / 100;
  }

  #readable(size: number, positives: number): boolean {
    const answers = Array.from({ length: Math.min(size, positives) + 1 }, (_, hits) => this.#shown(size, hits));
    return new Set(answers).size === answers.length;
  }

  #entropy({ accounts, positives }: Pool, size: number): number {
    const all = logChoose(accounts.length, positives);
    let bits = 0;
    for (let hits = Math.max(0, positives - (accounts.length - size)); hits <= Math.min(size, positives); hits++) {
      const log = logChoose(size, hits) + logChoose(accounts.length - size, positives - hits) - all;
      bits -= 2 ** log * log;
    }
    return bits;
  }
}
