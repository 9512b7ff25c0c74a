import type { Attack } from "../support/attack.ts";

/** What is not the run's to see: files, environments, other submissions, labels, the launcher, the machine. */
export const READING: readonly Attack[] = [
  {
    name: "no place of the host is read by its path, in Python",
    program: "read-places.py",
    ends: ["exited"],
    prints: "read []\n",
  },
  {
    name: "no place of the host is read by its path, in JavaScript",
    program: "read-places.mjs",
    ends: ["exited"],
    prints: "read []\n",
  },
  { name: "no process shows another environment", program: "read-environment.py", ends: ["exited"], prints: "more []\n" },
  { name: "no other submission is anywhere", program: "read-other-submissions.py", ends: ["exited"], prints: "found []\n" },
  {
    name: "three descriptors are open and lead to no folder",
    program: "inherited-descriptors.py",
    ends: ["exited"],
    prints: "kept [0, 1, 2]\n",
  },
  {
    name: "nothing comes back on standard output and error",
    program: "read-from-output.py",
    ends: ["exited"],
    prints: "got []\n",
  },
  { name: "mounts and cgroups tell nothing of the judge", program: "read-mounts.py", ends: ["exited"], prints: "told []\n" },
  { name: "machine-wide counters are not there", program: "machine-counters.py", ends: ["exited"], prints: "seen [] vigie\n" },
  {
    name: "a path of the host answers like one that never was",
    program: "same-answer.py",
    ends: ["exited"],
    prints: "answers {2} True\n",
  },
  { name: "nothing of the launcher can be read", program: "read-launcher.py", ends: ["exited"], prints: "seen []\n" },
  { name: "links lead nowhere", program: "links.py", ends: ["exited"], prints: "read []\n" },
  { name: "no set-uid file is in sight", program: "set-uid-files.py", ends: ["exited"], prints: "found [] True\n" },
  {
    name: "no program of the host's is there to be run",
    program: "exec-others.py",
    ends: ["exited"],
    prints: "there [] ['python3']\n",
  },
  {
    name: "a diagnostic report tells nothing of the host",
    program: "diagnostic-report.mjs",
    ends: ["exited"],
    prints: "host vigie true\n",
  },
  { name: "the inspector does not open", program: "debug-port.mjs", ends: ["exited"], prints: "url none\n" },
];
