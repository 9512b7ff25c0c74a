/**
 * Turns a submission's sources into what runs, inside the sandbox: a bundler on the host could be made to inline the
 * host's files. The bundle comes back on standard output, so the build needs nothing writable that we read.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, Sandbox } from "@vigie/runner";
import type { Reason, SubmissionManifest, Verdict } from "@vigie/spec";
import type { Installation } from "./installation.ts";

export const BUILD_LIMITS = { cpuMs: 20_000, wallMs: 30_000, memoryMiB: 1024, tmpMiB: 16, outputMiB: 32, logKiB: 64 };

/** Where the bundle lies in what the run sees. */
export const BUNDLE = ".vigie/detector.mjs";

/** `failed` is the sources' fault; `broken` is the sandbox's or the bundler's own. */
export type Built =
  | { readonly kind: "built"; readonly bundle: Uint8Array }
  | { readonly kind: "failed"; readonly verdict: Verdict; readonly reason: Reason; readonly log: string }
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

/**
 * The first words of the bundler's crash where it has no room left. Code that is nested a million deep fills its stack, and
 * whether that or the memory is full first hangs on the machine.
 */
const NO_ROOM =
  /^(?:runtime: goroutine stack exceeds|fatal error: (?:stack overflow|runtime: (?:out of|cannot allocate) memory))/m;
/** The bundler's own word for errors in what it reads. Every other end is a crash. */
const FOUND_ERRORS = 1;
const TOO_MUCH =
  "The bundler needed more memory for these sources than a build may have: send less code, or code that is nested less deeply.\n";
const TOO_LARGE = `What the bundler made of these sources is larger than ${BUILD_LIMITS.outputMiB} MiB: send less code.\n`;

function failed(verdict: Verdict, reason: Reason, log: string): Built {
  return { kind: "failed", verdict, reason, log };
}

/** What is concluded where there is no bundle. No crash of the bundler's is told as an error in the sources, nor shown. */
export function failureOf(outcome: Outcome): Built {
  const { status, exitCode, log } = outcome;
  switch (status) {
    case "output":
      return failed("build_error", "build_error", TOO_LARGE);
    case "cpu_time":
    case "wall_time":
    case "log":
      return failed("build_error", "build_error", teamLog(log));
    case "memory":
      return failed("memory_limit", "memory_limit", TOO_MUCH);
    case "exited":
      if (NO_ROOM.test(log)) return failed("memory_limit", "memory_limit", TOO_MUCH);
      if (exitCode !== FOUND_ERRORS) return { kind: "broken", outcome };
      return failed("build_error", /Could not resolve/.test(log) ? "missing_import" : "syntax_error", teamLog(log));
    case "signalled":
    case "sandbox_error":
    case "aborted":
      return { kind: "broken", outcome };
  }
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
  if (outcome.status !== "exited" || outcome.exitCode !== 0) return failureOf(outcome);
  return { kind: "built", bundle: Buffer.concat(chunks) };
}

/** Puts the bundle beside the submission's own files, in a folder that no submission may have. */
export function layOut(submission: string, bundle: Uint8Array): void {
  mkdirSync(join(submission, ".vigie"), { recursive: true });
  writeFileSync(join(submission, BUNDLE), bundle);
}
