/** Everything that may be told of a run on practice: counts, groups, indicators, the curve. */
import type { IndicatorTally, RankingDetails } from "@vigie/spec/ranking";
import { weightedCount, weightOfTie } from "../../measures/budget-cut.ts";
import { worstGroup } from "../../measures/harm.ts";
import { shareOf } from "../../measures/weighted-sums.ts";
import { precisionRecallCurve } from "./curve.ts";
import type { Weighing } from "./weigh.ts";

function tallyIndicators({ of, cut }: Weighing): IndicatorTally[] {
  const tallies = new Map<string, { planted: number; found: number; wrong: number }>();
  const tallyOf = (indicator: string) => {
    const tally = tallies.get(indicator) ?? { planted: 0, found: 0, wrong: 0 };
    tallies.set(indicator, tally);
    return tally;
  };
  of.positives.index.forEach((index, i) => {
    const weight = weightOfTie(cut, of.positives.tie[i]);
    if (weight === 0) return;
    const positive = of.split.labels.positives[index];
    const named = of.alerts.findings.get(positive.subject);
    for (const indicator of positive.planted.keys()) {
      const tally = tallyOf(indicator);
      tally.planted += weight;
      if (named?.has(indicator)) tally.found += weight;
    }
    for (const indicator of named?.keys() ?? []) {
      if (!positive.planted.has(indicator) && !positive.incidental.has(indicator)) tallyOf(indicator).wrong += weight;
    }
  });
  return [...tallies.keys()].sort((a, b) => (a < b ? -1 : 1)).map((indicator) => ({ indicator, ...tallyOf(indicator) }));
}

/** Details of the full set; weighted where a tie is cut. */
export function rankingDetails(full: Weighing): RankingDetails {
  const { of, subjects, positives, cut } = full;
  const { k, lookAlikes } = of.split;
  const hits = weightedCount(full.hits, cut);
  const groups = full.groups();
  const misnamed = full.misnamed();
  const worst = worstGroup(
    groups.map(({ rate }) => rate),
    lookAlikes.judged,
  );
  return {
    subjects,
    positives,
    budget: k,
    alerts: of.alerts.count,
    hits,
    averagePrecision: full.averagePrecision(),
    precisionAtBudget: hits / Math.min(k, subjects),
    recallAtBudget: hits / positives,
    worstGroup: worst.group < 0 ? null : lookAlikes.names[worst.group],
    worstRate: worst.rate,
    misnamed: shareOf(misnamed),
    exploitedWithinBudget: misnamed.among,
    groups: groups.map((group, g) => ({ group: lookAlikes.names[g], ...group, judged: lookAlikes.judged[g] === 1 })),
    indicators: tallyIndicators(full),
    curve: precisionRecallCurve(full.ties.sizes, full.ties.positives, positives),
  };
}
