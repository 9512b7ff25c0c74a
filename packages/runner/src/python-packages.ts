/** What a detector in Python may import, asked of the sandbox itself: a package that the host has may still not load inside. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Limits, Sandbox } from "./contract.ts";

/** The packages that are promised where they are there, by the name under which they are installed and imported. */
const OFFERED = [
  ["numpy", "numpy"],
  ["pandas", "pandas"],
  ["scikit-learn", "sklearn"],
] as const;

const LIMITS: Limits = { cpuMs: 20_000, wallMs: 40_000, memoryMiB: 1024, tmpMiB: 16, outputMiB: 1, logKiB: 16 };
const VERSION = /^[0-9][0-9A-Za-z.+-]{0,30}$/;

export interface PythonPackage {
  readonly name: string;
  /** Null where it cannot be imported. */
  readonly version: string | null;
}

export interface PythonOffer {
  readonly version: string;
  readonly packages: readonly PythonPackage[];
}

/** What a program of one expression prints, or null where it fails or prints something else than a version. */
async function versionSaid(sandbox: Sandbox, submission: string, program: string): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  const outcome = await sandbox.run({
    program: { runtime: "python" },
    args: ["-I", "-B", "-c", program],
    submission,
    inputs: null,
    sdk: null,
    limits: LIMITS,
    onOutput: (chunk) => chunks.push(chunk),
  });
  const said = Buffer.concat(chunks).toString().trim();
  return outcome.status === "exited" && outcome.exitCode === 0 && VERSION.test(said) ? said : null;
}

/** Imports each package in a run of its own. @returns null where the sandbox has no Python that runs. */
export async function measurePython(sandbox: Sandbox): Promise<PythonOffer | null> {
  if (sandbox.runtimes.python === null) return null;
  const submission = mkdtempSync(join(tmpdir(), "vigie-python-"));
  // empty, and readable for a sandbox that works under another account
  chmodSync(submission, 0o755);
  try {
    const version = await versionSaid(sandbox, submission, "import platform; print(platform.python_version())");
    if (version === null) return null;
    const packages: PythonPackage[] = [];
    for (const [name, module] of OFFERED) {
      packages.push({ name, version: await versionSaid(sandbox, submission, `import ${module}; print(${module}.__version__)`) });
    }
    return { version, packages };
  } finally {
    rmSync(submission, { recursive: true, force: true });
  }
}
