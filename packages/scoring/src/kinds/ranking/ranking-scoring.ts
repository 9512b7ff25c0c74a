/** Opens a split for a ranking: labels are read and laid out once for all runs. */
import { SpecError, worldOf } from "@vigie/spec";
import { isRankingChallenge } from "@vigie/spec/ranking";
import type { KindScoring, Scorable } from "../kind-scoring.ts";
import type { Alerts } from "./alerts.ts";
import { findMistakes } from "./mistakes.ts";
import { layOutRun, layOutSplit, type RankingSplit } from "./ranking-case.ts";
import { rankingDetails } from "./ranking-details.ts";
import { readLabels } from "./ranking-labels.ts";
import { RankingReader } from "./ranking-reader.ts";
import { measured, Weighing } from "./weigh.ts";

/** One run, laid out for weighing. */
export function scorableOf(split: RankingSplit, alerts: Alerts): Scorable {
  const of = layOutRun(split, alerts);
  return {
    weigh(counts) {
      const weighing = new Weighing(of, counts);
      return (measure) => measured(weighing, measure);
    },
    learn() {
      const full = new Weighing(of, new Uint16Array(split.labels.units.stratumOfUnit.length).fill(1));
      return { details: rankingDetails(full), mistakes: findMistakes(full) };
    },
  };
}

/** @throws SpecError `unscorable-labels`. */
function refuseWideBudget({ k, labels }: RankingSplit): void {
  if (k < labels.subjects) return;
  const expected = `a budget below the ${labels.subjects} subjects`;
  throw new SpecError("unscorable-labels", [{ file: "labels", pointer: "", expected, found: String(k) }]);
}

export const RANKING_SCORING: KindScoring = {
  open(challenge, truth) {
    if (!isRankingChallenge(challenge)) throw new RangeError(`expected a challenge of the kind ranking; found ${challenge.kind}`);
    const { indicators, roles } = worldOf(challenge);
    const labels = readLabels(truth, roles);
    const split = layOutSplit(challenge, labels);
    refuseWideBudget(split);
    const rules = { truth, caps: challenge.caps, indicators: new Set(indicators), roles };
    return {
      stratumOfUnit: labels.units.stratumOfUnit,
      reader: () => new RankingReader(rules, (alerts) => scorableOf(split, alerts)),
      planted(subject) {
        const planted = labels.positives[labels.positiveOf[subject]]?.planted ?? new Map<string, ReadonlySet<number>>();
        return [...planted].flatMap(([indicator, ids]) => [...ids].map((id) => ({ id, indicator })));
      },
    };
  },
};
