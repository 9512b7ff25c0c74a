/** The board as it is stored, by version: the judge computes it, the leaderboard only reads it. All numbers are rounded already. */
import { Type, type Static } from "@sinclair/typebox";
import { VerdictName } from "./verdict.ts";

const Shares = Type.Union([Type.Record(Type.String(), Type.Number()), Type.Null()]);
const NullableInteger = Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]);

export const StandingRow = Type.Object(
  {
    team: Type.String(),
    teamName: Type.String(),
    baseline: Type.Boolean(),
    /** Absent: it competes. Those that do not have no rank. */
    entry: Type.Optional(Type.Union([Type.Literal("out-of-competition"), Type.Literal("disqualified")])),
    division: Type.Optional(Type.String()),
    language: Type.Optional(Type.Union([Type.Literal("en"), Type.Literal("fr")])),
    /** Its name is shown to nobody but itself and those who run the event. */
    hidden: Type.Optional(Type.Literal(true)),
    rank: NullableInteger,
    band: NullableInteger,
    score: Type.Union([Type.Number(), Type.Null()]),
    interval: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()]),
    /** By measure, rounded to the declared precision, 0 to 1. */
    parts: Shares,
    penalties: Shares,
    /** The best public score after each accepted submission, oldest first: the sparkline. */
    history: Type.Array(Type.Number()),
    attempts: Type.Integer(),
    /** Verdict of the latest judged submission. */
    verdict: Type.Union([VerdictName, Type.Null()]),
    submission: Type.Union([Type.String(), Type.Null()]),
    judgedAt: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
);
export type StandingRow = Static<typeof StandingRow>;

export const Standings = Type.Object(
  { challenge: Type.String(), version: Type.Integer(), rows: Type.Array(StandingRow) },
  { additionalProperties: false },
);
export type Standings = Static<typeof Standings>;
