import { describe, expect, it } from "vitest";
import type { Outcome, OutcomeStatus } from "@vigie/runner";
import type { OutputFault, SubmissionManifest } from "@vigie/spec";
import { conclude } from "./conclude.ts";

const FAULT: OutputFault = { code: "missing-end" };
const SDK: SubmissionManifest = { challenge: "follow-the-money", language: "typescript", entry: "detector.ts" };
const LINES: SubmissionManifest = { ...SDK, protocol: "lines" };

function outcome(status: OutcomeStatus, exitCode: number | null = null): Outcome {
  return {
    status,
    exitCode,
    signal: status === "signalled" ? "SIGSEGV" : null,
    log: "",
    logTruncated: false,
    usage: { wallMs: 1, cpuMs: 1, memoryPeakMiB: 1, outputBytes: 0, logBytes: 0 },
    detail: null,
  };
}

describe("what the judge concludes", () => {
  const rows: readonly [string, Outcome, OutputFault | null, SubmissionManifest, string, string][] = [
    ["ends well with good output", outcome("exited", 0), null, SDK, "accepted", "accepted"],
    ["ends well with a fault in the output", outcome("exited", 0), FAULT, SDK, "wrong_output", "wrong_output"],
    ["throws", outcome("exited", 1), FAULT, SDK, "runtime_error", "exception"],
    ["throws after good output", outcome("exited", 1), null, SDK, "runtime_error", "exception"],
    ["exports no detector", outcome("exited", 3), FAULT, SDK, "runtime_error", "no_detector"],
    ["exports no detector, without a fault", outcome("exited", 3), null, SDK, "runtime_error", "no_detector"],
    ["ends with a code of its own", outcome("exited", 7), FAULT, SDK, "runtime_error", "exit_code"],
    ["prints lines and ends with 1", outcome("exited", 1), FAULT, LINES, "runtime_error", "exit_code"],
    ["prints lines and ends with 3", outcome("exited", 3), null, LINES, "runtime_error", "exit_code"],
    ["prints good lines", outcome("exited", 0), null, LINES, "accepted", "accepted"],
    ["prints wrong lines", outcome("exited", 0), FAULT, LINES, "wrong_output", "wrong_output"],
    ["is killed by a signal", outcome("signalled"), null, SDK, "runtime_error", "killed_by_signal"],
    ["is killed by a signal amid its output", outcome("signalled"), FAULT, SDK, "runtime_error", "killed_by_signal"],
    ["computes too long", outcome("cpu_time"), null, SDK, "time_limit", "cpu_time"],
    ["computes too long amid its output", outcome("cpu_time"), FAULT, SDK, "time_limit", "cpu_time"],
    ["waits too long", outcome("wall_time"), null, SDK, "time_limit", "wall_time"],
    ["waits too long amid its output", outcome("wall_time"), FAULT, SDK, "time_limit", "wall_time"],
    ["takes too much memory", outcome("memory"), null, SDK, "memory_limit", "memory_limit"],
    ["takes too much memory amid its output", outcome("memory"), FAULT, SDK, "memory_limit", "memory_limit"],
    ["prints too much", outcome("output"), null, SDK, "output_limit", "output_limit"],
    ["prints too much of what is wrong", outcome("output"), FAULT, SDK, "output_limit", "output_limit"],
    ["logs too much", outcome("log"), null, SDK, "output_limit", "log_limit"],
    ["logs too much amid its output", outcome("log"), FAULT, SDK, "output_limit", "log_limit"],
    ["is stopped by us for its output", outcome("aborted"), FAULT, SDK, "wrong_output", "wrong_output"],
    ["is stopped by us for another reason", outcome("aborted"), null, SDK, "judge_error", "judge_error"],
    ["meets a broken sandbox", outcome("sandbox_error"), null, SDK, "judge_error", "judge_error"],
    ["meets a broken sandbox amid its output", outcome("sandbox_error"), FAULT, SDK, "judge_error", "judge_error"],
  ];

  it.each(rows)("of a program that %s", (_name, seen, fault, manifest, verdict, reason) => {
    expect(conclude(seen, fault, manifest)).toEqual({ verdict, reason });
  });
});
