import process from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { openBench, type JudgeBench, type Sources } from "./judge-bench.ts";
import { openUserBench } from "./user-bench.ts";

type Bench = Pick<JudgeBench, "judge" | "close">;

async function openHere(): Promise<Bench | null> {
  const found = await openSandbox("auto");
  return found.kind === "ready" ? openBench(found.sandbox) : null;
}

const MANIFEST = JSON.stringify({ challenge: "follow-the-money", language: "typescript", entry: "detector.ts" });
const RULE = `import { alert, defineDetector } from "@vigie/sdk";
export default defineDetector((account) => alert({ score: account.transactions.length / 100_000 }));\n`;
const sources = (detector: string): Sources => ({ "vigie.json": MANIFEST, "detector.ts": detector });
const CALLS = "f(1,{a});\n".repeat(400_000);

describe.each([
  ["the judge of whoever tests", openHere],
  ["an ordinary user's judge", process.getuid?.() === 0 ? openUserBench : () => Promise.resolve(null)],
])("the bundler, started by %s,", async (_way, open) => {
  const bench = await open();
  afterAll(() => bench?.close());

  it.skipIf(bench === null)("builds four million bytes of dense code", { timeout: 120_000 }, async () => {
    const judged = await bench?.judge(sources(`${RULE}function unused(f, a) {${CALLS}}`));
    expect(judged?.verdict, judged?.practice?.log).toBe("accepted");
  });

  it.skipIf(bench === null)("is no error in the sources where it has no room", { timeout: 120_000 }, async () => {
    const deep = `export default ${"(".repeat(400_000)}1${")".repeat(400_000)};`;
    const judged = await bench?.judge(sources(deep));
    expect(judged).toMatchObject({ verdict: "memory_limit", reason: "memory_limit" });
    expect(judged?.practice?.log).toMatch(/needed more memory/);
    expect(judged?.practice?.log).not.toMatch(/goroutine|runtime/);
  });
});
