import { expect, test } from "vitest";
import type { Sandbox } from "../../src/index.ts";
import { folderOf, runIn, stagedFolderOf } from "./machine.ts";

/** One suite for every back end: whoever asks cannot tell them apart but by what they contain. */
export function keepsTheContract(backEnd: Sandbox): void {
  const node = (source: string, more: Parameters<typeof runIn>[3] = {}) =>
    runIn(backEnd, { runtime: "node" }, ["-e", source], more);
  const python = (source: string, more: Parameters<typeof runIn>[3] = {}) =>
    runIn(backEnd, { runtime: "python" }, ["-c", source], more);

  test("an exit code comes back", async () => {
    expect((await node("process.exit(7)")).outcome).toMatchObject({
      status: "exited",
      exitCode: 7,
      signal: null,
      detail: null,
    });
  });

  test("a signal comes back by its name", async () => {
    expect((await node("process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 5000)")).outcome).toMatchObject({
      status: "signalled",
      signal: "SIGTERM",
      exitCode: null,
    });
  });

  test("standard output streams while the program runs", async () => {
    const seen: number[] = [];
    const { outcome } = await node("console.log(1); setTimeout(() => console.log(2), 300)", {
      onOutput: () => seen.push(performance.now()),
    });
    expect(outcome.status).toBe("exited");
    expect(seen[1] - seen[0]).toBeGreaterThan(150);
  });

  test("paths of submission, inputs, SDK and tmp are the same in every back end", async () => {
    const source = "for (const f of process.argv.slice(2)) console.log(require('fs').readFileSync(f, 'utf8'))";
    const submission = folderOf({ "main.cjs": source, "deep/er/a.txt": "mine" });
    const { output, outcome } = await runIn(
      backEnd,
      { runtime: "node" },
      ["/submission/main.cjs", "/submission/deep/er/a.txt", "/data/t.txt", "/sdk/s.txt"],
      { submission, inputs: await stagedFolderOf({ "t.txt": "theirs" }), sdk: folderOf({ "s.txt": "sdk" }) },
    );
    expect(outcome.log).toBe("");
    expect(output).toBe("mine\ntheirs\nsdk\n");
  });

  test.each([
    ["wall_time", "setInterval(() => {}, 1000)", { wallMs: 400 }],
    [
      "wall_time",
      "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); setInterval(() => {}, 1000)",
      { wallMs: 400 },
    ],
    ["cpu_time", "for (;;);", { cpuMs: 400 }],
    ["memory", "const a = []; for (;;) a.push(new Array(1e4).fill(Math.random()))", { memoryMiB: 128 }],
    ["memory", "const a = []; for (;;) a.push(Buffer.alloc(1e6, 1))", { memoryMiB: 192 }],
    ["output", "const s = 'x'.repeat(1e6); const f = () => process.stdout.write(s, f); f()", {}],
    ["log", "const s = 'x'.repeat(1e6); const f = () => process.stderr.write(s, f); f()", {}],
  ] as const)("%s: node %s", async (status, source, limits) => {
    const { outcome } = await node(source, { limits });
    // bounded process by process, V8 is sometimes refused a page where it cannot say so
    const diedOfIt = status === "memory" && backEnd.weaknesses.includes("no-cgroup") && outcome.signal === "SIGSEGV";
    expect(diedOfIt ? "memory" : outcome.status).toBe(status);
  });

  test.each([
    ["cpu_time", "while True: pass", { cpuMs: 400 }],
    ["memory", "a = []\nwhile True: a.append(bytearray(10**6))", { memoryMiB: 128 }],
    ["memory", "raise MemoryError", {}],
    ["wall_time", "import time, signal; signal.signal(15, signal.SIG_IGN); time.sleep(60)", { wallMs: 400 }],
  ] as const)("%s: python %s", async (status, source, limits) => {
    expect((await python(source, { limits })).outcome.status).toBe(status);
  });

  test("no byte of output over the cap is handed on", async () => {
    const { output } = await node("process.stdout.write('x'.repeat(3e6))");
    expect(output).toHaveLength(1024 * 1024);
  });

  test("a long log keeps its head and its tail, and the program goes on", async () => {
    const { outcome } = await node(
      "console.error('first'); for (let i = 0; i < 9000; i++) console.error(i); console.error('last')",
    );
    expect(outcome).toMatchObject({ status: "exited", exitCode: 0, logTruncated: true });
    expect(outcome.log).toMatch(/^first\n/);
    expect(outcome.log).toMatch(/last\n$/);
    expect(outcome.log.length).toBeLessThan(17 * 1024);
  });

  test("an abort ends the run", async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 200);
    expect((await node("setInterval(() => {}, 1000)", { signal: abort.signal })).outcome.status).toBe("aborted");
    expect((await node("0", { signal: AbortSignal.abort() })).outcome.status).toBe("aborted");
  });

  test("Math.random and string hashes are the same each time", async () => {
    const first = await node("console.log(Math.random())");
    expect((await node("console.log(Math.random())")).output).toBe(first.output);
    const hash = await python("print(hash('x'))");
    expect((await python("print(hash('x'))")).output).toBe(hash.output);
  });

  test("usage tells time and bytes", async () => {
    const { outcome } = await node("while (process.cpuUsage().user < 300_000); console.log('ab'); console.error('c')");
    expect(outcome.usage).toMatchObject({ outputBytes: 3, logBytes: 2 });
    expect(outcome.usage.cpuMs).toBeGreaterThan(100);
    expect(outcome.usage.wallMs).toBeGreaterThan(100);
  });
}
