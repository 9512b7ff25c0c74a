import type { Attack } from "../support/attack.ts";

/** Files: a bounded /tmp, from which nothing can be executed, and nothing else that can be written. */
export const WRITING: readonly Attack[] = [
  { name: "nothing can be written but /tmp", program: "write-everywhere.py", ends: ["exited"], prints: "wrote []\n" },
  { name: "submission, inputs and SDK stay as they are", program: "write-submission.mjs", ends: ["exited"], prints: "wrote \n" },
  { name: "nothing in /proc takes a word", program: "write-proc.py", ends: ["exited"], prints: "wrote []\n" },
  { name: "/tmp is as large as the limit says", program: "fill-tmp.py", ends: ["exited"], prints: "refused 28 True\n" },
  { name: "/tmp holds so many files and no more", program: "fill-inodes.py", ends: ["exited"], prints: "refused 28 True\n" },
  { name: "folders within folders are bounded", program: "deep-folders.py", ends: ["exited"], prints: "refused 28 True\n" },
  { name: "no device can be made or opened", program: "devices.py", ends: ["exited"], prints: "opened []\n" },
  { name: "no named pipe can be made to wait on", program: "fifo.py", ends: ["exited"], prints: /^refused \d+\n$/ },
  {
    name: "nothing in /tmp can be executed",
    program: "exec-from-tmp.py",
    ends: ["exited"],
    prints: "refused 13\n",
    limits: { tmpMiB: 32 },
  },
  {
    name: "the loader starts nothing from /tmp either",
    program: "loader-exec.py",
    ends: ["exited"],
    prints: /^(refused \d+\n)?$/,
    limits: { tmpMiB: 32 },
  },
  { name: "no native add-on loads", program: "native-addon.mjs", ends: ["exited"], prints: "loaded \n", limits: { tmpMiB: 192 } },
];
