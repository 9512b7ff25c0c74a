import type { Attack } from "../support/attack.ts";

/** What would outlive a run or reach beside it. */
export const LEAVING: readonly Attack[] = [
  { name: "nothing is left for the next run", program: "leave-behind.py", ends: ["exited"], prints: "found []\n", times: 2 },
  { name: "locks on shared inputs hold nobody up", program: "lock-inputs.py", ends: ["exited"], prints: "held\n", heavy: true },
  {
    name: "the account's quotas are out of reach",
    program: "drain-quotas.py",
    ends: ["exited"],
    prints: "got {}\n",
    heavy: true,
  },
  { name: "queued signals are few", program: "drain-signals.py", ends: ["exited"], prints: "queued few\n" },
];
