/** What the metrics computed. Points are 0 to 100; parts and shares are 0 to 1 when shown and may be negative inside. */
import { Type, type Static } from "@sinclair/typebox";

const ByMeasure = Type.Record(Type.String(), Type.Number());

/**
 * A score as it is kept; what a team sees of a hidden split is the rounded one. `low` and `high` end the interval. `parts`
 * has each part by its measure, on its own scale where chance is 0 and perfect is 1; `penalties` the share that each takes.
 */
export const Score = Type.Object(
  { points: Type.Number(), low: Type.Number(), high: Type.Number(), parts: ByMeasure, penalties: ByMeasure },
  { additionalProperties: false },
);
export type Score = Static<typeof Score>;
export type ByMeasure = Static<typeof ByMeasure>;

/** Rounds for display, half away from zero, to a multiple of `step`. */
export function roundForDisplay(value: number, step: number): number {
  const steps = Math.floor(Math.abs(value) / step + 0.5);
  return steps === 0 ? 0 : Math.sign(value) * steps * step;
}
