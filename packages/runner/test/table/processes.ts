import type { Attack } from "../support/attack.ts";

/** One process, a few dozen threads, and no way to harm others. */
export const PROCESSES: readonly Attack[] = [
  { name: "a fork bomb gets no second process", program: "fork-bomb.py", ends: ["exited"], prints: "refused 1\n", heavy: true },
  { name: "a bomb of child processes gets none", program: "fork-bomb.mjs", ends: ["exited"], prints: "refused EPERM\n" },
  { name: "no road of Node's starts a process", program: "child-roads.mjs", ends: ["exited"], prints: "started \n" },
  { name: "no road of Python's starts a process", program: "child-roads.py", ends: ["exited"], prints: "started []\n" },
  { name: "Node's inner bindings start none either", program: "raw-bindings.mjs", ends: ["exited"], prints: "spawned \n" },
  { name: "no way of forking away leaves a process behind", program: "double-fork.py", ends: ["exited"], prints: "refused 4\n" },
  {
    name: "a thread bomb gets a few dozen threads",
    program: "thread-bomb.py",
    ends: ["exited"],
    prints: "refused few\n",
    heavy: true,
  },
  {
    name: "ever more workers that fill their heaps end with their run",
    program: "worker-bomb.mjs",
    ends: ["memory", "signalled", "exited", "cpu_time", "log", "wall_time"],
    limits: { cpuMs: 2000, wallMs: 3000 },
    heavy: true,
  },
  {
    name: "killing everything in sight kills nothing of ours",
    program: "kill-everything.py",
    ends: ["exited"],
    prints: "still here\n",
  },
  { name: "killing its own group ends the program alone", program: "kill-own-group.py", ends: ["signalled"], prints: "" },
  { name: "nothing can be traced", program: "trace.py", ends: ["exited"], prints: "done []\n" },
  { name: "no limit can be raised", program: "raise-limits.py", ends: ["exited"], prints: "raised []\n" },
  { name: "no priority can be raised", program: "raise-priority.py", ends: ["exited"], prints: "raised 0\n" },
  { name: "a program stays on the processor that it was given", program: "unpin.py", ends: ["exited"], prints: "more 0\n" },
  { name: "files can be opened up to a bound", program: "open-many.py", ends: ["exited"], prints: "refused 24 True\n" },
  { name: "pipes are bounded", program: "pipes.py", ends: ["exited"], prints: "refused 24 True\n" },
];
