/** Opens a prepared split for judging: its labels, and its inputs where every run's uid can read them. */
import { join } from "node:path";
import { stageInputs, unstageInputs } from "@vigie/runner";
import { drawResamples, openScoring, type OpenScoring, type Resamples } from "@vigie/scoring";
import { challengeOn, type ChallengeSpec, type Split, type Truth } from "@vigie/spec";
import { openTruth, readDigest } from "@vigie/testset";
import type { SplitPlace } from "./prepare-split.ts";

/** A split, open for judging. It holds labels: it is the judge's child's, and of practice whoever tries a detector on it. */
export interface OpenSplit {
  /** As it is asked on this split. */
  readonly challenge: ChallengeSpec;
  readonly split: Split;
  /** The test set's folder. */
  readonly folder: string;
  /** Folder that runs see as /data, where every run's uid can go. */
  readonly inputs: string;
  readonly inputsDigest: string;
  readonly labelsDigest: string;
  readonly truth: Truth;
  readonly scoring: OpenScoring;
  /** What all its runs share. */
  readonly resamples: Resamples;
  close(): void;
}

/**
 * Reads a split's labels and draws its resamples.
 * @param staged where runs find its inputs already; else they are staged, until it is closed.
 * @throws SpecError where its labels cannot be scored.
 */
export async function openSplit({ challenge, split, seed, folder }: SplitPlace, staged?: string): Promise<OpenSplit> {
  const asked = challengeOn(challenge, split);
  const { inputsDigest, labelsDigest } = readDigest(folder);
  const truth = openTruth(folder);
  const scoring = openScoring(asked, truth);
  const resamples = drawResamples({ stratumOfUnit: scoring.stratumOfUnit, seed, count: asked.interval.resamples });
  const inputs = staged ?? (await stageInputs(join(folder, "inputs")));
  const close = (): void => {
    if (staged === undefined) unstageInputs(inputs);
  };
  return { challenge: asked, split, folder, inputs, inputsDigest, labelsDigest, truth, scoring, resamples, close };
}
