/**
 * What a local container uses, read from its cgroup while it lives: the engine removes the group as soon as the program
 * has ended, so the readings are taken often enough that the last one is as good as final. Where the engine may make no
 * cgroup (an ordinary user on version 1), the processes themselves are read.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Reading, readProcessTree } from "../process-meter.ts";

export interface RunMeter {
  /** Settles when the container's process is there: its program begins within milliseconds. */
  readonly begun: Promise<void>;
  read(): Reading;
  /** The kernel killed for memory, as far as was seen. */
  outOfMemory(): boolean;
  memoryPeakMiB(): number | null;
  stop(): void;
}

interface Source {
  cpuMs(): number | null;
  memoryMiB(): number;
  peakMiB(): number | null;
  killed(): boolean;
}

const MOUNT = "/sys/fs/cgroup";
const MIB = 1024 * 1024;
const LOOK_EVERY_MS = 5;

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function amount(path: string, unit: number): number | null {
  const text = readText(path);
  return text === null ? null : Number(text) / unit;
}

function groupOf(pid: number, controller: string): string | null {
  const rows = (readText(`/proc/${pid}/cgroup`) ?? "").split("\n").map((row) => row.split(":"));
  const row = rows.find(([, names]) => names?.split(",").includes(controller) ?? false);
  const path = row?.slice(2).join(":");
  return path !== undefined && path.includes("libpod-") ? path : null;
}

function cgroupSource(pid: number): Source | null {
  const memory = groupOf(pid, "memory");
  const cpu = groupOf(pid, "cpuacct");
  if (memory !== null && cpu !== null) {
    const folder = join(MOUNT, "memory", memory);
    return {
      cpuMs: () => amount(join(MOUNT, "cpuacct", cpu, "cpuacct.usage"), 1e6),
      memoryMiB: () => amount(join(folder, "memory.usage_in_bytes"), MIB) ?? 0,
      peakMiB: () => amount(join(folder, "memory.max_usage_in_bytes"), MIB),
      killed: () => /^oom_kill [1-9]/m.test(readText(join(folder, "memory.oom_control")) ?? ""),
    };
  }
  const unified = groupOf(pid, "");
  if (unified === null || readText(join(MOUNT, unified, "memory.current")) === null) return null;
  const folder = join(MOUNT, unified);
  return {
    cpuMs: () => {
      const usage = /^usage_usec (\d+)/m.exec(readText(join(folder, "cpu.stat")) ?? "");
      return usage === null ? null : Number(usage[1]) / 1000;
    },
    memoryMiB: () => amount(join(folder, "memory.current"), MIB) ?? 0,
    peakMiB: () => amount(join(folder, "memory.peak"), MIB),
    killed: () => /^oom_kill [1-9]/m.test(readText(join(folder, "memory.events")) ?? ""),
  };
}

function processSource(pid: number): Source {
  let peak = 0;
  const look = (): Reading => {
    const tree = readProcessTree(pid);
    peak = Math.max(peak, tree.memoryMiB);
    return tree;
  };
  return {
    cpuMs: () => look().cpuMs || null,
    memoryMiB: () => look().memoryMiB,
    peakMiB: () => (peak === 0 ? null : peak),
    killed: () => false,
  };
}

/**
 * Watches the run whose engine writes its pid into `pidFile`. `cgroups` false: read the processes alone.
 * `begun` settles after `startMs` at the latest.
 */
export function meterRun(pidFile: string, cgroups: boolean, startMs: number): RunMeter {
  let source: Source | null = null;
  let setUpMs = 0;
  let last: Reading = { cpuMs: 0, memoryMiB: 0 };
  let peakMiB: number | null = null;
  let killed = false;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const latest = setTimeout(begin, startMs);

  const find = (): void => {
    const pid = Number(readText(pidFile) ?? "0");
    if (pid === 0) return;
    source = (cgroups ? cgroupSource(pid) : null) ?? processSource(pid);
    setUpMs = source.cpuMs() ?? 0;
    begin();
  };
  const look = (): void => {
    if (source === null) {
      find();
      return;
    }
    const cpuMs = source.cpuMs();
    if (cpuMs === null) return;
    last = { cpuMs: Math.max(last.cpuMs, cpuMs - setUpMs), memoryMiB: source.memoryMiB() };
    peakMiB = Math.max(peakMiB ?? 0, source.peakMiB() ?? 0);
    killed ||= source.killed();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    begun,
    read: () => {
      look();
      return last;
    },
    outOfMemory: () => killed,
    memoryPeakMiB: () => peakMiB,
    stop: () => {
      clearInterval(timer);
      clearTimeout(latest);
      begin();
    },
  };
}
