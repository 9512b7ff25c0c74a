/**
 * Weighs a case: the full set (each unit drawn once) or a resample.
 *
 * A resample is scored as a data set of its own: a subject drawn m times counts m tied times, n, P, the sizes of groups and
 * all chances are recomputed, k and the judged groups stay. Sums run down the list. A detector that raised no alert gets 0
 * and does no harm, here too.
 */
import { entryOf } from "@vigie/spec";
import { averagePrecision, rankingPart } from "../../measures/average-precision.ts";
import { cutAtBudget, type BudgetCut, type CutCount } from "../../measures/budget-cut.ts";
import { budgetPart } from "../../measures/budget-part.ts";
import { harmOf, worstGroup } from "../../measures/harm.ts";
import { weightedShare } from "../../measures/weighted-share.ts";
import type { UnitCounts } from "../../resamples.ts";
import { weighGroups, type GroupWeighed } from "./look-alikes.ts";
import type { RankingCase } from "./ranking-case.ts";

function dot(counts: UnitCounts, values: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += counts[i] * values[i];
  return sum;
}

function sumOf(values: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i];
  return sum;
}

/** What every measure needs is worked out at once, the rest as it is asked for. */
export class Weighing {
  readonly of: RankingCase;
  readonly counts: UnitCounts;
  readonly subjects: number;
  readonly positives: number;
  /** Size and positives of each tie. */
  readonly tieSizes: Int32Array;
  readonly tiePositives: Int32Array;
  readonly cut: BudgetCut;
  readonly hits: CutCount;
  readonly budget: number;

  constructor(of: RankingCase, counts: UnitCounts) {
    const { k, unitSizes, positiveUnits } = of.split;
    this.of = of;
    this.counts = counts;
    this.subjects = dot(counts, unitSizes);
    this.positives = 0;
    for (let i = 0; i < positiveUnits.unit.length; i++) {
      this.positives += counts[positiveUnits.unit[i]] * positiveUnits.positives[i];
    }
    this.tieSizes = new Int32Array(of.ranked.tieCount);
    this.tiePositives = new Int32Array(of.ranked.tieCount);
    this.#countTies();
    const cut = cutAtBudget(this.tieSizes, k);
    this.cut = cut;
    this.hits = {
      whole: sumOf(this.tiePositives, 0, cut.wholeTies),
      tied: cut.weight > 0 ? this.tiePositives[cut.wholeTies] : 0,
    };
    const silent = sumOf(this.tieSizes, 0, this.tieSizes.length) === 0;
    this.budget = silent ? 0 : budgetPart(this.hits, cut, k, this.subjects, this.positives);
  }

  #countTies(): void {
    const { of, counts, tieSizes, tiePositives } = this;
    const { unitAt, positiveMaskAt, ranked } = of;
    for (let i = 0; i < unitAt.length; i++) {
      const copies = counts[unitAt[i]];
      const tie = ranked.tieOf[i];
      tieSizes[tie] += copies;
      tiePositives[tie] += copies & positiveMaskAt[i];
    }
  }

  averagePrecision(): number {
    return averagePrecision(this.tieSizes, this.tiePositives, this.subjects, this.positives);
  }

  /** A part that multiplies the budget part by a mean over the positives within the budget; adding 0 turns −0 into 0. */
  explained(values: Float64Array): number {
    const { positives } = this.of;
    return this.budget * weightedShare(positives, this, values, positives.all) + 0;
  }

  groups(): GroupWeighed[] {
    const { of } = this;
    return weighGroups(of.split.lookAlikes, of.memberTie, this, of.split.k);
  }

  /** Of the exploited persons within the budget, the share that was named controller. */
  misnamed(): number {
    const { positives } = this.of;
    return weightedShare(positives, this, positives.namedController, positives.exploited);
  }

  harm(): number {
    const { harm, lookAlikes } = this.of.split;
    if (harm === undefined) return 0;
    const rates = this.groups().map(({ rate }) => rate);
    return harmOf(harm, worstGroup(rates, lookAlikes.judged).rate, this.misnamed());
  }
}

const MEASURES: Readonly<Record<string, (weighing: Weighing) => number>> = {
  ranking: (weighing) => rankingPart(weighing.averagePrecision(), weighing.subjects, weighing.positives),
  budget: ({ budget }) => budget,
  indicators: (weighing) => weighing.explained(weighing.of.positives.indicators),
  evidence: (weighing) => weighing.explained(weighing.of.positives.evidence),
  roles: (weighing) => weighing.explained(weighing.of.positives.roleRight),
  harm: (weighing) => weighing.harm(),
};

/** @throws SpecError `unknown-name`. */
export function measured(weighing: Weighing, measure: string): number {
  return entryOf(MEASURES, measure, "measure")(weighing);
}
