import { constants } from "node:os";
import type { Limits, Outcome, OutcomeStatus } from "./contract.ts";
import { saysOutOfMemory } from "./out-of-memory-words.ts";
import type { Ending } from "./supervise.ts";

/** The end of a run, whichever back end ran it. */
export interface Evidence {
  readonly ending: Ending;
  readonly limits: Limits;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly cpuMs: number | null;
  readonly memoryPeakMiB: number | null;
  /** The kernel killed a process of the run for memory. */
  readonly outOfMemory: boolean;
  /** Ours: the program never ran, or its end was lost. */
  readonly broken: string | null;
}

/** The name of signal n where a shell would say 128 + n; null for any other exit code. */
export function signalOfExitCode(code: number): string | null {
  const found = Object.entries(constants.signals).find(([, number]) => number === code - 128);
  return found?.[0] ?? null;
}

/** What unshare prints when its child was killed: of no use to whoever reads the program's log. */
const STARTERS_LAST_WORD = /unshare: sigprocmask unblock failed: Invalid argument\n$/;

function statusOf(evidence: Evidence, log: string): OutcomeStatus {
  const { ending, limits } = evidence;
  if (ending.stoppedFor !== null) return ending.stoppedFor;
  if (evidence.outOfMemory) return "memory";
  if (evidence.broken !== null) return "sandbox_error";
  if (evidence.signal === "SIGXCPU" || (evidence.cpuMs !== null && evidence.cpuMs >= limits.cpuMs)) return "cpu_time";
  if (evidence.signal === null && evidence.exitCode === 0) return "exited";
  if (saysOutOfMemory(log)) return "memory";
  return evidence.signal === null ? "exited" : "signalled";
}

/** Weighs the evidence: what stopped the run first, then the kernel's word, then our own failures, then the program's. */
export function outcomeOf(evidence: Evidence): Outcome {
  const { ending } = evidence;
  const log = ending.log.text().replace(STARTERS_LAST_WORD, "");
  const status = statusOf(evidence, log);
  return {
    status,
    exitCode: status === "exited" ? evidence.exitCode : null,
    signal: status === "signalled" ? evidence.signal : null,
    log,
    logTruncated: ending.log.truncated,
    usage: {
      wallMs: ending.wallMs,
      cpuMs: evidence.cpuMs,
      memoryPeakMiB: evidence.memoryPeakMiB,
      outputBytes: ending.outputBytes,
      logBytes: ending.log.totalBytes,
    },
    detail: status === "sandbox_error" ? evidence.broken : null,
  };
}

/** A run that broke on our side before anything could be weighed. */
export function sandboxError(cause: unknown): Outcome {
  const detail = cause instanceof Error ? cause.message : String(cause);
  const usage = { wallMs: 0, cpuMs: null, memoryPeakMiB: null, outputBytes: 0, logBytes: 0 };
  return { status: "sandbox_error", exitCode: null, signal: null, log: "", logTruncated: false, usage, detail };
}
