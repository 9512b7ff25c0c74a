/** Opens a prepared split for judging: its labels, and its inputs where every run's uid can read them. */
import { join } from "node:path";
import { stageInputs, unstageInputs } from "@vigie/runner";
import type { ChallengeSpec, Seed, Split } from "@vigie/spec";
import type { OpenSplit } from "./judge-submission.ts";
import { openTruth } from "./score-accepted.ts";

export interface HeldSplit {
  readonly opened: OpenSplit;
  close(): void;
}

export async function openSplit(challenge: ChallengeSpec, split: Split, seed: Seed, folder: string): Promise<HeldSplit> {
  const truth = openTruth(challenge, folder, seed);
  const inputs = await stageInputs(join(folder, "inputs"));
  return { opened: { split, inputs, truth }, close: () => unstageInputs(inputs) };
}
