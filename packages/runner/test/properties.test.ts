import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { cpus } from "node:os";
import { expect, test } from "vitest";
import type { Limits, Sandbox } from "../src/index.ts";
import { describeWays } from "./support/every-way.ts";
import { LIMITS, runIn } from "./support/machine.ts";
import { FAST_WAYS, type Way } from "./support/ways.ts";

const NAMESPACES = ["user", "mnt", "pid", "net", "ipc", "uts", "cgroup"];

interface HostProcess {
  /** The first word of its command line. */
  readonly program: string;
  readonly session: number;
  readonly uid: number;
  readonly environment: string;
}

/** Processes of the host whose command line holds the words, as root or their owner sees them. */
function processesSaying(words: string): HostProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): HostProcess[] => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8");
        if (!command.includes(words)) return [];
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const uid = /^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1];
        const session = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[3];
        const environment = readFileSync(`/proc/${name}/environ`, "utf8");
        return [{ program: command.split("\0")[0], session: Number(session), uid: Number(uid), environment }];
      } catch {
        return [];
      }
    });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function properties(sandbox: Sandbox, way: Way): void {
  const python = (source: string, limits: Partial<Limits> = {}) =>
    runIn(sandbox, { runtime: "python" }, ["-c", source], { limits: { wallMs: 30_000, ...limits } });
  const node = (source: string, limits: Partial<Limits> = {}) =>
    runIn(sandbox, { runtime: "node" }, ["-e", source], { limits: { wallMs: 30_000, ...limits } });

  test("every namespace is the run's own", async () => {
    const { output } = await python(
      `import os, json; print(json.dumps({n: os.readlink("/proc/self/ns/" + n) for n in ${JSON.stringify(NAMESPACES)}}))`,
    );
    const inside: unknown = JSON.parse(output);
    const shared = NAMESPACES.filter((name) => Reflect.get(Object(inside), name) === readlinkSync(`/proc/self/ns/${name}`));
    expect(shared).toEqual([]);
  });

  test("on the host a run has a session of its own and an account that is not root's, and no starter has an environment", async () => {
    const words = `sleeper ${process.pid} ${way.name}`;
    const run = python(`import time; time.sleep(2) # ${words}`);
    let seen: HostProcess[] = [];
    for (let attempt = 0; attempt < 400 && seen.length === 0; attempt++) {
      await pause(5);
      seen = processesSaying(words);
    }
    expect((await run).outcome.status).toBe("exited");
    expect(seen.length).toBeGreaterThan(0);
    const own = readFileSync("/proc/self/stat", "utf8");
    for (const { program, session, uid, environment } of seen) {
      expect(uid).not.toBe(0);
      expect(session).not.toBe(Number(own.slice(own.lastIndexOf(")") + 2).split(" ")[3]));
      if (!program.includes("python")) expect(environment).toBe("");
      expect(environment).not.toContain("VIGIE_TEST_CANARY");
    }
    expect(processesSaying(words)).toEqual([]);
  });

  test("limits stand as declared, soft and hard alike", async () => {
    const names = ["CORE", "NOFILE", "NPROC", "FSIZE", "CPU", "SIGPENDING", "MSGQUEUE", "MEMLOCK"];
    const { output } = await python(
      `import resource\nfor n in ${JSON.stringify(names)}: print(n, *resource.getrlimit(getattr(resource, "RLIMIT_" + n)))`,
    );
    const rows = Object.fromEntries(
      output
        .trim()
        .split("\n")
        .map((row) => [row.split(" ")[0], row.split(" ").slice(1).map(Number)]),
    );
    expect(rows).toMatchObject({
      CORE: [0, 0],
      NOFILE: [256, 256],
      NPROC: [64, 64],
      FSIZE: [LIMITS.tmpMiB * 1024 * 1024, LIMITS.tmpMiB * 1024 * 1024],
      SIGPENDING: [256, 256],
      MSGQUEUE: [0, 0],
      MEMLOCK: [65536, 65536],
    });
    const [softCpu, hardCpu] = rows["CPU"] ?? [];
    expect(softCpu).toBe(hardCpu);
    expect(softCpu).toBeGreaterThanOrEqual(LIMITS.cpuMs / 1000);
  });

  test("wall time and CPU time are told apart", async () => {
    const sleeps = (await python("import time; time.sleep(1)")).outcome.usage;
    expect(sleeps.wallMs).toBeGreaterThan(900);
    expect(sleeps.cpuMs).toBeLessThan(500);
    expect((await python("while True: pass", { cpuMs: 300 })).outcome.status).toBe("cpu_time");
  });

  test.each([
    [
      "ignores every signal",
      "import signal, time\nfor n in range(1, 65):\n  try: signal.signal(n, signal.SIG_IGN)\n  except Exception: pass\nwhile True: time.sleep(1)",
    ],
    ["leads a session of its own", "import os, time\ntry: os.setsid()\nexcept OSError: pass\nwhile True: time.sleep(1)"],
    ["stops itself", "import os, signal\nwhile True: os.kill(os.getpid(), signal.SIGSTOP)"],
    [
      "spins in many threads",
      "import threading\nfor _ in range(8): threading.Thread(target=lambda: [None for _ in iter(int, 1)]).start()",
    ],
  ])("a program that %s is gone within a second of its limit", async (_name, source) => {
    const overs: number[] = [];
    // the best of a few: what a busy machine adds is not the program's doing
    for (let attempt = 0; attempt < 4 && !overs.some((over) => over < 1000); attempt++) {
      const words = `${process.pid} ${attempt} ${way.name}`;
      const { outcome } = await python(`${source} # ${words}`, { wallMs: 500 });
      expect(outcome.status).toBe("wall_time");
      expect(processesSaying(words)).toEqual([]);
      overs.push(outcome.usage.wallMs - 500);
    }
    expect(Math.min(...overs)).toBeLessThan(1000);
  });

  test("two runs at once never share a processor where each has one of its own", async () => {
    const source = "import os, time; time.sleep(0.5); print(*sorted(os.sched_getaffinity(0)))";
    const runs = await Promise.all([python(source), python(source)]);
    const held = runs.map(({ output }) => output.trim().split(" "));
    // a judge elsewhere on this machine may hold them: then a run may go anywhere
    const pinned = held.filter((list) => list.length === 1);
    expect(held.filter((list) => list.length !== 1 && list.length !== cpus().length)).toEqual([]);
    expect(new Set(pinned.flat()).size).toBe(pinned.length);
  });

  test("time zone, locale and seeds are the same for every run", async () => {
    const inJavaScript =
      "console.log(new Date().getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone, (1234.5).toLocaleString(), Math.random())";
    const inPython = "import locale, time; print(time.tzname, locale.setlocale(locale.LC_ALL, ''), hash('vigie'))";
    const [first, second] = [await node(inJavaScript), await node(inJavaScript)];
    expect(second.output).toBe(first.output);
    expect(first.output).toMatch(/^0 UTC 1,234\.5 0\.\d+\n$/);
    const [one, other] = [await python(inPython), await python(inPython)];
    expect(other.output).toBe(one.output);
    expect(one.output).toMatch(/^\('UTC', 'UTC'\) C\.UTF-8 -?\d+\n$/);
  });

  test("a file in the sandbox is of no other time than the fixed one", async () => {
    const { output } = await python(
      "import os\nprint({int(os.stat(os.path.join(f, n)).st_mtime) for top in ('/submission', '/etc') for f, d, names in os.walk(top) for n in names})",
    );
    expect(output).toBe("{946684800}\n");
  });
}

await describeWays(FAST_WAYS, properties);
