/**
 * One run in a container that Podman starts as a child of ours on this machine.
 *
 * Theory of operation.
 *
 *   setpriv --pdeathsig KILL → unshare --pid → cat      number 1 of the run's PID namespace (first-process.ts)
 *   setpriv --pdeathsig KILL                            dies with the judge
 *   └ unshare --mount → sh "stage"                      mounts /tmp's bounded memory file system, seen by this run alone
 *     └ podman run                                      conmon → runc → the program, in number 1's PID namespace
 *
 * Podman's own `--tmpfs` takes no bound on the number of files, hence the stage. The root is a folder of empty places
 * over which the host's own runtime is bound (root-folder.ts): no image, no registry, no daemon. Submission and SDK are
 * copied to where every account can read, with fixed times; inputs are bound from where they were staged.
 *
 * Invariants. Killing number 1 ends the run, whatever the engine does. Exit codes 125 to 127 and a kill by the kernel are
 * looked up in the engine's record of the container, because a program may end with those codes itself.
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Outcome, RunRequest } from "../contract.ts";
import { leaseCpu } from "../cpu-lease.ts";
import { outcomeOf, sandboxError, signalOfExitCode } from "../outcome.ts";
import { makePrivateFolder, removePrivateFolder } from "../private-folder.ts";
import { refuseUnreachable, stageInputs, unstageInputs } from "../stage-inputs.ts";
import { type Ending, supervise } from "../supervise.ts";
import type { UidPool } from "../uid-lease.ts";
import { type View, viewOf } from "../view.ts";
import type { Engine } from "./engine.ts";
import { type Door, type FirstProcess, type FirstProcessTools, startFirstProcess } from "./first-process.ts";
import { newIdentity, removeContainer } from "./leftovers.ts";
import { type ContainerRecord, readRecord } from "./record.ts";
import { type Mount, runCommand, UNWANTED_DEVICES } from "./run-arguments.ts";
import { meterRun } from "./run-meter.ts";

export interface LocalTools extends FirstProcessTools {
  readonly mount: string;
  readonly sh: string;
}

/** What one opened sandbox knows of its machine. */
export interface LocalMachine {
  readonly engine: Engine;
  readonly tools: LocalTools;
  readonly runtimes: { readonly node: string; readonly python: string | null };
  readonly cgroups: boolean;
  readonly uids: UidPool;
  /** The number inside of an account of the pool; another only where the engine has a user namespace. */
  readonly uidInside: (uid: number) => number;
  readonly door: Door;
  /** The account of each run's number 1. */
  readonly firstUid: number;
  readonly seccompFile: string;
  /** A folder whose entries are empty, for places that are to hold nothing. */
  readonly nothing: string;
  /** The root folder of a view, made once. */
  rootOf(view: View): string;
}

type Undo = (step: () => unknown) => void;

const MIB = 1024 * 1024;
const TMP_INODES = 4096;
/** Of the starters, which are in the program's cgroup until it begins. */
const LAUNCHER_MIB = 16;
const START_MS = 60_000;
const STOPS_BEFORE_FORCE = 10;
const WHOSE_END_IS_ASKED = new Set<number | null>([125, 126, 127, 137, null]);

async function staged(folder: string, undo: Undo): Promise<string> {
  const place = await stageInputs(folder);
  if (place !== resolve(folder)) undo(() => unstageInputs(place));
  return place;
}

async function mountsOf(machine: LocalMachine, request: RunRequest, view: View, tmp: string, undo: Undo): Promise<Mount[]> {
  const { nothing } = machine;
  return [
    ...view.shown,
    ...["/dev/pts", "/dev/mqueue"].map((to) => ({ from: join(nothing, "dev"), to })),
    // an ordinary user's engine binds the host's devices over these: there they are masked
    ...(machine.engine.rootless ? [] : UNWANTED_DEVICES.map((to) => ({ from: join(nothing, "file"), to }))),
    { from: join(nothing, "file"), to: "/etc/hostname" },
    { from: join(nothing, "sys"), to: "/sys" },
    { from: join(nothing, "dev"), to: "/sys/fs/cgroup" },
    { from: tmp, to: "/tmp", writable: true },
    { from: tmp, to: "/dev/shm", writable: true },
    { from: await staged(request.submission, undo), to: "/submission" },
    ...(request.sdk === null ? [] : [{ from: await staged(request.sdk, undo), to: "/sdk" }]),
    ...(request.inputs === null ? [] : [{ from: request.inputs, to: "/data" }]),
  ];
}

