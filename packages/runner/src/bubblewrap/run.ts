import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { Outcome, RunRequest } from "../contract.ts";
import { type CgroupHome, createCgroup, type RunCgroup } from "../cgroup.ts";
import type { HostTools } from "../host-tools.ts";
import { outcomeOf, sandboxError, signalOfExitCode } from "../outcome.ts";
import { readProcessTree } from "../process-meter.ts";
import { refuseUnreachable } from "../stage-inputs.ts";
import { type Ending, supervise } from "../supervise.ts";
import { tarArchive, type TarEntry, tarTree, unpackedSize } from "../tar.ts";
import type { UidPool } from "../uid-lease.ts";
import { bwrapArguments, type BwrapPlan, programCommand } from "./bwrap-arguments.ts";
import { chainCommand } from "./chain.ts";
import { CGROUP_TASKS, processLimits } from "../process-limits.ts";
import { readReport } from "./report.ts";
import { viewOf } from "../view.ts";

/** What one opened sandbox knows of its machine. */
export interface Machine {
  readonly tools: HostTools;
  readonly runtimes: { readonly node: string; readonly python: string | null };
  readonly cgroupHome: CgroupHome | null;
  /** Null where the judge is an ordinary user. */
  readonly uids: UidPool | null;
  readonly filter: Buffer;
  /** Descriptors that the judge was started with. */
  readonly leaked: readonly number[];
}

/** Descriptors of the chain; single digits, because dash knows no others. */
const FD = { args: 3, report: 4, archive: 5, seccomp: 6 } as const;
const MIB = 1024 * 1024;
const LAUNCHER_MIB = 16;
const STAGE_PLACES = ["/mnt", "/media", "/srv", "/opt"];

/** A folder that exists everywhere and under which nothing lies that this run is shown. */
function stagePlace(sources: readonly string[]): string {
  const free = STAGE_PLACES.find((place) => existsSync(place) && !sources.some((source) => source.startsWith(`${place}/`)));
  if (free === undefined) throw new Error(`none of ${STAGE_PLACES.join(", ")} is free to mount over: make an empty folder /mnt`);
  return free;
}

/** Everything of the stage: an inode for each, and of /tmp so many. */
const TMP_INODES = 4096;

function stageEntries(request: RunRequest): TarEntry[] {
  const passwd = Buffer.from("detector:x:1000:1000::/tmp:/bin/false\n");
  return [
    ...["tmp", "proc", "etc"].map((folder) => ({ folder })),
    { file: "etc/passwd", bytes: passwd },
    ...tarTree(request.submission, "submission"),
    ...(request.sdk === null ? [] : tarTree(request.sdk, "sdk")),
  ];
}

function start(
  machine: Machine,
  request: RunRequest,
  uid: number | null,
  cgroup: RunCgroup | null,
  entries: readonly TarEntry[],
) {
  const view = viewOf(request.program, machine.runtimes);
  const { limits, inputs } = request;
  const size = unpackedSize(entries);
  const stage = stagePlace([...view.shown.map((shown) => shown.from), ...(inputs === null ? [] : [inputs])]);
  const plan: BwrapPlan = {
    view,
    stage,
    inputs,
    program: request.program,
    args: request.args,
    memoryMiB: limits.memoryMiB,
    hasSdk: request.sdk !== null,
    seccompFd: FD.seccomp,
    reportFd: FD.report,
  };
  const chain = chainCommand({
    tools: machine.tools,
    uid,
    leaked: machine.leaked,
    joinFile: cgroup?.joinFile ?? null,
    stage,
    stageBytes: size.bytes + limits.tmpMiB * MIB,
    stageInodes: size.inodes + 1 + TMP_INODES,
    argsFd: FD.args,
    archiveFd: FD.archive,
    reportFd: FD.report,
    limits: processLimits(request, cgroup !== null, uid !== null),
    command: programCommand(plan),
  });
  const child = spawn(chain.file, chain.args, {
    env: {},
    cwd: "/",
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe", "pipe", "pipe"],
  });
  const feed = (fd: number, bytes: Buffer): void => {
    const pipe = child.stdio[fd];
    // a chain that broke closes its end: the report says so
    pipe?.on("error", () => undefined);
    if (pipe !== null && pipe !== undefined && "end" in pipe) pipe.end(bytes);
  };
  feed(
    FD.args,
    Buffer.from(
      bwrapArguments(plan)
        .map((argument) => `${argument}\0`)
        .join(""),
    ),
  );
  feed(FD.archive, tarArchive(entries));
  feed(FD.seccomp, machine.filter);
  return child;
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

async function runIn(
  machine: Machine,
  request: RunRequest,
  uid: number | null,
  cgroup: RunCgroup | null,
  entries: readonly TarEntry[],
): Promise<Outcome> {
  const child = start(machine, request, uid, cgroup, entries);
  let reportText = "";
  child.stdio[FD.report]?.on("data", (chunk: Buffer) => {
    if (reportText.length < 65536) reportText += chunk.toString("latin1");
  });
  let stops = 0;
  const ending = await supervise(request, {
    child,
    stop: () => stopChain(child.pid, stops++),
    measure: () => {
      const tree = readProcessTree(child.pid ?? 0);
      const { setUpMs } = readReport(reportText);
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
  const undo: (() => Promise<void>)[] = [];
  try {
    const { uids } = machine;
    const uid = uids === null ? null : await uids.take();
    if (uids !== null && uid !== null) undo.push(() => uids.giveBack(uid));
    if (uid !== null) refuseUnreachable(request.inputs);
    const entries = stageEntries(request);
    const stagedMiB = Math.ceil(unpackedSize(entries).bytes / MIB);
    const memoryMiB = request.limits.memoryMiB + stagedMiB + LAUNCHER_MIB;
    const cgroup = machine.cgroupHome === null ? null : createCgroup(machine.cgroupHome, memoryMiB, CGROUP_TASKS);
    if (cgroup !== null) undo.push(() => cgroup.remove());
    return await runIn(machine, request, uid, cgroup, entries);
  } catch (cause) {
    return sandboxError(cause);
  } finally {
    afterwards(Promise.allSettled(undo.map((step) => step())));
  }
}
