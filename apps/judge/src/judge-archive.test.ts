import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { packFolder } from "@vigie/store/archive";
import { openBench, type JudgeBench, type Sources } from "../test/judge-bench.ts";

const found = await openSandbox("auto");

const MANIFEST = JSON.stringify({ challenge: "follow-the-money", language: "typescript", entry: "detector.ts" }, null, 2);
const RULE = `import { alert, defineDetector } from "@vigie/sdk";
export default defineDetector((account) => alert({ score: account.transactions.length / 100_000 }));\n`;
const SOURCES: Sources = { "vigie.json": MANIFEST, "detector.ts": RULE };
const windows = (text: string): string => `\ufeff${text.replaceAll("\n", "\r\n")}`;

describe.skipIf(found.kind === "missing")("an archive is judged", () => {
  const home = mkdtempSync(join(tmpdir(), "vigie-archives-"));
  let bench: JudgeBench;
  beforeAll(async () => {
    if (found.kind === "ready") bench = await openBench(found.sandbox);
  });
  afterAll(async () => {
    rmSync(home, { recursive: true, force: true });
    await bench.close();
  });

  function folderOf(sources: Sources): string {
    const folder = mkdtempSync(join(home, "sources-"));
    for (const [name, text] of Object.entries(sources)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  }

  /** As archives were kept before there was one form. */
  function oldForm(sources: Sources): Buffer {
    const folder = folderOf(sources);
    const made = spawnSync("tar", ["-czf", join(home, "old.tar.gz"), "-C", folder, ...Object.keys(sources)]);
    expect(made.status).toBe(0);
    return readFileSync(join(home, "old.tar.gz"));
  }

  it("of the form of before to the same score as the canonical one", async () => {
    const canonical = await packFolder(folderOf(SOURCES), Object.keys(SOURCES));
    const [now, before] = [await bench.judgeArchive(canonical), await bench.judgeArchive(oldForm(SOURCES))];
    expect(now).toMatchObject({ verdict: "accepted" });
    expect(before.score).toEqual(now.score);
  });

  it("with a byte order mark and line breaks of Windows in its files", async () => {
    const sources = Object.fromEntries(Object.entries(SOURCES).map(([name, text]) => [name, windows(text)]));
    expect(await bench.judgeArchive(oldForm(sources))).toMatchObject({ verdict: "accepted" });
  });

  it("to a verdict, not an error of ours, where it came before its kind was refused", async () => {
    const judged = await bench.judgeArchive(oldForm({ ...SOURCES, ".vigie": "" }));
    expect(judged).toMatchObject({ verdict: "build_error", reason: "bad_manifest", score: null });
    expect(judged.practice?.log).toContain(".vigie");
  });
});
