import { describe, expect, test } from "vitest";
import { hiddenSentence, reasonSentence, verdictName } from "@vigie/report";
import type { Outcome, OutcomeStatus } from "@vigie/runner";
import { LANGUAGES, type OutputFault, type Reason, type SubmissionManifest, type Verdict } from "@vigie/spec";
import { conclude } from "./conclude.ts";

const SDK: SubmissionManifest = { challenge: "follow-the-money", language: "typescript", entry: "detector.ts" };

interface Ending {
  readonly status: OutcomeStatus;
  readonly exitCode?: number;
  readonly fault?: OutputFault;
}

/** Every ending that the sandbox's table of attacks knows, and what a team is told of it on practice data. */
const TOLD: readonly (readonly [
  claim: string,
  ending: Ending,
  verdict: Verdict,
  reason: Reason,
  says: { en: RegExp; fr: RegExp },
])[] = [
  [
    "a busy loop, threads that spin, a thrashed cache",
    { status: "cpu_time" },
    "time_limit",
    "cpu_time",
    { en: /computed for longer/, fr: /calculé plus longtemps/ },
  ],
  [
    "a sleeper, a stopped program, one that will not exit",
    { status: "wall_time" },
    "time_limit",
    "wall_time",
    { en: /did not finish in time/, fr: /pas fini à temps/ },
  ],
  ["memory by every road", { status: "memory" }, "memory_limit", "memory_limit", { en: /memory/, fr: /mémoire/ }],
  ["a flood of output", { status: "output" }, "output_limit", "output_limit", { en: /wrote more than/, fr: /trop écrit/ }],
  ["a flood of the log", { status: "log" }, "output_limit", "log_limit", { en: /log/, fr: /journal/ }],
  [
    "a forbidden entry to the kernel, a crash, a kill of its own group",
    { status: "signalled" },
    "runtime_error",
    "killed_by_signal",
    { en: /stopped from outside/, fr: /arrêté/ },
  ],
  [
    "a refused call that it does not catch",
    { status: "exited", exitCode: 1, fault: { code: "missing-end" } },
    "runtime_error",
    "exception",
    { en: /error|exception/i, fr: /erreur|exception/i },
  ],
  ["an end with a code of its own", { status: "exited", exitCode: 7 }, "runtime_error", "exit_code", { en: /code/, fr: /code/ }],
  [
    "half an output and a good exit",
    { status: "exited", exitCode: 0, fault: { code: "missing-end" } },
    "wrong_output",
    "wrong_output",
    { en: /output/, fr: /sortie/ },
  ],
  ["our own failure", { status: "sandbox_error" }, "judge_error", "judge_error", { en: /attempt|our/i, fr: /essai|notre|nous/i }],
];

function outcomeOf({ status, exitCode = null }: { status: OutcomeStatus; exitCode?: number | null }): Outcome {
  const usage = { wallMs: 1, cpuMs: 1, memoryPeakMiB: 1, outputBytes: 0, logBytes: 0 };
  const signal = status === "signalled" ? "SIGSYS" : null;
  return { status, exitCode, signal, log: "", logTruncated: false, usage, detail: null };
}

describe("what a team is told of an ending", () => {
  test.each(TOLD)("%s", (_claim, ending, verdict, reason, says) => {
    expect(conclude(outcomeOf(ending), ending.fault ?? null, SDK)).toEqual({ verdict, reason });
    for (const language of LANGUAGES) expect(reasonSentence(language, reason)).toMatch(says[language]);
  });

  test("no two verdicts have one name, and no hidden sentence tells more than its verdict", () => {
    for (const language of LANGUAGES) {
      const verdicts = [...new Set(TOLD.map(([, , verdict]) => verdict))];
      expect(new Set(verdicts.map((verdict) => verdictName(language, verdict))).size).toBe(verdicts.length);
      expect(new Set(verdicts.map((verdict) => hiddenSentence(language, verdict))).size).toBe(verdicts.length);
    }
  });
});
