import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundleDriver } from "./support/bundle.ts";
import { sandbox } from "./support/machine.ts";

// where the tests run as an ordinary user, attacks.test.ts is this test
describe.skipIf(sandbox === null)("started by an ordinary user, without a cgroup", () => {
  test("every attack ends as it must", () => {
    if (process.getuid?.() !== 0) return;
    const folder = mkdtempSync("/tmp/vigie-ordinary-");
    try {
      chmodSync(folder, 0o755);
      bundleDriver("ordinary-user-driver.ts", join(folder, "driver.mjs"));
      cpSync(join(import.meta.dirname, "attacks"), join(folder, "attacks"), { recursive: true });
      const asUser = [
        "--reuid",
        "12345",
        "--regid",
        "12345",
        "--clear-groups",
        process.execPath,
        join(folder, "driver.mjs"),
        join(folder, "attacks"),
      ];
      const run = spawnSync("/usr/bin/setpriv", asUser, { encoding: "utf8", env: { PATH: "/usr/bin:/bin" }, cwd: "/" });
      expect(run.stdout).toBe("weaknesses: no-cgroup shared-uid\ndone\n");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
