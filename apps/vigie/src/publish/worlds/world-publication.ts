/** What is published of a data set that its world knows of: beside checksums, audits and parameters, which any has. */
import type { ChallengeSpec, Language, Split } from "@vigie/spec";
import type { Artefact } from "../artefact.ts";
import type { CardBlocks } from "../card.ts";

export interface PublishOptions {
  /** The dataset's folder in the repository. */
  readonly folder: string;
  /** Leaves what takes minutes as it stands. */
  readonly quick: boolean;
  readonly onStep: (what: string) => void;
}

/** Blocks of the data card, and files. */
export interface Publication {
  blocks(language: Language): CardBlocks;
  readonly files: readonly Artefact[];
}

export interface WorldPublication {
  /** Of one published set, which lies in a folder; the blocks of the practice set count. */
  ofSet(set: string, split: Split): Publication;
  /** Of worlds that are made for it alone. @throws Error where practice hangs on another text than the rule gives. */
  ofDataset(challenge: ChallengeSpec, options: PublishOptions): Publication | Promise<Publication>;
  /** Chooses the text that practice hangs on; absent where practice hangs on names alone. */
  choosePractice?(challenge: ChallengeSpec, options: PublishOptions): Promise<readonly Artefact[]>;
}
