/**
 * A cgroup for each run, where this process may make one: version 2, else version 1's memory.
 *
 * Theory. Only a cgroup counts the memory of a run as a whole, with shared memory, page tables, pipes and /tmp. Ours lie
 * below the judge's own, so that what bounds the judge bounds its runs; or below a folder named `vigie` that root made
 * and gave to the judge's account; or, on version 2, beside the judge's own (a cgroup with processes may not have
 * children with controllers, and systemd gives an account's services such a parent). Whether a place works is found
 * out by moving a small process into a trial group, not by looking at modes.
 *
 * Tasks are counted too where that is free (version 2). On version 1 joining a second group costs milliseconds, and
 * RLIMIT_NPROC with a uid of the run's own, behind a filter that allows no process, says the same.
 *
 * The name holds pid, start time and PID namespace of the judge: the next start removes what a killed one left. When the kernel
 * kills for memory it may take any process of the group, so `outOfMemory()` asks the group's own counter.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isMarkAlive, ownMark } from "./private-folder.ts";

const MOUNT = "/sys/fs/cgroup";
const MIB = 1024 * 1024;
const NAME = /^vigie-(\d+)-(\d+)-(\d+)-\d+$/;

export interface CgroupHome {
  readonly version: 1 | 2;
  readonly parent: string;
  /** Else the number of tasks is bounded by RLIMIT_NPROC alone. */
  readonly countsTasks: boolean;
}

export interface RunCgroup {
  /** The file that a process writes 0 into to join. */
  readonly joinFile: string;
  limitMemory(memoryMiB: number): void;
  outOfMemory(): boolean;
  memoryPeakMiB(): number | null;
  remove(): Promise<void>;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function ownPath(controller: string): string {
  const lines = (readText("/proc/self/cgroup") ?? "").split("\n");
  const line = lines.find((row) => row.split(":")[1]?.split(",").includes(controller) ?? false);
  return line?.split(":").slice(2).join(":") ?? "/";
}

let sequence = 0;
const newName = (): string => `vigie-${ownMark().replaceAll(" ", "-")}-${sequence++}`;

function processJoins(folder: string, sh: string): boolean {
  return spawnSync(sh, ["-c", 'echo 0 > "$1/cgroup.procs"', "join", folder], { env: {}, stdio: "ignore" }).status === 0;
}

/** Removes a group once its last process has gone. The kernel may take milliseconds over it: nobody waits for it here. */
async function removeGroup(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await rmdir(folder);
      return;
    } catch {
      if (!existsSync(folder)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

function holdsOneGroup(parent: string, sh: string, knob: string): boolean {
  const trial = join(parent, newName());
  try {
    mkdirSync(trial);
    writeFileSync(join(trial, knob), String(64 * MIB));
    return processJoins(trial, sh);
  } catch {
    return false;
  } finally {
    if (existsSync(trial)) void removeGroup(trial);
  }
}

function homeOfVersion1(sh: string): CgroupHome | null {
  const root = join(MOUNT, "memory");
  const own = join(root, ownPath("memory"));
  const parents = [join(own, "vigie"), own, join(root, "vigie")];
  const parent = parents.find((folder) => existsSync(folder) && holdsOneGroup(folder, sh, "memory.limit_in_bytes"));
  return parent === undefined ? null : { version: 1, parent, countsTasks: false };
}

function homeOfVersion2(sh: string): CgroupHome | null {
  const own = join(MOUNT, ownPath(""));
  const controllers = (parent: string): string => readText(join(parent, "cgroup.subtree_control")) ?? "";
  const parents = [join(own, "vigie"), own, dirname(own), join(MOUNT, "vigie")].filter((folder) => folder.startsWith(MOUNT));
  const parent = parents.find((folder) => controllers(folder).includes("memory") && holdsOneGroup(folder, sh, "memory.max"));
  return parent === undefined ? null : { version: 2, parent, countsTasks: controllers(parent).includes("pids") };
}

/** Where runs' groups can be made, or null. Clears what dead judges left there. */
export function findCgroupHome(sh: string): CgroupHome | null {
  const home = existsSync(join(MOUNT, "cgroup.controllers")) ? homeOfVersion2(sh) : homeOfVersion1(sh);
  if (home !== null) sweep(home.parent);
  return home;
}

function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const mark = NAME.exec(name);
    if (mark === null || isMarkAlive(mark.slice(1, 4).join(" "))) continue;
    try {
      rmdirSync(join(parent, name));
    } catch {
      // a process of it is still dying: the start after this one removes it
    }
  }
}

function writeIfThere(path: string, value: string): void {
  if (existsSync(path)) writeFileSync(path, value);
}

function limitMemory(version: 1 | 2, folder: string, bytes: number): void {
  if (version === 1) {
    writeFileSync(join(folder, "memory.limit_in_bytes"), String(bytes));
    writeIfThere(join(folder, "memory.memsw.limit_in_bytes"), String(bytes));
    return;
  }
  writeFileSync(join(folder, "memory.max"), String(bytes));
  writeIfThere(join(folder, "memory.swap.max"), "0");
  writeIfThere(join(folder, "memory.oom.group"), "1");
}

/** Makes the group of one run, without a limit of memory yet. Throws what the kernel refuses. */
export function createCgroup(home: CgroupHome, tasks: number): RunCgroup {
  const folder = join(home.parent, newName());
  mkdirSync(folder);
  if (home.countsTasks) writeFileSync(join(folder, "pids.max"), String(tasks));
  const counter = join(folder, home.version === 1 ? "memory.oom_control" : "memory.events");
  const peak = join(folder, home.version === 1 ? "memory.max_usage_in_bytes" : "memory.peak");
  return {
    joinFile: join(folder, "cgroup.procs"),
    limitMemory: (memoryMiB) => limitMemory(home.version, folder, memoryMiB * MIB),
    outOfMemory: () => /^oom_kill [1-9]/m.test(readText(counter) ?? ""),
    memoryPeakMiB: () => {
      const bytes = readText(peak);
      return bytes === null ? null : Number(bytes) / MIB;
    },
    remove: () => removeGroup(folder),
  };
}
