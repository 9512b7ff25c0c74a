/**
 * A cgroup for each run, where this process may make one: version 2, else version 1's memory and pids.
 *
 * Theory. Only a cgroup counts the memory of a run as a whole, with shared memory, page tables, pipes and /tmp. Ours lie
 * below the judge's own, so that what bounds the judge bounds its runs; or below a folder named `vigie` that root made
 * and gave to the judge's account; or, on version 2, beside the judge's own (a cgroup with processes may not have
 * children with controllers, and systemd gives an account's services such a parent). Whether a place works is found
 * out by moving a small process into a trial group, not by looking at modes.
 *
 * The name holds the pid and start time of the judge: the next start removes what a killed one left. When the kernel
 * kills for memory it may take any process of the group, so `outOfMemory()` asks the group's own counter.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMarkAlive, ownMark } from "./private-folder.ts";

const MOUNT = "/sys/fs/cgroup";
const MIB = 1024 * 1024;
const NAME = /^vigie-(\d+)-(\d+)-\d+$/;

export interface CgroupHome {
  readonly version: 1 | 2;
  readonly memory: string;
  /** Null where the number of tasks is bounded by RLIMIT_NPROC alone. */
  readonly pids: string | null;
}

export interface RunCgroup {
  /** Files that a process writes 0 into to join. */
  readonly joinFiles: readonly string[];
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

function firstThat<T>(candidates: readonly T[], works: (candidate: T) => boolean): T | null {
  return candidates.find(works) ?? null;
}

let sequence = 0;
const newName = (): string => `vigie-${ownMark().replace(" ", "-")}-${sequence++}`;

function processJoins(folder: string, sh: string): boolean {
  return spawnSync(sh, ["-c", 'echo 0 > "$1/cgroup.procs"', "join", folder], { env: {}, stdio: "ignore" }).status === 0;
}

/** Removes a group once its last process has gone. */
async function removeGroup(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      rmdirSync(folder);
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
    writeFileSync(join(trial, knob), knob.startsWith("pids") ? "64" : String(64 * MIB));
    return processJoins(trial, sh);
  } catch {
    return false;
  } finally {
    if (existsSync(trial)) void removeGroup(trial);
  }
}

const parentsOf = (root: string, controller: string): string[] => {
  const own = join(root, ownPath(controller));
  return [...new Set([join(own, "vigie"), own, join(root, "vigie")])].filter((folder) => existsSync(folder));
};

function homeOfVersion1(sh: string): CgroupHome | null {
  const find = (controller: string, knob: string): string | null =>
    firstThat(parentsOf(join(MOUNT, controller), controller), (parent) => holdsOneGroup(parent, sh, knob));
  const memory = find("memory", "memory.limit_in_bytes");
  return memory === null ? null : { version: 1, memory, pids: find("pids", "pids.max") };
}

function homeOfVersion2(sh: string): CgroupHome | null {
  const own = join(MOUNT, ownPath(""));
  const candidates = [...new Set([join(own, "vigie"), own, dirname(own), join(MOUNT, "vigie")])];
  const offers = (parent: string): boolean => {
    if (!parent.startsWith(MOUNT) || !(readText(join(parent, "cgroup.subtree_control")) ?? "").includes("memory")) return false;
    return holdsOneGroup(parent, sh, "memory.max");
  };
  const memory = firstThat(candidates, offers);
  if (memory === null) return null;
  const countsTasks = (readText(join(memory, "cgroup.subtree_control")) ?? "").includes("pids");
  return { version: 2, memory, pids: countsTasks ? memory : null };
}

/** Where runs' groups can be made, or null. Clears what dead judges left there. */
export function findCgroupHome(sh: string): CgroupHome | null {
  const home = existsSync(join(MOUNT, "cgroup.controllers")) ? homeOfVersion2(sh) : homeOfVersion1(sh);
  if (home !== null) for (const parent of new Set([home.memory, home.pids ?? home.memory])) sweep(parent);
  return home;
}

function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const mark = NAME.exec(name);
    if (mark === null || isMarkAlive(`${mark[1]} ${mark[2]}`)) continue;
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

/** Makes the group of one run. Throws what the kernel refuses. */
export function createCgroup(home: CgroupHome, memoryMiB: number, tasks: number): RunCgroup {
  const name = newName();
  const memory = join(home.memory, name);
  const pids = home.pids === null ? null : join(home.pids, name);
  const folders = [...new Set([memory, pids ?? memory])];
  for (const folder of folders) mkdirSync(folder);
  limitMemory(home.version, memory, memoryMiB * MIB);
  if (pids !== null) writeFileSync(join(pids, "pids.max"), String(tasks));
  const counter = join(memory, home.version === 1 ? "memory.oom_control" : "memory.events");
  const peak = join(memory, home.version === 1 ? "memory.max_usage_in_bytes" : "memory.peak");
  return {
    joinFiles: folders.map((folder) => join(folder, "cgroup.procs")),
    outOfMemory: () => /^oom_kill [1-9]/m.test(readText(counter) ?? ""),
    memoryPeakMiB: () => {
      const bytes = readText(peak);
      return bytes === null ? null : Number(bytes) / MIB;
    },
    remove: async () => {
      await Promise.all(folders.map(removeGroup));
    },
  };
}
