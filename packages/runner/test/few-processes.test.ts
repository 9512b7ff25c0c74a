import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSandbox } from "../src/index.ts";
import { bundleDriver } from "./support/bundle.ts";

const opened = await openSandbox("auto");
if (opened.kind === "ready") await opened.sandbox.close();

// In a container process numbers are few, and those of a run's own namespace name nobody outside of it.
test.skipIf(opened.kind === "missing")("the sandbox starts where hardly any process runs beside the judge", () => {
  const folder = mkdtempSync(join(tmpdir(), "vigie-few-"));
  const driver = join(folder, "driver.mjs");
  bundleDriver("first-start-driver.ts", driver);
  const asOrdinaryUser = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
  const script = `echo 5000 > /proc/sys/kernel/ns_last_pid && exec "$0" "$1"`;
  const start = ["--mount", "--pid", "--fork", "--mount-proc", "--kill-child", "sh", "-c", script, process.execPath, driver];
  try {
    expect(execFileSync("/usr/bin/unshare", [...asOrdinaryUser, ...start], { encoding: "utf8" })).toBe("ready\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
