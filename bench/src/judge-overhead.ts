/** The whole of judging, from sources to a score, against the same program run bare on the same files. */
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { judgeSubmission, openSplit, prepareSplit, type Installation } from "@vigie/judge";
import { practiceSeed } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { benchInstallation, benchSandbox, busyDetector, CHALLENGE_DIR, DIST, NOTHING, writeSubmission } from "./judge-scene.ts";
import { type Contender, type Figure, interleaved } from "./measure.ts";
import { withScratch } from "./scratch.ts";

const AIM = 1.3;

function bundle(here: Installation, folder: string): string {
  const out = join(folder, "..", "bare.mjs");
  const sdk = `--alias:@vigie/sdk=${join(here.sdkDir, "vigie-sdk.js")}`;
  spawnSync(here.bundlerBinary ?? "esbuild", [
    join(folder, "detector.ts"),
    "--bundle",
    "--format=esm",
    "--platform=node",
    sdk,
    `--outfile=${out}`,
  ]);
  return out;
}

function runBare(run: string, bare: string, inputs: string): void {
  spawnSync(process.execPath, [run, bare], {
    env: { VIGIE_DATA: inputs },
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
}

/** Medians of 5, a do-nothing detector and one of some seconds. */
export async function judgeOverhead(): Promise<Figure[]> {
  const here = benchInstallation();
  const challenge = loadChallenge(CHALLENGE_DIR);
  const sandbox = await benchSandbox();
  const source = { datasetId: challenge.dataset.id, datasetVersion: challenge.dataset.version, challengeId: "bench" };
  const seed = practiceSeed(source);
  return withScratch(async (work) => {
    const folder = join(work, "split");
    await prepareSplit(here, challenge, "practice", seed, folder, () => undefined);
    const held = await openSplit(challenge, "practice", seed, folder);
    const run = join(work, "run.mjs");
    cpSync(join(DIST, "sdk/run.mjs"), run);
    const pair = ([name, text]: readonly [string, string]): Contender[] => {
      const submission = join(work, name, "sources");
      writeSubmission(submission, text);
      const bare = bundle(here, submission);
      const judged = async (): Promise<void> => {
        const { verdict, practice } = await judgeSubmission(here, sandbox, challenge, held.opened, submission);
        if (verdict !== "accepted") throw new Error(`${name}: ${verdict}: ${practice?.log ?? ""}`);
      };
      return [
        { name: `${name}, bare`, run: () => runBare(run, bare, join(folder, "inputs")) },
        { name: `${name}, judged`, run: judged },
      ];
    };
    try {
      const detectors: readonly (readonly [string, string])[] = [
        ["do-nothing", NOTHING],
        ["some seconds", busyDetector(320)],
      ];
      const timings = await interleaved(detectors.flatMap(pair), 5);
      return [
        timings.ratio("do-nothing, judged", "do-nothing, bare", null),
        timings.ratio("some seconds, judged", "some seconds, bare", AIM),
      ];
    } finally {
      held.close();
      await sandbox.close();
    }
  });
}
