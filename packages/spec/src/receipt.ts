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

/** What both forms say in one way. */
const COMMON = {
  event: Type.String(),
  challenge: Named,
  dataset: Named,
  split: Type.Union(SPLITS.map((split) => Type.Literal(split))),
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
};

/** The first form, from before there were kinds: five parts, and harm. It is signed as it stands, so it stays as it is. */
export const FirstReceipt = Type.Object(
  {
    receipt: Type.Literal(1),
    ...COMMON,
    submission: Type.Object({ id: Type.String(), digest: Sha256 }, { additionalProperties: false }),
    score: Type.Union([
      Type.Object(
        {
          points: Type.Number(),
          low: Type.Number(),
          high: Type.Number(),
          parts: Type.Object(
            {
              ranking: Type.Number(),
              budget: Type.Number(),
              indicators: Type.Number(),
              evidence: Type.Number(),
              roles: Type.Number(),
            },
            { additionalProperties: false },
          ),
          harm: Type.Number(),
        },
        { additionalProperties: false },
      ),
      Type.Null(),
    ]),
  },
  { additionalProperties: false },
);
export type FirstReceipt = Static<typeof FirstReceipt>;

/** What is written now. */
export const Receipt = Type.Object(
  {
    receipt: Type.Literal(2),
    ...COMMON,
    /** `digest` is of the archive that is kept and judged, `sent` of what came; absent from receipts of before there was one form. */
    submission: Type.Object({ id: Type.String(), digest: Sha256, sent: Type.Optional(Sha256) }, { additionalProperties: false }),
    kind: Type.String(),
    world: Type.String(),
    /** Null unless accepted; of a hidden split to the challenge's precision. */
    score: Type.Union([Score, Type.Null()]),
  },
  { additionalProperties: false },
);
export type Receipt = Static<typeof Receipt>;

/** A receipt of either form. */
export const AnyReceipt = Type.Union([FirstReceipt, Receipt]);
export type AnyReceipt = Static<typeof AnyReceipt>;

/** The score of a receipt, whichever its form; null unless accepted. */
export function scoreOf(receipt: AnyReceipt): Score | null {
  if (receipt.receipt === 2 || receipt.score === null) return receipt.receipt === 2 ? receipt.score : null;
  const { harm, ...score } = receipt.score;
  return { ...score, penalties: { harm } };
}

/** A receipt under the event's key: Ed25519 over {@link receiptText}, both in base64; the key in its raw 32 bytes. */
export const SignedReceipt = Type.Object(
  {
    receipt: AnyReceipt,
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
export function receiptText(receipt: AnyReceipt): string {
  return canonicalJson(receipt);
}
