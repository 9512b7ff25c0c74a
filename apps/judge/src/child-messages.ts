/**
 * What passes between the worker and its child process. Labels and the event secret live in the child alone: nothing
 * of them is in these messages, whose replies carry a verdict, a score and replicates.
 */
import { Type, type Static } from "@sinclair/typebox";
import { ChallengeSpec, HIDDEN_SPLITS, Judgement, OwnSet, SignedReceipt, SPLITS } from "@vigie/spec";
import { Installation } from "./installation.ts";
import { UNFIT_REASONS } from "./own-set.ts";

const SplitName = Type.Union(SPLITS.map((split) => Type.Literal(split)));

const Place = {
  installation: Installation,
  secretFile: Type.String(),
  splitsDir: Type.String(),
};

export const ChildRequest = Type.Union([
  /** What is published of the secret and the signing key. `make`: makes the secret where there is none; the key always is. */
  Type.Object(
    { kind: Type.Literal("identify"), secretFile: Type.String(), keyFile: Type.String(), make: Type.Boolean() },
    { additionalProperties: false },
  ),
  /** Examines a folder that the organizer brings for a hidden split, and takes the event's copy of it. */
  Type.Object(
    {
      kind: Type.Literal("pin"),
      secretFile: Type.String(),
      splitsDir: Type.String(),
      challenge: ChallengeSpec,
      split: Type.Union(HIDDEN_SPLITS.map((split) => Type.Literal(split))),
      folder: Type.String(),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal("prepare"), ...Place, challenge: ChallengeSpec, split: SplitName },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal("judge"),
      ...Place,
      challenge: ChallengeSpec,
      split: SplitName,
      /** Where runs find the split's inputs: where every run's uid can go. */
      inputs: Type.String(),
      /** The archive in the spool. */
      archive: Type.String(),
      submission: Type.Object({ id: Type.String(), digest: Type.String() }, { additionalProperties: false }),
      /** Where bundles are kept from a submission's practice run to its public one. */
      bundlesDir: Type.String(),
      event: Type.String(),
      keyFile: Type.String(),
      sandbox: Type.Union([Type.Literal("bubblewrap"), Type.Literal("container"), Type.Literal("none")]),
    },
    { additionalProperties: false },
  ),
]);
export type ChildRequest = Static<typeof ChildRequest>;

export const Prepared = Type.Object(
  { inputsDigest: Type.String(), labelsCommitment: Type.String(), accounts: Type.Integer() },
  { additionalProperties: false },
);

export const ChildReply = Type.Union([
  Type.Object(
    { kind: Type.Literal("identity"), secretCommitment: Type.String(), receiptKey: Type.String() },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal("pinned"), own: OwnSet, accounts: Type.Integer(), rings: Type.Integer() },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal("unfit"),
      why: Type.Union(UNFIT_REASONS.map((why) => Type.Literal(why))),
      detail: Type.String(),
    },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal("progress"), share: Type.Number() }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal("prepared"), ...Prepared.properties }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal("judged"), judgement: Judgement, receipt: SignedReceipt }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal("failed"), message: Type.String() }, { additionalProperties: false }),
]);
export type ChildReply = Static<typeof ChildReply>;
