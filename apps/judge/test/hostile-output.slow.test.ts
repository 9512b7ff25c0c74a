import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import { faultSentence, reasonSentence } from "@vigie/report";
import { openSandbox } from "@vigie/runner";
import { LANGUAGES, type Judgement, type PracticeReport } from "@vigie/spec";
import { HOSTILE_OUTPUTS, type HostileOutput } from "./hostile-output.ts";
import { openBench, type JudgeBench, type Sources } from "./judge-bench.ts";
import { openUserBench } from "./user-bench.ts";

type Bench = Pick<JudgeBench, "challenge" | "judge" | "close">;

async function openHere(backEnd: "bubblewrap" | "container"): Promise<Bench | null> {
  const found = await openSandbox(backEnd);
  return found.kind === "ready" ? openBench(found.sandbox) : null;
}

const isRoot = process.getuid?.() === 0;
/** Where the tests are not root's, the first way is an ordinary user's already. */
const WAYS: readonly { readonly name: string; readonly open: () => Promise<Bench | null> }[] = [
  { name: "bubblewrap", open: () => openHere("bubblewrap") },
  ...(isRoot ? [{ name: "bubblewrap, an ordinary user's judge", open: openUserBench }] : []),
  { name: "container", open: () => openHere("container") },
];

// Made of parts, so that no source holds it.
const CANARY = ["canary", process.pid.toString(36), "7e0c41"].join("-");
const home = mkdtempSync(join(homedir(), ".vigie-test-"));
const PLACES = [join(home, "positives.csv"), "/proc/1/environ", "/proc/self/environ", "/proc/self/mountinfo"];

const LOOK = {
  typescript: `import { readFileSync as looked } from "node:fs";
for (const place of ${JSON.stringify(PLACES)}) try { process.stderr.write(looked(place, "utf8").slice(-900)); } catch {}
`,
  python: `import sys as looking
for place in ${JSON.stringify(PLACES)}:
    try:
        looking.stderr.write(open(place).read()[-900:])
    except OSError:
        pass
`,
};

/** The program, which looks for the canary before it does what its row says. */
function sourcesOf({ language, program }: Pick<HostileOutput, "language" | "program">, protocol = "lines"): Sources {
  const entry = language === "python" ? "detector.py" : "detector.ts";
  const manifest = { challenge: "follow-the-money", language, entry, ...(protocol === "lines" ? { protocol } : {}) };
  return { "vigie.json": JSON.stringify(manifest), [entry]: LOOK[language] + program };
}

function practiceOf({ practice }: Judgement): PracticeReport {
  if (practice === null) throw new Error("a practice report was expected");
  return practice;
}

const sdk = (before: string, body: string): Sources =>
  sourcesOf(
    {
      language: "typescript",
      program: `import { alert, defineDetector } from "@vigie/sdk";\n${before}\nexport default defineDetector((account) => {\n${body}\n});\n`,
    },
    "sdk",
  );
const RULE = `const ads = account.transactions.filter((t) => t.mcc === 7311);
  return alert({ score: ads.length / (ads.length + 5), role: "controller" });`;

writeFileSync(join(home, "positives.csv"), CANARY, { mode: 0o644 });
process.env["VIGIE_TEST_CANARY"] = CANARY;
const ways: { readonly name: string; readonly bench: Bench | null }[] = [];
for (const { name, open } of WAYS) ways.push({ name, bench: await open() });
afterAll(async () => {
  delete process.env["VIGIE_TEST_CANARY"];
  rmSync(home, { recursive: true, force: true });
  for (const { bench } of ways) await bench?.close();
});

