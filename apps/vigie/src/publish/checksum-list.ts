/** `checksums.json` of a dataset: what each published set's bytes are. */
import { Type, type Static } from "@sinclair/typebox";
import { SPLITS } from "@vigie/spec";
import { readDigest, tableRows } from "@vigie/testset";
import type { PublishedSet } from "./published-sets.ts";

const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });

const ChecksumRow = Type.Object(
  {
    split: Type.Union(SPLITS.map((split) => Type.Literal(split))),
    /** How the same bytes are made again. */
    command: Type.String(),
    rows: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
    inputs: Sha256,
    labels: Sha256,
  },
  // The size, by what the world counts.
  { additionalProperties: Type.Integer({ minimum: 1 }) },
);

export const ChecksumList = Type.Object(
  { dataset: Type.String(), version: Type.String(), sets: Type.Array(ChecksumRow) },
  { additionalProperties: false },
);
export type ChecksumList = Static<typeof ChecksumList>;
export type ChecksumRow = Static<typeof ChecksumRow>;

/** The command that makes a set's bytes again. */
export function commandOf(challenge: string, { split, size }: PublishedSet): string {
  const hidden = split === "practice" ? "" : " --test-secret";
  const sizes = Object.entries(size).map(([what, count]) => ` --${what} ${count}`);
  return `vigie data make ${challenge} --split ${split}${hidden}${sizes.join("")} --out DIR`;
}

/** The row of the set that lies in `folder`. */
export function checksumRow(challenge: string, set: PublishedSet, folder: string): ChecksumRow {
  const { inputsDigest: inputs, labelsDigest: labels } = readDigest(folder);
  const { split, size } = set;
  return { split, ...size, command: commandOf(challenge, set), rows: tableRows(folder), inputs, labels };
}
