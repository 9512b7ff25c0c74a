import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as sdk from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "vigie-team-"));
const declarations = join(folder, "vigie-sdk.d.ts");

beforeAll(() => {
  const made = spawnSync(process.execPath, [join(import.meta.dirname, "../build/declarations.mjs"), declarations], {
    encoding: "utf8",
  });
  expect(made.stderr).toBe("");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  paths: { "@vigie/sdk": [declarations] },
};
const file = join(folder, "detector.ts");
const host = ts.createCompilerHost(options);
const parse = host.getSourceFile.bind(host);
const parsed = new Map<string, ts.SourceFile | undefined>();
host.getSourceFile = (name, language) => {
  if (name === file) return parse(name, language);
  if (!parsed.has(name)) parsed.set(name, parse(name, language));
  return parsed.get(name);
};

/** What the compiler says of a detector in a team's folder, outside the monorepo. */
function complaints(source: string): string[] {
  writeFileSync(file, source);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const detector = (body: string) =>
  `import { defineDetector, alert } from "@vigie/sdk";\nexport default defineDetector(${body});\n`;

describe("the declarations that a team gets", () => {
  test("stand alone: one file, no import, every indicator id in full", () => {
    const text = readFileSync(declarations, "utf8");
    expect(text).not.toMatch(/\bimport\b|typebox/);
    for (const id of sdk.INDICATOR_IDS) expect(text).toContain(`"${id}"`);
  });

  test("promise no value that the SDK does not have", () => {
    const values = [...readFileSync(declarations, "utf8").matchAll(/^export declare (?:const|function|class) (\w+)/gm)].map(
      ([, name]) => name,
    );
    expect(values).toContain("defineDetector");
    expect(values).toContain("alert");
    for (const name of values) expect(Object.keys(sdk)).toContain(name);
  });

  test.each([
    [
      "one account at a time",
      `(account) => { const cash = account.transactions.filter((t) => t.channel === "abm-cash"); return cash.length < 8 ? null : alert({ score: 0.6, role: "controller", findings: [{ indicator: "cash-night-or-many-cities", evidence: cash }] }); }`,
    ],
    ["without a return", `(account) => { if (account.kind === "business") return; return alert({ score: 1 }); }`],
    ["async", `async (account) => { await null; return alert({ score: account.events.length > 3 ? 1 : 0 }); }`],
    [
      "all accounts",
      `{ accounts: (accounts) => accounts.map((account) => (account.handle ? alert({ account, score: 1 }) : null)) }`,
    ],
    [
      "a generator over columns",
      `{ *table({ transactions }) { const amounts = transactions.numbers("amountCents"); if (amounts.length > 0) yield alert({ account: 0, score: 1 }); } }`,
    ],
  ])("compile a right detector: %s", (_, body) => {
    expect(complaints(detector(body))).toEqual([]);
  });

  test.each([
    [
      "an unknown indicator",
      `() => alert({ score: 1, findings: [{ indicator: "cash-at-nite", evidence: [1] }] })`,
      /"cash-at-nite"' is not assignable/,
    ],
    [
      "a digital indicator",
      `() => alert({ score: 1, findings: [{ indicator: "threats", evidence: [1] }] })`,
      /"threats"' is not assignable/,
    ],
    ["an unknown role", `() => alert({ score: 1, role: "boss" })`, /"boss"' is not assignable/],
    [
      "a channel that does not exist",
      `(account) => { account.transactions.filter((t) => t.channel === "atm"); return null; }`,
      /no overlap/,
    ],
    [
      "a column that does not exist",
      `(account) => { account.transactions.map((t) => t.amount); return null; }`,
      /'amount' does not exist/,
    ],
    [
      "a batch alert without its account",
      `{ accounts: (accounts) => accounts.map(() => alert({ score: 1 })) }`,
      /not assignable/,
    ],
    [
      "a text column as numbers",
      `{ table: ({ transactions }) => { transactions.numbers("memo"); return []; } }`,
      /"memo"' is not assignable/,
    ],
  ])("refuse %s", (_, body, message) => {
    expect(complaints(detector(body)).join("\n")).toMatch(message);
  });
});
