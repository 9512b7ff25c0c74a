/** What the metrics computed. Points are 0 to 100; parts and shares are 0 to 1 when shown and may be negative inside. */
import { Type, type Static } from "@sinclair/typebox";
import { OutputFault } from "./faults.ts";

const Nullable = Type.Union([Type.Number(), Type.Null()]);

/** Each part on its own scale, where chance is 0 and perfect is 1. */
export const Parts = Type.Object(
  { ranking: Type.Number(), budget: Type.Number(), indicators: Type.Number(), evidence: Type.Number(), roles: Type.Number() },
  { additionalProperties: false },
);
export type Parts = Static<typeof Parts>;

/** A score as it is kept; what a team sees of a hidden split is the rounded one. `low` and `high` end the interval. */
export const Score = Type.Object(
  { points: Type.Number(), low: Type.Number(), high: Type.Number(), parts: Parts, harm: Type.Number() },
  { additionalProperties: false },
);
export type Score = Static<typeof Score>;

/** One look-alike group within the budget: how many of its lawful members would have been questioned. */
export const GroupHarm = Type.Object(
  {
    group: Type.String(),
    members: Type.Integer(),
    /** Members within the budget; fractional where a tie is cut. */
    flagged: Type.Number(),
    rate: Type.Number(),
    /** False for a group that is too small to judge. */
    judged: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type GroupHarm = Static<typeof GroupHarm>;

/** How often an indicator was planted in the positives within the budget, found there, and named where it was not. */
export const IndicatorTally = Type.Object(
  { indicator: Type.String(), planted: Type.Number(), found: Type.Number(), wrong: Type.Number() },
  { additionalProperties: false },
);
export type IndicatorTally = Static<typeof IndicatorTally>;

/** Everything that may be told of a run on practice, where nothing is hidden. */
export const ScoreDetails = Type.Object(
  {
    accounts: Type.Integer(),
    positives: Type.Integer(),
    budget: Type.Integer(),
    alerts: Type.Integer(),
    /** Weighted positives within the budget. */
    hits: Type.Number(),
    averagePrecision: Type.Number(),
    precisionAtBudget: Type.Number(),
    recallAtBudget: Type.Number(),
    worstGroup: Type.Union([Type.String(), Type.Null()]),
    worstRate: Type.Number(),
    /** Of the exploited persons within the budget, the share that was named controller. */
    misnamed: Type.Number(),
    exploitedWithinBudget: Type.Number(),
    groups: Type.Array(GroupHarm),
    indicators: Type.Array(IndicatorTally),
    /** The precision-recall curve, at most 200 points, from the top of the list down. */
    curve: Type.Array(Type.Object({ recall: Type.Number(), precision: Type.Number(), alerts: Type.Integer() })),
  },
  { additionalProperties: false },
);
export type ScoreDetails = Static<typeof ScoreDetails>;

/** One account to learn from: `missed` positives, `false-alarm`s, and `wrong-reason` where the account was right and the explanation was not. */
export const Mistake = Type.Object(
  {
    kind: Type.Union([Type.Literal("missed"), Type.Literal("false-alarm"), Type.Literal("wrong-reason")]),
    account: Type.Integer(),
    /** Place in the detector's list, from 1 (the middle of a tie); null without an alert. */
    rank: Nullable,
    score: Nullable,
    role: Type.Object({ named: Type.Union([Type.String(), Type.Null()]), planted: Type.Union([Type.String(), Type.Null()]) }),
    /** Look-alike groups of the account. */
    groups: Type.Array(Type.String()),
    indicators: Type.Array(
      Type.Object({
        indicator: Type.String(),
        planted: Type.Boolean(),
        named: Type.Boolean(),
        /** Counts of evidence rows: planted, of those cited, and cited without being planted. */
        evidence: Type.Object({ planted: Type.Integer(), found: Type.Integer(), wrong: Type.Integer() }),
      }),
    ),
  },
  { additionalProperties: false },
);
export type Mistake = Static<typeof Mistake>;

/** What a run used; null where this machine cannot tell. */
export const Resources = Type.Object(
  {
    wallMs: Type.Number(),
    cpuMs: Nullable,
    memoryPeakMiB: Nullable,
    outputBytes: Type.Integer(),
    logBytes: Type.Integer(),
  },
  { additionalProperties: false },
);
export type Resources = Static<typeof Resources>;

/** What a team and its mentors see of a practice run beside its verdict. */
export const PracticeReport = Type.Object(
  {
    score: Type.Union([Score, Type.Null()]),
    details: Type.Union([ScoreDetails, Type.Null()]),
    mistakes: Type.Array(Mistake, { maxItems: 30 }),
    fault: Type.Union([OutputFault, Type.Null()]),
    /** Standard error, capped, as it came; never interpreted. For a build error, the bundler's messages. */
    log: Type.String(),
    logTruncated: Type.Boolean(),
    resources: Type.Union([Resources, Type.Null()]),
  },
  { additionalProperties: false },
);
export type PracticeReport = Static<typeof PracticeReport>;

/** Rounds for display, half away from zero, to a multiple of `step`. */
export function roundForDisplay(value: number, step: number): number {
  const steps = Math.floor(Math.abs(value) / step + 0.5);
  return steps === 0 ? 0 : Math.sign(value) * steps * step;
}
