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
      next: "Print one object for each alert.",
    },
    "unknown-key": {
      what: "only account, score, role and findings are known here.",
      next: "Remove the other key, or correct its spelling.",
    },
    "doubled-key": { what: "a key may stand once in an object.", next: "Keep one of the two." },
    "missing-key": {
      what: "a key that is required is missing.",
      next: "Add it: an alert needs account and score, a finding needs indicator and evidence.",
    },
    "account-not-an-id": { what: "account must be the account’s number.", next: "Pass on account.account as you received it." },
    "unknown-account": { what: "no account of the data has this number.", next: "Use numbers from the accounts table only." },
    "doubled-account": {
      what: "an account may have one line only.",
      next: "Combine what you found into one alert for each account.",
    },
    "score-not-a-number": {
      what: "score must be a finite number.",
      next: "Look for a division by zero or an average of nothing.",
    },
    "score-out-of-range": { what: "score must lie between 0 and 1.", next: "Divide by the highest score that you can give." },
    "unknown-role": {
      what: "this role is not known.",
      next: "Use exploited, controller, facilitator, front or mule, or leave the role out.",
    },
    "findings-not-a-list": {
      what: "findings must be a list of objects.",
      next: "Write square brackets around them, even around a single one.",
    },
    "too-many-findings": { what: "the alert has more findings than allowed.", next: "Keep those of which you are most sure." },
    "doubled-indicator": { what: "an indicator may stand once in an alert.", next: "Put all its evidence into one finding." },
    "unknown-indicator": {
      what: "this indicator cannot be named here.",
      next: "Copy its id from the catalogue of money indicators.",
    },
    "evidence-not-a-list": {
      what: "evidence must be a list of ids.",
      next: "Write square brackets around it, even around a single id.",
    },
    "evidence-not-an-id": {
      what: "evidence must be ids of transactions or events.",
      next: "Pass on the ids as you received them.",
    },
    "too-much-evidence": {
      what: "the finding cites more rows than allowed.",
      next: "Cite only the rows that show the indicator.",
    },
    "doubled-evidence": { what: "a row may be cited once in a finding.", next: "Remove doubles before you print." },
    "foreign-evidence": {
      what: "the row cited does not belong to this account.",
      next: "Cite transactions and events of the same account only.",
    },
    "line-too-long": {
      what: "the line is longer than allowed.",
      next: "Cite fewer rows, and only those that show the indicator.",
    },
    "too-many-lines": { what: "there are more lines than accounts.", next: "Print at most one line for each account." },
    "no-output": {
      what: "the program printed nothing.",
      next: 'Even with no alert the last line is {"end":0}; the SDK prints it for you.',
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
      next: "Send it with “vigie submit”, or make a .zip of your folder.",
    },
    "too-large": { what: "sources and model files are larger than allowed.", next: "Leave out data, pictures and node_modules." },
    "too-many-files": {
      what: "the archive holds more files than allowed.",
      next: "Leave out what your detector does not import.",
    },
    "unsafe-path": { what: "a path must stay inside the project’s folder.", next: "Make the archive from within that folder." },
    "link-or-device": {
      what: "the archive may hold plain files and folders only.",
      next: "Replace the link by the file itself.",
    },
    "doubled-name": { what: "two files have the same name, or differ in capitals alone.", next: "Rename one of them." },
    "bad-name": { what: "this file name cannot be used.", next: "Use letters, digits, dots, hyphens and underscores." },
    truncated: { what: "the archive is cut off or damaged.", next: "Make it again, and send it once more." },
    ambiguous: {
      what: "not every program would read this archive in the same way.",
      next: "Make it again with “vigie submit”, or with the usual zip or tar of your system.",
    },
    "compiled-code": {
      what: "compiled code is not accepted: mentors read what runs.",
      next: "Send the sources, and leave out .pyc and .wasm files and native add-ons; data of a model may stay.",
    },
    "no-manifest": {
      what: "vigie.json is missing at the top of the archive.",
      next: "Put it beside your detector; “vigie new” writes one.",
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
