import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, describe, expect, it } from "vitest";
import { measureRealism } from "@vigie/audit";
import { LOOKALIKE_GROUPS, TYPOLOGIES, type Language } from "@vigie/spec";
import { loadLabels, readTable } from "@vigie/testset";
import { speaker } from "../say.ts";
import { addData } from "./data.ts";

const scratch = mkdtempSync(join(tmpdir(), "vigie-data-report-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const set = join(scratch, "set");

async function vigieData(args: readonly string[], language: Language = "en"): Promise<string> {
  const lines: string[] = [];
  const data = new Command("data");
  addData(data, { language, say: speaker(language), print: (line) => lines.push(line), end: () => undefined });
  await data.parseAsync(args, { from: "user" });
  return lines.join("\n");
}

async function page(name: string, args: readonly string[], language: Language = "en"): Promise<string> {
  const out = join(scratch, `${name}.html`);
  expect(await vigieData(["report", ...args, "--out", out], language)).toContain(out);
  return readFileSync(out, "utf8");
}

describe("vigie data report", async () => {
  await vigieData(["make", "follow-the-money", "--accounts", "400", "--out", set]);
  const english = await page("en", [set]);
  const french = await page("fr", [set], "fr");

  it("gives the same bytes of the same files, made again or read from their folder", async () => {
    expect(await page("again", ["follow-the-money", "--accounts", "400"])).toBe(english);
    expect(await page("other", ["follow-the-money", "--accounts", "400", "--seed", "other"])).not.toBe(english);
  });

  it("needs nothing from elsewhere, and tells no path and no clock", () => {
    for (const html of [english, french]) {
      expect(html).not.toMatch(/https?:|url\(|<script|<link|<img|@import/);
      expect(html).not.toContain(tmpdir());
      expect(html).not.toContain(String(new Date().getFullYear()).concat("-"));
      expect(html).not.toMatch(/NaN|Infinity|undefined|\[object|\{\{|realism\.\w/);
    }
  });

  it("is written in its language, with as many rows, charts and accounts in each", () => {
    expect(english).toContain('<html lang="en-CA">');
    expect(french).toContain('<html lang="fr-CA">');
    for (const piece of ["<tr", "<svg", "<article", "<section", 'class="result']) {
      expect(french.split(piece).length, piece).toBe(english.split(piece).length);
    }
    expect(french).not.toMatch(/ [:%$»]/);
  });

  it("shows an account for each typology and each look-alike group of the set", () => {
    const rings = readTable(join(set, "labels"), "rings").columns["typology"];
    const groups = [...loadLabels(set).groups.keys()];
    if (rings.kind !== "text") throw new Error("typologies are text");
    for (const word of rings.words) expect(english.toLowerCase()).toContain((TYPOLOGIES[word]?.en ?? word).toLowerCase());
    for (const group of groups) expect(french.toLowerCase()).toContain((LOOKALIKE_GROUPS[group]?.fr ?? group).toLowerCase());
  });

  it("counts what an independent count finds in the files", () => {
    const report = measureRealism(set);
    const { rows, columns } = readTable(join(set, "inputs"), "transactions");
    const accounts = readTable(join(set, "inputs"), "accounts");
    const word = (table: typeof columns, name: string, row: number): string => {
      const column = table[name];
      return column.kind === "text" ? column.words[column.codes[row]] : "";
    };
    const number = (name: string, row: number): number => {
      const column = columns[name];
      return column.kind === "text" ? Number.NaN : column.values[row];
    };
    let [cents, count] = [0, 0];
    for (let row = 0; row < rows; row++) {
      if (word(columns, "channel", row) !== "abm-cash" || word(columns, "direction", row) !== "debit") continue;
      if (word(columns, "status", row) !== "posted") continue;
      if (word(accounts.columns, "kind", number("account", row)) !== "personal") continue;
      cents += number("amount_cents", row);
      count++;
    }
    const mean = report.comparisons.find(({ id }) => id === "abm-mean");
    expect(mean).toMatchObject({ observations: count, detail: { observed: cents / count, expected: 17_600 } });
    expect([report.transactions, report.accounts]).toEqual([rows, accounts.rows]);
    const labels = loadLabels(set);
    expect(report.counts.rings).toBe(labels.positives.length);
    const first = report.indicators[0];
    const shown = labels.positives.filter(
      ({ planted, incidental }) => planted.has(first.indicator) || incidental.has(first.indicator),
    );
    expect(first.rings).toBe(shown.length);
  });

  it.each([
    ["neither a dataset nor a folder", ["nowhere"], "vigie data make follow-the-money --out nowhere"],
    ["a number of accounts for a folder", [set, "--accounts", "100"], "--accounts"],
    ["a secret for a folder", [set, "--split", "public", "--test-secret"], "--test-secret"],
    ["too few accounts", ["follow-the-money", "--accounts", "3"], "100"],
  ])("refuses %s, and says what to do", async (_, args, named) => {
    for (const language of ["en", "fr"] as const) {
      await expect(page("refused", args, language)).rejects.toThrow(named);
    }
  });
});
