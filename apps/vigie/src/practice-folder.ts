/** Practice data on this machine: made once for each world, then kept in the cache for every command that judges on it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { prepareSplit, splitFolder } from "@vigie/judge";
import { toHex, type ChallengeSpec, type Seed } from "@vigie/spec";
import { endOnSignals } from "./end-on-signals.ts";
import { cacheDir, findInstallation } from "./places.ts";
import { startBar } from "./progress.ts";
import type { Say } from "./say.ts";

/** The folder of a practice world's test set; makes it, with a bar, where it is not there. */
export async function practiceFolder(challenge: ChallengeSpec, seed: Seed, say: Say): Promise<string> {
  const installation = findInstallation();
  const named = splitFolder(join(cacheDir(), "testsets"), installation, challenge, "practice");
  const folder = `${named}_${toHex(seed).slice(0, 12)}`;
  if (existsSync(join(folder, "checksums.json"))) return folder;
  endOnSignals();
  const bar = startBar(say("try.generating"));
  try {
    await prepareSplit(installation, { challenge, split: "practice", seed, folder }, bar.update);
  } finally {
    bar.done();
  }
  return folder;
}
