/** The judge's own function on a set that is made here: hidden ones hang on the published test secret. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeSubmission, openSplit, prepareSplit } from "@vigie/judge";
import type { Sandbox } from "@vigie/runner";
import type { Split } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { seedOf } from "../../src/data-seed.ts";
import { findInstallation } from "../../src/places.ts";
import { speaker } from "../../src/say.ts";
import { stageProject } from "../../src/stage-project.ts";
import { CHALLENGE, ROOT } from "../command-line.ts";
import type { Judged } from "./figures.ts";

const DIST = join(ROOT, "apps/vigie/dist");

export interface JudgeHere {
  readonly inputs: string;
  readonly labels: string;
  /** @param example a folder below the challenge's. */
  judge(example: string): Promise<Judged>;
  close(): void;
}

export async function openHere(sandbox: Sandbox, split: Split): Promise<JudgeHere> {
  const installation = {
    ...findInstallation(),
    sdkDir: join(DIST, "sdk"),
    datasetsDir: join(ROOT, "datasets"),
    threadFile: join(DIST, "testset-thread.mjs"),
  };
  const challenge = loadChallenge(CHALLENGE);
  const seed = seedOf(challenge, split === "practice" ? { split } : { split, testSecret: true }, speaker("en"));
  const scratch = mkdtempSync(join(tmpdir(), "vigie-before-"));
  const folder = join(scratch, "set");
  await prepareSplit(installation, { challenge, split, seed, folder }, () => undefined);
  // As practice, of which everything is told: the score hangs on the labels and the seed, whatever the split is called.
  const open = await openSplit({ challenge, split: "practice", seed, folder });
  // A machine under load is slow, and no score hangs on that; the example that never ends is to be stopped all the same.
  const { cpuMs, wallMs } = challenge.limits;
  const patient = {
    ...open,
    challenge: { ...open.challenge, limits: { ...challenge.limits, cpuMs: 10 * cpuMs, wallMs: 10 * wallMs } },
  };
  return {
    inputs: open.inputsDigest,
    labels: open.labelsDigest,
    judge: async (example) => {
      const { folder: submission, remove } = stageProject(join(CHALLENGE, example));
      const allowed = example.includes("time-limit") ? open : patient;
      return judgeSubmission({ installation, sandbox, open: allowed, submission }).finally(remove);
    },
    close: () => {
      open.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
