/** A run's score: the full set once, then every resample. */
import { analystBudget, type Labels, type Mistake, type Score, type ScoreDetails } from "@vigie/spec";
import { checkLabels } from "./check-labels.ts";
import { interval } from "./interval.ts";
import { findMistakes } from "./mistakes.ts";
import type { Predictions } from "./predictions.ts";
import type { Resamples } from "./resamples.ts";
import { scoreDetails } from "./score-details.ts";
import { openCase, type ScoringRules } from "./scoring-case.ts";
import { weigh } from "./weigh.ts";

export interface ScoredRun {
  /** Unrounded and not floored; `roundedScore` (spec) makes what is shown. */
  readonly score: Score;
  readonly details: ScoreDetails;
  /** Points of each resample. */
  readonly replicates: Float64Array;
  readonly mistakes: readonly Mistake[];
}

/**
 * Scores predictions against labels. Pure: the same values give the same bits on every engine.
 * @param predictions of as many accounts as the labels have.
 * @param resamples of the same labels.
 * @throws SpecError `unscorable-labels` where the metrics are not defined; RangeError where the predictions are of another split.
 */
export function scoreRun(rules: ScoringRules, labels: Labels, predictions: Predictions, resamples: Resamples): ScoredRun {
  if (predictions.accountCount !== labels.accountCount) {
    throw new RangeError(
      `predictions: expected ${labels.accountCount} accounts, as in the labels; found ${predictions.accountCount}`,
    );
  }
  checkLabels(labels, analystBudget(rules, labels.accountCount));
  const opened = openCase(rules, labels, predictions);
  const full = weigh(opened, new Uint16Array(opened.unitSizes.length).fill(1));
  const replicates = new Float64Array(resamples.count);
  resamples.each((counts, resample) => {
    replicates[resample] = weigh(opened, counts).points;
  });
  const [low, high] = interval(replicates, rules.interval.level);
  return {
    score: { points: full.points, low, high, parts: full.parts, harm: full.harm },
    details: scoreDetails(opened, labels, predictions, full),
    replicates,
    mistakes: findMistakes(opened, labels, predictions, full),
  };
}
