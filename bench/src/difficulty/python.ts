/** Runs the scripts beside this file with the system's Python and Debian's scikit-learn. */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

export const PYTHON = process.env["VIGIE_BENCH_PYTHON"] ?? "/usr/bin/python3";
/** One thread, so that sums are taken in one order. */
const ENVIRONMENT = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", PYTHONDONTWRITEBYTECODE: "1" };

/** What to do where the libraries are not there; null where they are. */
export function missingPython(): string | null {
  const { status } = spawnSync(PYTHON, ["-c", "import numpy, sklearn"], { stdio: "ignore" });
  if (status === 0) return null;
  return (
    `difficulty: expected ${PYTHON} with numpy and scikit-learn; one of them is missing. ` +
    "On Debian or Ubuntu: apt-get install python3-sklearn. Another Python: VIGIE_BENCH_PYTHON=/path/to/python3"
  );
}

/** What a script printed. @throws Error with what it wrote to standard error, where it fails. */
export async function runPython(script: string, args: readonly string[]): Promise<string> {
  const child = spawn(PYTHON, [join(import.meta.dirname, script), ...args], {
    env: ENVIRONMENT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => written.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => errors.push(bytes));
  const code = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}:\n${Buffer.concat(errors).toString()}`);
  return Buffer.concat(written).toString();
}
