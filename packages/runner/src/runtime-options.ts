import type { Program } from "./contract.ts";

/** The share of the memory limit at which a program in Go (the bundler) begins to clear up, which it else puts off to its end. */
const GO_SHARE = 0.75;

/** The whole environment of a run, in the sandbox and out of it. Nothing of the judge's is handed on. */
export function runEnvironment(temporaryFolder: string, program: Program, memoryMiB: number): Readonly<Record<string, string>> {
  return {
    ...("binary" in program ? { GOMEMLIMIT: `${Math.floor(memoryMiB * GO_SHARE)}MiB` } : {}),
    HOME: temporaryFolder,
    LANG: "C.UTF-8",
    MALLOC_ARENA_MAX: "2",
    OPENBLAS_NUM_THREADS: "1",
    OMP_NUM_THREADS: "1",
    PATH: "/usr/bin",
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONHASHSEED: "0",
    TMPDIR: temporaryFolder,
    TZ: "UTC",
  };
}

/** The share of the memory limit that V8's old space may fill: what is left is for buffers, code and the young space. */
const HEAP_SHARE = 0.85;
const LEAST_HEAP_MIB = 16;

/**
 * Arguments that stand before the program's own.
 * Node: a heap that ends in a verdict before the kernel's does, one seed for Math.random, traces that speak of sources.
 */
export function runtimeArguments(program: Program, memoryMiB: number): readonly string[] {
  if ("binary" in program || program.runtime === "python") return [];
  const heapMiB = Math.max(LEAST_HEAP_MIB, Math.floor(memoryMiB * HEAP_SHARE));
  return [`--max-old-space-size=${heapMiB}`, "--random-seed=1", "--enable-source-maps", "--no-addons"];
}
