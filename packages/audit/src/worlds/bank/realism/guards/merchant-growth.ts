/**
 * Merchants grow with the accounts: four for five accounts, whatever the size (below some 1,000 accounts every city still has one
 * of each kind, hence more), and how many other accounts a person’s merchants serve.
 */
import { compareBand, rowsOf } from "../compare.ts";
import type { RowView } from "../walk.ts";
import { blank, informs, type Feature, type Guard, type GuardRow } from "./guard.ts";

const named = rowsOf("guards", {
  "merchants-per-account": ["Merchants for each account", "Commerces par compte"],
  "merchants-shared": [
    "Accounts of the set that an account’s typical merchant serves",
    "Comptes du jeu que sert le commerce typique d’un compte",
  ],
});

/** The middle of some numbers, which are not empty. */
function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1];
}

export class MerchantGrowth implements Guard {
  readonly #accounts: number;
  readonly #merchants: number;
  /** By account, its merchants, each once; and by merchant its accounts. */
  readonly #paid: Int32Array[];
  readonly #customers = new Map<number, number>();
  readonly #own = new Set<number>();

  /** @param merchants how many the set lists. */
  constructor(accounts: number, merchants: number) {
    this.#accounts = accounts;
    this.#merchants = merchants;
    this.#paid = Array.from({ length: accounts }, () => new Int32Array(0));
  }

  row(row: RowView): void {
    if (row.partyKind === "merchant" && row.party >= 0) this.#own.add(row.party);
  }

  endAccount(account: number): void {
    this.#paid[account] = Int32Array.from(this.#own);
    for (const merchant of this.#own) this.#customers.set(merchant, (this.#customers.get(merchant) ?? 0) + 1);
    this.#own.clear();
  }

  guarded(): GuardRow[] {
    const shared: Feature = blank(this.#accounts);
    this.#paid.forEach((merchants, account) => {
      if (merchants.length === 0) return;
      shared[account] = median(Array.from(merchants, (merchant) => (this.#customers.get(merchant) ?? 1) - 1));
    });
    const known = shared.filter((number) => !Number.isNaN(number));
    const typical = known.length === 0 ? 0 : median([...known]);
    const grown = {
      unit: "ratio",
      observations: this.#merchants,
      observed: this.#merchants / Math.max(1, this.#accounts),
    } as const;
    const serves = { unit: "count", observations: known.length, observed: typical } as const;
    return [
      { comparison: compareBand(named("merchants-per-account"), grown, [0.6, 1]), feature: shared },
      { comparison: informs(named("merchants-shared"), serves), feature: shared },
    ];
  }
}
