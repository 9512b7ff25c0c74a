import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pythonStubs, sdkSources } from "../build/sdk-sources.ts";

const root = join(import.meta.dirname, "../../..");

test.each(Object.entries(sdkSources()))("%s is what the tables make of it (else: npm run prepare)", (path, text) => {
  expect(readFileSync(join(root, path), "utf8") === text).toBe(true);
});

/** Class and property → its docstring, as Python itself reads a stub. */
const READ = `
import ast, json, sys
tree = ast.parse(sys.stdin.read(), feature_version=(3, 9))
found = {}
for node in tree.body:
    for item in getattr(node, "body", []):
        if isinstance(item, ast.FunctionDef) and item.decorator_list:
            found[node.name + "." + item.name] = ast.get_docstring(item)
    if isinstance(node, ast.FunctionDef) and node.name == "indicator" and node.args.args[0].annotation.__class__ is ast.Subscript:
        found["indicator." + node.args.args[0].annotation.slice.value] = ast.get_docstring(node)
print(json.dumps(found))
`;

function docstrings(language: string): Readonly<Record<string, string | null>> {
  const input = pythonStubs(root)[`${language}/__init__.pyi`];
  const { stdout, stderr } = spawnSync("python3", ["-c", READ], { input, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

describe("the Python SDK's types for editors", () => {
  const [english, french] = [docstrings("en"), docstrings("fr")];

  test("say of every column and of every indicator what it is, in their language", () => {
    const names = Object.keys(english).filter((name) => /^(Account|Transaction|Event|Merchant|indicator)\./.test(name));
    expect(names.length).toBe(19 + 28 + 8 + 9 + 75);
    for (const name of names) {
      expect(english[name], name).toMatch(/^\S.{5,}/);
      expect(french[name], name).toMatch(/^\S.{5,}/);
      expect(french[name], name).not.toBe(english[name]);
    }
  });

  test.each([
    ["en", "Transaction.amount_cents", "The amount in cents, above zero."],
    ["fr", "Transaction.amount_cents", "Le montant en cents, supérieur à zéro."],
    ["fr", "Transaction.local_day", "Le jour du calendrier local, en jours entiers depuis le 1970-01-01."],
    ["en", "Account.opened_on", "The day on which the account was opened, in whole days since 1970-01-01."],
    ["fr", "indicator.many-rides", "Nombreux paiements de taxi, de limousine, d’auto de location ou de covoiturage."],
  ])("say (%s) of %s: %s", (language, name, sentence) => {
    expect((language === "en" ? english : french)[name]).toBe(sentence);
  });
});
