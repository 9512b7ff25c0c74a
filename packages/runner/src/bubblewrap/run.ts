import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import type { Outcome, RunRequest } from "../contract.ts";
import { leaseCpu } from "../cpu-lease.ts";
import { outcomeOf, sandboxError, signalOfExitCode } from "../outcome.ts";
import { processLimits } from "../process-limits.ts";
import { readProcessTree } from "../process-meter.ts";
import { refuseUnreachable } from "../stage-inputs.ts";
import { type Ending, supervise } from "../supervise.ts";
import { tarArchive, type TarEntry, tarTree, unpackedSize } from "../tar.ts";
import { viewOf } from "../view.ts";
import { bwrapArguments, type BwrapPlan, programCommand } from "./bwrap-arguments.ts";
import { FD, type Recipe, RUN_FILES, runScript } from "./chain.ts";
import { readReport } from "./report.ts";
import type { Starter, StarterPool, StarterSite } from "./starter-pool.ts";

/** What one opened sandbox knows of its machine. */
export interface Machine extends StarterSite {
  readonly runtimes: { readonly node: string; readonly python: string | null };
  readonly filter: Buffer;
  readonly starters: StarterPool;
}

const MIB = 1024 * 1024;
const LAUNCHER_MIB = 16;
/** The next starter is made once this run is on its way, so that it does not hold it up. */
const PREPARE_AFTER_MS = 10;
const STAGE_PLACES = ["/mnt", "/media", "/srv", "/opt"];
const LEAST_STAGE_MIB = 64;
const LEAST_STAGE_INODES = 4096;

/** A folder that exists everywhere and under which nothing lies that this run is shown. */
function stagePlace(sources: readonly string[]): string {
  const free = STAGE_PLACES.find((place) => existsSync(place) && !sources.some((source) => source.startsWith(`${place}/`)));
  if (free === undefined) throw new Error(`none of ${STAGE_PLACES.join(", ")} is free to mount over: make an empty folder /mnt`);
  return free;
}

/** Doubles, so that runs that differ a little want the same. */
function atLeast(wanted: number, least: number): number {
  let size = least;
  while (size < wanted) size *= 2;
  return size;
}

/** What the run sees of the archive. */
function shownEntries(request: RunRequest): TarEntry[] {
  const passwd = Buffer.from("detector:x:1000:1000::/tmp:/bin/false\n");
  return [
    { folder: "etc" },
    { file: "etc/passwd", bytes: passwd },
    ...tarTree(request.submission, "submission"),
    ...(request.sdk === null ? [] : tarTree(request.sdk, "sdk")),
  ];
}

interface Plan {
  readonly recipe: Recipe;
  readonly bwrap: BwrapPlan;
  readonly shown: readonly TarEntry[];
  /** Of the whole run, with what lies in the stage and what starts it. */
  readonly memoryMiB: number;
}

function planOf(machine: Machine, request: RunRequest): Plan {
  const { inputs, limits, program, args } = request;
  const view = viewOf(program, machine.runtimes);
  const shown = shownEntries(request);
  const size = unpackedSize(shown);
  const stage = stagePlace([...view.shown.map((each) => each.from), ...(inputs === null ? [] : [inputs])]);
  const stagedMiB = Math.ceil(size.bytes / MIB);
  return {
    shown,
    recipe: {
      stage,
      stageMiB: atLeast(stagedMiB + 1, LEAST_STAGE_MIB),
      stageInodes: atLeast(size.inodes + 16, LEAST_STAGE_INODES),
      tmpMiB: limits.tmpMiB,
    },
    bwrap: {
      ...{ view, stage, inputs, program, args, hasSdk: request.sdk !== null },
      ...{ memoryMiB: limits.memoryMiB, seccompFd: FD.seccomp, reportFd: FD.report },
    },
    memoryMiB: limits.memoryMiB + stagedMiB + LAUNCHER_MIB,
  };
}

