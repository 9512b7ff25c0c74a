import type { Attack } from "../support/attack.ts";

const AT_ONCE = { wallMs: 400 };
const SPENT = { cpuMs: 400 };

/** Time: CPU and wall apart; whoever will not end is gone soon after the limit. */
export const TIME: readonly Attack[] = [
  { name: "a sleeper in Python ends at its wall time", program: "sleeper.py", ends: ["wall_time"], limits: AT_ONCE },
  { name: "a sleeper in JavaScript ends at its wall time", program: "sleeper.mjs", ends: ["wall_time"], limits: AT_ONCE },
  { name: "a busy loop ends at its CPU time", program: "busy-loop.py", ends: ["cpu_time"], limits: SPENT, heavy: true },
  { name: "the kernel's time for a program is the program's", program: "busy-system.py", ends: ["cpu_time"], limits: SPENT },
  { name: "sleeping between the clock's ticks hides no time", program: "between-ticks.py", ends: ["cpu_time"], limits: SPENT },
  {
    name: "threads that spin use up the CPU time of their run",
    program: "spin-threads.mjs",
    ends: ["cpu_time"],
    limits: SPENT,
    heavy: true,
  },
  { name: "time is counted when the main thread has left", program: "leader-gone.py", ends: ["cpu_time"], limits: SPENT },
  {
    name: "a program that thrashes the caches uses its own time",
    program: "thrash-caches.mjs",
    ends: ["cpu_time"],
    limits: SPENT,
    heavy: true,
  },
  {
    name: "a storm of alarms ends at a limit",
    program: "alarm-storm.py",
    ends: ["cpu_time", "wall_time"],
    limits: { cpuMs: 400, wallMs: 1500 },
  },
  {
    name: "a program that ignores every signal ends at its limit",
    program: "ignore-signals.py",
    ends: ["wall_time"],
    limits: AT_ONCE,
  },
  {
    name: "a program that stops itself ends at its limit, in Python",
    program: "stop-itself.py",
    ends: ["wall_time"],
    limits: AT_ONCE,
  },
  {
    name: "a program that stops itself ends at its limit, in JavaScript",
    program: "stop-itself.mjs",
    ends: ["wall_time"],
    limits: AT_ONCE,
  },
  { name: "a promise that never settles is no good end", program: "never-settles.mjs", ends: ["exited"], prints: "" },
  { name: "a program that will not exit ends at its limit", program: "stuck-loop.mjs", ends: ["wall_time"], limits: AT_ONCE },
  { name: "one byte at a time is no way to stay", program: "slow-drip.py", ends: ["wall_time"], limits: AT_ONCE },
  { name: "an exit ends the threads that would go on", program: "exit-from-thread.mjs", ends: ["exited"] },
  {
    name: "a runtime spoiled by its own program hurts itself alone",
    program: "patched-world.mjs",
    ends: ["exited", "signalled", "wall_time"],
    limits: { wallMs: 1000 },
  },
];
