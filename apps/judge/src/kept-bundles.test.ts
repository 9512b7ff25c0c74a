import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSandbox } from "@vigie/runner";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openBench } from "../test/judge-bench.ts";
import type { Installation } from "./installation.ts";
import { keptBundle, sweepBundles } from "./kept-bundles.ts";

const parent = mkdtempSync(join(tmpdir(), "vigie-kept-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const bundler = join(parent, "bundler");
writeFileSync(bundler, "one");
const HERE: Installation = {
  sdkDir: "",
  datasetsDir: "",
  generators: {},
  judge: "j",
  bundlerBinary: bundler,
};
const SUBMISSION = { id: "s1", digest: "a".repeat(64) };
const BUNDLE = Buffer.from("export default 1;\n");
const NOW = 1_700_000_000_000;
const DAY_MS = 24 * 3_600_000;

describe("a kept bundle", () => {
  let folder = "";
  beforeEach(() => {
    folder = join(mkdtempSync(join(parent, "event-")), "bundles");
    sweepBundles(folder, NOW);
    keptBundle(folder, HERE, SUBMISSION).keep(BUNDLE);
  });
  const onlyFile = (): string => join(folder, readdirSync(folder)[0]);

  it("comes back whole to the same submission, once", () => {
    expect(keptBundle(folder, HERE, SUBMISSION).take()).toEqual(BUNDLE);
    expect(readdirSync(folder)).toEqual([]);
    expect(keptBundle(folder, HERE, SUBMISSION).take()).toBeNull();
  });

  it.each([
    ["another submission of the same archive", HERE, { ...SUBMISSION, id: "s2" }],
    ["another archive", HERE, { ...SUBMISSION, digest: "b".repeat(64) }],
    ["another judge", { ...HERE, judge: "k" }, SUBMISSION],
    ["another bundler", { ...HERE, bundlerBinary: null }, SUBMISSION],
  ])("is not there for %s", (_what, installation, submission) => {
    expect(keptBundle(folder, installation, submission).take()).toBeNull();
    expect(keptBundle(folder, HERE, SUBMISSION).take()).toEqual(BUNDLE);
  });

  it.each([
    ["cut", (file: string) => truncateSync(file, statSync(file).size - 1)],
    ["empty", (file: string) => truncateSync(file, 0)],
    ["changed", (file: string) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from(" ")]))],
  ])("counts as none where its file is %s", (_how, damage) => {
    damage(onlyFile());
    expect(keptBundle(folder, HERE, SUBMISSION).take()).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is the judge's account's alone", () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
  });

  it("is kept up to a megabyte", () => {
    const other = keptBundle(folder, HERE, { ...SUBMISSION, id: "s3" });
    other.keep(new Uint8Array((1 << 20) + 1));
    expect(other.take()).toBeNull();
  });

  it("goes a day after nobody took it, and nothing else in the folder does", () => {
    writeFileSync(join(folder, "notes.txt"), "");
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), NOW / 1000, NOW / 1000);
    sweepBundles(folder, NOW + DAY_MS);
    expect(readdirSync(folder)).toHaveLength(2);
    sweepBundles(folder, NOW + DAY_MS + 1);
    expect(readdirSync(folder)).toEqual(["notes.txt"]);
  });

  it("is no error where it cannot be kept", () => {
    const nowhere = keptBundle(join(folder, "not", "there"), HERE, SUBMISSION);
    expect(() => nowhere.keep(BUNDLE)).not.toThrow();
    expect(nowhere.take()).toBeNull();
  });
});

const found = await openSandbox("auto");
const missing = found.kind === "missing" ? ` (no sandbox: ${found.missing.reason})` : "";

describe.skipIf(found.kind === "missing")(`judging with a keeper${missing}`, () => {
  const rule = (mcc: number, before = ""): string => `import { alert, defineDetector } from "@vigie/sdk";
export default defineDetector((account) => {
  ${before}
  const rows = account.transactions.filter((t) => t.mcc === ${mcc});
  return alert({ score: rows.length / (rows.length + 5) });
});\n`;
  const manifest = JSON.stringify({ challenge: "follow-the-money", language: "typescript", entry: "detector.ts" });
  const sources = (detector: string) => ({ "vigie.json": manifest, "detector.ts": detector });

  it("keeps what an accepted practice run ran, and runs what was kept", async () => {
    if (found.kind === "missing") return;
    const bench = await openBench(found.sandbox);
    const kept: Buffer[] = [];
    const keeper = { take: () => kept.pop() ?? null, keep: (bundle: Uint8Array) => kept.push(Buffer.from(bundle)) };
    const first = await bench.judge(sources(rule(7311)), keeper);
    const other = await bench.judge(sources(rule(5812)));
    expect(other.score).not.toEqual(first.score);
    kept.push(Buffer.from(String(kept.pop()).replace("7311", "5812")));
    expect((await bench.judge(sources(rule(7311)), keeper)).score).toEqual(other.score);
    kept.length = 0;
    expect((await bench.judge(sources(rule(7311, "throw new Error();")), keeper)).verdict).toBe("runtime_error");
    expect(kept).toEqual([]);
    await bench.close();
  });
});
