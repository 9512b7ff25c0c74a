/**
 * What the judge signs of one run, so that anybody can judge again and compare: digests, versions, limits, and what was
 * concluded. Of a hidden split it carries the rounded score and nothing that its team could not see.
 */
import { Type, type Static } from "@sinclair/typebox";
import { RunLimits } from "./challenge.ts";
import { Score } from "./score.ts";
import { SPLITS } from "./seeds.ts";
import { VerdictName } from "./verdict.ts";

const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });
const Named = Type.Object({ id: Type.String(), version: Type.String() }, { additionalProperties: false });

export const Receipt = Type.Object(
  {
    receipt: Type.Literal(1),
    event: Type.String(),
    challenge: Named,
    dataset: Named,
    split: Type.Union(SPLITS.map((split) => Type.Literal(split))),
    submission: Type.Object({ id: Type.String(), digest: Sha256 }, { additionalProperties: false }),
    inputsDigest: Sha256,
    /** HMAC under the event secret; of practice, whose labels are public, their digest. */
    labelsCommitment: Sha256,
    /** Digests of the sources that shape a test set's bytes, and of those that shape a verdict. */
    generator: Type.String(),
    judge: Type.String(),
    runtimes: Type.Object(
      {
        sandbox: Type.String(),
        node: Type.String(),
        python: Type.Union([Type.String(), Type.Null()]),
        machine: Type.String(),
      },
      { additionalProperties: false },
    ),
    limits: RunLimits,
    verdict: VerdictName,
    /** Null unless accepted; of a hidden split to the challenge's precision. */
    score: Type.Union([Score, Type.Null()]),
  },
  { additionalProperties: false },
);
export type Receipt = Static<typeof Receipt>;

/** A receipt under the event's key: Ed25519 over {@link receiptText}, both in base64; the key in its raw 32 bytes. */
export const SignedReceipt = Type.Object(
  {
    receipt: Receipt,
    publicKey: Type.String({ pattern: "^[A-Za-z0-9+/]{43}=$" }),
    signature: Type.String({ pattern: "^[A-Za-z0-9+/]{86}==$" }),
  },
  { additionalProperties: false },
);
export type SignedReceipt = Static<typeof SignedReceipt>;

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One text for one value: JSON without spaces, keys in the order of their UTF-16 code units, whatever order they came in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sorted);
}

/** The text that is signed. */
export function receiptText(receipt: Receipt): string {
  return canonicalJson(receipt);
}
