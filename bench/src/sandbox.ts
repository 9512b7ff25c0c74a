/** What the sandbox's start costs: a do-nothing program bare and inside, turn by turn. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSandbox, type Sandbox } from "@vigie/runner";
import { type Figure, interleaved, median, type Result, spread } from "./measure.ts";

const ROUNDS = 21;
const CONTAINER_ROUNDS = 7;
const MOST_MS_OVER_BARE = 20;
const NOTHING = { node: ["-e", "0"], python: ["-c", "0"] } as const;
const LIMITS = { cpuMs: 5000, wallMs: 10_000, memoryMiB: 512, tmpMiB: 16, outputMiB: 1, logKiB: 16 };

function runBare(file: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: {}, stdio: ["ignore", "pipe", "pipe"] });
    child.once("error", reject);
    child.once("close", () => resolve());
  });
}

async function runInside(sandbox: Sandbox, runtime: "node" | "python", submission: string): Promise<void> {
  const request = { submission, inputs: null, sdk: null, limits: LIMITS, onOutput: () => undefined };
  const outcome = await sandbox.run({ ...request, program: { runtime }, args: NOTHING[runtime] });
  if (outcome.status === "exited" && outcome.exitCode === 0) return;
  throw new Error(`a program that does nothing ended as ${outcome.status}: ${outcome.detail ?? outcome.log}`);
}

async function startOf(
  sandbox: Sandbox,
  runtime: "node" | "python",
  file: string,
  submission: string,
  place: { readonly name: string; readonly rounds: number; readonly mostMs: number | null },
): Promise<Figure[]> {
  const bare = `${runtime}, bare`;
  const inside = `${runtime}, in ${place.name}`;
  const timings = await interleaved(
    [
      { name: bare, run: () => runBare(file, NOTHING[runtime]) },
      { name: inside, run: () => runInside(sandbox, runtime, submission) },
    ],
    place.rounds,
  );
  const bareMs = timings.of(bare);
  const overs = timings.of(inside).map((ms, round) => ms - bareMs[round]);
  const over = median(overs);
  return [
    { what: bare, value: median(bareMs), unit: "ms", spread: spread(bareMs), aim: null, met: null },
    {
      what: `${inside}: over bare`,
      value: over,
      unit: "ms",
      spread: spread(overs),
      aim: place.mostMs === null ? null : `≤ ${place.mostMs}`,
      met: place.mostMs === null ? null : over <= place.mostMs,
    },
    timings.ratio(inside, bare, null),
  ];
}

/** The container back end, where this machine has it beside bubblewrap: nothing is aimed at, it is for comparison. */
async function startOfContainer(submission: string): Promise<Figure[]> {
  const opened = await openSandbox("container");
  if (opened.kind === "missing") return [];
  const place = { name: "a container", rounds: CONTAINER_ROUNDS, mostMs: null };
  try {
    return await startOf(opened.sandbox, "node", opened.sandbox.runtimes.node, submission, place);
  } finally {
    await opened.sandbox.close();
  }
}

/** Medians of 21 starts each, for Node and, where the machine has it, Python. Throws where no sandbox is to be had. */
export async function bench(): Promise<Result> {
  const opened = await openSandbox("auto");
  if (opened.kind === "missing") throw new Error(`no sandbox on this machine: ${opened.missing.detail}`);
  const { sandbox } = opened;
  const { node, python } = sandbox.runtimes;
  const submission = mkdtempSync(join(tmpdir(), "vigie-bench-"));
  const place = { name: "the sandbox", rounds: ROUNDS, mostMs: MOST_MS_OVER_BARE };
  try {
    const figures = await startOf(sandbox, "node", node, submission, place);
    if (python !== null) figures.push(...(await startOf(sandbox, "python", python, submission, place)));
    if (sandbox.kind === "bubblewrap") figures.push(...(await startOfContainer(submission)));
    const weaker = sandbox.weaknesses.length > 0 ? ` (${sandbox.weaknesses.join(", ")})` : "";
    return { name: "sandbox", about: `starting a program that does nothing, bare and in the sandbox${weaker}`, figures };
  } finally {
    await sandbox.close();
    rmSync(submission, { recursive: true, force: true });
  }
}