/** The archive that sets a waiting starter going. */
function archiveOf(machine: Machine, request: RunRequest, plan: Plan, starter: Starter, cpu: number | null): Buffer {
  const limits = processLimits(request, starter.cgroup !== null, machine.uids !== null);
  const { stage } = plan.recipe;
  const script = runScript({ tools: machine.tools, stage, limits, cpu, command: programCommand(plan.bwrap) });
  const args = bwrapArguments(plan.bwrap).map((argument) => `${argument}\0`);
  return tarArchive([
    ...plan.shown,
    { file: RUN_FILES.args, bytes: Buffer.from(args.join("")) },
    { file: RUN_FILES.filter, bytes: machine.filter },
    { file: RUN_FILES.script, bytes: Buffer.from(script) },
  ]);
}

function feed(child: ChildProcess, bytes: Buffer): void {
  const pipe = child.stdio[FD.archive];
  // a chain that broke closes its end: the report says so
  pipe?.on("error", () => undefined);
  if (pipe !== null && pipe !== undefined && "end" in pipe) pipe.end(bytes);
}

/** PID 1 of the run goes first: the kernel then kills all the rest, and the starters outside end by themselves. */
function stopChain(pid: number | undefined, stops: number): void {
  if (pid === undefined) return;
  const [, , namespaceInit] = readProcessTree(pid).pids;
  try {
    if (namespaceInit !== undefined && stops < 3) process.kill(namespaceInit, "SIGKILL");
    else process.kill(-pid, "SIGKILL");
  } catch {
    // it is gone
  }
}

function brokenBy(ending: Ending, exitCode: number | null): string | null {
  if (ending.startError !== null) return ending.startError.message;
  if (exitCode !== null) return null;
  const said = ending.log.text().trim().slice(-2000);
  return `the sandbox ended without the program's exit code (chain: ${ending.exitCode ?? ending.signal ?? "?"}): ${said}`;
}

async function runIn(request: RunRequest, { child, cgroup }: Starter): Promise<Outcome> {
  let reportText = "";
  child.stdio[FD.report]?.on("data", (chunk: Buffer) => {
    if (reportText.length < 65536) reportText += chunk.toString("latin1");
  });
  let stops = 0;
  const ending = await supervise(request, {
    child,
    stop: () => stopChain(child.pid, stops++),
    measure: () => {
      const { setUpMs } = readReport(reportText);
      const tree = readProcessTree(child.pid ?? 0);
      return { cpuMs: setUpMs === null ? 0 : Math.max(0, tree.cpuMs - setUpMs), memoryMiB: tree.memoryMiB };
    },
    memoryCapMiB: cgroup === null ? request.limits.memoryMiB : null,
  });
  const report = readReport(reportText);
  const cpuMs = report.totalMs === null ? ending.lastReading.cpuMs : Math.max(0, report.totalMs - (report.setUpMs ?? 0));
  const signal = report.exitCode === null ? null : signalOfExitCode(report.exitCode);
  return outcomeOf({
    ending,
    limits: request.limits,
    exitCode: signal === null ? report.exitCode : null,
    signal,
    cpuMs: Math.max(cpuMs, ending.lastReading.cpuMs),
    memoryPeakMiB: cgroup?.memoryPeakMiB() ?? (ending.memoryPeakMiB > 0 ? ending.memoryPeakMiB : null),
    outOfMemory: cgroup?.outOfMemory() ?? false,
    broken: brokenBy(ending, report.exitCode),
  });
}

/**
 * One run from lease to release. Our own failures become a `sandbox_error`; nothing is thrown.
 * What is given back (uid, cgroup) is given back after the outcome is known; `afterwards` hears of it.
 */
export async function runInBubblewrap(
  machine: Machine,
  request: RunRequest,
  afterwards: (work: Promise<unknown>) => void,
): Promise<Outcome> {
  const undo: (() => unknown)[] = [];
  try {
    if (machine.uids !== null) refuseUnreachable(request.inputs);
    const plan = planOf(machine, request);
    const lease = await leaseCpu();
    undo.push(() => lease?.giveBack());
    const starter = await machine.starters.take(plan.recipe);
    undo.push(() => starter.release());
    starter.cgroup?.limitMemory(plan.memoryMiB);
    feed(starter.child, archiveOf(machine, request, plan, starter, lease?.cpu ?? null));
    const outcome = runIn(request, starter);
    setTimeout(() => machine.starters.prepare(plan.recipe), PREPARE_AFTER_MS).unref();
    return await outcome;
  } catch (cause) {
    return sandboxError(cause);
  } finally {
    afterwards(Promise.allSettled(undo.map((step) => step())));
  }
}
