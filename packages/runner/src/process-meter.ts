/**
 * What a chain of processes has used so far, read from /proc: the same for root and for an ordinary user.
 *
 * A process's stat counts its own time and that of the children it has waited for, so the sum over the living tree is
 * the time of the whole, dead ones included. Resident memory that is the program's own: anonymous and shared pages and
 * page tables; pages of mapped inputs are not counted.
 */
import { readdirSync, readFileSync } from "node:fs";

/** USER_HZ, which the kernel fixes at 100 on both architectures. */
const TICK_MS = 10;

export interface Reading {
  readonly cpuMs: number;
  readonly memoryMiB: number;
}

export interface ProcessTree extends Reading {
  /** Host pids, parents before children. */
  readonly pids: readonly number[];
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

export function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
}

/** Of a program with several threads, any of which may have started them. */
export function childrenOfAnyThread(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(" ").filter(Boolean).map(Number));
  } catch {
    return [];
  }
}

function cpuMsOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return stat === "" ? 0 : fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
}

/** A process whose main thread has left shows its memory only under the threads that are left. */
function statusOf(pid: number): string {
  const status = read(`/proc/${pid}/status`);
  if (status === "" || status.includes("\nRssAnon:")) return status;
  for (const thread of threadsOf(pid)) {
    const own = read(`/proc/${pid}/task/${thread}/status`);
    if (own.includes("\nRssAnon:")) return own;
  }
  return status;
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function memoryKiBOf(pid: number): number {
  const rows = statusOf(pid).matchAll(/^(?:RssAnon|RssShmem|VmPTE):\s+(\d+) kB/gm);
  return [...rows].reduce((sum, row) => sum + Number(row[1]), 0);
}

/** Reads the tree below and with this process. Starters have one thread, so their children stand under that thread. */
export function readProcessTree(root: number): ProcessTree {
  const pids: number[] = [];
  const queue = [root];
  for (let pid = queue.shift(); pid !== undefined; pid = queue.shift()) {
    pids.push(pid);
    queue.push(...childrenOf(pid));
  }
  const sum = (of: (pid: number) => number): number => pids.reduce((total, pid) => total + of(pid), 0);
  return { pids, cpuMs: sum(cpuMsOf), memoryMiB: sum(memoryKiBOf) / 1024 };
}
