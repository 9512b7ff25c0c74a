/** A test set in a folder, made or imported, that `vigie try` judges on in place of the event's practice data. */
import { resolve } from "node:path";
import { inert, kindReport, listed } from "@vigie/report";
import { measureOf, onImported, SpecError, type ChallengeSpec, type Language } from "@vigie/spec";
import { isComplete, isImported, readDigest, readTestsetName, type TestsetName } from "@vigie/testset";
import { CommandFailure } from "./failure.ts";
import type { Say } from "./say.ts";

export interface OwnData {
  readonly folder: string;
  /** The challenge as it can be asked on these data. */
  readonly challenge: ChallengeSpec;
  readonly dataset: TestsetName;
  /** Whether the labels were imported: some measures cannot be taken then. */
  readonly imported: boolean;
  /** By the measure of each part of the challenge; 0 where it cannot be taken on these data. */
  readonly weights: Readonly<Record<string, number>>;
  readonly inputsDigest: string;
  readonly labelsDigest: string;
}

function opened(folder: string, challenge: ChallengeSpec): OwnData {
  const { inputsDigest, labelsDigest } = readDigest(folder);
  const imported = isImported(folder);
  const asked = imported ? onImported(challenge) : challenge;
  const weightOf = (id: string): number => asked.parts.find(({ measure }) => measure === id)?.weight ?? 0;
  return {
    folder,
    challenge: asked,
    dataset: readTestsetName(folder),
    imported,
    weights: Object.fromEntries(challenge.parts.map(({ measure }) => [measure, weightOf(measure)])),
    inputsDigest,
    labelsDigest,
  };
}

/**
 * Opens the test set that somebody named, for a challenge.
 * @param seed names a practice world, which has no meaning beside a folder.
 * @throws CommandFailure where the folder holds no whole test set, its metadata or labels cannot be read, or a seed is named.
 */
export function ownData(named: string, seed: string | undefined, challenge: ChallengeSpec, say: Say): OwnData {
  const folder = resolve(named);
  if (seed !== undefined) throw new CommandFailure(say("try.seedAndData"), 2);
  if (!isComplete(folder)) throw new CommandFailure(say("try.noData", { folder }), 2);
  try {
    return opened(folder, challenge);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new CommandFailure(say("try.dataLabels", { folder, problem: error.message }), 2);
  }
}

/** What a program should know of the data that a score was computed on. */
export function ownDataLabel({ folder, dataset, imported, inputsDigest, labelsDigest, weights }: OwnData) {
  return { folder, ...dataset, imported, checksums: { inputs: inputsDigest, labels: labelsDigest }, weights };
}

/** The same for a person; nothing for practice data. */
export function ownDataSentences(own: OwnData | null, language: Language, say: Say): string[] {
  if (own === null) return [];
  const { challenge, dataset, inputsDigest, labelsDigest, imported } = own;
  const parts = challenge.parts.map(({ measure }) => measureOf(challenge, measure).name[language]);
  const unknown = kindReport(challenge)
    .rules(challenge, language)
    .imported(listed(language, parts, "conjunction"));
  const values = {
    title: inert(dataset.title[language]),
    version: inert(dataset.version),
    inputs: inputsDigest.slice(0, 12),
    labels: labelsDigest.slice(0, 12),
  };
  return ["", say("try.onData", values), ...(imported ? [unknown] : [])];
}
