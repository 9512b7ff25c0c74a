import { Type, type Static } from "@sinclair/typebox";

const Nullable = Type.Union([Type.Number(), Type.Null()]);

/** One subject to learn from: `missed` positives, `false-alarm`s, and `wrong-reason` where the subject was right and the explanation was not. */
export const RankingMistake = Type.Object(
  {
    kind: Type.Union([Type.Literal("missed"), Type.Literal("false-alarm"), Type.Literal("wrong-reason")]),
    subject: Type.Integer(),
    /** Place in the detector's list, from 1 (the middle of a tie); null without an alert. */
    rank: Nullable,
    score: Nullable,
    role: Type.Object({ named: Type.Union([Type.String(), Type.Null()]), planted: Type.Union([Type.String(), Type.Null()]) }),
    /** Look-alike groups of the subject. */
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
export type RankingMistake = Static<typeof RankingMistake>;
