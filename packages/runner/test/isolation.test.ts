import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openSandbox } from "../src/index.ts";
import { bundleDriver, esbuildBinary } from "./support/bundle.ts";
import { folderOf, js, py, removeFolders, runIn, sandbox, stagedFolderOf } from "./support/machine.ts";

afterAll(removeFolders);
const root = process.getuid?.() === 0;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function pidsOf(uid: number): number[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid === uid).map(Number);
}

function pidsSaying(words: string): number[] {
  const says = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(words);
    } catch {
      return false;
    }
  };
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && says(name))
    .map(Number);
}

async function within(ms: number, holds: () => boolean): Promise<boolean> {
  const end = performance.now() + ms;
  while (!holds() && performance.now() < end) await pause(10);
  return holds();
}

describe.skipIf(sandbox === null)("a run sees nothing that is not its own", () => {
  test("links in a submission are left out, and its times and modes are fixed", async () => {
    const submission = folderOf({ "a.txt": "a", "b/c.txt": "c", ["d".repeat(90) + "/" + "e".repeat(90)]: "long" });
    symlinkSync("/etc/passwd", join(submission, "link"));
    const { output } = await py(
      "import os\nfor f, d, n in os.walk('/submission'):\n  for x in [f, *(os.path.join(f, y) for y in n)]:\n    s = os.stat(x); print(x[-8:], oct(s.st_mode), int(s.st_mtime))",
      { submission },
    );
    const rows = output.trim().split("\n");
    expect(rows.map((row) => row.split(" ").slice(1).join(" "))).toEqual(
      expect.arrayContaining(["0o40755 946684800", "0o100444 946684800"]),
    );
    expect(new Set(rows.map((row) => row.split(" ")[2]))).toEqual(new Set(["946684800"]));
    expect(output).toContain("eeeeeeee");
    expect(output).not.toContain("link");
  });

  test("the environment is a listed few", async () => {
    const { output } = await js("console.log(Object.keys(process.env).sort().join(' '))");
    expect(output).toBe(
      "HOME LANG MALLOC_ARENA_MAX OMP_NUM_THREADS OPENBLAS_NUM_THREADS PATH PWD PYTHONDONTWRITEBYTECODE PYTHONHASHSEED TMPDIR TZ\n",
    );
  });

  test("mountinfo names no place of the judge's, and staged inputs by a number only", async () => {
    const { output } = await py("print(open('/proc/self/mountinfo').read())", { inputs: await stagedFolderOf({ "t.txt": "x" }) });
    expect(output).toMatch(/\/vigie-[0-9a-f]{32}\/d \/data ro/);
    expect(output).not.toContain("vigie-test-");
    const roots = output
      .trim()
      .split("\n")
      .map((row) => row.split(" ")[3]);
    expect(
      roots.filter(
        (path) =>
          !/^\/(usr\/|submission$|tmp$|newroot$|etc\/passwd$|null$|random$|urandom$|$)/.test(path) && !/vigie-/.test(path),
      ),
    ).toEqual([]);
  });

  test("inputs can be read and not written, and a run's lock on them holds nobody up", async () => {
    const inputs = await stagedFolderOf({ "t.txt": "inputs" });
    const source =
      "import fcntl\nf = open('/data/t.txt')\nfcntl.flock(f, fcntl.LOCK_EX); fcntl.lockf(f, fcntl.LOCK_SH)\nprint(f.read(), flush=True)\n";
    const both = await Promise.all([py(`${source}import time; time.sleep(0.3)`, { inputs }), py(source, { inputs })]);
    expect(both.map((run) => run.output)).toEqual(["inputs\n", "inputs\n"]);
    expect((await py("open('/data/t.txt', 'r+')", { inputs })).outcome.log).toMatch(/Read-only file system|Permission denied/);
  });

  test("nothing of a run is there for the next", async () => {
    await py("open('/tmp/left', 'w').write('x')");
    const { output } = await py("import os; print(os.listdir('/tmp'), os.listdir('/dev/shm'))");
    expect(output).toBe("[] []\n");
  });

  test("two runs at once do not see each other", async () => {
    const source =
      "import os, time; time.sleep(0.2); print([p for p in os.listdir('/proc') if p.isdigit()] == [str(os.getpid())])";
    const runs = await Promise.all([py(source), py(source)]);
    expect(runs.map((run) => run.output)).toEqual(["True\n", "True\n"]);
  });
});

