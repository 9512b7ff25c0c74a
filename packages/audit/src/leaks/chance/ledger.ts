/** What a family saw: the largest score of each deal, and the strongest finding of the truth on each column. */
import { scoreAt, twoSided } from "./normal.ts";
import type { Finding } from "../feature.ts";

interface Kept {
  readonly score: number;
  readonly finding: (bound: number) => Finding;
}

/** Deals of a ledger that holds the truth alone: its bound goes by the number of trials. */
export const CHANCE_DEALS_NOTHING = 2;

export class Ledger {
  trials = 0;
  private readonly largest: Float64Array;
  private readonly strongest = new Map<string, Kept>();

  /** @param deals the truth, chance's, and the control; 2 where chance deals nothing. */
  constructor(deals: number) {
    this.largest = new Float64Array(deals);
  }

  see(deal: number, score: number): void {
    if (score > this.largest[deal]) this.largest[deal] = score;
  }

  /** Keeps a finding of the truth where it is the strongest on its column. */
  keep(column: string, score: number, finding: (bound: number) => Finding): void {
    const known = this.strongest.get(column);
    if (!known || score > known.score) this.strongest.set(column, { score, finding });
  }

  /** The score that chance passes with probability `error`, by what its deals showed; by the number of trials where there are none. */
  bound(error: number): number {
    const chances = this.largest.subarray(1, this.largest.length - 1);
    if (chances.length === 0) return scoreAt(error / Math.max(1, this.trials));
    let sum = 0;
    let most = 0;
    for (const score of chances) {
      sum -= Math.log1p(-Math.min(1 - 1e-12, twoSided(score)));
      most = Math.max(most, score);
    }
    const independent = Math.max(1, Math.min(this.trials, chances.length / Math.max(sum, 1e-12)));
    return Math.max(most, scoreAt(error / independent));
  }

  /** The largest score of the shuffled labels that had no part in the bound. */
  control(): number {
    return this.largest[this.largest.length - 1];
  }

  /** The strongest finding of each column, strongest first. */
  findings(error: number): Finding[] {
    const bound = this.bound(error);
    return [...this.strongest.values()].sort((a, b) => b.score - a.score).map(({ finding }) => finding(bound));
  }
}

/** A family's ledger, opened when it is first asked for. @param deals of one that is opened now. */
export function ledgerOf(ledgers: Map<string, Ledger>, family: string, deals: number): Ledger {
  const known = ledgers.get(family);
  if (known) return known;
  const ledger = new Ledger(deals);
  ledgers.set(family, ledger);
  return ledger;
}
