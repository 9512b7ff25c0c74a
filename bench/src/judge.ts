/** What judging costs: the whole of it, from sources to a score, against the same program run bare on the same files. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeSubmission, openSplit, prepareSplit, type Installation } from "@vigie/judge";
import { openSandbox } from "@vigie/runner";
import { practiceSeed } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { type Contender, interleaved, type Result } from "./measure.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const DIST = join(ROOT, "apps/vigie/dist");
const CHALLENGE = join(ROOT, "challenges/follow-the-money");
const AIM = 1.3;

const NOTHING = `import { defineDetector } from "@vigie/sdk";\nexport default defineDetector(() => null);\n`;
/** A detector of several seconds: it goes over its rows again and again. */
const BUSY = `import { alert, defineDetector } from "@vigie/sdk";
export default defineDetector((account) => {
  let sum = 0;
  for (let i = 0; i < 320; i++) sum += account.transactions.filter((t) => t.amountCents > 100 * i).length;
  return alert({ score: (sum % 1000) / 1000 });
});
`;

function installation(): Installation {
  const binary = createRequire(import.meta.url).resolve(`@esbuild/${process.platform}-${process.arch}/bin/esbuild`);
  const dirs = { challengesDir: join(ROOT, "challenges"), datasetsDir: join(ROOT, "datasets") };
  return { sdkDir: join(DIST, "sdk"), ...dirs, bundlerBinary: binary, generator: "bench", judge: "bench" };
}

function writeSubmission(folder: string, source: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "vigie.json"),
    JSON.stringify({ challenge: "follow-the-money", language: "typescript", entry: "detector.ts" }),
  );
  writeFileSync(join(folder, "detector.ts"), source);
}

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

/** Medians of 5, a do-nothing detector and one of some seconds. Throws where there is no sandbox or nothing is bundled. */
export async function bench(): Promise<Result> {
  if (!existsSync(join(DIST, "sdk/run.mjs"))) throw new Error("expected the bundles of `npm ci` in apps/vigie/dist; found none");
  const here = installation();
  const challenge = loadChallenge(CHALLENGE);
  const opened = await openSandbox("auto");
  if (opened.kind === "missing") throw new Error(`no sandbox on this machine: ${opened.missing.detail}`);
  const { sandbox } = opened;
  const work = mkdtempSync(join(tmpdir(), "vigie-bench-"));
  const source = { datasetId: challenge.dataset.id, datasetVersion: challenge.dataset.version, challengeId: "bench" };
  const seed = practiceSeed(source);
  const folder = join(work, "split");
  await prepareSplit(here, challenge, "practice", seed, folder, () => undefined);
  const held = await openSplit(challenge, "practice", seed, folder);
  try {
    const contenders = Object.entries({ "do-nothing": NOTHING, "some seconds": BUSY }).flatMap(([name, text]): Contender[] => {
      const submission = join(work, name, "sources");
      writeSubmission(submission, text);
      const bare = bundle(here, submission);
      cpSync(join(DIST, "sdk/run.mjs"), join(work, "run.mjs"));
      return [
        {
          name: `${name}, bare`,
          run: () =>
            spawnSync(process.execPath, [join(work, "run.mjs"), bare], {
              env: { VIGIE_DATA: join(folder, "inputs") },
              stdio: ["ignore", "pipe", "pipe"],
              maxBuffer: 1 << 28,
            }),
        },
        {
          name: `${name}, judged`,
          run: async () => {
            const { verdict, practice } = await judgeSubmission(here, sandbox, challenge, held.opened, submission);
            if (verdict !== "accepted") throw new Error(`${name}: ${verdict}: ${practice?.log ?? ""}`);
          },
        },
      ];
    });
    const timings = await interleaved(contenders, 5);
    return {
      name: "judge",
      about: "building, running and scoring a submission on practice, against its process alone, bare",
      figures: [
        timings.ratio("do-nothing, judged", "do-nothing, bare", null),
        timings.ratio("some seconds, judged", "some seconds, bare", AIM),
      ],
    };
  } finally {
    held.close();
    await sandbox.close();
    rmSync(work, { recursive: true, force: true });
  }
}
