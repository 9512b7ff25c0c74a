/** Judges folders of sources on a practice split of its own. Hangs on nothing of the clone, so that any account can run it. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Sandbox } from "@vigie/runner";
import type { ChallengeSpec, Judgement } from "@vigie/spec";
import type { Installation } from "../src/installation.ts";
import { judgeArchive } from "../src/judge-archive.ts";
import { judgeSubmission } from "../src/judge-submission.ts";
import type { BundleKeeper } from "../src/kept-bundles.ts";
import { openSplit } from "../src/open-split.ts";
import { prepareSplit, splitFolder, splitSeed } from "../src/prepare-split.ts";

export type Sources = Readonly<Record<string, string>>;

export interface JudgeRoom {
  readonly splitsDir: string;
  judge(sources: Sources, keeper?: BundleKeeper): Promise<Judgement>;
  judgeArchive(archive: Buffer): Promise<Judgement>;
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
  const split = "practice";
  const folder = splitFolder(splitsDir, installation, challenge, split);
  const place = { challenge, split, seed: splitSeed(installation, challenge, split, null), folder } as const;
  await prepareSplit(installation, place, () => undefined);
  const open = await openSplit(place);
  return {
    splitsDir,
    judge: (sources, keeper) => judgeSubmission({ installation, sandbox, open, submission: makeFolder(parent, sources), keeper }),
    judgeArchive: (archive) => judgeArchive({ installation, sandbox, open }, archive),
    close: async () => {
      open.close();
      await sandbox.close();
    },
  };
}