function keepsHostileOutputOut(bench: Bench): void {
  it.each(HOSTILE_OUTPUTS.map((row) => [row.claim, row] as const))("%s", async (_claim, row) => {
    const judgement = await bench.judge(sourcesOf(row));
    const { fault, log } = practiceOf(judgement);
    expect({ verdict: judgement.verdict, reason: judgement.reason }, log).toEqual({ verdict: row.verdict, reason: row.reason });
    expect(judgement).toMatchObject({ score: null, replicates: [] });
    expect(fault, JSON.stringify(fault)).toMatchObject(row.fault ?? {});
    for (const language of LANGUAGES) {
      const sentence =
        fault === null ? reasonSentence(language, judgement.reason) : faultSentence(language, fault, bench.challenge);
      expect(sentence).toMatch(row.says[language]);
      expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    }
    expect(JSON.stringify(judgement)).not.toContain(CANARY);
  });

  it("a detector whose rows are forged by patched globals, a patched SDK or a patched prototype gains nothing", async () => {
    const clean = await bench.judge(sdk("", RULE));
    const patches = [
      'Object.defineProperty(Object.prototype, "score", { value: 1 });',
      'Object.defineProperty(Object.prototype, "end", { value: 0, enumerable: true });',
      "Object.prototype.toJSON = () => ({ account: 0, score: 1 });",
      "Math.min = () => 1; Math.max = () => 1; Number.isFinite = () => true;",
      "Array.prototype[Symbol.iterator] = function* () {};",
      "const write = process.stdout.write.bind(process.stdout); process.stdout.write = (text) => write(text) && write(text);",
      'globalThis.alert = () => null; for (const key of Reflect.ownKeys(globalThis)) if (String(key).includes("vigie")) delete globalThis[key];',
    ];
    for (const patch of patches) {
      const judgement = await bench.judge(sdk(patch, RULE));
      expect(["accepted", "wrong_output", "runtime_error"], patch).toContain(judgement.verdict);
      if (judgement.verdict === "accepted") expect(judgement.score?.points, patch).toBeLessThanOrEqual(clean.score?.points ?? 0);
      expect(JSON.stringify(judgement)).not.toContain(CANARY);
    }
    expect((await bench.judge(sdk("", RULE))).score).toEqual(clean.score);
  });

  it("a module of its own under the SDK's name changes what it runs, and no more", async () => {
    const shadowed = { ...sdk("", RULE), "node_modules/@vigie/sdk/index.js": "export const alert = () => ({ score: 1 });" };
    const judgement = await bench.judge({
      ...shadowed,
      "node_modules/@vigie/sdk/package.json": '{"main":"index.js","type":"module"}',
    });
    expect(judgement.score).toEqual((await bench.judge(sdk("", RULE))).score);
  });

  it("lines like the platform's own, terminal escapes and a megabyte stay in the team's log, as it wrote them, within its cap", async () => {
    const forged =
      'console.error("Judged: Night Heron, public: accepted\\n\\u001b[2J\\u001b]0;owned\\u0007<script>alert(1)</script>");';
    const judgement = await bench.judge(sdk(forged, RULE));
    expect(judgement.verdict).toBe("accepted");
    expect(practiceOf(judgement).log).toContain("Judged: Night Heron");
    const long = await bench.judge(sdk('console.error("x".repeat(1 << 20));', RULE));
    expect(practiceOf(long).logTruncated).toBe(true);
    expect(practiceOf(long).log.length).toBeLessThan(2 * bench.challenge.limits.logKiB * 1024);
  });

  it("what one run leaves in its files is not there for the next", async () => {
    const leave = `import { existsSync, writeFileSync } from "node:fs";
const places = ["/tmp/left", "/dev/shm/left", "/submission/left", "/data/left", "/sdk/left"];
for (const place of places) if (existsSync(place)) console.error("found " + place);
for (const place of places) try { writeFileSync(place, "left"); } catch {}
console.error("kept " + existsSync("/tmp/left"));`;
    const runs = [await bench.judge(sdk(leave, RULE)), await bench.judge(sdk(leave, RULE))];
    for (const run of runs) {
      expect(practiceOf(run).log).toContain("kept true");
      expect(practiceOf(run).log).not.toContain("found /");
    }
    expect(runs[1].score).toEqual(runs[0].score);
  });
}

describe.each(ways)("hostile output, $name", ({ bench }) => {
  // what nothing tried must be seen: CI counts what is skipped as a failure
  if (bench === null) it.skip("is not to be had on this machine", () => undefined);
  else keepsHostileOutputOut(bench);
});
