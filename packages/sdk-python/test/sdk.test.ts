import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { python, room } from "./python.ts";

const file = join(import.meta.dirname, "test_sdk.py");
const claims = [...readFileSync(file, "utf8").matchAll(/def test_(\w+)/g)].map(([, claim]) => claim);
let told = "";

beforeAll(() => {
  told = spawnSync(python, ["-B", "-m", "unittest", "-v", "test_sdk"], {
    cwd: import.meta.dirname,
    encoding: "utf8",
    env: { PYTHONPATH: room },
  }).stderr;
});

test.each(claims)("in Python: %s", (claim) => {
  expect(told).toMatch(new RegExp(`^test_${claim} .*\\.\\.\\. ok$`, "m"));
});

test("the Python SDK's sources are those of Python 3.9", () => {
  const check = `import ast, glob; [ast.parse(open(f, encoding="utf-8").read(), f, feature_version=(3, 9)) for f in glob.glob("vigie/**/*.py", recursive=True) + ["run.py"]]`;
  expect(spawnSync(python, ["-c", check], { cwd: room, encoding: "utf8" }).stderr).toBe("");
});
