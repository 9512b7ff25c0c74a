/**
 * Where a run in a container may print something else than in bubblewrap, and why that gives nothing away. Rows that are
 * not listed come out the same.
 */
export const CONTAINER_DIFFERENCES: Readonly<Record<string, { readonly prints: RegExp; readonly because: string }>> = {
  "read-environment.py": { prints: /^more \['HOSTNAME'\]\n$/, because: "the engine sets it to the fixed host name, vigie" },
  "read-other-submissions.py": {
    prints: /^found \['sys', 'run'(, 'sys', 'run')*\]\n$/,
    because: "the engine makes /sys and /run; both are covered by empty, read-only folders",
  },
  "read-mounts.py": {
    prints: /^told \[\('mountinfo', 'overlay-'\)\]\n$/,
    because: "the engine's own storage folder and the container's random number stand in mountinfo; nothing of the judge does",
  },
  "machine-counters.py": {
    prints: /^seen \['\/sys', '\/sys\/fs\/cgroup', '\/run'\] vigie\n$/,
    because: "the engine makes these folders; they are covered by empty, read-only ones",
  },
  "devices.py": {
    prints: /^opened \['full', 'mqueue', 'ptmx', 'pts', 'tty', 'zero'(, \('(tty|zero|full)', \d\))*\]\n$/,
    because: "every engine makes these; they cannot be opened, or are the null device where an ordinary user's engine insists",
  },
  "terminal.py": {
    prints: /^typed \[(\('\/dev\/tty', \d\)(, )?)*\] b''\n$/,
    because: "where /dev/tty opens at all it is the null device",
  },
  "gain-rights.py": {
    prints: /^gained \[\] new privileges 0 filter 2 ids \['(\d{5})', '\1', '\1', '\1'\] \['\1'\]\n$/,
    because: "an engine of root makes no user namespace here: the account has its own number inside too",
  },
};
