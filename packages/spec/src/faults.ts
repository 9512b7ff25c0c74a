/** What can be wrong with a detector's output. On practice the fault is told with its line; on a hidden split only that there is one. */
import { Type, type Static } from "@sinclair/typebox";

/** What can be wrong whatever the kind of challenge; each kind adds its own (`KindSpec.faults`). */
export const FAULT_CODES = [
  "not-utf8",
  "not-json",
  "not-an-object",
  "unknown-key",
  "doubled-key",
  "missing-key",
  "subject-not-an-id",
  "unknown-subject",
  "doubled-subject",
  "line-too-long",
  "too-many-lines",
  "no-output",
  "missing-end",
  "wrong-end",
  "line-after-end",
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

export const OutputFault = Type.Object(
  {
    /** One of FAULT_CODES, or of the kind's own. */
    code: Type.String({ pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" }),
    /** The line's number, from 1; absent where the whole output is meant. */
    line: Type.Optional(Type.Integer({ minimum: 1 })),
    /** What stood there: at most 80 characters, control characters escaped. */
    found: Type.Optional(Type.String({ maxLength: 100 })),
    /** What was expected there, where the code alone does not say it (a count, a limit, the nearest known name). */
    expected: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
);
export type OutputFault = Static<typeof OutputFault>;
