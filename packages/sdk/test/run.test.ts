import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SMALL_WORLD, writeWorld } from "./write-tables.ts";

const folder = mkdtempSync(join(tmpdir(), "vigie-run-"));
const src = join(import.meta.dirname, "../src");

beforeAll(async () => {
  writeWorld(join(folder, "data"), SMALL_WORLD);
  await build({
    bundle: true,
    format: "esm",
    platform: "node",
    entryPoints: [join(src, "run.ts")],
    outfile: join(folder, "run.mjs"),
  });
  await build({
    bundle: true,
    format: "esm",
    platform: "neutral",
    entryPoints: [join(src, "index.ts")],
    outfile: join(folder, "vigie-sdk.js"),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a module, which has a copy of the SDK of its own, as the sandbox does. */
function run(source: string) {
  const file = join(folder, "detector.mjs");
  writeFileSync(file, `import { alert, defineDetector } from "./vigie-sdk.js";\n${source}\n`);
  const done = spawnSync(process.execPath, [join(folder, "run.mjs"), file], {
    encoding: "utf8",
    timeout: 60_000,
    env: { VIGIE_DATA: join(folder, "data") },
  });
  return { out: done.stdout, log: done.stderr, code: done.status };
}

const CASH = `(account) => {
  const cash = account.transactions.filter((t) => t.channel === "abm-cash");
  return cash.length === 0 ? null : alert({ score: 0.25, role: "mule", findings: [{ indicator: "third-party-cash", evidence: cash }] });
}`;
const CASH_LINES =
  '{"account":0,"score":0.25,"role":"mule","findings":[{"indicator":"third-party-cash","evidence":[4503599627370495]}]}\n' +
  '{"account":2,"score":0.25,"role":"mule","findings":[{"indicator":"third-party-cash","evidence":[13]}]}\n{"end":2}\n';

describe("a run", () => {
  test.each([
    ["one account at a time", `export default defineDetector(${CASH});`],
    [
      "async",
      `const decide = ${CASH}; export default defineDetector(async (account) => { await new Promise((r) => setTimeout(r, 1)); return decide(account); });`,
    ],
    [
      "all accounts",
      `const decide = ${CASH}; export default defineDetector({ accounts: (all) => all.map((account) => { const a = decide(account); return a && { ...a, account: account.account }; }) });`,
    ],
    [
      "an async generator over columns",
      `export default defineDetector({ async *table({ transactions }) {
      const [codes, ids, starts] = [transactions.codes("channel"), transactions.numbers("transaction"), transactions.starts];
      const cash = transactions.words("channel").indexOf("abm-cash");
      for (let account = 0; account + 1 < starts.length; account++) {
        const evidence = [];
        for (let row = starts[account]; row < starts[account + 1]; row++) if (codes[row] === cash) evidence.push(ids[row]);
        if (evidence.length > 0) yield alert({ account, score: 0.25, role: "mule", findings: [{ indicator: "third-party-cash", evidence }] });
      }
    } });`,
    ],
    ["with a timer left running", `setInterval(() => {}, 1000); export default defineDetector(${CASH});`],
    [
      "with JSON, Array.prototype and the output patched",
      `
      JSON.stringify = () => "patched"; Array.prototype.push = () => 0; Array.prototype.join = () => "patched"; Array.prototype.map = () => [];
      Array.prototype.toJSON = () => "patched"; String.prototype.concat = () => "patched"; TextEncoder.prototype.encode = () => new Uint8Array(3);
      Number.prototype.toString = () => "9"; process.stdout.write = () => true; process.exit = () => {};
      export default defineDetector(${CASH});`,
    ],
  ])("gives the same lines: %s", (_, source) => {
    const { out, log, code } = run(source);
    expect(log).toBe("");
    expect(out).toBe(CASH_LINES);
    expect(code).toBe(0);
  });

  test("sends what a detector prints to the log", () => {
    const { out, log, code } = run(
      `console.log("hello"); process.stdout.write("there\\n"); export default defineDetector((account) => { console.log(account.transactions[0]); console.info("n", account.account); return null; });`,
    );
    expect(out).toBe('{"end":0}\n');
    expect(log).toContain("hello\nthere\n");
    expect(log).toContain("amountCents: 12345");
    expect(code).toBe(0);
  });

  test.each<[string, string, number, RegExp]>([
    [
      "no default export",
      `export const detector = 1;`,
      3,
      /detector\.mjs: expected "export default defineDetector.*no default export/,
    ],
    ["a default export that is no detector", `export default () => null;`, 3, /found a function/],
    [
      "an exception",
      `export default defineDetector((account) => account.nothing.there);`,
      1,
      /failed on account 0[^]*TypeError[^]*detector\.mjs:2/,
    ],
    ["an exception while loading", `throw new Error("at once");`, 1, /Error: at once[^]*detector\.mjs/],
    [
      "an exception later",
      `setTimeout(() => { throw new Error("later"); }, 1); export default defineDetector(() => new Promise((r) => setTimeout(r, 200)));`,
      1,
      /Error: later/,
    ],
    [
      "an unknown indicator",
      `export default defineDetector(() => alert({ score: 1, findings: [{ indicator: "many-ride", evidence: [] }] }));`,
      1,
      /did you mean "many-rides"/,
    ],
    [
      "evidence of another account",
      `let kept; export default defineDetector((account) => { kept ??= account.transactions; return alert({ score: 1, findings: [{ indicator: "many-rides", evidence: kept }] }); });`,
      1,
      /failed on account 1[^]*of account 1 alone, found a row of account 0/,
    ],
    [
      "a batch alert without its account",
      `export default defineDetector({ accounts: () => [alert({ score: 1 })] });`,
      1,
      /names its account/,
    ],
    [
      "two alerts on one account",
      `export default defineDetector({ accounts: () => [alert({ account: 1, score: 1 }), alert({ account: 1, score: 0 })] });`,
      1,
      /a second one on account 1/,
    ],
    [
      "an account that is not there",
      `export default defineDetector({ table: () => [alert({ account: 3, score: 1 })] });`,
      1,
      /expected an account below 3, found 3/,
    ],
    [
      "a promise that never settles",
      `export default defineDetector(() => new Promise(() => {}));`,
      1,
      /never settles[^]*promesse sans issue/,
    ],
    ["process.exit(0)", `export default defineDetector(() => process.exit(0));`, 1, /call of process\.exit/],
    ["two forms at once", `export default defineDetector({ account: () => null, table: () => [] });`, 1, /one of \{ account \}/],
  ])("fails with its reason and without an end line: %s", (_, source, code, message) => {
    const done = run(source);
    expect(done.log).toMatch(message);
    expect(done.code).toBe(code);
    expect(done.out).not.toContain("end");
  });

  test("waits for a slow reader and loses nothing of many lines", () => {
    const accounts = Array.from({ length: 20_000 }, (_, account) => ({ ...SMALL_WORLD.accounts[0], account }));
    writeWorld(join(folder, "many"), { ...SMALL_WORLD, accounts, transactions: [], events: [] });
    const file = join(folder, "many.mjs");
    writeFileSync(
      file,
      `import { alert, defineDetector } from "./vigie-sdk.js"; export default defineDetector((a) => alert({ score: a.account / 20_000 }));`,
    );
    const slow = `const c = require("node:child_process").spawn(process.execPath, ${JSON.stringify([join(folder, "run.mjs"), file])}, { stdio: ["ignore", "pipe", "inherit"] });
      let text = ""; c.stdout.on("data", (d) => { text += d; c.stdout.pause(); setTimeout(() => c.stdout.resume(), 2); });
      c.on("close", () => { const lines = text.trimEnd().split("\\n"); console.log(lines.length, lines.at(-1)); });`;
    const done = spawnSync(process.execPath, ["-e", slow], { encoding: "utf8", env: { VIGIE_DATA: join(folder, "many") } });
    expect(done.stdout).toBe('20001 {"end":20000}\n');
  });
});
