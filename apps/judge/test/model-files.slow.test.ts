import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { openBench, type JudgeBench, type Sources } from "./judge-bench.ts";

const found = await openSandbox("auto");
const missing = found.kind === "missing" ? ` (no sandbox: ${found.missing.reason})` : "";

const MANIFEST = { challenge: "follow-the-money" };
const WEIGHTS = "AAAAAAAA";
const MODEL = { "model/weights.bin": WEIGHTS, "model/rules.json": '{"mcc":7311}' };

const TYPESCRIPT: Sources = {
  ...MODEL,
  "vigie.json": JSON.stringify({ ...MANIFEST, language: "typescript", entry: "detector.ts" }),
  "detector.ts": `import { readFileSync } from "node:fs";
import { alert, defineDetector } from "@vigie/sdk";
const weights = readFileSync("/submission/model/weights.bin");
const { mcc } = JSON.parse(readFileSync("/submission/model/rules.json", "utf8"));
export default defineDetector((account) => {
  const ads = account.transactions.filter((t) => t.mcc === mcc);
  return alert({ score: ads.length / (ads.length + weights.length), role: "controller" });
});
`,
};
const PYTHON: Sources = {
  ...MODEL,
  "vigie.json": JSON.stringify({ ...MANIFEST, language: "python", entry: "detector.py" }),
  "detector.py": `import json
from pathlib import Path
from vigie import alert, detector

MODEL = Path(__file__).parent / "model"
WEIGHTS = (MODEL / "weights.bin").read_bytes()
MCC = json.loads((MODEL / "rules.json").read_text())["mcc"]

@detector
def detect(account):
    ads = [t for t in account.transactions if t.mcc == MCC]
    return alert(score=len(ads) / (len(ads) + len(WEIGHTS)), role="controller")
`,
};

describe.skipIf(found.kind === "missing")(`a model's files${missing}`, () => {
  let bench: JudgeBench;
  beforeAll(async () => {
    if (found.kind === "ready") bench = await openBench(found.sandbox);
  });
  afterAll(() => bench.close());

  it("are read by a detector in either language, with the same score", async () => {
    const [typescript, python] = [await bench.judge(TYPESCRIPT), await bench.judge(PYTHON)];
    expect(typescript, typescript.practice?.log).toMatchObject({ verdict: "accepted" });
    expect(python, python.practice?.log).toMatchObject({ verdict: "accepted" });
    expect(python.score).toEqual(typescript.score);
  });
});
