/** Labels of one split, and the score of an accepted run against them. */
import { join } from "node:path";
import { drawResamples, scoreRun, type Predictions, type Resamples, type ScoredRun } from "@vigie/scoring";
import type { ChallengeSpec, EvidenceIndex, Labels, Seed } from "@vigie/spec";
import { loadEvidenceIndex, loadLabels } from "@vigie/testset";

/** What only the judge knows of a split. */
export interface SplitTruth {
  readonly labels: Labels;
  readonly evidence: EvidenceIndex;
  readonly resamples: Resamples;
}

/** Reads a split's labels and draws the resamples that all its runs share. */
export function openTruth(challenge: ChallengeSpec, folder: string, seed: Seed): SplitTruth {
  const labels = loadLabels(folder);
  return {
    labels,
    evidence: loadEvidenceIndex(join(folder, "inputs")),
    resamples: drawResamples(labels, seed, challenge.interval.resamples),
  };
}

export function scoreAccepted(challenge: ChallengeSpec, truth: SplitTruth, predictions: Predictions): ScoredRun {
  return scoreRun(challenge, truth.labels, predictions, truth.resamples);
}
