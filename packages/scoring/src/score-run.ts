/** A run's score: the full set once, then every resample. */
import type { ByMeasure, ChallengeSpec, Mistake, Score } from "@vigie/spec";
import { interval } from "./interval.ts";
import type { Measured, OpenScoring, Scorable } from "./kinds/kind-scoring.ts";
import type { Resamples } from "./resamples.ts";
import { totalPoints } from "./total.ts";

export interface RunToScore {
  readonly challenge: Pick<ChallengeSpec, "parts" | "penalties" | "interval">;
  /** What made `scorable`, and what the resamples were drawn for. */
  readonly scoring: Pick<OpenScoring, "stratumOfUnit">;
  readonly scorable: Scorable;
  readonly resamples: Resamples;
}

export interface ScoredRun {
  /** Unrounded and not floored; `roundedScore` (spec) makes what is shown. */
  readonly score: Score;
  /** What may be told on practice, in the form of the challenge's kind. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Points of each resample. */
  readonly replicates: Float64Array;
  readonly mistakes: readonly Mistake[];
}

function byMeasure(listed: readonly { readonly measure: string }[], measured: Measured): ByMeasure {
  return Object.fromEntries(listed.map(({ measure }) => [measure, measured(measure)]));
}

/** Scores what an output said. Pure: the same values give the same bits on every engine. */
export function scoreRun({ challenge, scoring, scorable, resamples }: RunToScore): ScoredRun {
  const full = scorable.weigh(new Uint8Array(scoring.stratumOfUnit.length).fill(1));
  const replicates = new Float64Array(resamples.count);
  resamples.each((counts, resample) => {
    replicates[resample] = totalPoints(challenge, scorable.weigh(counts));
  });
  const [low, high] = interval(replicates, challenge.interval.level);
  const parts = byMeasure(challenge.parts, full);
  const penalties = byMeasure(challenge.penalties, full);
  return { score: { points: totalPoints(challenge, full), low, high, parts, penalties }, replicates, ...scorable.learn() };
}
