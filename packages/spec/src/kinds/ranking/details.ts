/** What may be told of a ranking run on practice, where nothing is hidden. */
import { Type, type Static } from "@sinclair/typebox";

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

export const RankingDetails = Type.Object(
  {
    subjects: Type.Integer(),
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
export type RankingDetails = Static<typeof RankingDetails>;
