import { expect, test } from "vitest";
import type { Outcome } from "@vigie/runner";
import { failureOf } from "./build-detector.ts";

const usage = { wallMs: 1, cpuMs: 1, memoryPeakMiB: 1, outputBytes: 0, logBytes: 0 };
const outcome = (change: Partial<Outcome>): Outcome => ({
  ...{ status: "exited", exitCode: 1, signal: null, log: "", logTruncated: false, usage, detail: null },
  ...change,
});
const crash = (log: string) => outcome({ exitCode: 2, log: `${log}\n\ngoroutine 7 [running]:\nruntime.throw()\n` });

test.each([
  ["an error in the sources", outcome({ log: "✘ [ERROR] Unexpected end of file" }), "build_error", "syntax_error"],
  ["an import that is not there", outcome({ log: '✘ [ERROR] Could not resolve "x"' }), "build_error", "missing_import"],
  ["a build without end", outcome({ status: "wall_time", exitCode: null }), "build_error", "build_error"],
  ["a bundle that is too large", outcome({ status: "output", exitCode: null }), "build_error", "build_error"],
  ["a build beyond its memory", outcome({ status: "memory", exitCode: null }), "memory_limit", "memory_limit"],
  ["a stack that is full", crash("runtime: goroutine stack exceeds 1000000000-byte limit"), "memory_limit", "memory_limit"],
  ["memory that is refused", crash("fatal error: runtime: cannot allocate memory"), "memory_limit", "memory_limit"],
])("%s is the team's to mend, without a word of the bundler's own insides", (_claim, seen, verdict, reason) => {
  const failure = failureOf(seen);
  expect(failure).toMatchObject({ kind: "failed", verdict, reason });
  expect(JSON.stringify(failure)).not.toContain("goroutine");
});

test.each([
  ["a crash of the bundler", crash("fatal error: unexpected signal during runtime execution")],
  ["a signal", outcome({ status: "signalled", exitCode: null, signal: "SIGSYS" })],
  ["a sandbox that broke", outcome({ status: "sandbox_error", exitCode: null })],
])("%s is ours", (_claim, seen) => {
  expect(failureOf(seen)).toMatchObject({ kind: "broken" });
});
