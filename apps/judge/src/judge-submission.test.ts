import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import type { Judgement, PracticeReport } from "@vigie/spec";
import { openBench, type JudgeBench, type Sources } from "../test/judge-bench.ts";

const found = await openSandbox("auto");
const missing = found.kind === "missing" ? ` (no sandbox: ${found.missing.reason})` : "";

const MANIFEST = { challenge: "follow-the-money", language: "typescript", entry: "detector.ts" };

function typescript(detector: string, own: Record<string, unknown> = {}): Sources {
  return { "vigie.json": JSON.stringify({ ...MANIFEST, ...own }), "detector.ts": detector };
}

function python(detector: string): Sources {
  const manifest = { ...MANIFEST, language: "python", entry: "detector.py" };
  return { "vigie.json": JSON.stringify(manifest), "detector.py": detector };
}

/** A program that prints its lines by itself. */
function lines(program: string): Sources {
  return typescript(program, { protocol: "lines" });
}

/** A program that would have the bundler put a file of the machine into what runs. */
function inlines(file: string, type: string): Sources {
  return typescript(`import text from "${file}" with { type: "${type}" };\nconsole.log(text);`);
}

const SDK = 'import { alert, defineDetector } from "@vigie/sdk";\n';
const RULE = `${SDK}export default defineDetector((account) => {
  const ads = account.transactions.filter((t) => t.mcc === 7311);
  return alert({ score: ads.length / (ads.length + 5), role: "controller" });
});\n`;

function practiceOf({ practice }: Judgement): PracticeReport {
  if (practice === null) throw new Error("a practice report was expected");
  return practice;
}

