/** What the server and the process of a dry run say to one another. */
import { Type, type Static } from "@sinclair/typebox";
import { DryRunProgress, DryRunReport, DryRunTrouble, EventFile, Speed } from "@vigie/spec/event";

const CLOSED = { additionalProperties: false } as const;

export const DryRunOrder = Type.Object(
  {
    /** The copy's own, empty, and wiped when it is over. */
    folder: Type.String(),
    event: Type.String(),
    file: EventFile,
    speed: Speed,
    workers: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    sandbox: Type.Union([Type.Literal("bubblewrap"), Type.Literal("container")]),
  },
  CLOSED,
);
export type DryRunOrder = Static<typeof DryRunOrder>;

export const DryRunWord = Type.Union([
  Type.Object({ kind: Type.Literal("progress"), progress: DryRunProgress }, CLOSED),
  Type.Object({ kind: Type.Literal("report"), report: DryRunReport }, CLOSED),
  Type.Object({ kind: Type.Literal("trouble"), trouble: DryRunTrouble, why: Type.String() }, CLOSED),
]);
export type DryRunWord = Static<typeof DryRunWord>;

export class DryRunFailure extends Error {
  readonly trouble: DryRunTrouble;
  constructor(trouble: DryRunTrouble, why: string) {
    super(why);
    this.trouble = trouble;
  }
}
