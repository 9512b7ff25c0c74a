/** What the sandbox's start costs: a do-nothing program bare and inside, turn by turn. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSandbox, type Sandbox } from "@vigie/runner";
import { type Figure, interleaved, median, type Result, spread } from "./measure.ts";

const ROUNDS = 21;
const CONTAINER_ROUNDS = 7;
const ROUNDS_OF_WORK = 5;
const MOST_TIMES_FOR_TWO = 1.3;
/** About half a second. */
const WORK = "let x = 1; for (let i = 0; i < 1e8; i++) x = (Math.imul(x, 48271) + i) | 0; console.log(x)";
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

interface Kind {
  readonly name: string;
  readonly rounds: number;
  /** Null where nothing is aimed at. */
  readonly mostMsOverBare: number | null;
}

interface BubblewrapKind extends Kind {
  readonly cgroups: boolean;
}

const KINDS: readonly BubblewrapKind[] = [
  { name: "the sandbox with a cgroup", cgroups: true, rounds: ROUNDS, mostMsOverBare: 20 },
  { name: "the sandbox without", cgroups: false, rounds: ROUNDS, mostMsOverBare: 12 },
];
const CONTAINER: Kind = { name: "a container", rounds: CONTAINER_ROUNDS, mostMsOverBare: null };

async function startOf(sandbox: Sandbox, kind: Kind, runtime: "node" | "python", submission: string): Promise<Figure[]> {
  const file = sandbox.runtimes[runtime];
  if (file === null) return [];
  const bare = `${runtime}, bare`;
  const inside = `${runtime}, in ${kind.name}`;
  const timings = await interleaved(
    [
      { name: bare, run: () => runBare(file, NOTHING[runtime]) },
      { name: inside, run: () => runInside(sandbox, runtime, submission) },
    ],
    kind.rounds,
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
      aim: kind.mostMsOverBare === null ? null : `≤ ${kind.mostMsOverBare}`,
      met: kind.mostMsOverBare === null ? null : over <= kind.mostMsOverBare,
    },
  ];
}

async function compute(sandbox: Sandbox, submission: string): Promise<void> {
  const request = { submission, inputs: null, sdk: null, limits: { ...LIMITS, cpuMs: 20_000 }, onOutput: () => undefined };
  const outcome = await sandbox.run({ ...request, program: { runtime: "node" }, args: ["-e", WORK] });
  if (outcome.exitCode !== 0) throw new Error(`a program that computes ended as ${outcome.status}`);
}

/** What a second run at the same time adds to a run's time: each has a processor of its own, where there are two. */
async function twoAtOnce(sandbox: Sandbox, submission: string): Promise<Figure> {
  const timings = await interleaved(
    [
      { name: "one", run: () => compute(sandbox, submission) },
      {
        name: "two",
        run: async () => {
          await Promise.all([compute(sandbox, submission), compute(sandbox, submission)]);
        },
      },
    ],
    ROUNDS_OF_WORK,
  );
  const ones = timings.of("one");
  const ratios = timings.of("two").map((ms, round) => ms / ones[round]);
  const ratio = median(ratios);
  return {
    what: "two runs at once over one",
    value: ratio,
    unit: "×",
    spread: spread(ratios),
    aim: `≤ ${MOST_TIMES_FOR_TWO}`,
    met: ratio <= MOST_TIMES_FOR_TWO,
  };
}

async function figuresOf(kind: BubblewrapKind, submission: string): Promise<Figure[]> {
  const opened = await openSandbox("bubblewrap", { cgroups: kind.cgroups });
  if (opened.kind === "missing") throw new Error(`no sandbox on this machine: ${opened.missing.detail}`);
  const { sandbox } = opened;
  try {
    if (sandbox.weaknesses.includes("no-cgroup") === kind.cgroups) return [];
    const starts = [await startOf(sandbox, kind, "node", submission), await startOf(sandbox, kind, "python", submission)];
    return kind.cgroups ? starts.flat() : [...starts.flat(), await twoAtOnce(sandbox, submission)];
  } finally {
    await sandbox.close();
  }
}

/** The container back end, where this machine has it: for comparison. */
async function startOfContainer(submission: string): Promise<Figure[]> {
  const opened = await openSandbox("container");
  if (opened.kind === "missing") return [];
  try {
    return await startOf(opened.sandbox, CONTAINER, "node", submission);
  } finally {
    await opened.sandbox.close();
  }
}

/**
 * Medians of 21 starts each, for Node and, where the machine has it, Python, with a cgroup (where this process may make
 * one) and without. Throws where no sandbox is to be had.
 */
export async function bench(): Promise<Result> {
  const submission = mkdtempSync(join(tmpdir(), "vigie-bench-"));
  try {
    const figures: Figure[] = [];
    for (const kind of KINDS) figures.push(...(await figuresOf(kind, submission)));
    figures.push(...(await startOfContainer(submission)));
    return { name: "sandbox", about: "starting a program that does nothing, bare and in the sandbox", figures };
  } finally {
    rmSync(submission, { recursive: true, force: true });
  }
}
