/**
 * Turns a submission's sources into what runs, inside the sandbox: a bundler on the host could be made to inline the
 * host's files. The bundle comes back on standard output, so the build needs nothing writable that we read.
 */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, Sandbox } from "@vigie/runner";
import type { Reason, SubmissionManifest } from "@vigie/spec";
import type { Installation } from "./installation.ts";

const BUILD_LIMITS = { cpuMs: 20_000, wallMs: 30_000, memoryMiB: 1024, tmpMiB: 16, outputMiB: 16, logKiB: 64 };

/** Where the bundle lies in what the run sees. */
export const BUNDLE = ".vigie/detector.mjs";

export type Built =
  | { readonly kind: "built"; readonly bundle: Uint8Array }
  | { readonly kind: "failed"; readonly reason: Reason; readonly log: string }
  | { readonly kind: "broken"; readonly outcome: Outcome };

function bundlerArguments(entry: string): string[] {
  return [
    `/submission/${entry}`,
    "--bundle",
    "--format=esm",
    "--platform=node",
    "--target=node20.19",
    "--sourcemap=inline",
    "--sources-content=false",
    "--source-root=/submission/",
    "--alias:@vigie/sdk=/sdk/vigie-sdk.js",
    "--tsconfig-raw={}",
    "--log-limit=10",
    "--color=false",
    "--charset=utf8",
  ];
}

/** The bundler's messages with places as the team knows them. */
function teamLog(log: string): string {
  return log.replaceAll("../submission/", "").replaceAll("/submission/", "");
}

function failureReason(outcome: Outcome): Reason {
  if (outcome.status === "cpu_time" || outcome.status === "wall_time") return "build_error";
  return /Could not resolve/.test(outcome.log) ? "missing_import" : "syntax_error";
}

/** Makes one file of a TypeScript or JavaScript submission. A fault of the sources comes back as a value. */
export async function buildDetector(
  installation: Installation,
  sandbox: Sandbox,
  submission: string,
  manifest: SubmissionManifest,
): Promise<Built> {
  const args = bundlerArguments(manifest.entry);
  const chunks: Uint8Array[] = [];
  const outcome = await sandbox.run({
    ...(installation.bundlerBinary === null
      ? { program: { runtime: "node" as const }, args: ["/sdk/esbuild/bin/esbuild", ...args] }
      : { program: { binary: installation.bundlerBinary }, args }),
    submission,
    inputs: null,
    sdk: installation.sdkDir,
    limits: BUILD_LIMITS,
    onOutput: (chunk) => chunks.push(chunk),
  });
  if (outcome.status === "sandbox_error" || outcome.status === "aborted") return { kind: "broken", outcome };
  if (outcome.status !== "exited" || outcome.exitCode !== 0) {
    return { kind: "failed", reason: failureReason(outcome), log: teamLog(outcome.log) };
  }
  return { kind: "built", bundle: Buffer.concat(chunks) };
}

/** Puts what runs into the new folder `target`: the submission's own files, and the bundle under `.vigie/`. */
export function layOut(submission: string, bundle: Uint8Array, target: string): void {
  cpSync(submission, target, { recursive: true });
  mkdirSync(join(target, ".vigie"), { recursive: true });
  writeFileSync(join(target, BUNDLE), bundle);
}
