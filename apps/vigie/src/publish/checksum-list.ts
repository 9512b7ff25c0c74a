/** `checksums.json` of a dataset: what each published set's bytes are. */
import { Type, type Static } from "@sinclair/typebox";
import { SPLITS, type Split } from "@vigie/spec";
import { readDigest, tableRows } from "@vigie/testset";
import type { PublishedSet } from "./published-sets.ts";

const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });

const ChecksumRow = Type.Object(
  {
    split: Type.Union(SPLITS.map((split) => Type.Literal(split))),
    accounts: Type.Integer({ minimum: 1 }),
    /** How the same bytes are made again. */
    command: Type.String(),
    rows: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
    inputs: Sha256,
    labels: Sha256,
  },
  { additionalProperties: false },
);

export const ChecksumList = Type.Object(
  { dataset: Type.String(), version: Type.String(), sets: Type.Array(ChecksumRow) },
  { additionalProperties: false },
);
export type ChecksumList = Static<typeof ChecksumList>;
export type ChecksumRow = Static<typeof ChecksumRow>;

function commandOf(challenge: string, split: Split, accounts: number): string {
  const hidden = split === "practice" ? "" : " --test-secret";
  return `vigie data make ${challenge} --split ${split}${hidden} --accounts ${accounts} --out DIR`;
}

/** The row of the set that lies in `folder`. */
export function checksumRow(challenge: string, { split, accounts }: PublishedSet, folder: string): ChecksumRow {
  const { inputsDigest, labelsDigest } = readDigest(folder);
  const command = commandOf(challenge, split, accounts);
  return { split, accounts, command, rows: tableRows(folder), inputs: inputsDigest, labels: labelsDigest };
}
