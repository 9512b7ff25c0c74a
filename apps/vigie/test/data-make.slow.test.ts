/** `vigie data make` as a person runs it, and stops it. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import { Home, ROOT, until, VIGIE } from "./command-line.ts";

const home = new Home();
afterAll(() => rmSync(home.folder, { recursive: true, force: true }));

function partial(name: string): string | undefined {
  return readdirSync(home.folder).find((entry) => entry.startsWith(`${name}.partial-`));
}

/** Starts a making that takes a while, waits until rows lie in its spools, and sends a signal. */
async function stopped(name: string, workers: number, signal: NodeJS.Signals): Promise<number | null> {
  const args = ["data", "make", "follow-the-money", "--accounts", "60000", "--workers", `${workers}`, "--out", name];
  const child = spawn(process.execPath, [VIGIE, ...args], { cwd: home.folder, env: home.environment(), stdio: "ignore" });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await until("rows on disk", 1, () => {
    const at = partial(name);
    const spools = at === undefined ? "" : join(home.folder, at, "labels", "spools");
    return Promise.resolve(existsSync(spools) && readdirSync(spools).length >= workers ? true : null);
  });
  child.kill(signal);
  return ended;
}

describe("vigie data make", () => {
  it.each([
    [1, "SIGINT", 130],
    [2, "SIGINT", 130],
    [2, "SIGTERM", 143],
  ] as const)(
    "with %d workers, stopped by %s, leaves nothing behind",
    async (workers, signal, code) => {
      const name = `stopped-${workers}-${signal}`;
      expect(await stopped(name, workers, signal)).toBe(code);
      expect(readdirSync(home.folder).filter((entry) => entry.startsWith(name))).toEqual([]);
    },
    120_000,
  );

  it("makes the same set from an unpacked kit, whose thread lies beside the command line", () => {
    const kit = join(home.folder, "kit");
    const dist = join(ROOT, "apps/vigie/dist");
    mkdirSync(kit);
    const files = [
      ["kit-entry.mjs", "vigie.mjs"],
      ["vigie.mjs", "cli.mjs"],
      ["testset-thread.mjs", "testset-thread.mjs"],
    ];
    for (const [from, as] of files) cpSync(join(dist, from), join(kit, as));
    for (const part of ["challenges", "datasets"]) cpSync(join(ROOT, part), join(kit, part), { recursive: true });
    const args = ["data", "make", "follow-the-money", "--accounts", "300", "--json", "--workers"];
    const checksums = [
      home.node([join(kit, "vigie.mjs"), ...args, "2", "--out", "from-kit"]),
      home.vigie([...args, "2", "--out", "two"]),
      home.vigie([...args, "1", "--out", "one"]),
    ].map((ended) => {
      expect(ended.code, ended.err).toBe(0);
      return JSON.stringify(JSON.parse(ended.out)["checksums"]);
    });
    expect(new Set(checksums).size).toBe(1);
  });
});
