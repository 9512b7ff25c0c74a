import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { CHALLENGE, Home } from "./command-line.ts";

const home = new Home();
afterAll(() => rmSync(home.folder, { recursive: true, force: true }));

const opened = await openSandbox("container");
if (opened.kind === "ready") await opened.sandbox.close();
else console.log(`no container engine here: ${opened.missing.detail}`);

/** All that a verdict says but what the run used, which no two runs share. */
function verdictOf(submission: string, sandbox: string): unknown {
  const tried = home.vigie(["try", join(CHALLENGE, "submissions/accepted", submission), "--json"], { VIGIE_SANDBOX: sandbox });
  expect(tried.code, tried.err).toBe(0);
  const { practice, ...rest } = JSON.parse(tried.out);
  return { ...rest, practice: { ...practice, resources: null } };
}

// where no engine answers these are skipped, which CI counts as a failure
describe.skipIf(opened.kind === "missing")("judging in containers", () => {
  it.each(["indicator-rules", "python-rules"])(
    "gives %s the verdict, score, parts and mistakes that bubblewrap gives",
    (submission) => {
      const contained = verdictOf(submission, "container");
      expect(contained).toMatchObject({ verdict: "accepted", score: { parts: {} } });
      expect(contained).toEqual(verdictOf(submission, "bubblewrap"));
    },
    240_000,
  );

  it("refuses a back end that it does not know", () => {
    const tried = home.vigie(["try", join(CHALLENGE, "submissions/accepted/one-rule")], { VIGIE_SANDBOX: "contaner" });
    expect(tried).toMatchObject({ code: 2, err: expect.stringMatching(/auto, bubblewrap, container, none.*contaner/) });
  });
});
