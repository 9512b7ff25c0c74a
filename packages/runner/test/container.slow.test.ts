import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openSandbox } from "../src/index.ts";
import { bundleDriver, esbuildBinary } from "./support/bundle.ts";
import { plantCanaries } from "./support/canaries.ts";
import { folderOf, removeFolders, runIn, stagedFolderOf } from "./support/machine.ts";

const UID = 62101;
const opened = await openSandbox("container", { uidRange: { first: UID, last: UID + 3 } });
if (opened.kind === "missing") console.log(`no container engine here: ${opened.missing.detail}`);
const sandbox = opened.kind === "ready" ? opened.sandbox : null;
afterAll(async () => {
  await sandbox?.close();
  await removeFolders();
});

const node = (source: string, more: Parameters<typeof runIn>[3] = {}) =>
  runIn(sandbox!, { runtime: "node" }, ["-e", source], more);
const python = (source: string, more: Parameters<typeof runIn>[3] = {}) =>
  runIn(sandbox!, { runtime: "python" }, ["-c", source], more);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const reversed = (text: string): string => Array.from(text).reverse().join("");

/** Host pids and uids of the processes whose command line holds these words. */
function saying(words: string): { readonly pid: number; readonly uid: number }[] {
  return readdirSync("/proc").flatMap((name) => {
    try {
      if (!/^\d+$/.test(name) || !readFileSync(`/proc/${name}/cmdline`, "utf8").includes(words)) return [];
      return [{ pid: Number(name), uid: statSync(`/proc/${name}`).uid }];
    } catch {
      return [];
    }
  });
}

async function within(ms: number, holds: () => boolean): Promise<boolean> {
  const end = performance.now() + ms;
  while (!holds() && performance.now() < end) await pause(10);
  return holds();
}