describe.skipIf(found.kind === "missing")(`judging in a sandbox${missing}`, () => {
  let bench: JudgeBench;
  beforeAll(async () => {
    if (found.kind === "ready") bench = await openBench(found.sandbox);
  });
  afterAll(async () => {
    await bench.close();
  });

  it("accepts a detector and tells its score with the parts", async () => {
    const judgement = await bench.judge(typescript(RULE));
    expect(judgement).toMatchObject({ verdict: "accepted", reason: "accepted" });
    expect(judgement.score?.points).toBeGreaterThan(0);
    expect(judgement.replicates).toHaveLength(bench.challenge.interval.resamples);
    expect(practiceOf(judgement)).toMatchObject({ fault: null, log: "", kind: "ranking", details: { subjects: 300 } });
  });

  it("accepts a Python detector, with the same score as its twin in TypeScript", async () => {
    const twin = await bench.judge(
      python(
        "from vigie import alert, detector\n\n@detector\ndef detect(account):\n" +
          "    ads = [t for t in account.transactions if t.mcc == 7311]\n" +
          "    return alert(score=len(ads) / (len(ads) + 5), role='controller')\n",
      ),
    );
    expect(twin.verdict, practiceOf(twin).log).toBe("accepted");
    expect(twin.score).toEqual((await bench.judge(typescript(RULE))).score);
  });

  it("gives the same score again, and under another time zone and language", async () => {
    const first = await bench.judge(typescript(RULE));
    const again = await bench.judge(typescript(RULE));
    const before = { TZ: process.env["TZ"], LANG: process.env["LANG"], LC_ALL: process.env["LC_ALL"] };
    Object.assign(process.env, { TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" });
    const elsewhere = await bench.judge(typescript(RULE));
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    for (const other of [again, elsewhere]) {
      expect({ score: other.score, replicates: other.replicates }).toEqual({ score: first.score, replicates: first.replicates });
    }
  });

  it("scores a detector that raises no alert as 0", async () => {
    const judgement = await bench.judge(typescript(`${SDK}export default defineDetector(() => null);`));
    expect(judgement).toMatchObject({ verdict: "accepted", score: { points: 0 } });
  });

  const unbuilt: readonly [string, Sources, string, RegExp][] = [
    ["with a slip of syntax", typescript("export default (((;"), "syntax_error", /detector\.ts:1/],
    ["that imports what is not there", typescript('import "./nowhere.ts";'), "missing_import", /nowhere/],
    ["that imports a package it did not bring", typescript('import "left-pad";'), "missing_import", /left-pad/],
    ["that imports a file of the machine as text", inlines("/etc/hostname", "text"), "missing_import", /hostname/],
    ["that imports a file of the machine as JSON", inlines(`${process.cwd()}/package.json`, "json"), "missing_import", /package/],
    ["that climbs out of its folder", inlines("../../../../etc/shadow", "text"), "missing_import", /shadow/],
    ["without a manifest", { "detector.ts": RULE }, "bad_manifest", /vigie\.json/],
    ["whose manifest is no JSON", { "vigie.json": "{", "detector.ts": RULE }, "bad_manifest", /vigie\.json/],
    ["whose manifest has a key too many", typescript(RULE, { shell: "sh" }), "bad_manifest", /shell/],
    ["whose entry climbs out", typescript(RULE, { entry: "../detector.ts" }), "bad_manifest", /entry/],
    ["whose entry is missing", typescript(RULE, { entry: "other.ts" }), "no_entry_file", /other\.ts/],
  ];
  it.each(unbuilt)("does not build a submission %s", async (_name, sources, reason, log) => {
    const judgement = await bench.judge(sources);
    expect(judgement).toMatchObject({ verdict: "build_error", reason, score: null, replicates: [] });
    expect(practiceOf(judgement).log).toMatch(log);
    // What the submission itself asks for may lie anywhere, also where this clone does.
    const said = practiceOf(judgement).log.replaceAll(process.cwd(), "");
    expect(said).not.toMatch(/root:|\/tmp\/vigie|\/submission\//);
  });

  it("builds in a place that has a user list of its own, not the machine's", async () => {
    const { log } = practiceOf(await bench.judge(inlines("/etc/passwd", "text")));
    expect(log).not.toMatch(/daemon|nobody:|\/bin\/bash|\/home\//);
  });

  const wrong: readonly [string, string, string, number | undefined][] = [
    ["a score that is no number", 'console.log(`{"account":0,"score":NaN}`);', "not-json", 1],
    ["a score over 1", 'console.log(`{"account":0,"score":1.5}`);', "score-out-of-range", 1],
    ["an account twice", 'for (let i = 0; i < 2; i++) console.log(`{"account":0,"score":0.5}`);', "doubled-subject", 2],
    ["an account that is not there", 'console.log(`{"account":300,"score":0.5}`);', "unknown-subject", 1],
    [
      "an unknown indicator",
      'console.log(`{"account":0,"score":0.5,"findings":[{"indicator":"bad-vibes","evidence":[]}]}`);',
      "unknown-indicator",
      1,
    ],
    [
      "evidence that is not the account's",
      'console.log(`{"account":0,"score":0.5,"findings":[{"indicator":"small-ad-payments","evidence":[1]}]}`);',
      "foreign-evidence",
      1,
    ],
    ["nothing", "", "no-output", undefined],
    ["lines without an end", 'console.log(`{"account":0,"score":0.5}`);', "missing-end", undefined],
    ["a wrong end", 'console.log(`{"end":4}`);', "wrong-end", 1],
    ["garbage", "process.stdout.write(Buffer.from([0xff, 0xfe, 10]));", "not-utf8", 1],
    ["words", 'console.log("all is well");', "not-json", 1],
  ];
  it.each(wrong)("finds %s in the output", async (_name, program, code, line) => {
    const judgement = await bench.judge(lines(program));
    expect(judgement).toMatchObject({ verdict: "wrong_output", reason: "wrong_output", score: null, replicates: [] });
    const { fault } = practiceOf(judgement);
    expect(fault?.code).toBe(code);
    if (line !== undefined) expect(fault?.line).toBe(line);
  });

  const failing: readonly [string, Sources, string, string][] = [
    [
      "throws",
      typescript(`${SDK}export default defineDetector(() => { throw new Error("ouch"); });`),
      "runtime_error",
      "exception",
    ],
    [
      "throws in Python",
      python("from vigie import detector\n@detector\ndef detect(account):\n    raise ValueError('ouch')\n"),
      "runtime_error",
      "exception",
    ],
    ["exports no detector", typescript("export const answer = 42;"), "runtime_error", "no_detector"],
    [
      "leaves by itself with 0",
      typescript(`${SDK}export default defineDetector(() => process.exit(0));`),
      "runtime_error",
      "exception",
    ],
    [
      "leaves with a code",
      typescript(`${SDK}export default defineDetector(() => process.exit(9));`),
      "runtime_error",
      "exit_code",
    ],
    [
      "takes all memory",
      typescript(`const kept: Uint8Array[] = [];\nfor (;;) kept.push(new Uint8Array(8 << 20).fill(1));`),
      "memory_limit",
      "memory_limit",
    ],
    ["computes without end", typescript("for (;;) {}"), "time_limit", "cpu_time"],
    [
      "logs without end",
      typescript('for (;;) await new Promise((done) => process.stderr.write("x".repeat(65_536), done));'),
      "output_limit",
      "log_limit",
    ],
    [
      "prints without end",
      lines('import { writeSync } from "node:fs";\nfor (;;) writeSync(1, " ".repeat(60_000));'),
      "wrong_output",
      "wrong_output",
    ],
    [
      "stops itself by a signal",
      typescript(`${SDK}export default defineDetector(() => { process.kill(process.pid, "SIGKILL"); return null; });`),
      "runtime_error",
      "killed_by_signal",
    ],
  ];
  it.each(failing)("concludes of a detector that %s", async (_name, sources, verdict, reason) => {
    const judgement = await bench.judge(sources);
    expect(judgement, practiceOf(judgement).log).toMatchObject({ verdict, reason, score: null, replicates: [] });
  });

  it("shows a team the place where its detector threw", async () => {
    const judgement = await bench.judge(
      typescript(`${SDK}export default defineDetector(() => {\n  throw new Error("ouch");\n});`),
    );
    expect(practiceOf(judgement).log).toMatch(/ouch/);
  });

  it("takes what a detector says to its console for chatter", async () => {
    const chatty = RULE.replace("return alert", 'console.log("{\\"end\\":0}", account.account); return alert');
    const judgement = await bench.judge(typescript(chatty));
    expect(judgement.verdict).toBe("accepted");
    expect(practiceOf(judgement).log).toContain('{"end":0}');
    expect(judgement.score).toEqual((await bench.judge(typescript(RULE))).score);
  });

  it.each([
    ["JSON.stringify", 'JSON.stringify = () => \'{"account":0,"score":1}\';'],
    ["Array.prototype", "Array.prototype.push = () => 0; Array.prototype.join = () => 'x'; Array.prototype.map = () => [];"],
    ["process.stdout.write", "process.stdout.write = () => true;"],
    ["Number.prototype.toString", "Number.prototype.toString = () => '1'; String.prototype.concat = () => '';"],
  ])("is not moved by a detector that replaces %s: the judge's own process is another", async (_name, patch) => {
    const clean = await bench.judge(typescript(RULE));
    const patched = await bench.judge(typescript(`${patch}\n${RULE}`));
    expect(["accepted", "wrong_output", "runtime_error"]).toContain(patched.verdict);
    if (patched.verdict === "accepted") expect(patched.score?.points).toBeLessThanOrEqual(clean.score?.points ?? 0);
    expect((await bench.judge(typescript(RULE))).score).toEqual(clean.score);
  });

  it("outlives a detector that starts processes without end", async () => {
    const forks = `import { spawn } from "node:child_process";
      for (let i = 0; i < 400; i++) {
        try { spawn(process.execPath, ["-e", "for (;;) {}"]).on("error", () => undefined); } catch {}
      }\n${RULE}`;
    const judgement = await bench.judge(typescript(forks));
    expect(["accepted", "runtime_error", "time_limit", "memory_limit"]).toContain(judgement.verdict);
    expect((await bench.judge(typescript(RULE))).verdict).toBe("accepted");
  });

  it("finds nothing of the labels, the seed or the split where a detector can look", async () => {
    const look = `import { readdirSync, readFileSync } from "node:fs";
      console.log(readdirSync("/data").join(" "), readFileSync("/data/challenge.json", "utf8"));
      console.log(JSON.stringify(process.env));\n${RULE}`;
    const { log } = practiceOf(await bench.judge(typescript(look)));
    expect(log).toContain("accounts");
    expect(log).not.toMatch(/labels|checksums|"sizes"|"seed"|practice|VIGIE_EVENT|vigie-judge-bench/);
  });
});
