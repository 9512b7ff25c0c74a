/**
 * What passes between the worker and its child process. Labels and the event secret live in the child alone: nothing
 * of them is in these messages, whose replies carry a verdict, a score and replicates, and of practice, where nothing is
 * hidden, what mistakes are about.
 */
import { Type, type Static, type TProperties } from "@sinclair/typebox";
import { ChallengeSpec, Exhibit, HIDDEN_SPLITS, Judgement, OwnSet, SignedReceipt, SPLITS } from "@vigie/spec";
import { Installation } from "./installation.ts";
import { UNFIT_REASONS } from "./own-set.ts";

const CLOSED = { additionalProperties: false } as const;

function message<K extends string, P extends TProperties>(kind: K, properties: P) {
  return Type.Object({ kind: Type.Literal(kind), ...properties }, CLOSED);
}

const PLACE = {
  installation: Installation,
  secretFile: Type.String(),
  splitsDir: Type.String(),
  challenge: ChallengeSpec,
  split: Type.Union(SPLITS.map((split) => Type.Literal(split))),
};

/** Where runs find a split's inputs: where every run's uid can go. */
const STAGED = { inputs: Type.String() };

/** What a split's files are: digest of the inputs, and commitment to the labels under the event's secret. */
const DIGESTS = { inputsDigest: Type.String(), labelsCommitment: Type.String() };

export const ChildRequest = Type.Union([
  /** What is published of the secret and the signing key. `make`: makes the secret where there is none; the key always is. */
  message("identify", { secretFile: Type.String(), keyFile: Type.String(), make: Type.Boolean() }),
  /** Examines a folder that the organizer brings for a hidden split, and takes the event's copy of it. */
  message("pin", {
    secretFile: Type.String(),
    splitsDir: Type.String(),
    challenge: ChallengeSpec,
    split: Type.Union(HIDDEN_SPLITS.map((split) => Type.Literal(split))),
    folder: Type.String(),
  }),
  message("prepare", PLACE),
  /** What is to be shown of these subjects of a practice split. */
  message("exhibit", { ...PLACE, ...STAGED, subjects: Type.Array(Type.Integer({ minimum: 0 })) }),
  message("judge", {
    ...PLACE,
    ...STAGED,
    /** The split as this event's was prepared: on no other is anything judged. */
    prepared: Type.Object(DIGESTS, CLOSED),
    /** The archive in the spool. */
    archive: Type.String(),
    /** `sent`: the digest of what came, from which the archive was made. */
    submission: Type.Object({ id: Type.String(), digest: Type.String(), sent: Type.String() }, CLOSED),
    /** Where bundles are kept from a submission's practice run to its public one. */
    bundlesDir: Type.String(),
    event: Type.String(),
    keyFile: Type.String(),
    sandbox: Type.Union([Type.Literal("bubblewrap"), Type.Literal("container"), Type.Literal("none")]),
  }),
]);
export type ChildRequest = Static<typeof ChildRequest>;

export const ChildReply = Type.Union([
  message("identity", { secretCommitment: Type.String(), receiptKey: Type.String() }),
  message("pinned", {
    own: OwnSet,
    size: Type.Record(Type.String(), Type.Number()),
    cases: Type.Union([Type.Integer(), Type.Null()]),
  }),
  message("unfit", { why: Type.Union(UNFIT_REASONS.map((why) => Type.Literal(why))), detail: Type.String() }),
  message("progress", { share: Type.Number() }),
  message("prepared", DIGESTS),
  message("judged", { judgement: Judgement, receipt: SignedReceipt }),
  /** Not judged: this judge's test set is another than the event was prepared with. */
  message("other-split", { why: Type.String() }),
  message("exhibits", { exhibits: Type.Array(Exhibit) }),
  message("failed", { message: Type.String() }),
]);
export type ChildReply = Static<typeof ChildReply>;
