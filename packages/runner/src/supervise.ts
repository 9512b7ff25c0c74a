/**
 * Watches one started child until it has ended: hands on its output up to the cap, keeps the log, and stops the child
 * when a limit is reached. What the end means is another module's concern.
 *
 * Invariant. The first reason to stop is the one that stands: what happens while the child dies changes nothing.
 */
import type { ChildProcess } from "node:child_process";
import { performance } from "node:perf_hooks";
import { CappedLog } from "./capped-log.ts";
import type { OutcomeStatus, RunRequest } from "./contract.ts";
import type { Reading } from "./process-meter.ts";

export type StopReason = Extract<OutcomeStatus, "cpu_time" | "wall_time" | "memory" | "output" | "log" | "aborted">;

export interface Ending {
  readonly stoppedFor: StopReason | null;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly log: CappedLog;
  readonly outputBytes: number;
  readonly wallMs: number;
  /** The last reading before the end; zeros if none was taken. */
  readonly lastReading: Reading;
  readonly memoryPeakMiB: number;
  /** The system did not start the child at all. */
  readonly startError: Error | null;
}

export interface Watched {
  readonly child: ChildProcess;
  /** Kills all that the child started; called again until it has ended. */
  readonly stop: () => void;
  /** What the run has used so far; null where this machine cannot tell. */
  readonly measure: (() => Reading) | null;
  /** Megabytes above which the watchdog stops the run; null where the kernel does. */
  readonly memoryCapMiB: number | null;
  /** Settles when the program itself begins, where starting it takes long: wall time counts from there. */
  readonly begun?: Promise<unknown>;
}

const MEASURE_EVERY_MS = 50;
const STOP_AGAIN_AFTER_MS = 100;
const LOG_FLOOD_FACTOR = 64;
const NOTHING_USED: Reading = { cpuMs: 0, memoryMiB: 0 };

export function supervise(request: RunRequest, watched: Watched): Promise<Ending> {
  const { child, stop, measure } = watched;
  const { limits, signal } = request;
  let started = performance.now();
  const log = new CappedLog(limits.logKiB * 1024);
  const outputCap = limits.outputMiB * 1024 * 1024;
  let stoppedFor: StopReason | null = null;
  let startError: Error | null = null;
  let outputBytes = 0;
  let lastReading = NOTHING_USED;
  let memoryPeakMiB = 0;
  let stopAgain: NodeJS.Timeout | undefined;

  const stopFor = (reason: StopReason): void => {
    if (stoppedFor !== null) return;
    stoppedFor = reason;
    stop();
    stopAgain = setInterval(stop, STOP_AGAIN_AFTER_MS);
  };
  const onAbort = (): void => stopFor("aborted");
  const onMeasure = (): void => {
    if (measure === null || stoppedFor !== null) return;
    lastReading = measure();
    memoryPeakMiB = Math.max(memoryPeakMiB, lastReading.memoryMiB);
    if (lastReading.cpuMs >= limits.cpuMs) stopFor("cpu_time");
    else if (watched.memoryCapMiB !== null && lastReading.memoryMiB > watched.memoryCapMiB) stopFor("memory");
  };

  child.stdout?.on("data", (chunk: Buffer) => {
    if (stoppedFor !== null) return;
    const room = outputCap - outputBytes;
    outputBytes += chunk.length;
    request.onOutput(chunk.length > room ? chunk.subarray(0, room) : chunk);
    if (outputBytes > outputCap) stopFor("output");
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    log.add(chunk);
    if (log.totalBytes > LOG_FLOOD_FACTOR * limits.logKiB * 1024) stopFor("log");
  });
  let ended = false;
  let wallTimer: NodeJS.Timeout | undefined;
  const startClock = (): void => {
    started = performance.now();
    if (!ended) wallTimer = setTimeout(() => stopFor("wall_time"), limits.wallMs);
  };
  if (watched.begun === undefined) startClock();
  else void watched.begun.then(startClock);
  const meterTimer = setInterval(onMeasure, MEASURE_EVERY_MS);
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted === true) onAbort();

  return new Promise((resolve) => {
    const end = (exitCode: number | null, endSignal: string | null): void => {
      ended = true;
      clearTimeout(wallTimer);
      clearInterval(meterTimer);
      clearInterval(stopAgain);
      signal?.removeEventListener("abort", onAbort);
      const wallMs = performance.now() - started;
      resolve({ stoppedFor, exitCode, signal: endSignal, log, outputBytes, wallMs, lastReading, memoryPeakMiB, startError });
    };
    child.once("error", (error) => {
      startError = error;
      if (child.pid === undefined) end(null, null);
    });
    child.once("close", end);
  });
}
