import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, describe, expect, it } from "vitest";
import { measureRealism, readBankTruth } from "@vigie/audit/bank";
import { TableReader, type Language } from "@vigie/spec";
import { LOOKALIKE_GROUPS, TYPOLOGIES } from "@vigie/spec/bank";
import { openTruth, readTable } from "@vigie/testset";
import { speaker } from "../say.ts";
import { addData } from "./data.ts";

const scratch = mkdtempSync(join(tmpdir(), "vigie-data-report-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const set = join(scratch, "set");

async function told(
  args: readonly string[],
  language: Language,
): Promise<{ readonly out: string; readonly code: number | null }> {
  const lines: string[] = [];
  const ended: { code: number | null } = { code: null };
  const data = new Command("data");
  addData(data, { language, say: speaker(language), print: (line) => lines.push(line), end: (code) => (ended.code = code) });
  await data.parseAsync(args, { from: "user" });
  return { out: lines.join("\n"), code: ended.code };
}

async function vigieData(args: readonly string[], language: Language = "en"): Promise<string> {
  return (await told(args, language)).out;
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
    const { members, groups } = readBankTruth(set);
    for (const { typology } of members) expect(english.toLowerCase()).toContain(TYPOLOGIES[typology].en.toLowerCase());
    for (const group of groups.keys()) expect(french.toLowerCase()).toContain(LOOKALIKE_GROUPS[group].fr.toLowerCase());
  });

  it("counts what an independent count finds in the files", () => {
    const report = measureRealism(set);
    const cellsOf = (table: string) => new TableReader(readTable(join(set, "inputs"), table), table);
    const [transactions, accounts] = [cellsOf("transactions"), cellsOf("accounts")];
    const holder = accounts.cells("kind");
    const [account, channel, direction, status, amount] = ["account", "channel", "direction", "status", "amount_cents"].map(
      (column) => transactions.cells(column),
    );
    let [cents, count] = [0, 0];
    for (let row = 0; row < transactions.rows; row++) {
      if (channel(row) !== "abm-cash" || direction(row) !== "debit" || status(row) !== "posted") continue;
      if (holder(Number(account(row))) !== "personal") continue;
      cents += Number(amount(row));
      count++;
    }
    const mean = report.comparisons.find(({ id }) => id === "abm-mean");
    expect(mean).toMatchObject({ observations: count, detail: { observed: cents / count, expected: 17_600 } });
    expect([report.transactions, report.accounts]).toEqual([transactions.rows, accounts.rows]);
    const truth = openTruth(set);
    const positives = new Set(new TableReader(truth.table("positives"), "positives").numbers("account"));
    expect(report.counts.rings).toBe(positives.size);
    const findings = new TableReader(truth.table("findings"), "findings");
    const [shownBy, indicator] = [findings.numbers("account"), findings.wordsOf("indicator")];
    const [first] = report.indicators;
    const shown = new Set(shownBy.filter((one: number, row: number) => indicator[row] === first.indicator && positives.has(one)));
    expect(first.rings).toBe(shown.size);
  });

  it.each([
    ["en", "Merchants for each account", "OUTSIDE"],
    ["fr", "Commerces par compte", "HORS BORNES"],
  ] as const)(
    "tells in %s what the world promises, and ends with 1 where a measure lies outside",
    async (language, row, outside) => {
      const { out, code } = await told(["report", set, "--out", join(scratch, "told.html")], language);
      expect(out).toContain(row);
      expect(code).toBe(out.includes(outside) ? 1 : 0);
    },
  );

  it("tells no value of a split whose secret is in service", async () => {
    const secret = join(scratch, "secret");
    writeFileSync(secret, "7".repeat(64), { mode: 0o600 });
    const hidden = ["follow-the-money", "--accounts", "400", "--split", "public", "--secret-file", secret];
    const { out } = await told(["report", ...hidden, "--out", join(scratch, "hidden.html")], "en");
    expect(out).not.toContain("Merchants for each account");
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
