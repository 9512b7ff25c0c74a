import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as sdk from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "vigie-team-"));
const declarationsIn = (language: string) => join(folder, language, "vigie-sdk.d.ts");
const declarations = declarationsIn("en");

beforeAll(() => {
  const made = spawnSync(process.execPath, [join(import.meta.dirname, "../build/declarations.mjs"), folder], {
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

const registry = ts.createDocumentRegistry();

/** An editor at a detector in a team's folder: what it says where `|` stands, and what it would put there. */
function editor(language: string, source: string) {
  const at = source.indexOf("|");
  const text = source.replace("|", "");
  const service = ts.createLanguageService(
    {
      getScriptFileNames: () => [file],
      getScriptVersion: (name) => (name === file ? text : "1"),
      getScriptSnapshot: (name) => {
        const found = name === file ? text : ts.sys.readFile(name);
        return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
      },
      getCurrentDirectory: () => folder,
      getCompilationSettings: () => ({ ...options, paths: { "@vigie/sdk": [declarationsIn(language)] } }),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
    },
    registry,
  );
  const shown = (parts: ts.SymbolDisplayPart[] | undefined) => ts.displayPartsToString(parts);
  return {
    hover: () => shown(service.getQuickInfoAtPosition(file, at)?.documentation),
    completion: (name: string) =>
      shown(service.getCompletionEntryDetails(file, at, name, {}, undefined, {}, undefined)?.documentation),
  };
}

/** Interface and property → its sentence. */
function sentences(language: string): Map<string, string> {
  const program = ts.createProgram([declarationsIn(language)], { ...options, paths: {} });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(declarationsIn(language))!;
  const found = new Map<string, string>();
  for (const statement of source.statements.filter(ts.isInterfaceDeclaration)) {
    const { text: name } = statement.name;
    for (const property of checker.getTypeAtLocation(statement.name).getProperties())
      found.set(`${name}.${property.name}`, ts.displayPartsToString(property.getDocumentationComment(checker)));
  }
  return found;
}

describe("the declarations that a team gets, in both languages", () => {
  test("say of every column and of every indicator what it is, in the language of the folder", () => {
    const [english, french] = [sentences("en"), sentences("fr")];
    const names = [...english.keys()].filter((name) => /^(Account|Transaction|Event|Merchant|\w+Indicators)\./.test(name));
    expect(names.length).toBe(19 + 28 + 8 + 9 + 75);
    for (const name of names) {
      expect(english.get(name), name).toMatch(/^\S.{5,}/);
      expect(french.get(name), name).toMatch(/^\S.{5,}/);
      expect(french.get(name), name).not.toBe(english.get(name));
    }
    expect([...french.keys()]).toEqual([...english.keys()]);
  });

  test.each([
    ["en", "t.amount|Cents", "The amount in cents, above zero."],
    ["fr", "t.amount|Cents", "Le montant en cents, supérieur à zéro."],
    ["en", "t.ti|me", "When it was posted, UTC, in milliseconds since 1970-01-01."],
    ["fr", "account.opened|On", "La date d’ouverture du compte, en jours entiers depuis le 1970-01-01."],
    ["en", "t.m|cc", "Merchant category code (ISO 18245)."],
    ["en", "t.m|cc", "\n- `7311`: advertising\n"],
    ["fr", "t.chan|nel", "- `abm-cash`\u00a0: espèces au guichet automatique"],
    ["fr", "t.local|Hour", "L’heure locale, de 0 à 23."],
    ["en", 'alert({ score: 1, findings: { "many-|rides": [t] } })', "Many taxi, limousine, rental-car or rideshare payments."],
    ["fr", 'alert({ score: 1, findings: { "many-|rides": [t] } })', "Nombreux paiements de taxi"],
  ])("show in an editor (%s) at %s: %s", (language, expression, sentence) => {
    const source = `import { alert, defineDetector } from "@vigie/sdk";\nexport default defineDetector((account) => { const t = account.transactions[0]; ${expression}; return null; });\n`;
    expect(editor(language, source).hover()).toContain(sentence);
  });

  test("show a column's and an indicator's sentence where one is chosen", () => {
    const column = `import { defineDetector } from "@vigie/sdk"; defineDetector((account) => { account.transactions[0].|; return null; });`;
    expect(editor("fr", column).completion("amountCents")).toBe("Le montant en cents, supérieur à zéro.");
    const indicator = `import { alert } from "@vigie/sdk"; alert({ score: 1, findings: { "|": [] } });`;
    expect(editor("en", indicator).completion("many-rides")).toMatch(/^Many taxi, limousine/);
  });
});

describe("the declarations that a team gets", () => {
  test("stand alone: one file, no import, every indicator id in full", () => {
    const text = readFileSync(declarations, "utf8");
    expect(text).not.toMatch(/\bimport\b|typebox/);
    for (const id of sdk.INDICATOR_IDS) expect(text).toContain(`readonly "${id}"`);
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
    [
      "findings by indicator, one without evidence",
      `(account) => alert({ score: 1, findings: { "many-rides": account.transactions, "small-ad-payments": undefined } })`,
    ],
    ["any table by its name", `(_, dataset) => { const m: string[] = [...dataset.table("boats").words("name")]; return null; }`],
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
    [
      "an unknown indicator as a key",
      `() => alert({ score: 1, findings: { "cash-at-nite": [1] } })`,
      /'"cash-at-nite"' does not exist/,
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