describe.skipIf(sandbox === null)("the host is left as it was", () => {
  if (root) {
    test("a run's uid on the host is neither root's nor the judge's, and free afterwards", async () => {
      const uid = 62001;
      const opened = await openSandbox("bubblewrap", { uidRange: { first: uid, last: uid } });
      if (opened.kind !== "ready") throw new Error(opened.missing.detail);
      const run = runIn(opened.sandbox, { runtime: "node" }, ["-e", "setTimeout(() => {}, 700)"]);
      const shows = () => pidsSaying("setTimeout(() => {}, 700)").some((pid) => pidsOf(uid).includes(pid));
      expect(await within(3000, shows)).toBe(true);
      expect((await run).outcome.status).toBe("exited");
      await opened.sandbox.close();
      expect(pidsOf(uid)).toEqual([]);
    });

    test("concurrent runs never share a uid, and wait for none that is taken", async () => {
      const opened = await openSandbox("bubblewrap", { uidRange: { first: 62010, last: 62012 } });
      if (opened.kind !== "ready") throw new Error(opened.missing.detail);
      const { sandbox: narrow } = opened;
      const runs = await Promise.all(
        [1, 2, 3, 4].map(() => runIn(narrow, { runtime: "python" }, ["-c", "import time; time.sleep(4)"])),
      );
      await narrow.close();
      const statuses = runs.map((run) => run.outcome.status).sort();
      expect(statuses).toEqual(["exited", "exited", "exited", "sandbox_error"]);
      expect(runs.find((run) => run.outcome.status === "sandbox_error")?.outcome.detail).toMatch(
        /every uid from 62010 to 62012 is taken/,
      );
    });
  } else {
    test("a run has the account of a judge who is not root, and the sandbox says that this is weaker", async () => {
      expect(sandbox?.weaknesses).toContain("shared-uid");
      const run = js("setTimeout(() => {}, 700)");
      const shows = () => pidsSaying("}, 700)").some((pid) => pidsOf(process.getuid?.() ?? -1).includes(pid));
      expect(await within(3000, shows)).toBe(true);
      expect((await run).outcome.status).toBe("exited");
    });
  }

  test("a judge that is killed takes its runs with it, and the next start clears what it left", async () => {
    const folder = mkdtempSync("/tmp/vigie-killed-");
    try {
      chmodSync(folder, 0o755);
      bundleDriver("killed-judge-driver.ts", join(folder, "driver.mjs"));
      const marker = `marker-${process.pid}-${Date.now()}`;
      const judge = spawn(process.execPath, [join(folder, "driver.mjs"), marker], { stdio: ["ignore", "pipe", "inherit"] });
      await new Promise((resolve) => judge.stdout.once("data", resolve));
      const alive = () => pidsSaying(marker).some((pid) => pid !== judge.pid);
      expect(alive()).toBe(true);
      judge.kill("SIGKILL");
      await new Promise((resolve) => judge.once("exit", resolve));
      expect(await within(2000, () => !alive())).toBe(true);
      const next = await openSandbox("bubblewrap");
      if (next.kind === "ready") await next.sandbox.close();
      const left = readdirSync("/var/tmp").filter(
        (name) => /^vigie-[0-9a-f]{32}$/.test(name) && existsSync(join("/var/tmp", name, "d", marker)),
      );
      expect(left).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe.skipIf(sandbox === null)("a binary of ours", () => {
  test("the bundler runs alone behind the filter and bundles from the submission to standard output", async () => {
    const submission = folderOf({
      "main.ts": 'import { a } from "./a.ts"; console.log(a satisfies number);',
      "a.ts": "export const a: number = 42;",
    });
    const { outcome, output } = await runIn(
      sandbox!,
      { binary: esbuildBinary },
      ["/submission/main.ts", "--bundle", "--format=esm"],
      { submission },
    );
    expect(outcome).toMatchObject({ status: "exited", exitCode: 0 });
    expect(output).toContain("42");
  });

  test("it cannot be made to read the host's files", async () => {
    const submission = folderOf({
      "main.ts": 'import t from "/etc/hostname"; import u from "../../../../etc/shadow"; console.log(t, u);',
    });
    const { outcome, output } = await runIn(
      sandbox!,
      { binary: esbuildBinary },
      ["/submission/main.ts", "--bundle", "--loader:=text"],
      { submission },
    );
    expect(outcome).toMatchObject({ status: "exited", exitCode: 1 });
    expect(output).toBe("");
  });
});

describe.skipIf(sandbox === null)("our own failures are told from the program's", () => {
  test("a submission folder that is not there is a sandbox_error that names it", async () => {
    const { outcome } = await js("0", { submission: "/nowhere/at/all" });
    expect(outcome).toMatchObject({ status: "sandbox_error", detail: expect.stringContaining("/nowhere/at/all") });
  });

  const whereAccountsDiffer = root ? test : () => undefined;
  whereAccountsDiffer("inputs that the run's uid may not read are refused before the start", async () => {
    const inputs = folderOf({});
    mkdirSync(join(inputs, "x"));
    writeFileSync(join(inputs, "x/y"), "");
    chmodSync(inputs, 0o700);
    expect((await js("0", { inputs })).outcome).toMatchObject({
      status: "sandbox_error",
      detail: expect.stringContaining("stageInputs"),
    });
  });
});
