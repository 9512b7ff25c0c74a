/** The score in points: 100 · Σ wᵢ·partᵢ · (1 − harm). At most 100; 0 by chance, negative below. */
import { PART_IDS, type ChallengeSpec, type Parts } from "@vigie/spec";

export function totalPoints(weights: ChallengeSpec["weights"], parts: Parts, harm: number): number {
  let sum = 0;
  for (const id of PART_IDS) sum += weights[id] * parts[id];
  return 100 * sum * (1 - harm);
}
