/** What a team and its mentors see of a practice run beside its verdict. */
import { Type, type Static } from "@sinclair/typebox";
import { OutputFault } from "./faults.ts";
import { Score } from "./score.ts";

const Nullable = Type.Union([Type.Number(), Type.Null()]);
/** What the kind says in its own form. It is made in the judge's child and checked there with the kind's schema. */
const OfKind = Type.Record(Type.String(), Type.Unknown());

/** One subject to learn from; the rest is the kind's own. */
export const Mistake = Type.Intersect([OfKind, Type.Object({ subject: Type.Integer() })]);
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

export const MOST_MISTAKES = 30;

/** `kind` says in which form details and mistakes stand. */
export const PracticeReport = Type.Object(
  {
    kind: Type.String(),
    score: Type.Union([Score, Type.Null()]),
    details: Type.Union([OfKind, Type.Null()]),
    mistakes: Type.Array(Mistake, { maxItems: MOST_MISTAKES }),
    fault: Type.Union([OutputFault, Type.Null()]),
    /** Standard error, capped, as it came; never interpreted. For a build error, the bundler's messages. */
    log: Type.String(),
    logTruncated: Type.Boolean(),
    resources: Type.Union([Resources, Type.Null()]),
  },
  { additionalProperties: false },
);
export type PracticeReport = Static<typeof PracticeReport>;