function start(machine: LocalMachine, command: readonly string[], tmp: string, tmpMiB: number) {
  const { tools, engine, door } = machine;
  const options = `size=${tmpMiB * MIB},nr_inodes=${TMP_INODES},mode=1777,nosuid,nodev,noexec`;
  const script = `${tools.mount} -t tmpfs -o ${options} tmp ${tmp} && exec "$@"`;
  const args = [
    ...["--pdeathsig", "KILL", "--", ...door.command, tools.unshare, "--mount", "--"],
    ...[tools.sh, "-c", script, "stage", engine.program, ...command],
  ];
  return spawn(tools.setpriv, args, { env: engine.env, cwd: "/", detached: true, stdio: ["ignore", "pipe", "pipe"] });
}

function brokenBy(ending: Ending, record: ContainerRecord | null): string | null {
  if (ending.startError !== null) return ending.startError.message;
  if (record === null || record.ran) return null;
  return `the container did not start (${ending.exitCode ?? ending.signal ?? "?"}): ${ending.log.text().trim().slice(-2000)}`;
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // it is gone
  }
}

interface Prepared {
  readonly first: FirstProcess;
  readonly folder: string;
  readonly name: string;
  readonly command: readonly string[];
}

async function prepare(machine: LocalMachine, request: RunRequest, undo: Undo): Promise<Prepared> {
  refuseUnreachable(request.inputs);
  const { engine, uids } = machine;
  const view = viewOf(request.program, machine.runtimes);
  const leased = await uids.take();
  undo(() => uids.giveBack(leased));
  const uid = machine.uidInside(leased);
  const lease = await leaseCpu();
  undo(() => lease?.giveBack());
  const folder = makePrivateFolder();
  undo(() => removePrivateFolder(folder));
  const tmp = join(folder, "t");
  mkdirSync(tmp);
  const mounts = await mountsOf(machine, request, view, tmp, undo);
  const { name, label } = newIdentity();
  undo(() => removeContainer(engine, [name]));
  const first = await startFirstProcess(machine.tools, machine.door, machine.firstUid);
  undo(() => first.kill());
  const more = ["--pidfile", join(folder, "pid"), "--passwd-entry", `detector:x:${uid}:${uid}::/tmp:/bin/false`];
  const plan = {
    ...{ engine, name, label, uid, mounts, more, program: view.program, seccompFile: machine.seccompFile },
    pidNamespace: `ns:/proc/${first.pid}/ns/pid`,
    memoryMiB: request.limits.memoryMiB + LAUNCHER_MIB,
    cgroup: machine.cgroups,
    cpu: lease?.cpu ?? null,
    root: ["--rootfs", machine.rootOf(view)],
  };
  return { first, folder, name, command: runCommand(plan, request, view) };
}

async function runPrepared(machine: LocalMachine, request: RunRequest, prepared: Prepared): Promise<Outcome> {
  const { first, folder, name, command } = prepared;
  const meter = meterRun(join(folder, "pid"), machine.cgroups, START_MS);
  const child = start(machine, command, join(folder, "t"), request.limits.tmpMiB);
  let stops = 0;
  const ending = await supervise(request, {
    child,
    stop: () => {
      first.kill();
      if (++stops > STOPS_BEFORE_FORCE) killGroup(child.pid);
    },
    measure: () => meter.read(),
    memoryCapMiB: machine.cgroups ? null : request.limits.memoryMiB,
    begun: meter.begun,
  });
  meter.stop();
  const asks = ending.stoppedFor === null && WHOSE_END_IS_ASKED.has(ending.exitCode);
  const record = asks ? await readRecord(machine.engine, name) : null;
  const exitCode = record?.exitCode ?? ending.exitCode;
  const signal = exitCode === null ? null : signalOfExitCode(exitCode);
  return outcomeOf({
    ending,
    limits: request.limits,
    exitCode: signal === null ? exitCode : null,
    signal,
    cpuMs: meter.read().cpuMs,
    memoryPeakMiB: meter.memoryPeakMiB(),
    outOfMemory: meter.outOfMemory() || (record?.outOfMemory ?? false),
    broken: brokenBy(ending, record),
  });
}

/**
 * One run from lease to release. Our own failures become a `sandbox_error`; nothing is thrown.
 * What is given back (container, account, folders) is given back after the outcome is known; `afterwards` hears of it.
 */
export async function runLocally(
  machine: LocalMachine,
  request: RunRequest,
  afterwards: (work: Promise<unknown>) => void,
): Promise<Outcome> {
  const steps: (() => unknown)[] = [];
  try {
    const prepared = await prepare(machine, request, (step) => steps.unshift(step));
    return await runPrepared(machine, request, prepared);
  } catch (cause) {
    return sandboxError(cause);
  } finally {
    afterwards(undoAll(steps));
  }
}

/** Last taken, first given back, one after another: a uid is free only when nothing of its run is left. */
async function undoAll(steps: readonly (() => unknown)[]): Promise<void> {
  for (const step of steps) await Promise.resolve(step()).catch(() => undefined);
}
