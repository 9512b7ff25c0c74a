/** Pay comes at intervals: between two pays from one payer to one payee, as the account of either shows them, lie days. */
import { compareBand, rowsOf, share } from "../compare.ts";
import type { RowView } from "../walk.ts";
import { RING } from "../bank-truth.ts";
import { blank, type Feature, type Guard, type GuardRow } from "./guard.ts";

const SHORTEST_DAYS = 4;
const MOST = 0.02;

const named = rowsOf("guards", {
  "pay-rings": [
    "Pays under four days apart, to ring accounts",
    "Paies à moins de quatre jours l’une de l’autre, comptes de réseaux",
  ],
  "pay-fronts": [
    "Wages under four days apart, from ring accounts",
    "Salaires versés par des réseaux à moins de quatre jours d’écart",
  ],
  "pay-lawful": [
    "Pays under four days apart, lawful accounts",
    "Paies à moins de quatre jours l’une de l’autre, comptes licites",
  ],
});
const IDS = ["pay-rings", "pay-fronts", "pay-lawful"] as const;

interface Pauses {
  all: number;
  short: number;
}

const none = (): Pauses => ({ all: 0, short: 0 });

function add(to: Pauses, { all, short }: Pauses): void {
  to.all += all;
  to.short += short;
}

export class PayCadence implements Guard {
  readonly #standing: Uint8Array;
  /** By account: the share of its pauses that are too short. */
  readonly #short: Feature;
  readonly #sums = { "pay-rings": none(), "pay-fronts": none(), "pay-lawful": none() };
  /** By the other side: the day of the last pay, received or paid. */
  readonly #received = new Map<number, number>();
  readonly #paid = new Map<number, number>();
  #in = none();
  #out = none();

  /** @param standing by account, as `BankTruth` has it. */
  constructor(standing: Uint8Array) {
    this.#standing = standing;
    this.#short = blank(standing.length);
  }

  row(row: RowView): void {
    if (row.code !== "payroll" || !row.posted || row.party < 0) return;
    const last = row.credit ? this.#received : this.#paid;
    const before = last.get(row.party);
    last.set(row.party, row.day);
    if (before === undefined) return;
    add(row.credit ? this.#in : this.#out, { all: 1, short: row.day - before < SHORTEST_DAYS ? 1 : 0 });
  }

  endAccount(account: number): void {
    const isRing = this.#standing[account] === RING;
    add(this.#sums[isRing ? "pay-rings" : "pay-lawful"], this.#in);
    add(this.#sums[isRing ? "pay-fronts" : "pay-lawful"], this.#out);
    const [all, short] = [this.#in.all + this.#out.all, this.#in.short + this.#out.short];
    if (all > 0) this.#short[account] = short / all;
    this.#in = none();
    this.#out = none();
    this.#received.clear();
    this.#paid.clear();
  }

  guarded(): GuardRow[] {
    return IDS.map((id) => {
      const { all, short } = this.#sums[id];
      return { comparison: compareBand(named(id), share(short, all), [0, MOST]), feature: this.#short };
    });
  }
}
