/** The whole of judging, from sources to a score, against the same program run bare on the same files. */
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSplit, prepareSplit, type Installation } from "@vigie/judge";
import { practiceSeed } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { benchInstallation, benchSandbox, busyDetector, CHALLENGE_DIR, DIST, NOTHING, writeSubmission } from "./judge-scene.ts";
import { judgedInPhases, type Phases } from "./judge-phases.ts";
import { type Figure, median, spread } from "./measure.ts";
import { withScratch } from "./scratch.ts";

const AIM = 1.1;
const ROUNDS = 5;
/** About four seconds. */
const PASSES = 1100;

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

/** Processor time of this process and of all children that it has waited for, in ticks of 10 ms. */
function processorMs(): number {
  const stat = readFileSync("/proc/self/stat", "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return 10 * fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
}

interface Samples {
  readonly ratios: number[];
  readonly processor: number[];
  readonly bareMs: number[];
  readonly phases: Phases[];
}

interface Timed<T> {
  readonly value: T;
  readonly ms: number;
  readonly processorMs: number;
}

async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const [began, used] = [performance.now(), processorMs()];
  const value = await work();
  return { value, ms: performance.now() - began, processorMs: processorMs() - used };
}

/** Bare and judged by turns, once without a clock. */
async function inTurn(bare: () => void, judge: () => Promise<Phases>): Promise<Samples> {
  const samples: Samples = { ratios: [], processor: [], bareMs: [], phases: [] };
  for (let round = -1; round < ROUNDS; round++) {
    const alone = await timed(bare);
    const judged = await timed(judge);
    if (round < 0) continue;
    samples.ratios.push(judged.ms / alone.ms);
    samples.processor.push(judged.processorMs / Math.max(10, alone.processorMs));
    samples.bareMs.push(alone.ms);
    samples.phases.push(judged.value);
  }
  return samples;
}

const plain = (what: string, samples: readonly number[], unit: string): Figure => ({
  ...{ what, value: median(samples), unit, spread: spread(samples), aim: null, met: null },
});

function figuresOf(name: string, { ratios, processor, bareMs, phases }: Samples, aim: number | null): Figure[] {
  const ratio = plain(`${name}, judged / bare`, ratios, "×");
  const part = (what: string, of: (phase: Phases) => number): Figure => plain(`  ${what}`, phases.map(of), "ms");
  return [
    aim === null ? ratio : { ...ratio, aim: `≤ ${aim}`, met: ratio.value <= aim },
    plain("  by processor time", processor, "×"),
    plain("  bare", bareMs, "ms"),
    part("its run in the sandbox", ({ run }) => run),
    part("build", ({ build }) => build),
    part("around the run", ({ around }) => around),
    part("layout and score", ({ rest }) => rest),
  ];
}

/** Medians of 5, a do-nothing detector and one of some seconds, on the practice split as teams have it. */
export async function judgeOverhead(): Promise<Figure[]> {
  const here = benchInstallation();
  const challenge = loadChallenge(CHALLENGE_DIR);
  const sandbox = await benchSandbox();
  const source = { datasetId: challenge.dataset.id, datasetVersion: challenge.dataset.version, challengeId: "bench" };
  const seed = practiceSeed(source);
  return withScratch(async (work) => {
    const folder = join(work, "split");
    const place = { challenge, split: "practice", seed, folder } as const;
    await prepareSplit(here, place, () => undefined);
    const open = await openSplit(place);
    const run = join(work, "run.mjs");
    cpSync(join(DIST, "sdk/run.mjs"), run);
    const compared = (name: string, text: string): Promise<Samples> => {
      const submission = join(work, name, "sources");
      writeSubmission(submission, text);
      const bare = bundle(here, submission);
      return inTurn(
        () => runBare(run, bare, join(folder, "inputs")),
        () => judgedInPhases(sandbox, open, submission),
      );
    };
    try {
      return [
        ...figuresOf("do-nothing", await compared("do-nothing", NOTHING), null),
        ...figuresOf("some seconds", await compared("some seconds", busyDetector(PASSES)), AIM),
      ];
    } finally {
      open.close();
      await sandbox.close();
    }
  });
}
