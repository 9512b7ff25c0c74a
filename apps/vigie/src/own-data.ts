/** A test set in a folder, made or imported, that `vigie try` judges on in place of the event's practice data. */
import { join, resolve } from "node:path";
import { Type } from "@sinclair/typebox";
import { inert } from "@vigie/report";
import { PART_IDS, SpecError, type BilingualText, type ChallengeSpec, type Language, type PartId } from "@vigie/spec";
import { loadJson } from "@vigie/spec/node";
import { isComplete, LABELLED_BY_SOURCE, readDigest, readTable } from "@vigie/testset";
import { CommandFailure } from "./failure.ts";
import type { Say } from "./say.ts";

/** What the set's own metadata say of it; the rest is not needed here. */
const Package = Type.Object({
  name: Type.String(),
  version: Type.String(),
  title: Type.String(),
  titleFr: Type.String(),
});

export interface OwnData {
  readonly folder: string;
  /** The challenge as it can be asked on these data. */
  readonly challenge: ChallengeSpec;
  readonly dataset: { readonly id: string; readonly version: string; readonly title: BilingualText };
  /** Whether the labels were imported: they know transfers, and neither indicators nor roles. */
  readonly imported: boolean;
  readonly inputsDigest: string;
  readonly labelsDigest: string;
}

/** What labels of transfers cannot tell. */
const UNKNOWN_TO_SOURCES: readonly PartId[] = ["indicators", "roles"];

/** The challenge's weights where two parts cannot be measured: the others keep their proportions and add up to 1. */
function knownWeights({ weights }: ChallengeSpec): ChallengeSpec["weights"] {
  const known = PART_IDS.filter((part) => !UNKNOWN_TO_SOURCES.includes(part));
  const sum = known.reduce((total, part) => total + weights[part], 0);
  const of = (part: PartId): number => (known.includes(part) && sum > 0 ? weights[part] / sum : 0);
  return {
    ranking: of("ranking"),
    budget: of("budget"),
    indicators: of("indicators"),
    evidence: of("evidence"),
    roles: of("roles"),
  };
}

function isImported(folder: string): boolean {
  const { indicator } = readTable(join(folder, "labels"), "findings", ["indicator"]).columns;
  return indicator.kind === "text" && indicator.words.includes(LABELLED_BY_SOURCE);
}

function opened(folder: string, challenge: ChallengeSpec): OwnData {
  const { name, version, title, titleFr } = loadJson(Package, join(folder, "inputs", "datapackage.json"));
  const { inputsDigest, labelsDigest } = readDigest(folder);
  const imported = isImported(folder);
  return {
    folder,
    challenge: imported ? { ...challenge, weights: knownWeights(challenge) } : challenge,
    dataset: { id: name, version, title: { en: title, fr: titleFr } },
    imported,
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
export function ownDataLabel({ folder, dataset, imported, inputsDigest, labelsDigest, challenge }: OwnData) {
  return { folder, ...dataset, imported, checksums: { inputs: inputsDigest, labels: labelsDigest }, weights: challenge.weights };
}

/** The same for a person; nothing for practice data. */
export function ownDataSentences(own: OwnData | null, language: Language, say: Say): string[] {
  if (own === null) return [];
  const { dataset, inputsDigest, labelsDigest, imported } = own;
  const values = {
    title: inert(dataset.title[language]),
    version: inert(dataset.version),
    inputs: inputsDigest.slice(0, 12),
    labels: labelsDigest.slice(0, 12),
  };
  return ["", say("try.onData", values), ...(imported ? [say("try.imported")] : [])];
}
