/** A challenge by the name that somebody typed, or that a file gives. */
import { basename, join } from "node:path";
import { SpecError, type ChallengeSpec, type DatasetSpec } from "@vigie/spec";
import { loadChallenge, loadDataset } from "@vigie/spec/node";
import { CommandFailure } from "./failure.ts";
import { challengeFolders, challengesIn, findInstallation, outsideChallenges } from "./places.ts";
import type { Say } from "./say.ts";

/** The folder of a challenge. @throws CommandFailure, which names those that there are. */
export function folderNamed(challenge: string, say: Say): string {
  const folders = challengeFolders();
  const folder = folders.get(challenge);
  if (folder !== undefined) return folder;
  throw new CommandFailure(say("new.noChallenge", { challenge, known: [...folders.keys()].join(", ") }), 2);
}

/** The data set that a challenge asks for. @throws SpecError where it cannot be read. */
export function datasetOf({ dataset }: Pick<ChallengeSpec, "dataset">): DatasetSpec {
  return loadDataset(join(findInstallation().datasetsDir, dataset.id));
}

/** A challenge goes by its folder's name, on a data set of its world. */
function refuseOther(challenge: ChallengeSpec, name: string, folder: string): void {
  const file = join(folder, "challenge.json");
  const refuse = (pointer: string, expected: string, found: string): void => {
    if (expected === found) return;
    throw new SpecError("invalid", [{ file, pointer, expected, found: JSON.stringify(found) }]);
  };
  refuse("/id", name, challenge.id);
  const { world, version } = datasetOf(challenge);
  refuse("/world", world, challenge.world);
  refuse("/dataset/version", version, challenge.dataset.version);
}

/** @throws CommandFailure where there is none of that name; SpecError where it cannot be read, or asks for other data than there are. */
export function challengeNamed(name: string, say: Say): ChallengeSpec {
  const folder = folderNamed(name, say);
  const challenge = loadChallenge(folder);
  refuseOther(challenge, name, folder);
  return challenge;
}

/** The challenges that lie outside of this installation, where a folder of them was named. @throws as {@link challengeNamed}. */
export function challengesOutside(say: Say): ChallengeSpec[] {
  const outside = outsideChallenges();
  if (outside === null) return [];
  const names = challengesIn(outside).map((folder) => basename(folder));
  if (names.length > 0) return names.map((name) => challengeNamed(name, say));
  throw new CommandFailure(say("start.noChallenges", { folder: outside }), 2);
}
