/**
 * What passes between the worker and its child process. Labels and the event secret live in the child alone: nothing
 * of them is in these messages, whose replies carry a verdict, a score and replicates, and of practice, where nothing is
 * hidden, what mistakes are about.
 */
import { Type, type Static } from "@sinclair/typebox";
import { ChallengeSpec, Exhibit, HIDDEN_SPLITS, Judgement, OwnSet, SignedReceipt, SPLITS } from "@vigie/spec";
import { Installation } from "./installation.ts";
import { UNFIT_REASONS } from "./own-set.ts";

const SplitName = Type.Union(SPLITS.map((split) => Type.Literal(split)));

const CLOSED = { additionalProperties: false } as const;

const Place = {
  installation: Installation,
  secretFile: Type.String(),
  splitsDir: Type.String(),
  challenge: ChallengeSpec,
  split: SplitName,
};

/** Where runs find a split's inputs: where every run's uid can go. */
const Staged = { inputs: Type.String() };

/** What a split's files are: digest of the inputs, and commitment to the labels under the event's secret. */
const DIGESTS = { inputsDigest: Type.String(), labelsCommitment: Type.String() };
export const SplitDigests = Type.Object(DIGESTS, CLOSED);

export const ChildRequest = Type.Union([
  /** What is published of the secret and the signing key. `make`: makes the secret where there is none; the key always is. */
  Type.Object(
    { kind: Type.Literal("identify"), secretFile: Type.String(), keyFile: Type.String(), make: Type.Boolean() },
    CLOSED,
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
    CLOSED,
  ),
  Type.Object({ kind: Type.Literal("prepare"), ...Place }, CLOSED),
  /** What is to be shown of these subjects of a practice split. */
  Type.Object({ kind: Type.Literal("exhibit"), ...Place, ...Staged, subjects: Type.Array(Type.Integer({ minimum: 0 })) }, CLOSED),
  Type.Object(
    {
      kind: Type.Literal("judge"),
      ...Place,
      /** The split as this event's was prepared: on no other is anything judged. */
      prepared: SplitDigests,
      ...Staged,
      /** The archive in the spool. */
      archive: Type.String(),
      submission: Type.Object({ id: Type.String(), digest: Type.String() }, CLOSED),
      /** Where bundles are kept from a submission's practice run to its public one. */
      bundlesDir: Type.String(),
      event: Type.String(),
      keyFile: Type.String(),
      sandbox: Type.Union([Type.Literal("bubblewrap"), Type.Literal("container"), Type.Literal("none")]),
    },
    CLOSED,
  ),
]);
export type ChildRequest = Static<typeof ChildRequest>;

export const ChildReply = Type.Union([
  Type.Object({ kind: Type.Literal("identity"), secretCommitment: Type.String(), receiptKey: Type.String() }, CLOSED),
  Type.Object(
    {
      kind: Type.Literal("pinned"),
      own: OwnSet,
      size: Type.Record(Type.String(), Type.Number()),
      cases: Type.Union([Type.Integer(), Type.Null()]),
    },
    CLOSED,
  ),
  Type.Object(
    {
      kind: Type.Literal("unfit"),
      why: Type.Union(UNFIT_REASONS.map((why) => Type.Literal(why))),
      detail: Type.String(),
    },
    CLOSED,
  ),
  Type.Object({ kind: Type.Literal("progress"), share: Type.Number() }, CLOSED),
  Type.Object({ kind: Type.Literal("prepared"), ...DIGESTS }, CLOSED),
  Type.Object({ kind: Type.Literal("exhibits"), exhibits: Type.Array(Exhibit) }, CLOSED),
  Type.Object({ kind: Type.Literal("judged"), judgement: Judgement, receipt: SignedReceipt }, CLOSED),
  Type.Object({ kind: Type.Literal("failed"), message: Type.String() }, CLOSED),
]);
export type ChildReply = Static<typeof ChildReply>;
