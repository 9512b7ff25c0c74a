import type { Attack } from "../support/attack.ts";

/** Output and log: capped while they stream, whatever they hold. */
export const OUTPUT: readonly Attack[] = [
  { name: "a flood of output ends at the cap", program: "flood-output.mjs", ends: ["output"], heavy: true },
  { name: "one endless line ends at the cap", program: "endless-line.py", ends: ["output"] },
  { name: "a flood of the log in one line ends", program: "flood-log.py", ends: ["log"], heavy: true },
  { name: "a flood of log lines ends", program: "flood-log-lines.mjs", ends: ["log"], limits: { logKiB: 4 } },
  { name: "floods on both ends stop at the first cap", program: "flood-both.py", ends: ["output", "log"] },
  {
    name: "bytes that are no text come through, and the log is text",
    program: "invalid-text.py",
    ends: ["exited"],
    prints: /\uFFFD.* end\n$/s,
  },
  {
    name: "half an output and a good exit is what it is",
    program: "half-output.mjs",
    ends: ["exited"],
    prints: '{"account":"A-1","sc',
  },
  { name: "closing the streams early is no end, in JavaScript", program: "close-early.mjs", ends: ["exited"], prints: "" },
  { name: "closing the streams early is no end, in Python", program: "close-early.py", ends: ["exited"], prints: "half" },
  {
    name: "closing every descriptor does not hide a program that goes on",
    program: "close-streams.py",
    ends: ["wall_time"],
    limits: { wallMs: 400 },
  },
  {
    name: "no key is typed into the judge's terminal",
    program: "terminal.py",
    ends: ["exited"],
    prints: "typed [] b''\n",
  },
];
