/** From what the sandbox saw and what was printed to a verdict, in one table. */
import type { Outcome } from "@vigie/runner";
import type { OutputFault, Reason, SubmissionManifest, Verdict } from "@vigie/spec";

export interface Conclusion {
  readonly verdict: Verdict;
  readonly reason: Reason;
}

/** The SDK's entry ends with this code where the file that it loaded exports no detector. */
const NO_DETECTOR_EXIT = 3;

function ofExit(outcome: Outcome, manifest: SubmissionManifest): Conclusion {
  const bySdk = manifest.protocol !== "lines";
  if (bySdk && outcome.exitCode === NO_DETECTOR_EXIT) return { verdict: "runtime_error", reason: "no_detector" };
  return { verdict: "runtime_error", reason: bySdk && outcome.exitCode === 1 ? "exception" : "exit_code" };
}

/**
 * What the judge concludes of a run.
 * @param fault the first fault in the output, if there is one. A program that failed by itself is judged by how it
 * failed; its output, cut short by that, is not.
 */
export function conclude(outcome: Outcome, fault: OutputFault | null, manifest: SubmissionManifest): Conclusion {
  switch (outcome.status) {
    case "sandbox_error":
      return { verdict: "judge_error", reason: "judge_error" };
    case "aborted":
      // We stop a program ourselves as soon as its output is known to be wrong.
      return fault === null
        ? { verdict: "judge_error", reason: "judge_error" }
        : { verdict: "wrong_output", reason: "wrong_output" };
    case "cpu_time":
      return { verdict: "time_limit", reason: "cpu_time" };
    case "wall_time":
      return { verdict: "time_limit", reason: "wall_time" };
    case "memory":
      return { verdict: "memory_limit", reason: "memory_limit" };
    case "output":
      return { verdict: "output_limit", reason: "output_limit" };
    case "log":
      return { verdict: "output_limit", reason: "log_limit" };
    case "signalled":
      return { verdict: "runtime_error", reason: "killed_by_signal" };
    case "exited":
      if (outcome.exitCode !== 0) return ofExit(outcome, manifest);
      return fault === null ? { verdict: "accepted", reason: "accepted" } : { verdict: "wrong_output", reason: "wrong_output" };
  }
}
