/** The score in points: 100 · Σ weightᵢ·partᵢ · Π (1 − penaltyⱼ). At most 100; 0 by chance, negative below. */
import type { ChallengeSpec } from "@vigie/spec";
import type { Measured } from "./kinds/kind-scoring.ts";

/** Sums in the order in which the challenge lists its parts. */
export function totalPoints({ parts, penalties }: Pick<ChallengeSpec, "parts" | "penalties">, measured: Measured): number {
  let sum = 0;
  for (const { measure, weight } of parts) sum += weight * measured(measure);
  let points = 100 * sum;
  for (const { measure } of penalties) points *= 1 - measured(measure);
  return points;
}
