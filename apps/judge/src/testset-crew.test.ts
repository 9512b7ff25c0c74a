import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDigest } from "@vigie/testset";
import { tinyChallenge } from "../test/judge-bench.ts";
import type { Installation } from "./installation.ts";
import { makeTestset } from "./make-testset.ts";
import { splitSeed } from "./prepare-split.ts";
import { threadsFor } from "./testset-crew.ts";

const root = join(import.meta.dirname, "../../..");
const scratch = mkdtempSync(join(tmpdir(), "vigie-crew-"));
const threadFile = join(scratch, "testset-thread.mjs");
const challenge = tinyChallenge();
const installation: Installation = {
  sdkDir: scratch,
  datasetsDir: join(root, "datasets"),
  bundlerBinary: null,
  generators: { bank: "test" },
  judge: "test",
  threadFile,
};

beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, "testset-thread.ts")],
    outfile: threadFile,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  }),
);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let count = 0;

/** Makes a public split of 700 accounts, or of as many as are wished. */
async function make(threads: number, own: Partial<Installation> = {}, accounts = 700): Promise<string> {
  const folder = join(scratch, `sets-${++count}`, "set");
  const seed = splitSeed(installation, challenge, "public", Buffer.alloc(32, 3));
  const wish = { split: "public", seed, size: { accounts }, folder, threads, onProgress: () => undefined } as const;
  await makeTestset({ ...installation, ...own }, challenge, wish);
  return folder;
}

function leftovers(): string[] {
  const parent = join(scratch, `sets-${count}`);
  return existsSync(parent) ? readdirSync(parent) : [];
}

/** A thread of other people's making. */
function otherThread(name: string, source: string): Partial<Installation> {
  const file = join(scratch, `${name}.mjs`);
  writeFileSync(file, source);
  return { threadFile: file };
}

describe("a test set that several threads make", () => {
  it("is the same to the last byte whatever their number", async () => {
    const alone = readDigest(await make(1));
    for (const threads of [2, 4]) expect(readDigest(await make(threads))).toEqual(alone);
  });

  it("has nothing but its own files", async () => {
    const alone = readdirSync(await make(1), { recursive: true })
      .map(String)
      .sort();
    expect(
      readdirSync(await make(2), { recursive: true })
        .map(String)
        .sort(),
    ).toEqual(alone);
    expect(leftovers()).toEqual(["set"]);
  });

  it("fails with what a thread says, and leaves nothing", async () => {
    await expect(make(2, {}, 99)).rejects.toThrow(/accounts: expected a whole number from 100/);
    expect(leftovers()).toEqual([]);
  });

  it.each([
    ["ends", "process.exit(3)", /ended early, with exit code 3/],
    ["breaks", "null.x", /broke: .*null/],
    ["talks nonsense", "require('node:worker_threads').parentPort.postMessage({ kind: 'nonsense' })", /no answer/],
    ["stays out of memory's reach", "throw new RangeError('Array buffer allocation failed')", /broke: Array buffer/],
  ])("fails where a thread %s, and leaves nothing", async (name, act, message) => {
    const source = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);
      require("node:worker_threads").parentPort.on("message", () => { ${act}; });`;
    await expect(make(2, otherThread(name.replaceAll(/\W/g, "-"), source))).rejects.toThrow(message);
    expect(leftovers()).toEqual([]);
  });

  it("fails where the thread's file is not there, and leaves nothing", async () => {
    await expect(make(2, { threadFile: join(scratch, "nowhere.mjs") })).rejects.toThrow(/nowhere\.mjs/);
    expect(leftovers()).toEqual([]);
  });

  it("tells a disk that fills up in a thread as any other", async () => {
    const source = `import { parentPort } from "node:worker_threads";
      parentPort.on("message", () => parentPort.postMessage({ kind: "failed", failure: { message: "ENOSPC: no space left", code: "ENOSPC", problems: [] } }));`;
    await expect(make(2, otherThread("full", source))).rejects.toMatchObject({ code: "disk-full" });
    expect(leftovers()).toEqual([]);
  });
});

it.each([
  [5_000, 8, 1],
  [10_000, 8, 2],
  [20_000, 8, 4],
  [100_000, 8, 4],
  [100_000, 1, 1],
  [100_000, 2, 2],
  [100_000, 3, 2],
  [100_000, 4, 3],
])("%d subjects on %d processors are worth %d threads", (subjects, processors, threads) =>
  expect(threadsFor(subjects, processors)).toBe(threads),
);
