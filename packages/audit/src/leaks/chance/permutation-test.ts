/**
 * A permutation test: columns of subjects are tried, one after the other, against labels that chance permuted.
 *
 * Theory. For each column and each target (all positives, those of a trait) the sum over the members is compared with its
 * exact mean, variance and skewness under permutation within strata, which gives a normal score. The same is done for each
 * permutation; the largest score of one, over all columns and targets, says what a cheat who tries everything finds where
 * there is nothing. From these maxima the number of independent trials that the family amounts to is estimated (the least p
 * of m independent trials is Beta(1, m)), and from that number the score that chance passes with the declared probability;
 * never less than the largest that chance showed. This is Westfall and Young's (1993) largest statistic with its tail
 * carried on beyond the number of permutations. A column is looked at once and then let go.
 */
import type { Feature, Finding, Unit } from "../feature.ts";
import { findingsOf, type FindingLists, type FindingsList } from "./findings-list.ts";
import { measure, momentsOfSum, roomFor, type StratumMoments, type SumMoments } from "./moments.ts";
import { normalScore, standardOf } from "./normal.ts";
import type { Permutations } from "./permutations.ts";
import type { Strata } from "./strata.ts";
import type { Target } from "./targets.ts";

/** Members, their places in strata, and how chance permuted them: shared by the tests of all families. */
export interface LabelPermutations {
  readonly subjects: number;
  readonly strata: Strata;
  readonly permutations: Permutations;
  readonly targets: readonly Target[];
}

/** A column that is tried, with one value a subject. */
interface Tried {
  readonly feature: Feature;
  readonly values: Float64Array;
  readonly unit: Unit;
}

/** Where columns are tried. */
export interface Test {
  try(feature: Feature, values: Float64Array, unit: Unit): void;
}

function clamped(share: number): number {
  return Math.max(0, Math.min(1, share));
}

export class PermutationTest implements Test {
  readonly labels: LabelPermutations;
  readonly #room: StratumMoments;
  /** By target: how many members each stratum has. */
  readonly #taken: readonly Float64Array[];
  readonly #found: FindingLists;

  constructor(labels: LabelPermutations, found: FindingLists) {
    this.labels = labels;
    this.#found = found;
    this.#room = roomFor(labels.strata);
    this.#taken = labels.targets.map(({ members }) => {
      const taken = new Float64Array(labels.strata.count);
      for (const j of members) taken[labels.strata.of[labels.permutations.subjects[j]]]++;
      return taken;
    });
  }

  /** Tries a column: one value a subject, in units that `unit` names. */
  try(feature: Feature, values: Float64Array, unit: Unit): void {
    measure(values, this.labels.strata, this.#room);
    const list = findingsOf(this.#found, feature.family, this.labels.permutations.count);
    this.labels.targets.forEach((target, t) => {
      const moments = momentsOfSum(this.#taken[t], this.#room);
      if (moments.deviation > 1e-9) this.#tryTarget(list, { feature, values, unit }, target, moments);
    });
  }

  #tryTarget(list: FindingsList, tried: Tried, target: Target, moments: SumMoments): void {
    const { subjects, count, members } = this.labels.permutations;
    const { values, feature } = tried;
    const { expected, deviation, skewness } = moments;
    const own = target.members;
    list.trials++;
    for (let permutation = 0; permutation < count; permutation++) {
      let sum = 0;
      const from = permutation * members;
      for (let i = 0; i < own.length; i++) sum += values[subjects[from + own[i]]];
      const score = Math.abs(normalScore((sum - expected) / deviation, skewness));
      list.see(permutation, score);
      if (permutation === 0)
        list.keep(feature.column, score, (bound) => findingOf(tried, target, moments, { sum, score, bound }));
    }
  }
}

function findingOf(
  { feature, unit }: Tried,
  { kind, name, members }: Target,
  { expected, deviation, skewness }: SumMoments,
  { sum, score, bound }: { readonly sum: number; readonly score: number; readonly bound: number },
): Finding {
  const within = unit === "share" || unit === "auc" ? clamped : (mean: number): number => mean;
  const at = (end: number): number => within((expected + deviation * standardOf(end, skewness)) / members.length);
  return {
    family: feature.family,
    column: feature.column,
    aspect: feature.aspect(),
    target: { kind, name },
    unit,
    value: sum / members.length,
    low: at(-bound),
    high: at(bound),
    score,
    bound,
    strength: feature.strength?.() ?? null,
  };
}
