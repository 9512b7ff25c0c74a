import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hostArgument, openPlainSandbox } from "./plain-sandbox.ts";

const places = { submission: "/home/a/team", data: null, sdk: "/s", tmp: "/tmp/x" };

test.each([
  ["/submission/main.js", "/home/a/team/main.js"],
  ["--outfile=/tmp/out.js", "--outfile=/tmp/x/out.js"],
  ["--alias:@vigie/sdk=/sdk/sdk.js", "--alias:@vigie/sdk=/s/sdk.js"],
  ["/data", "/data"],
  ["/submissions/x", "/submissions/x"],
  ["a/submission/x", "a/submission/x"],
])("%s becomes %s on the host", (argument, expected) => expect(hostArgument(argument, places)).toBe(expected));

test("closing it ends what still runs", async () => {
  const sandbox = openPlainSandbox();
  const submission = mkdtempSync(join(tmpdir(), "vigie-plain-"));
  let printed = "";
  const run = sandbox.run({
    program: { runtime: "node" },
    args: ["-e", "console.log(process.pid); setInterval(() => {}, 1000)"],
    submission,
    inputs: null,
    sdk: null,
    limits: { cpuMs: 60_000, wallMs: 60_000, memoryMiB: 256, tmpMiB: 4, outputMiB: 1, logKiB: 16 },
    onOutput: (chunk) => (printed += String(chunk)),
  });
  await expect.poll(() => printed, { timeout: 60_000 }).toMatch(/\d+\n/);
  await sandbox.close();
  expect((await run).status).toBe("signalled");
  expect(() => process.kill(Number(printed), 0)).toThrow(/ESRCH/);
  rmSync(submission, { recursive: true, force: true });
});
