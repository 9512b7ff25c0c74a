/** Everything that may be told of a run on practice: counts, groups, indicators, the curve. */
import type { IndicatorTally, Labels, ScoreDetails } from "@vigie/spec";
import { weightOfTie } from "./budget-cut.ts";
import { precisionRecallCurve } from "./curve.ts";
import type { Predictions } from "./predictions.ts";
import type { ScoringCase } from "./scoring-case.ts";
import type { Weighed } from "./weigh.ts";

function tallyIndicators(of: ScoringCase, labels: Labels, predictions: Predictions, weighed: Weighed): IndicatorTally[] {
  const tallies = new Map<string, { planted: number; found: number; wrong: number }>();
  const tallyOf = (indicator: string) => {
    const tally = tallies.get(indicator) ?? { planted: 0, found: 0, wrong: 0 };
    tallies.set(indicator, tally);
    return tally;
  };
  of.positives.index.forEach((index, i) => {
    const weight = weightOfTie(weighed.cut, of.positives.tie[i]);
    if (weight === 0) return;
    const positive = labels.positives[index];
    const named = predictions.findings.get(positive.account);
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
export function scoreDetails(of: ScoringCase, labels: Labels, predictions: Predictions, weighed: Weighed): ScoreDetails {
  const { names, judged } = of.groups;
  return {
    accounts: weighed.accounts,
    positives: weighed.positives,
    budget: of.k,
    alerts: predictions.alertCount,
    hits: weighed.hits,
    averagePrecision: weighed.averagePrecision,
    precisionAtBudget: weighed.hits / Math.min(of.k, weighed.accounts),
    recallAtBudget: weighed.hits / weighed.positives,
    worstGroup: weighed.worstGroup < 0 ? null : names[weighed.worstGroup],
    worstRate: weighed.worst,
    misnamed: weighed.misnamed,
    exploitedWithinBudget: weighed.exploited,
    groups: weighed.groups.map((group, g) => ({ group: names[g], ...group, judged: judged[g] === 1 })),
    indicators: tallyIndicators(of, labels, predictions, weighed),
    curve: precisionRecallCurve(weighed.tieSizes, weighed.tiePositives, weighed.positives),
  };
}
