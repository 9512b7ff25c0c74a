import { release } from "node:os";
import type { Limits, Program } from "./contract.ts";

/** Per process, which is per run: the filter allows no second process. Bytes, seconds or counts, as setrlimit takes them. */
export interface ProcessLimits {
  readonly dataBytes: number | null;
  readonly addressSpaceBytes: number | null;
  readonly cpuSeconds: number;
  readonly fileBytes: number;
  readonly tasks: number | null;
}

const MIB = 1024 * 1024;
const STACK_MIB = 8;
/** Node's threads (V8's, the pool's, the main one's helpers) reserve a stack each, which counts as data whether it is used or not. */
const NODE_THREADS = 10;
/** Threads of Node, its pool and a few workers: 32 fit, 12 kill it. Starters count too. */
const TASKS = 64;
/** Since Linux 5.14 RLIMIT_NPROC counts within the user namespace; before, it would count all that the user runs. */
const NPROC_BY_NAMESPACE = [5, 14];
/**
 * From version 24 on, Node reserves this much data for each isolate, used or not: the main one and four workers fit.
 * What is really used in that room the watchdog sees within 50 ms.
 */
const NODE_24_ISOLATE_MIB = 576;
const NODE_24_ISOLATES = 5;
/**
 * A program in Go gives memory back to the kernel and keeps its addresses, which count as data: half a gigabyte of arenas
 * and stacks that were, beside a heap that fits. What is really used in that room the watchdog sees.
 */
const GO_ADDRESSES = 2;
/** CPython maps its libraries and stacks; pages that mprotect made read-only escape RLIMIT_DATA, so its whole space is bounded. */
const PYTHON_MAPPINGS_MIB = 256;

function kernelCountsByNamespace(): boolean {
  const [major, minor] = release().split(".").map(Number);
  return major > NPROC_BY_NAMESPACE[0] || (major === NPROC_BY_NAMESPACE[0] && minor >= NPROC_BY_NAMESPACE[1]);
}

/** Null where the count would be shared with whatever else the judge's account runs. */
export const taskLimit = (ownUid: boolean): number | null => (ownUid || kernelCountsByNamespace() ? TASKS : null);

function memoryBounds(program: Program, memoryMiB: number): Pick<ProcessLimits, "dataBytes" | "addressSpaceBytes"> {
  if ("binary" in program) return { dataBytes: GO_ADDRESSES * memoryMiB * MIB, addressSpaceBytes: null };
  if (program.runtime === "python") {
    return { dataBytes: memoryMiB * MIB, addressSpaceBytes: (memoryMiB + PYTHON_MAPPINGS_MIB) * MIB };
  }
  const isolatesMiB = Number(process.versions.node.split(".")[0]) >= 24 ? NODE_24_ISOLATES * NODE_24_ISOLATE_MIB : 0;
  const reservedMiB = isolatesMiB + NODE_THREADS * STACK_MIB;
  return { dataBytes: (memoryMiB + reservedMiB) * MIB, addressSpaceBytes: null };
}

/**
 * The limits that each process carries. With a cgroup memory is its concern alone, and the run may map what it likes.
 * CPU seconds are twice the limit and more: the watchdog is exact, this is for the case that it sleeps. The kernel checks
 * this limit by whole clock ticks, which on a busy or shared processor run ahead of the time that was really used (by
 * 15 % in a run that was killed at 9.4 s of 10 here), and what it kills would look like a program's own failure.
 */
export function processLimits(request: { program: Program; limits: Limits }, hasCgroup: boolean, ownUid: boolean): ProcessLimits {
  const { program, limits } = request;
  const memory = hasCgroup ? { dataBytes: null, addressSpaceBytes: null } : memoryBounds(program, limits.memoryMiB);
  return {
    ...memory,
    cpuSeconds: 2 * Math.ceil(limits.cpuMs / 1000) + 2,
    fileBytes: limits.tmpMiB * MIB,
    tasks: taskLimit(ownUid),
  };
}

/** Of the cgroup: the starters have a few beside the program's. */
export const CGROUP_TASKS = TASKS + 8;

type Named = [name: string, value: number];

const given = (values: readonly [string, number | null][]): Named[] =>
  values.flatMap(([name, value]): Named[] => (value === null ? [] : [[name, value]]));

/** The limits that are the same for every run, by the name that `prlimit` and container engines have, hard and soft alike. */
export function commonLimits(tasks: number | null): Named[] {
  return given([
    ["nproc", tasks],
    ["nofile", 256],
    ["core", 0],
    ["sigpending", 256],
    ["msgqueue", 0],
    ["memlock", 65536],
    ["stack", STACK_MIB * MIB],
    ["rtprio", 0],
    ["nice", 0],
  ]);
}

/** Every limit by that name. */
export function resourceLimits(limits: ProcessLimits): Named[] {
  const own: [string, number | null][] = [
    ["data", limits.dataBytes],
    ["as", limits.addressSpaceBytes],
    ["cpu", limits.cpuSeconds],
    ["fsize", limits.fileBytes],
  ];
  return [...given(own), ...commonLimits(limits.tasks)];
}
