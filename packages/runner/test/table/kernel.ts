import type { Attack } from "../support/attack.ts";

const ON_X86: readonly Attack[] =
  process.arch === "x64"
    ? [
        { name: "the x32 entry ends the run", program: "x32-entry.py", ends: ["signalled"], prints: "" },
        { name: "the 32-bit entry ends the run", program: "int-80.py", ends: ["signalled"], prints: "" },
      ]
    : [];

/** The kernel: what makes or breaks sandboxes, and doors that are seldom locked. */
export const KERNEL: readonly Attack[] = [
  {
    name: "calls that make or break sandboxes are refused",
    program: "system-calls.py",
    ends: ["exited"],
    prints: "allowed []\n",
  },
  { name: "nothing can be mounted, nor the root changed", program: "mounts.py", ends: ["exited"], prints: "done []\n" },
  { name: "no namespace can be made or entered", program: "namespaces.py", ends: ["exited"], prints: "made []\n" },
  {
    name: "bpf, perf, io_uring, userfaultfd and their like are shut",
    program: "kernel-doors.py",
    ends: ["exited"],
    prints: "opened []\n",
  },
  { name: "no keyring is to be had", program: "keyring.py", ends: ["exited"], prints: "got []\n" },
  { name: "nothing that has no name on disk can be executed", program: "memfd-exec.py", ends: ["exited"], prints: "ran []\n" },
  {
    name: "no right can be gained, and none is there",
    program: "gain-rights.py",
    ends: ["exited"],
    prints: /^gained \[\] new privileges 0 filter 2 ids \['1000', '1000', '1000', '1000'\] \[/,
  },
  { name: "the personality of the process stays", program: "personality.py", ends: ["exited"], prints: "changed []\n" },
  { name: "a crash leaves no core", program: "core-dump.py", ends: ["signalled"], prints: "none\n" },
  { name: "the host's disks cannot be made to flush", program: "sync-storm.py", ends: ["exited"], prints: "flushed []\n" },
  ...ON_X86,
];
