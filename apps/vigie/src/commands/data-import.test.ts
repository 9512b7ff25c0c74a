import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { afterAll, describe, expect, it } from "vitest";
import { drawResamples, openScoring, OutputStream, scoreRun } from "@vigie/scoring";
import { onImported, practiceSeed, TableReader, type Language } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { openTruth, verifyTestset } from "@vigie/testset";
import { speaker } from "../say.ts";
import { addData } from "./data.ts";

const scratch = mkdtempSync(join(tmpdir(), "vigie-import-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let count = 0;

const HEADER =
  "Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,Payment Currency,Payment Format,Is Laundering";

function row(from: number, to: number, minute: number, illicit: 0 | 1): string {
  const time = `2022/09/0${1 + (minute % 9)} 10:${String(minute % 60).padStart(2, "0")}`;
  return `${time},0${from % 7},A${from},0${to % 7},A${to},${10 + minute}.50,Euro,${10 + minute}.50,Euro,ACH,${illicit}`;
}

/** 300 accounts, of which ten pairs send each other illicit money. */
const LINES = [
  HEADER,
  ...Array.from({ length: 900 }, (_, i) => row(i % 300, (i * 7 + 1) % 300, i % 500, 0)),
  ...Array.from({ length: 20 }, (_, i) => row(i, i ^ 1, i, 1)),
];

function file(lines: readonly string[]): string {
  const path = join(scratch, `trans-${++count}.csv`);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

async function run(args: readonly string[], language: Language = "en"): Promise<string> {
  const lines: string[] = [];
  const data = new Command("data");
  addData(data, { language, say: speaker(language), print: (line) => lines.push(line), end: () => undefined });
  await data.parseAsync(["import", ...args], { from: "user" });
  return lines.join("\n");
}

const PYTHON_SDK = resolve(import.meta.dirname, "../../../../packages/sdk-python");
const CHALLENGE = loadChallenge(resolve(import.meta.dirname, "../../../../challenges/follow-the-money"));

describe("vigie data import", async () => {
  const out = join(scratch, "set");
  const printed: unknown = JSON.parse(await run([file(LINES), "--map", "amlworld", "--out", out, "--json"]));

  it("tells what it made, and leaves a set that verifies", async () => {
    expect(printed).toMatchObject({
      transfers: 920,
      transactions: 1840,
      accounts: 300,
      positives: 20,
      rings: 10,
      bad: { total: 0 },
    });
    expect(await verifyTestset(out)).toEqual([]);
  });

  it("is scored by the judge: whoever cites the illicit rows of the right accounts gets everything that is weighed", () => {
    const truth = openTruth(out);
    const findings = new TableReader(truth.table("findings"), "findings");
    const evidence = new Map<number, number[]>();
    const ids = findings.numbers("evidence");
    findings.numbers("account").forEach((account: number, row: number) => {
      evidence.set(account, [...(evidence.get(account) ?? []), ids[row]]);
    });
    const lines = Array.from(evidence, ([account, cited]) =>
      JSON.stringify({ account, score: 1, findings: [{ indicator: "in-and-out-within-a-day", evidence: cited }] }),
    );
    const challenge = { ...onImported(CHALLENGE), budgetShare: 20 / 300 };
    const scoring = openScoring(challenge, truth);
    const output = new OutputStream({ challenge, scoring });
    output.push(Buffer.from([...lines, JSON.stringify({ end: lines.length }), ""].join("\n")));
    const read = output.end();
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    const seed = practiceSeed({ datasetId: "amlworld", datasetVersion: "1.0.0", challengeId: "x" });
    const resamples = drawResamples({ stratumOfUnit: scoring.stratumOfUnit, seed, count: 100 });
    const { score } = scoreRun({ challenge, scoring, scorable: read.scorable, resamples });
    expect(score.points).toBeCloseTo(100, 9);
    expect(Object.keys(score.parts)).toEqual(["ranking", "budget", "evidence"]);
  });

  it("is read by the Python SDK", () => {
    const script = [
      "import sys",
      `sys.path.insert(0, ${JSON.stringify(PYTHON_SDK)})`,
      "from vigie import open_dataset",
      `data = open_dataset(${JSON.stringify(join(out, "inputs"))})`,
      "print(len(data.accounts), sum(len(account.transactions) for account in data.accounts), data.accounts[0].home_city)",
    ].join("\n");
    expect(execFileSync("python3", ["-c", script], { encoding: "utf8" }).trim()).toBe("300 1840 unknown");
  });

  it.each([
    ["en", "line 922, column Timestamp: expected a time like YYYY/MM/DD HH:mm, found yesterday", "rows left out"],
    [
      "fr",
      "ligne 922, colonne Timestamp\u00a0: moment attendu sous la forme YYYY/MM/DD HH:mm; trouvé yesterday",
      "rangées écartées",
    ],
  ] as const)("locates bad rows, in %s", async (language, sentence, count) => {
    const bad = LINES[1].replace(/^[^,]*/, "yesterday");
    const text = await run([file([...LINES, bad]), "--map", "amlworld", "--out", join(scratch, `bad-${language}`)], language);
    expect(text).toContain(sentence);
    expect(text).toMatch(new RegExp(`${count} +1\n`));
  });

  it("says why it stopped, and leaves nothing", async () => {
    const stopped = run([
      file([...LINES, ...Array.from({ length: 30 }, () => "x,y")]),
      "--map",
      "amlworld",
      "--out",
      join(scratch, "none"),
    ]);
    await expect(stopped).rejects.toThrow("30 of 950 rows cannot be used, more than the 1% that --bad-share allows");
    await expect(stopped).rejects.toThrow("line 922: expected 11 fields, found 2");
    expect(existsSync(join(scratch, "none"))).toBe(false);
    expect(readdirSync(scratch).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it.each([
    ["an unknown map", ["--map", "ours"], "expected amlsim, amlworld, paysim, saml-d or a JSON file; found ours"],
    ["the map of another layout", ["--map", "paysim"], "expected the columns step, nameOrig"],
    ["a share over 1", ["--map", "amlworld", "--bad-share", "2"], "expected a number from 0 to 1"],
    ["an id that is none", ["--map", "amlworld", "--id", "My Data"], "found My Data"],
    [
      "a file of accounts without a description",
      ["--map", "amlworld", "--accounts-file", "a.csv"],
      "describes no file of accounts",
    ],
    ["a pattern file that is none", ["--map", "amlworld", "--patterns", "package.json"], "leave it out"],
    ["a pattern file that is not there", ["--map", "amlworld", "--patterns", "/no/such"], "/no/such is not there"],
  ])("refuses %s", async (_, args, sentence) => {
    await expect(run([file(LINES), "--out", join(scratch, "refused"), ...args])).rejects.toThrow(sentence);
  });

  it("takes a map of one's own", async () => {
    const map = join(scratch, "own.json");
    const side = { amount: "much" };
    writeFileSync(
      map,
      JSON.stringify({
        id: "own-data",
        title: { en: "Ours", fr: "Les nôtres" },
        about: { en: "Ours", fr: "Les nôtres" },
        licence: "CC0-1.0",
        delimiter: ";",
        time: { columns: ["when"], format: "DD.MM.YYYY" },
        utcOffsetMinutes: -300,
        from: { account: ["who"], ...side },
        to: { account: ["whom"], ...side },
        kind: { channel: "eft", code: "transfer" },
        illicit: { column: "odd", yes: ["y"], no: ["n"] },
        positives: "payee",
      }),
    );
    const csv = file(["when;who;whom;much;odd", "01.02.2024;a;b;5;n", "02.02.2024;b;c;6;y"]);
    const text = await run([csv, "--map", map, "--out", join(scratch, "own"), "--json"]);
    expect(JSON.parse(text)).toMatchObject({ accounts: 3, positives: 1, transactions: 4 });
    writeFileSync(map, "{}");
    await expect(run([csv, "--map", map, "--out", join(scratch, "own-2")])).rejects.toThrow("/delimiter");
  });
});
