import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDataDir } from "./data-dir-lock.ts";
import { StoreLockedError } from "./errors.ts";
import { lives, ownIdentity } from "./process-identity.ts";

let dataDir = "";
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), "vigie-lock-"))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const owner = () => join(dataDir, "owner.json");

async function holder(): Promise<ChildProcess> {
  const script = join(import.meta.dirname, "..", "test", "hold-lock.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

test("the second process is refused with the first one's PID; after kill -9 the next takes over at once", async () => {
  const child = await holder();
  const refused = await lockDataDir(dataDir).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StoreLockedError);
  expect(refused).toMatchObject({ pid: child.pid, message: expect.stringContaining(String(child.pid)) });
  child.kill("SIGKILL");
  await once(child, "exit");
  const lock = await lockDataDir(dataDir);
  expect(JSON.parse(readFileSync(owner(), "utf8"))).toMatchObject({ pid: process.pid });
  lock.release();
});

test("of many that come at once, one gets it", async () => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDir(dataDir)));
  const held = results.filter((result) => result.status === "fulfilled");
  expect(held).toHaveLength(1);
  held[0].value.release();
});

test("a PID that another process has by now does not count", async () => {
  writeFileSync(owner(), JSON.stringify({ ...ownIdentity(), start: "1" }));
  (await lockDataDir(dataDir)).release();
});

test("an owner of another boot or container counts while its file is touched", async () => {
  writeFileSync(owner(), JSON.stringify({ pid: 1, start: "1", world: "elsewhere" }));
  await expect(lockDataDir(dataDir)).rejects.toMatchObject({ pid: 1 });
  const old = new Date(Date.now() - 60_000);
  utimesSync(owner(), old, old);
  (await lockDataDir(dataDir)).release();
});

test("an owner's file cut short by a power cut is no owner", async () => {
  writeFileSync(owner(), '{"pid":');
  (await lockDataDir(dataDir)).release();
});

test("this process lives; one with its PID and another start does not; of another world nothing is known", () => {
  const own = ownIdentity();
  expect(lives(own)).toBe(true);
  expect(lives({ ...own, start: "1" })).toBe(process.platform !== "linux");
  expect(lives({ ...own, pid: 2 ** 30 })).toBe(false);
  expect(lives({ ...own, world: "elsewhere" })).toBeNull();
});
