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
import { harmOf } from "../../measures/harm.ts";
import { shareOf, weightedSums, type WeightedSums } from "../../measures/weighted-sums.ts";
import type { UnitCounts } from "../../resamples.ts";
import { weighGroups, type GroupWeighed } from "./look-alikes.ts";
import type { RankingCase, UnitTally } from "./ranking-case.ts";

function counted({ unit, many }: UnitTally, counts: UnitCounts): number {
  let sum = 0;
  for (let i = 0; i < unit.length; i++) sum += counts[unit[i]] * many[i];
  return sum;
}

function sumOf(values: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i];
  return sum;
}

function countTies({ unitAt, positiveMaskAt, ranked }: RankingCase, counts: UnitCounts): Weighing["ties"] {
  const sizes = new Int32Array(ranked.tieCount);
  const positives = new Int32Array(ranked.tieCount);
  for (let i = 0; i < unitAt.length; i++) {
    const copies = counts[unitAt[i]];
    const tie = ranked.tieOf[i];
    sizes[tie] += copies;
    positives[tie] += copies & positiveMaskAt[i];
  }
  return { sizes, positives };
}

/** What every measure needs is worked out at once, the rest as it is asked for. */
export class Weighing {
  readonly of: RankingCase;
  readonly counts: UnitCounts;
  readonly subjects: number;
  readonly positives: number;
  /** How many there are in each tie, and how many positives among them. */
  readonly ties: { readonly sizes: Int32Array; readonly positives: Int32Array };
  readonly cut: BudgetCut;
  readonly hits: CutCount;
  readonly budget: number;

  constructor(of: RankingCase, counts: UnitCounts) {
    const { k, beyondOne, positives: tally } = of.split;
    this.of = of;
    this.counts = counts;
    this.subjects = counts.length + counted(beyondOne, counts);
    this.positives = counted(tally, counts);
    const { sizes, positives } = (this.ties = countTies(of, counts));
    const { wholeTies, weight } = (this.cut = cutAtBudget(sizes, k));
    this.hits = { whole: sumOf(positives, 0, wholeTies), tied: weight > 0 ? positives[wholeTies] : 0 };
    const silent = sumOf(sizes, 0, sizes.length) === 0;
    this.budget = silent ? 0 : budgetPart(this.hits, this.cut, k, this.subjects, this.positives);
  }

  averagePrecision(): number {
    return averagePrecision(this.ties.sizes, this.ties.positives, this.subjects, this.positives);
  }

  /** A part that multiplies `by` with a mean over the positives within the budget; adding 0 turns −0 into 0. */
  explained(values: Float64Array, by = this.budget): number {
    const { positives } = this.of;
    return by * shareOf(weightedSums(positives, this, values, positives.all)) + 0;
  }

  groups(): GroupWeighed[] {
    const { of } = this;
    return weighGroups(of.split.lookAlikes, of.memberTie, this, of.split.k);
  }

  /** The exploited persons within the budget, and those of them that were named controller. */
  misnamed(): WeightedSums {
    const { positives } = this.of;
    return weightedSums(positives, this, positives.namedController, positives.exploited);
  }

  harm(): number {
    const { harm, lookAlikes } = this.of.split;
    if (harm === undefined) return 0;
    return harmOf(
      this.groups().map(({ rate }) => rate),
      lookAlikes.judged,
    );
  }
}

const MEASURES: Readonly<Record<string, (weighing: Weighing) => number>> = {
  ranking: (weighing) => rankingPart(weighing.averagePrecision(), weighing.subjects, weighing.positives),
  budget: ({ budget }) => budget,
  indicators: (weighing) => weighing.explained(weighing.of.positives.indicators),
  evidence: (weighing) => weighing.explained(weighing.of.positives.evidence),
  // Roles may be worth less than nothing: below chance they would then pay.
  roles: (weighing) => weighing.explained(weighing.of.positives.roles, Math.max(0, weighing.budget)),
  harm: (weighing) => weighing.harm(),
};

/** @throws SpecError `unknown-name`. */
export function measured(weighing: Weighing, measure: string): number {
  return entryOf(MEASURES, measure, "measure")(weighing);
}
