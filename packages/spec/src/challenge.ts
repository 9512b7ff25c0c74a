/**
 * The schema of `challenge.json`: what is asked, how it is scored, under which limits.
 *
 * Here stands what every challenge has. Its kind adds keys of its own (`kinds/`), its world says what a size is made of
 * (`worlds/`); the loader puts the three together (`checked-challenge.ts`).
 */
import { Type, type Static } from "@sinclair/typebox";
import { BilingualText } from "./text.ts";

export const Id = Type.String({ pattern: "^[a-z][a-z0-9-]{1,63}$" });
export const Version = Type.String({ pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$" });
const Share = Type.Number({ minimum: 0, maximum: 1 });
const Positive = Type.Integer({ minimum: 1 });
const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });
const CLOSED = { additionalProperties: false } as const;

/**
 * A hidden split that the organizer of an event brings, in place of a generated one: what it is called, and what its bytes
 * are. An event writes it down when it is opened; no challenge's own file has it.
 */
export const OwnSet = Type.Object(
  {
    id: Id,
    version: Version,
    title: BilingualText,
    /** Whether its labels were imported: of what the world says that sources cannot know, they know nothing. */
    imported: Type.Boolean(),
    inputsDigest: Sha256,
    /** HMAC of the labels under the event's secret. */
    labelsCommitment: Sha256,
  },
  CLOSED,
);
export type OwnSet = Static<typeof OwnSet>;

/** What a run may use. Times in milliseconds, sizes in mebibytes or kibibytes as named. */
export const RunLimits = Type.Object(
  {
    cpuMs: Positive,
    wallMs: Positive,
    memoryMiB: Positive,
    tmpMiB: Positive,
    outputMiB: Positive,
    logKiB: Positive,
    sourceMiB: Positive,
  },
  CLOSED,
);
export type RunLimits = Static<typeof RunLimits>;

/** A measure that brings points; its parameters stand beside it. */
export const Part = Type.Object({ measure: Type.String(), weight: Share });
export type Part = Static<typeof Part>;

/** A measure that takes a share of the points away; its parameters stand beside it. */
export const Penalty = Type.Object({ measure: Type.String() });
export type Penalty = Static<typeof Penalty>;

const Size = Type.Record(Type.String(), Type.Number());

/** What every kind of challenge has. A kind's own keys are let through here, and checked with that kind's schema. */
export const CHALLENGE = {
  $schema: Type.Optional(Type.String()),
  id: Id,
  version: Version,
  kind: Type.String(),
  world: Type.String(),
  title: BilingualText,
  summary: BilingualText,
  dataset: Type.Object({ id: Id, version: Version }, CLOSED),
  sizes: Type.Object({ practice: Size, public: Size, final: Size }, CLOSED),
  /** Hidden splits that the organizer brought. */
  own: Type.Optional(Type.Object({ public: Type.Optional(OwnSet), final: Type.Optional(OwnSet) }, CLOSED)),
  /** Weights add up to 1; the order is that of columns, pages and sums. */
  parts: Type.Array(Part, { minItems: 1 }),
  penalties: Type.Array(Penalty),
  interval: Type.Object(
    { resamples: Type.Integer({ minimum: 100, maximum: 10_000 }), level: Type.Number({ minimum: 0.5, maximum: 0.999 }) },
    CLOSED,
  ),
  /** Scores and parts of a hidden split are shown rounded to this many points. */
  precisionPoints: Type.Number({ minimum: 1, maximum: 10 }),
  attemptsPerDay: Positive,
  limits: RunLimits,
  /** How long a line may be, and what else the kind limits. */
  caps: Type.Object({ lineBytes: Positive }),
};

export const ChallengeSpec = Type.Object(CHALLENGE);
export type ChallengeSpec = Static<typeof ChallengeSpec>;
