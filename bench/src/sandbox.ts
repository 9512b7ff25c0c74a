/** What the sandbox's start costs: a do-nothing program bare and inside, turn by turn, so that noise hits both alike. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { openSandbox, type Sandbox } from "@vigie/runner";

export interface Comparison {
  readonly name: string;
  readonly unit: "ms";
  readonly bare: number;
  readonly ours: number;
  readonly ratio: number;
}

export interface Result {
  readonly title: string;
  readonly rows: readonly Comparison[];
  /** Why there is nothing to compare here, or what weakens the comparison. */
  readonly note: string | null;
}

const TURNS = 21;
const NOTHING = { node: ["-e", "0"], python: ["-c", "0"] } as const;
const LIMITS = { cpuMs: 5000, wallMs: 10_000, memoryMiB: 512, tmpMiB: 16, outputMiB: 1, logKiB: 16 };

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function runBare(file: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: {}, stdio: ["ignore", "pipe", "pipe"] });
    child.once("error", reject);
    child.once("close", () => resolve());
  });
}

async function compare(sandbox: Sandbox, runtime: "node" | "python", file: string, submission: string): Promise<Comparison> {
  const args = NOTHING[runtime];
  const request = { program: { runtime }, args, submission, inputs: null, sdk: null, limits: LIMITS, onOutput: () => undefined };
  const inside = async (): Promise<void> => {
    const outcome = await sandbox.run(request);
    if (outcome.status !== "exited" || outcome.exitCode !== 0)
      throw new Error(`a do-nothing run ended as ${outcome.status}: ${outcome.detail ?? outcome.log}`);
  };
  const bare: number[] = [];
  const ours: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    bare.push(await timed(() => runBare(file, args)));
    ours.push(await timed(inside));
  }
  return { name: `start of ${runtime}`, unit: "ms", bare: median(bare), ours: median(ours), ratio: median(ours) / median(bare) };
}

/** Medians of 21 starts each. The aim is 20 ms over bare. */
export async function bench(): Promise<Result> {
  const title = "sandbox";
  const opened = await openSandbox("auto");
  if (opened.kind === "missing") return { title, rows: [], note: `no sandbox here: ${opened.missing.detail}` };
  const { sandbox } = opened;
  const submission = mkdtempSync(join(tmpdir(), "vigie-bench-"));
  try {
    const { node, python } = sandbox.runtimes;
    const rows = [await compare(sandbox, "node", node, submission)];
    if (python !== null) rows.push(await compare(sandbox, "python", python, submission));
    return { title, rows, note: sandbox.weaknesses.length > 0 ? sandbox.weaknesses.join(", ") : null };
  } finally {
    await sandbox.close();
    rmSync(submission, { recursive: true, force: true });
  }
}
