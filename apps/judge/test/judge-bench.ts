/** A judge to test with: the SDK bundled as a sandbox gets it, and practice data of 300 accounts. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { Sandbox } from "@vigie/runner";
import type { ChallengeSpec } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import type { Installation } from "../src/installation.ts";
import { openRoom, type JudgeRoom } from "./judge-room.ts";

const root = resolve(import.meta.dirname, "../../..");
const ACCOUNTS = 300;

export type { Sources } from "./judge-room.ts";

export interface JudgeBench extends JudgeRoom {
  readonly challenge: ChallengeSpec;
  readonly installation: Installation;
}

function nativeBundler(): string {
  return createRequire(createRequire(import.meta.url).resolve("esbuild")).resolve(
    `@esbuild/${process.platform}-${process.arch}/bin/esbuild`,
  );
}

/** An installation of its own in a temporary folder, so that no test hangs on what was last built. */
export async function makeInstallation(parent: string): Promise<Installation> {
  const sdkDir = join(parent, "sdk");
  const sdk = (entry: string): string => join(root, "packages/sdk/src", entry);
  const common = { bundle: true, format: "esm", target: "node20.19", logLevel: "warning" } as const;
  await build({ ...common, platform: "node", entryPoints: [sdk("run.ts")], outfile: join(sdkDir, "run.mjs") });
  await build({ ...common, platform: "neutral", entryPoints: [sdk("index.ts")], outfile: join(sdkDir, "vigie-sdk.js") });
  for (const part of ["vigie", "run.py"]) {
    cpSync(join(root, "packages/sdk-python", part), join(sdkDir, "python", part), {
      recursive: true,
      filter: (path) => !path.includes("__pycache__"),
    });
  }
  return {
    sdkDir,
    datasetsDir: join(root, "datasets"),
    bundlerBinary: nativeBundler(),
    generators: { bank: "test" },
    judge: "test",
  };
}

/** Follow the money, small: its practice split has 300 accounts, and a run two seconds of processor time. */
export function tinyChallenge(): ChallengeSpec {
  const challenge = loadChallenge(join(root, "challenges/follow-the-money"));
  return {
    ...challenge,
    sizes: { practice: { accounts: ACCOUNTS }, public: { accounts: ACCOUNTS }, final: { accounts: ACCOUNTS } },
    interval: { ...challenge.interval, resamples: 100 },
    limits: { ...challenge.limits, cpuMs: 3000, memoryMiB: 256, outputMiB: 1, logKiB: 16 },
  };
}

export async function openBench(sandbox: Sandbox): Promise<JudgeBench> {
  const parent = mkdtempSync(join(tmpdir(), "vigie-judge-bench-"));
  const installation = await makeInstallation(parent);
  const challenge = tinyChallenge();
  const room = await openRoom(sandbox, installation, challenge, parent);
  const close = async (): Promise<void> => {
    await room.close();
    rmSync(parent, { recursive: true, force: true });
  };
  return { ...room, challenge, installation, close };
}
