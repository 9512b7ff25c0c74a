/** A challenge by the name that somebody typed, or that a file gives. */
import { join } from "node:path";
import type { ChallengeSpec } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { CommandFailure } from "./failure.ts";
import { CHALLENGES_DIR, knownChallenges } from "./places.ts";
import type { Say } from "./say.ts";

/** @throws CommandFailure, which names those that there are. */
export function refuseUnknownChallenge(challenge: string, say: Say): void {
  const known = knownChallenges();
  if (!known.includes(challenge)) throw new CommandFailure(say("new.noChallenge", { challenge, known: known.join(", ") }), 2);
}

/** @throws CommandFailure where there is none of that name; SpecError where it cannot be read. */
export function challengeNamed(challenge: string, say: Say): ChallengeSpec {
  refuseUnknownChallenge(challenge, say);
  return loadChallenge(join(CHALLENGES_DIR, challenge));
}
