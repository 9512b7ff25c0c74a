import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { python, room } from "./python.ts";

const folder = mkdtempSync(join(tmpdir(), "vigie-python-"));

beforeAll(() => {
  const made = spawnSync(python, ["-B", join(import.meta.dirname, "world.py"), join(folder, "data")], {
    encoding: "utf8",
    env: { PYTHONPATH: room },
  });
  expect(made.stderr).toBe("");
  mkdirSync(join(folder, "team/rules"), { recursive: true });
  writeFileSync(join(folder, "team/vigie.json"), "{}");
  writeFileSync(join(folder, "team/words.py"), 'CHANNEL = "abm-cash"\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a detector's file as the sandbox does. */
function run(source: string) {
  const file = join(folder, "team/rules/detector.py");
  writeFileSync(file, `from vigie import alert, detector\n${source}\n`);
  const done = spawnSync(python, ["-I", "-B", join(room, "run.py"), file], {
    encoding: "utf8",
    timeout: 60_000,
    env: { VIGIE_DATA: join(folder, "data") },
  });
  return { out: done.stdout, log: done.stderr, code: done.status };
}

const DECIDE = `def decide(account):
    cash = [t for t in account.transactions if t.channel == "abm-cash"]
    if cash:
        return alert(score=0.25, role="mule", account=account, findings=[{"indicator": "third-party-cash", "evidence": cash}])
`;
const LINES =
  '{"account":0,"score":0.25,"role":"mule","findings":[{"indicator":"third-party-cash","evidence":[4503599627370495]}]}\n' +
  '{"account":2,"score":0.25,"role":"mule","findings":[{"indicator":"third-party-cash","evidence":[13]}]}\n{"end":2}\n';

describe("a Python run", () => {
  test.each([
    ["one account at a time", `@detector\n${DECIDE}`],
    [
      "with the data set",
      `${DECIDE}\n@detector\ndef detect(account, dataset):\n    return decide(dataset.accounts[account.account])`,
    ],
    [
      "all accounts",
      `${DECIDE}\n@detector.accounts\ndef detect(accounts):\n    return [decide(account) for account in accounts]`,
    ],
    [
      "a generator over columns",
      `@detector.table
def detect(tables):
    rows = tables.transactions
    for account in range(tables.accounts.rows):
        first, stop = rows.rows_of(account)
        channels, ids = rows.column("channel", first, stop), rows.column("transaction", first, stop)
        evidence = [number for channel, number in zip(channels, ids) if channel == "abm-cash"]
        if evidence:
            yield alert(0.25, "mule", [{"indicator": "third-party-cash", "evidence": evidence}], account)`,
    ],
    ["modules of the submission's root", `from words import CHANNEL\n@detector\n${DECIDE.replace('"abm-cash"', "CHANNEL")}`],
    [
      "with a thread left running and json patched",
      `import json, threading, time\njson.dumps = lambda *a: "patched"\nthreading.Thread(target=lambda: time.sleep(60)).start()\n@detector\n${DECIDE}`,
    ],
  ])("gives the same lines: %s", (_, source) => {
    const { out, log, code } = run(source);
    expect(log).toBe("");
    expect(out).toBe(LINES);
    expect(code).toBe(0);
  });

  test("sends what a detector prints to the log, however it prints", () => {
    const { out, log, code } = run(`import os, sys
print("hello")
sys.stdout.write("there\\n")
os.write(1, b"raw\\n")
os.system("echo child")
@detector
def detect(account):
    print(account)`);
    expect(out).toBe('{"end":0}\n');
    for (const text of ["hello\n", "there\n", "raw\n", "child\n", "Account(account=0,"]) expect(log).toContain(text);
    expect(code).toBe(0);
  });

  test.each<[string, string, number, RegExp]>([
    ["no detector", "x = 1", 3, /detector\.py: expected one function under @detector, found none[^]*une fonction sous @detector/],
    ["two detectors", "@detector\ndef one(account): pass\n@detector\ndef two(account): pass", 3, /found 2/],
    [
      "an exception",
      "@detector\ndef detect(account):\n    return account.transactions[99]",
      1,
      /failed on account 0[^]*detector\.py", line 4[^]*IndexError/,
    ],
    [
      "a column that is not there",
      "@detector\ndef detect(account):\n    return [t.amount_cent for t in account.transactions]",
      1,
      /did you mean "amount_cents"/,
    ],
    ["bad syntax", "def detect(account) return", 1, /SyntaxError/],
    ["an import that is not there", "import nothing_of_the_kind", 1, /ModuleNotFoundError/],
    [
      "an unknown indicator",
      `@detector\ndef detect(account):\n    return alert(1, findings=[{"indicator": "many-ride", "evidence": []}])`,
      1,
      /did you mean "many-rides"/,
    ],
    [
      "evidence of another account",
      `@detector\ndef detect(account, dataset):\n    return alert(1, findings=[{"indicator": "many-rides", "evidence": dataset.accounts[0].transactions}])`,
      1,
      /failed on account 1[^]*of account 1 alone, found a row of account 0/,
    ],
    [
      "something else than an alert",
      "@detector\ndef detect(account):\n    return 0.5",
      1,
      /expected what alert\(…\) makes, or None; found 0\.5/,
    ],
    [
      "a batch alert without its account",
      "@detector.accounts\ndef detect(accounts):\n    return [alert(1)]",
      1,
      /names its account/,
    ],
    [
      "two alerts on one account",
      "@detector.accounts\ndef detect(accounts):\n    return [alert(1, account=1), alert(0, account=1)]",
      1,
      /a second one on account 1/,
    ],
    ["sys.exit(0)", "import sys\n@detector\ndef detect(account):\n    sys.exit(0)", 1, /a call of exit/],
  ])("fails with its reason and without an end line: %s", (_, source, code, message) => {
    const done = run(source);
    expect(done.log).toMatch(message);
    expect(done.code).toBe(code);
    expect(done.out).not.toContain("end");
  });
});
