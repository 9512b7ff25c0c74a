import type { Attack } from "../support/attack.ts";

/** Memory by every road: all of it is counted, or is not to be had. */
export const MEMORY: readonly Attack[] = [
  {
    name: "a heap of objects ends at the memory limit",
    program: "memory-heap.mjs",
    ends: ["memory"],
    limits: { memoryMiB: 80 },
  },
  { name: "a heap of Python's ends at the memory limit", program: "memory-heap.py", ends: ["memory"] },
  { name: "buffers end at the memory limit", program: "memory-buffers.mjs", ends: ["memory"], heavy: true },
  { name: "strings outside of the heap end at the memory limit", program: "memory-strings.mjs", ends: ["memory"] },
  { name: "WebAssembly's memory ends at the memory limit", program: "memory-wasm.mjs", ends: ["memory"] },
  { name: "buffers shared by workers end at the memory limit", program: "memory-shared-buffers.mjs", ends: ["memory"] },
  {
    name: "threads share one memory limit",
    program: "memory-threads.py",
    ends: ["memory"],
    endsWithoutCgroup: ["memory", "exited"],
  },
  { name: "page tables end at the memory limit", program: "memory-page-tables.py", ends: ["memory"], heavy: true },
  { name: "pages made read-only still count", program: "memory-read-only.py", ends: ["memory"], heavy: true },
  { name: "memory is counted when the main thread has left", program: "leader-gone-memory.py", ends: ["memory"] },
  {
    name: "no memory is to be had that a limit does not count",
    program: "memory-shared.py",
    ends: ["exited"],
    prints: "refused 5\n",
  },
  { name: "no System V segment, queue or semaphore", program: "sysv.py", ends: ["exited"], prints: "got []\n" },
  {
    name: "socket buffers are bounded and do not grow",
    program: "memory-sockets.py",
    ends: ["exited"],
    prints: "refused 24 True\n",
  },
  { name: "no page is spliced into a pipe", program: "memory-splice.py", ends: ["exited"], prints: "refused 3\n" },
  {
    name: "a shared map of a file in /tmp ends at the size of /tmp",
    program: "memory-tmp-map.py",
    ends: ["exited"],
    prints: /^refused 27\nfilled\n$/,
  },
  { name: "/dev/shm is /tmp, and as small", program: "memory-dev-shm.py", ends: ["exited"], prints: "refused 28 True\n" },
  {
    name: "endless recursion in Python hurts itself alone",
    program: "deep-recursion.py",
    limits: { memoryMiB: 64, cpuMs: 10_000 },
    ends: ["signalled", "memory", "exited"],
  },
  { name: "endless recursion in JavaScript hurts itself alone", program: "deep-recursion.mjs", ends: ["exited"] },
];
