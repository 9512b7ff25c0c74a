/**
 * Weighs a case: every metric at once, of the full set (each unit drawn once) or of a resample.
 *
 * A resample is scored as a data set of its own: an account drawn m times counts m tied times, n, P, the sizes of groups
 * and all chances are recomputed, k and the judged groups stay. Sums run down the list. A detector that raised no alert
 * gets 0 and does no harm, here too.
 */
import type { Parts } from "@vigie/spec";
import { averagePrecision, rankingPart } from "./average-precision.ts";
import { cutAtBudget, weightOfTie, weightedCount, type BudgetCut } from "./budget-cut.ts";
import { budgetPart } from "./budget-part.ts";
import { groupRate, harmOf } from "./harm.ts";
import type { ScoringCase } from "./scoring-case.ts";
import { totalPoints } from "./total.ts";

export interface GroupWeighed {
  readonly members: number;
  readonly flagged: number;
  readonly rate: number;
}

export interface Weighed {
  readonly accounts: number;
  readonly positives: number;
  readonly cut: BudgetCut;
  readonly tieSizes: Int32Array;
  readonly tiePositives: Int32Array;
  readonly hits: number;
  readonly averagePrecision: number;
  readonly parts: Parts;
  readonly groups: readonly GroupWeighed[];
  /** Number of the worst judged group, −1 where none was touched. */
  readonly worstGroup: number;
  readonly worst: number;
  readonly exploited: number;
  readonly misnamed: number;
  readonly harm: number;
  readonly points: number;
}

/** How often each unit counts. */
export type UnitCounts = Uint16Array;

/** Sums over the positives within the budget, an account drawn m times being added m times. */
class PositiveSums {
  weight = 0;
  indicators = 0;
  evidence = 0;
  roleRight = 0;
  exploited = 0;
  namedController = 0;

  constructor({ positives }: ScoringCase, counts: UnitCounts, cut: BudgetCut) {
    for (let i = 0; i < positives.tie.length; i++) {
      const weight = weightOfTie(cut, positives.tie[i]);
      if (weight === 0) return;
      for (let copy = counts[positives.unit[i]]; copy > 0; copy--) {
        this.weight += weight;
        this.indicators += weight * positives.indicators[i];
        this.evidence += weight * positives.evidence[i];
        this.roleRight += weight * positives.roleRight[i];
        this.exploited += weight * positives.exploited[i];
        this.namedController += weight * positives.namedController[i];
      }
    }
  }
}

function share(of: number, all: number): number {
  return all === 0 ? 0 : of / all;
}

/** A part that multiplies the budget part by a weighted mean; adding 0 turns −0 into 0. */
function explained(budget: number, sum: number, weight: number): number {
  return budget * share(sum, weight) + 0;
}

function weighGroups({ groups, k }: ScoringCase, counts: UnitCounts, cut: BudgetCut): GroupWeighed[] {
  const members = new Int32Array(groups.names.length);
  const whole = new Int32Array(groups.names.length);
  const tied = new Int32Array(groups.names.length);
  for (let i = 0; i < groups.group.length; i++) members[groups.group[i]] += counts[groups.unit[i]];
  const { group, unit, tie } = groups.alerted;
  for (let i = 0; i < group.length && tie[i] <= cut.wholeTies; i++) {
    (tie[i] < cut.wholeTies ? whole : tied)[group[i]] += counts[unit[i]];
  }
  return groups.names.map((_, g) => {
    const flagged = weightedCount({ whole: whole[g], tied: tied[g] }, cut);
    return { members: members[g], flagged, rate: groupRate(flagged, members[g], k) };
  });
}

function worstOf(judged: Uint8Array, groups: readonly GroupWeighed[]): { worstGroup: number; worst: number } {
  let worstGroup = -1;
  let worst = 0;
  groups.forEach(({ rate }, g) => {
    if (judged[g] !== 1 || rate <= worst) return;
    worstGroup = g;
    worst = rate;
  });
  return { worstGroup, worst };
}

/** Size and positives of each tie. */
function countTies(of: ScoringCase, counts: UnitCounts): { tieSizes: Int32Array; tiePositives: Int32Array } {
  const { unitAt, positiveMaskAt, ranked } = of;
  const tieSizes = new Int32Array(ranked.tieCount);
  const tiePositives = new Int32Array(ranked.tieCount);
  for (let i = 0; i < unitAt.length; i++) {
    const copies = counts[unitAt[i]];
    const tie = ranked.tieOf[i];
    tieSizes[tie] += copies;
    tiePositives[tie] += copies & positiveMaskAt[i];
  }
  return { tieSizes, tiePositives };
}

function dot(counts: UnitCounts, values: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += counts[i] * values[i];
  return sum;
}

function positivesOf({ positiveUnits: { unit, positives } }: ScoringCase, counts: UnitCounts): number {
  let sum = 0;
  for (let i = 0; i < unit.length; i++) sum += counts[unit[i]] * positives[i];
  return sum;
}

function sumOf(values: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i];
  return sum;
}

export function weigh(of: ScoringCase, counts: UnitCounts): Weighed {
  const { k, rules } = of;
  const n = dot(counts, of.unitSizes);
  const p = positivesOf(of, counts);
  const { tieSizes, tiePositives } = countTies(of, counts);
  const cut = cutAtBudget(tieSizes, k);
  const hits = { whole: sumOf(tiePositives, 0, cut.wholeTies), tied: cut.weight > 0 ? tiePositives[cut.wholeTies] : 0 };
  const ap = averagePrecision(tieSizes, tiePositives, n, p);
  const silent = sumOf(tieSizes, 0, tieSizes.length) === 0;
  const budget = silent ? 0 : budgetPart(hits, cut, k, n, p);
  const sums = new PositiveSums(of, counts, cut);
  const parts = {
    ranking: rankingPart(ap, n, p),
    budget,
    indicators: explained(budget, sums.indicators, sums.weight),
    evidence: explained(budget, sums.evidence, sums.weight),
    roles: explained(budget, sums.roleRight, sums.weight),
  };
  const groups = weighGroups(of, counts, cut);
  const { worstGroup, worst } = worstOf(of.groups.judged, groups);
  const misnamed = share(sums.namedController, sums.exploited);
  const harm = harmOf(rules.harm, worst, misnamed);
  return {
    accounts: n,
    positives: p,
    cut,
    tieSizes,
    tiePositives,
    hits: weightedCount(hits, cut),
    averagePrecision: ap,
    parts,
    groups,
    worstGroup,
    worst,
    exploited: sums.exploited,
    misnamed,
    harm,
    points: totalPoints(rules.weights, parts, harm),
  };
}
