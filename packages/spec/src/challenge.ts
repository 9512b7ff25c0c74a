/** The schema of `challenge.json`: what is asked, how it is scored, under which limits. */
import { Type, type Static } from "@sinclair/typebox";
import { BilingualText } from "./text.ts";

const Id = Type.String({ pattern: "^[a-z][a-z0-9-]{1,63}$" });
const Version = Type.String({ pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$" });
const Share = Type.Number({ minimum: 0, maximum: 1 });
const Positive = Type.Integer({ minimum: 1 });

/** The parts that a score can be made of; see the metrics' own files in `scoring` for what each means. */
export const PART_IDS = ["ranking", "budget", "indicators", "evidence", "roles"] as const;
export const PartId = Type.Union(PART_IDS.map((id) => Type.Literal(id)));
export type PartId = (typeof PART_IDS)[number];

const Accounts = Type.Integer({ minimum: 100, maximum: 1_000_000 });
const SplitSize = Type.Object({ accounts: Accounts }, { additionalProperties: false });

const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });

/**
 * A hidden split that the organizer of an event brings, in place of a generated one: what it is called, and what its bytes
 * are. An event writes it down when it is opened; no challenge's own file has it.
 */
export const OwnSet = Type.Object(
  {
    id: Id,
    version: Version,
    title: BilingualText,
    /** Whether its labels were imported: they know neither indicators nor roles nor look-alikes. */
    imported: Type.Boolean(),
    inputsDigest: Sha256,
    /** HMAC of the labels under the event's secret. */
    labelsCommitment: Sha256,
  },
  { additionalProperties: false },
);
export type OwnSet = Static<typeof OwnSet>;

const HiddenSplit = Type.Object({ accounts: Accounts, own: Type.Optional(OwnSet) }, { additionalProperties: false });

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
  { additionalProperties: false },
);
export type RunLimits = Static<typeof RunLimits>;

/** How long lines and lists of a prediction may be. */
export const PredictionCaps = Type.Object(
  { lineBytes: Positive, findingsPerAlert: Positive, evidencePerFinding: Positive },
  { additionalProperties: false },
);
export type PredictionCaps = Static<typeof PredictionCaps>;

export const ChallengeSpec = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Id,
    version: Version,
    title: BilingualText,
    summary: BilingualText,
    dataset: Type.Object({ id: Id, version: Version }, { additionalProperties: false }),
    splits: Type.Object({ practice: SplitSize, public: HiddenSplit, final: HiddenSplit }, { additionalProperties: false }),
    /** The analyst budget k, as a share of the accounts of a split. */
    budgetShare: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }),
    weights: Type.Object(
      { ranking: Share, budget: Share, indicators: Share, evidence: Share, roles: Share },
      { additionalProperties: false },
    ),
    harm: Type.Object(
      { weight: Share, cap: Type.Number({ exclusiveMinimum: 0, maximum: 1 }), smallestGroup: Positive },
      { additionalProperties: false },
    ),
    interval: Type.Object(
      { resamples: Type.Integer({ minimum: 100, maximum: 10_000 }), level: Type.Number({ minimum: 0.5, maximum: 0.999 }) },
      { additionalProperties: false },
    ),
    /** Scores and parts of a hidden split are shown rounded to this many points. */
    precisionPoints: Type.Number({ minimum: 1, maximum: 10 }),
    attemptsPerDay: Positive,
    limits: RunLimits,
    caps: PredictionCaps,
  },
  { additionalProperties: false },
);
export type ChallengeSpec = Static<typeof ChallengeSpec>;

/** The analyst budget of a data set of `accounts` accounts: the share, rounded to the nearest whole, at least 1. */
export function analystBudget(challenge: Pick<ChallengeSpec, "budgetShare">, accounts: number): number {
  return Math.max(1, Math.round(challenge.budgetShare * accounts));
}
