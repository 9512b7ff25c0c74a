import { entryOf, isOutdated, SpecError, type ChallengeSpec, type Truth } from "@vigie/spec";
import { KIND_SCORING } from "./kinds/index.ts";
import type { OpenScoring } from "./kinds/kind-scoring.ts";

/**
 * Opens a split for scoring by a challenge, as the challenge's kind does it.
 * @throws SpecError `unknown-name`, `outdated`, `bad-labels` or `unscorable-labels`.
 */
export function openScoring(challenge: ChallengeSpec, truth: Truth): OpenScoring {
  if (isOutdated(challenge)) {
    const found = `${challenge.id} ${challenge.version}`;
    throw new SpecError("outdated", [{ file: "challenge.json", pointer: "", expected: "rules that are computed still", found }]);
  }
  return entryOf(KIND_SCORING, challenge.kind, "kind").open(challenge, truth);
}
