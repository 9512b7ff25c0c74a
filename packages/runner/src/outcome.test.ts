import { expect, test } from "vitest";
import { readReport } from "./bubblewrap/report.ts";
import { CappedLog } from "./capped-log.ts";
import { type Evidence, outcomeOf, signalOfExitCode } from "./outcome.ts";
import { saysOutOfMemory } from "./out-of-memory-words.ts";
import type { Ending } from "./supervise.ts";

function evidence(log: string, ending: Partial<Ending>, more: Partial<Evidence>): Evidence {
  const capped = new CappedLog(1000);
  capped.add(Buffer.from(log));
  return {
    ending: {
      stoppedFor: null,
      exitCode: 0,
      signal: null,
      log: capped,
      outputBytes: 0,
      wallMs: 1,
      lastReading: { cpuMs: 0, memoryMiB: 0 },
      memoryPeakMiB: 0,
      startError: null,
      ...ending,
    },
    limits: { cpuMs: 1000, wallMs: 1000, memoryMiB: 1, tmpMiB: 1, outputMiB: 1, logKiB: 1 },
    exitCode: 0,
    signal: null,
    cpuMs: 1,
    memoryPeakMiB: null,
    outOfMemory: false,
    broken: null,
    ...more,
  };
}

test.each([
  ["exited", "", {}, { exitCode: 3 }],
  ["exited", "MemoryError", {}, { exitCode: 0 }],
  ["exited", "MemoryError: no\nValueError: yes\n", {}, { exitCode: 1 }],
  ["memory", "Traceback\nMemoryError\n", {}, { exitCode: 1 }],
  ["memory", "numpy.core._exceptions._ArrayMemoryError: Unable to allocate 8 GiB\n", {}, { exitCode: 1 }],
  [
    "memory",
    "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
    {},
    { exitCode: null, signal: "SIGABRT" },
  ],
  ["memory", "", {}, { exitCode: 0, outOfMemory: true }],
  ["memory", "", {}, { exitCode: null, outOfMemory: true, broken: "no exit code" }],
  ["signalled", "", {}, { exitCode: null, signal: "SIGSEGV" }],
  ["cpu_time", "", {}, { exitCode: null, signal: "SIGXCPU" }],
  ["cpu_time", "", {}, { exitCode: 0, cpuMs: 1000 }],
  ["sandbox_error", "", {}, { exitCode: null, broken: "bwrap: no" }],
  ["wall_time", "MemoryError", { stoppedFor: "wall_time" }, { exitCode: null, broken: "killed", outOfMemory: true }],
] as const)("%s: %j %j %j", (status, log, ending, more) => {
  expect(outcomeOf(evidence(log, ending, more)).status).toBe(status);
});

test("a detail is given of our own failures alone", () => {
  expect(outcomeOf(evidence("", {}, { exitCode: null, broken: "why" })).detail).toBe("why");
  expect(outcomeOf(evidence("", { stoppedFor: "output" }, { broken: "why" })).detail).toBeNull();
});

test("128 + n is signal n, as shells say it", () => {
  expect([137, 143, 134, 1, 0, 255].map(signalOfExitCode)).toEqual(["SIGKILL", "SIGTERM", "SIGABRT", null, null, null]);
});

test("the report gives the program's own time: all of the chain's less the set-up's", () => {
  const text =
    '0m0.000000s 0m0.010000s\n0m0.000000s 0m0.020000s\n{ "child-pid": 5 }\n{ "exit-code": 137 }\n0m0.0s 0m0.0s\n1m2.500000s 0m0.500000s\n';
  expect(readReport(text)).toEqual({ exitCode: 137, setUpMs: 30, totalMs: 63_000 });
  expect(readReport('{ "child-pid": 5 }\n')).toEqual({ exitCode: null, setUpMs: null, totalMs: null });
});

test("only the end of a log is asked for words of memory", () => {
  expect(saysOutOfMemory(`FATAL ERROR: heap out of memory${"\nx".repeat(20_000)}`)).toBe(false);
});