// where no engine answers these are skipped, which CI counts as a failure
describe.skipIf(sandbox === null)("a run in a container", () => {
  test("a walker that reads every byte it can open finds no canary, and of the engine's own folders only empty ones", async () => {
    const canaries = plantCanaries();
    try {
      const inputs = await stagedFolderOf({ "accounts.txt": "inputs" });
      const submission = folderOf({ "walker.py": readFileSync(join(import.meta.dirname, "support/walker.py"), "utf8") });
      const needles = [canaries.word, import.meta.dirname, "root:x:0:0"].map(reversed);
      const limits = { memoryMiB: 768, cpuMs: 20_000, wallMs: 30_000 };
      const asked = { submission, inputs, limits };
      const { output, outcome } = await runIn(sandbox!, { runtime: "python" }, ["/submission/walker.py", ...needles], asked);
      expect(outcome.log).toBe("");
      const empty = "[('exists', '/etc/hostname'), ('exists', '/sys'), ('exists', '/run')]";
      expect(output).toBe(`vigie descriptors [0, 1, 2]\nmany ${empty}\n`);
      const look =
        "import os\nprint(os.access('/etc/hostname', os.R_OK), [f for d in ('/sys', '/run', '/dev/shm', '/dev/mqueue') for _, _, f in os.walk(d) for f in f])";
      expect((await python(look)).output).toBe("False []\n");
    } finally {
      canaries.remove();
    }
  });

  test("its variables are the listed few and the engine's host name", async () => {
    const { output } = await node("console.log(Object.keys(process.env).sort().join(' '), process.env.HOSTNAME)");
    expect(output).toBe(
      "HOME HOSTNAME LANG MALLOC_ARENA_MAX OMP_NUM_THREADS OPENBLAS_NUM_THREADS PATH PWD PYTHONDONTWRITEBYTECODE PYTHONHASHSEED TMPDIR TZ vigie\n",
    );
  });

  test("it has an account of its own, no capability, no way back to one, and a filter", async () => {
    const { output } = await node("console.log(require('fs').readFileSync('/proc/self/status', 'utf8'))");
    const field = (name: string): string | undefined => new RegExp(`^${name}:\\s*(.*)$`, "m").exec(output)?.[1];
    for (const set of ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"]) expect(field(set)).toMatch(/^0+$/);
    expect([field("NoNewPrivs"), field("Seccomp")]).toEqual(["1", "2"]);
    expect(field("Uid")).not.toMatch(/\b0\b/);
    expect(field("Groups")?.trim()).toBe(field("Uid")?.split("\t")[0]);
  });

  if (process.getuid?.() === 0) {
    test("its uid on the host is one of the judge's range, and nothing that the judge started has it", async () => {
      const marker = `marker-${process.pid}-${performance.now()}`;
      const run = runIn(sandbox!, { runtime: "node" }, ["-e", "setTimeout(() => {}, 1500)", marker]);
      const uids = (): number[] =>
        saying(marker)
          .map(({ uid }) => uid)
          .filter((uid) => uid !== 0);
      expect(await within(10_000, () => uids().length > 0)).toBe(true);
      for (const uid of uids()) expect([UID, UID + 1, UID + 2, UID + 3]).toContain(uid);
      expect((await run).outcome.status).toBe("exited");
    });
  }

  test("nothing of a run is there for the next, not even the number of its threads in the next one's pid", async () => {
    const threads = "import os, threading\nfor _ in range(200):\n  t = threading.Thread(target=int); t.start(); t.join()\n";
    const tell = "open('/tmp/left', 'w').write('x'); open('/dev/shm/left', 'w').write('x'); print(os.getpid())";
    const first = await python(`${threads}${tell}`);
    const second = await python("import os; print(os.getpid()); print(os.listdir('/tmp'), os.listdir('/dev/shm'))");
    expect(first.outcome.status).toBe("exited");
    expect(second.output).toBe(`${first.output}[] []\n`);
  });

  test("two runs at once do not see each other", async () => {
    const source =
      "import os, time; time.sleep(0.5); print([p for p in os.listdir('/proc') if p.isdigit()] == [str(os.getpid())])";
    const runs = await Promise.all([python(source), python(source)]);
    expect(runs.map((run) => run.output)).toEqual(["True\n", "True\n"]);
  });

  test.each([125, 126, 127, 137, 139, 255])("exit code %i is the program's own where the program gave it", async (code) => {
    const { outcome } = await node(`process.exit(${code})`);
    const signals: Record<number, string> = { 137: "SIGKILL", 139: "SIGSEGV" };
    const signal = signals[code] ?? null;
    expect(outcome).toMatchObject(
      signal === null ? { status: "exited", exitCode: code } : { status: "signalled", signal, exitCode: null },
    );
  });

  test("what the engine cannot start is our failure and not the program's", async () => {
    const inputs = folderOf({ "one,two/accounts.txt": "a comma ends a field of a mount" });
    expect((await node("0", { inputs: join(inputs, "one,two") })).outcome).toMatchObject({
      status: "sandbox_error",
      detail: expect.stringContaining("did not start (125)"),
    });
    expect((await node("0", { submission: "/nowhere/at/all" })).outcome).toMatchObject({
      status: "sandbox_error",
      detail: expect.stringContaining("/nowhere/at/all"),
    });
  });

  test("the bundler runs behind the filter and reads nothing of the host", async () => {
    const submission = folderOf({
      "main.ts": 'import { a } from "./a.ts"; console.log(a satisfies number);',
      "a.ts": "export const a: number = 42;",
      "bad.ts": 'import t from "../../../../etc/shadow"; console.log(t);',
    });
    const bundle = (entry: string) =>
      runIn(sandbox!, { binary: esbuildBinary }, [entry, "--bundle", "--loader:=text"], { submission });
    const good = await bundle("/submission/main.ts");
    expect(good.outcome).toMatchObject({ status: "exited", exitCode: 0 });
    expect(good.output).toContain("42");
    expect(await bundle("/submission/bad.ts")).toMatchObject({ outcome: { status: "exited", exitCode: 1 }, output: "" });
  });

  test("a judge that is killed takes its runs with it, and the next start removes the container", async () => {
    const folder = mkdtempSync("/tmp/vigie-killed-");
    try {
      chmodSync(folder, 0o755);
      bundleDriver("killed-judge-driver.ts", join(folder, "driver.mjs"));
      const marker = `marker-${process.pid}-${Date.now()}`;
      const args = [join(folder, "driver.mjs"), marker, "container"];
      const judge = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      await new Promise((resolve) => judge.stdout.once("data", resolve));
      const alive = (): boolean => saying(marker).some(({ pid }) => pid !== judge.pid);
      expect(alive()).toBe(true);
      judge.kill("SIGKILL");
      await new Promise((resolve) => judge.once("exit", resolve));
      expect(await within(3000, () => !alive())).toBe(true);
      const next = await openSandbox("container");
      if (next.kind === "ready") await next.sandbox.close();
      const listed = spawn("/usr/bin/podman", ["ps", "--all", "--format", "{{.Names}}"], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const names = (await listed.stdout.toArray()).join("");
      expect(names).not.toContain(`vigie-${judge.pid}-`);
      const left = readdirSync("/var/tmp").filter((name) => existsSync(join("/var/tmp", name, "d", marker)));
      expect(left).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
