/** English: what can be wrong with an output, an archive, or the machine. Each says what was expected and what to do next. */
export const faultsEn = {
  frame: {
    line: "Line {{line}}: {{sentence}}",
    entry: "{{entry}}: {{sentence}}",
    found: "Found: {{found}}.",
    expected: "Expected: {{expected}}.",
  },
  fault: {
    "not-utf8": { what: "the output must be UTF-8 text.", next: "Print text only, never raw bytes." },
    "not-json": {
      what: "each line must be one JSON object.",
      next: "Send your own messages to the log, and use the SDK to print.",
    },
    "not-an-object": {
      what: "a line must be a JSON object in braces, not a list or a single value.",
      next: "Print one object a line.",
    },
    "unknown-key": {
      what: "only the keys that the challenge’s page shows are known here.",
      next: "Remove the other key, or correct its spelling.",
    },
    "doubled-key": { what: "a key may stand once in an object.", next: "Keep one of the two." },
    "missing-key": {
      what: "a key that is required is missing.",
      next: "Add it: the challenge’s page shows which there are.",
    },
    "subject-not-an-id": { what: "{{id}} must be the {{one}}’s number.", next: "Pass on {{id}}.{{id}} as you received it." },
    "unknown-subject": { what: "no {{one}} of the data has this number.", next: "Use numbers from the {{tables}} table only." },
    "doubled-subject": {
      what: "{{a}} may have one line only.",
      next: "Combine what you found into one line for each {{one}}.",
    },
    "line-too-long": {
      what: "the line is longer than allowed.",
      next: "Leave out what is not asked for.",
    },
    "too-many-lines": { what: "there are more lines than {{many}}.", next: "Print at most one line for each {{one}}." },
    "no-output": {
      what: "the program printed nothing.",
      next: 'Even with nothing to tell the last line is {"end":0}; the SDK prints it for you.',
    },
    "missing-end": {
      what: 'the last line, {"end":n}, is missing.',
      next: "Print it when you are done, with the number of lines before it; the SDK does so by itself.",
    },
    "wrong-end": {
      what: "the number in the last line is not the number of lines before it.",
      next: "Count each line that you print.",
    },
    "line-after-end": { what: "nothing may follow the end line.", next: "Print the end line once, last of all." },
  },
  archive: {
    "not-an-archive": {
      what: "this file is not a .zip or .tar.gz archive.",
      next: "Send it with “vigie submit”, or make a .zip of your folder, without a password.",
    },
    "too-large": { what: "sources and model files are larger than allowed.", next: "Leave out data, pictures and node_modules." },
    "too-many-files": {
      what: "the archive holds more files and folders than allowed.",
      next: "Leave out what your detector does not import.",
    },
    "unsafe-path": { what: "a path must stay inside the project’s folder.", next: "Make the archive from within that folder." },
    "link-or-device": {
      what: "the archive may hold plain files and folders only.",
      next: "Replace the link by the file itself.",
    },
    "doubled-name": {
      what: "two files or folders have the same name, or differ only in capitals or in how an accent is written.",
      next: "Rename one of them.",
    },
    "bad-name": {
      what: "not every system can hold a file of this name (Windows keeps some for itself, such as CON and NUL).",
      next: "Use letters, digits, dots, hyphens and underscores.",
    },
    truncated: { what: "the archive is cut off or damaged.", next: "Make it again, and send it once more." },
    "too-deep": {
      what: "the folders lie too deep within one another.",
      next: "Move the files up; “vigie submit” sends your project’s files alone.",
    },
    "reserved-folder": {
      what: "files and folders named .vigie are Vigie’s own: the judge puts there what it builds.",
      next: "Leave it out of the archive, or send with “vigie submit”, which does.",
    },
    "compiled-code": {
      what: "compiled code is not accepted: mentors read what runs.",
      next: "Send the sources, and leave out .pyc and .wasm files and native add-ons; data of a model may stay.",
    },
    "no-manifest": {
      what: "vigie.json is missing at the top of the archive.",
      next: "Make the archive of the one folder in which it lies beside your detector; “vigie new” writes one.",
    },
    "bad-manifest": {
      what: "vigie.json does not have the expected form.",
      next: "Compare it with the one that “vigie new” writes.",
    },
    "no-entry": { what: "the entry file named in vigie.json is not in the archive.", next: "Check its name, capitals included." },
    "other-challenge": { what: "vigie.json names another challenge.", next: "Send it there, or correct the name." },
    empty: { what: "there is no file in the archive.", next: "Choose the folder that holds vigie.json." },
  },
  weakness: {
    "no-cgroup":
      "Memory is limited for each process and not for a run as a whole: a run may go over by some 200 MB. Let the judge write to a cgroup.",
    "engine-as-root":
      "Runs are started by a container engine that is root on this machine: a hole in it, or in the kernel, would give root’s rights. Judge on a machine that holds nothing else.",
    "no-sandbox": "Programs run without a sandbox, with all the rights of whoever started them. Run only your own code this way.",
    "shared-uid":
      "Runs share the account of whoever started the judge. Start it as root, or give it a range of user ids, so that each run has its own.",
    other: "This machine’s sandbox is weaker in one respect ({{id}}). The security guide says what it means.",
  },
  sandbox: {
    "not-linux":
      "A sandbox needs Linux. On Windows or macOS, start the server in a Linux virtual machine, in WSL 2, or inside “podman machine”; “vigie try” runs your own code without one.",
    "no-container-engine":
      "Podman is not to be had on this machine. On Debian or Ubuntu: sudo apt-get install podman runc uidmap",
    "no-bubblewrap": "The bubblewrap program is not installed. On Debian or Ubuntu: sudo apt-get install bubblewrap",
    "user-namespaces-forbidden":
      "This system forbids user namespaces, which the sandbox needs. Allow them (on Ubuntu, an AppArmor profile for unshare), or start as root.",
    "does-not-start":
      "The sandbox is installed but does not start. Run “vigie doctor”, and pass on what it says to whoever looks after this machine.",
  },
};
