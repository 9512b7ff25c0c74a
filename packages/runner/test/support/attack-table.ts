import type { Limits, OutcomeStatus } from "../../src/index.ts";

/** A hostile program, how it may end, and what it must print where that is the proof. */
export interface Attack {
  readonly file: string;
  readonly ends: readonly OutcomeStatus[];
  readonly prints?: string | RegExp;
  readonly limits?: Partial<Limits>;
}

/** Where memory is bounded per process a runtime may die in other ways than by the kernel's hand. */
const OUT_OF_MEMORY: readonly OutcomeStatus[] = ["memory"];

export const ATTACKS: readonly Attack[] = [
  { file: "fork-bomb.py", ends: ["exited"], prints: "refused 1\n" },
  { file: "fork-bomb.mjs", ends: ["exited"], prints: "refused EPERM\n" },
  { file: "double-fork.py", ends: ["exited"], prints: "refused 4\n" },
  { file: "thread-bomb.py", ends: ["exited"], prints: "refused few\n" },
  {
    file: "worker-bomb.mjs",
    ends: ["memory", "signalled", "exited", "cpu_time", "log", "wall_time"],
    limits: { cpuMs: 2000, wallMs: 3000 },
  },
  { file: "memory-buffers.mjs", ends: OUT_OF_MEMORY },
  { file: "memory-shared.py", ends: ["exited"], prints: "refused 5\n" },
  { file: "memory-tmp-map.py", ends: ["exited"], prints: /^refused 27\nfilled\n$/ },
  { file: "fill-tmp.py", ends: ["exited"], prints: "refused 28 True\n" },
  { file: "fill-inodes.py", ends: ["exited"], prints: "refused 28 True\n" },
  { file: "flood-output.mjs", ends: ["output"] },
  { file: "endless-line.py", ends: ["output"] },
  { file: "flood-log.py", ends: ["log"] },
  { file: "ignore-signals.py", ends: ["wall_time"], limits: { wallMs: 400 } },
  { file: "kill-everything.py", ends: ["exited"], prints: "still here\n" },
  { file: "close-streams.py", ends: ["wall_time"], limits: { wallMs: 400 } },
  { file: "never-settles.mjs", ends: ["exited"], prints: "" },
  { file: "stuck-loop.mjs", ends: ["wall_time"], limits: { wallMs: 400 } },
  { file: "spin-threads.mjs", ends: ["cpu_time"], limits: { cpuMs: 400 } },
  { file: "write-everywhere.py", ends: ["exited"], prints: "wrote []\n" },
  { file: "sockets.py", ends: ["exited"], prints: "got []\n" },
  { file: "system-calls.py", ends: ["exited"], prints: "allowed []\n" },
  ...(process.arch === "x64" ? [{ file: "x32-entry.py", ends: ["signalled"] as const, prints: "" }] : []),
  { file: "exec-from-tmp.py", ends: ["exited"], prints: "refused 13\n", limits: { tmpMiB: 32 } },
  { file: "raise-limits.py", ends: ["exited"], prints: "raised []\n" },
  { file: "read-launcher.py", ends: ["exited"], prints: "seen []\n" },
  { file: "debug-port.mjs", ends: ["exited"], prints: "url none\n" },
  { file: "pipes.py", ends: ["exited"], prints: "refused 24 True\n" },
  { file: "patched-world.mjs", ends: ["exited", "signalled", "wall_time"], limits: { wallMs: 1000 } },
];
