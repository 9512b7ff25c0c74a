import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Makes the small sets anew, and the baselines on them with scikit-learn. */
it("what the repository keeps of each dataset is what the data give, to the byte", { timeout: 900_000 }, () => {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "datasets", "--", "--check", "--quick"], {
    cwd: ROOT,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(stdout, stderr).toBe("");
  expect(status, stderr).toBe(0);
});
