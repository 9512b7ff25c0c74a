/** Judges folders of sources on a practice split of its own. Hangs on nothing of the clone, so that any account can run it. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Sandbox } from "@vigie/runner";
import type { ChallengeSpec, Judgement } from "@vigie/spec";
import type { Installation } from "../src/installation.ts";
import { judgeSubmission } from "../src/judge-submission.ts";
import type { BundleKeeper } from "../src/kept-bundles.ts";
import { openSplit } from "../src/open-split.ts";
import { prepareSplit, splitFolder, splitSeed } from "../src/prepare-split.ts";

export type Sources = Readonly<Record<string, string>>;

export interface JudgeRoom {
  readonly splitsDir: string;
  judge(sources: Sources, keeper?: BundleKeeper): Promise<Judgement>;
  /** Closes the sandbox too. */
  close(): Promise<void>;
}

function makeFolder(parent: string, files: Sources): string {
  const folder = mkdtempSync(join(parent, "files-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** @param parent a folder to work in, which whoever made it removes. */
export async function openRoom(
  sandbox: Sandbox,
  installation: Installation,
  challenge: ChallengeSpec,
  parent: string,
): Promise<JudgeRoom> {
  const splitsDir = join(parent, "splits");
  const seed = splitSeed(challenge, "practice", null);
  const folder = splitFolder(splitsDir, installation, challenge, "practice");
  await prepareSplit(installation, challenge, "practice", seed, folder, () => undefined);
  const held = await openSplit(challenge, "practice", seed, folder);
  return {
    splitsDir,
    judge: (sources, keeper) =>
      judgeSubmission(installation, sandbox, challenge, held.opened, makeFolder(parent, sources), keeper),
    close: async () => {
      held.close();
      await sandbox.close();
    },
  };
}
