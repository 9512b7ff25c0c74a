/**
 * What a family of attacks found: the strongest finding of the truth on each column, and the null distribution that bounds
 * it, which is the largest score of each permutation.
 */
import { scoreAt, twoSided } from "./normal.ts";
import type { Finding } from "../feature.ts";

interface Kept {
  readonly score: number;
  readonly finding: (bound: number) => Finding;
}

/** Permutations of a list that holds the truth alone: its bound goes by the number of trials. */
export const NOT_PERMUTED = 2;

export class FindingsList {
  trials = 0;
  readonly #largest: Float64Array;
  readonly #strongest = new Map<string, Kept>();

  /** @param permutations the truth, chance's, and the control; 2 where chance permutes nothing. */
  constructor(permutations: number) {
    this.#largest = new Float64Array(permutations);
  }

  see(permutation: number, score: number): void {
    if (score > this.#largest[permutation]) this.#largest[permutation] = score;
  }

  /** Keeps a finding of the truth where it is the strongest on its column. */
  keep(column: string, score: number, finding: (bound: number) => Finding): void {
    const known = this.#strongest.get(column);
    if (!known || score > known.score) this.#strongest.set(column, { score, finding });
  }

  /** The score that chance passes with probability `error`, by what its permutations showed; by the number of trials where there are none. */
  bound(error: number): number {
    const chances = this.#largest.subarray(1, this.#largest.length - 1);
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

  /** The largest score of the permuted labels that had no part in the bound. */
  control(): number {
    return this.#largest[this.#largest.length - 1];
  }

  /** The strongest finding of each column, strongest first. */
  findings(error: number): Finding[] {
    const bound = this.bound(error);
    return [...this.#strongest.values()].sort((a, b) => b.score - a.score).map(({ finding }) => finding(bound));
  }
}

/** By family. */
export type FindingLists = Map<string, FindingsList>;

/** A family's list, begun when it is first asked for. @param permutations of one that is begun now. */
export function findingsOf(lists: FindingLists, family: string, permutations: number): FindingsList {
  const known = lists.get(family);
  if (known) return known;
  const list = new FindingsList(permutations);
  lists.set(family, list);
  return list;
}
