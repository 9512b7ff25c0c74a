import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Home } from "./command-line.ts";

const home = new Home();
afterAll(() => rmSync(home.folder, { recursive: true, force: true }));

const HEADER =
  "Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,Payment Currency,Payment Format,Is Laundering";

/** 400 accounts that pay each other small sums; of twelve pairs, the one sends the other thousands, and is marked. */
function transfers(): string {
  const row = (from: number, to: number, i: number, sum: number, illicit: number): string =>
    `2022/09/${String(1 + (i % 9)).padStart(2, "0")} 10:${String(i % 60).padStart(2, "0")},0${from % 7},A${from},0${to % 7},A${to},` +
    `${sum}.00,Euro,${sum}.00,Euro,ACH,${illicit}`;
  const lawful = Array.from({ length: 1600 }, (_, i) => row(i % 400, (i * 7 + 1) % 400, i, 10 + (i % 50), 0));
  const illicit = Array.from({ length: 24 }, (_, i) => row(2 * (i % 12), 2 * (i % 12) + 1, i, 9000, 1));
  return `${[HEADER, ...lawful, ...illicit].join("\n")}\n`;
}

describe("vigie try --data", () => {
  beforeAll(() => {
    writeFileSync(join(home.folder, "trans.csv"), transfers());
    expect(home.vigie(["data", "import", "trans.csv", "--map", "amlworld", "--out", "imported"])).toMatchObject({ code: 0 });
    expect(home.vigie(["data", "make", "follow-the-money", "--accounts", "400", "--out", "made"])).toMatchObject({ code: 0 });
    expect(home.vigie(["new", "team"])).toMatchObject({ code: 0 });
  });

  it("judges on imported data by what their labels know, says which data, and makes no practice data", () => {
    const tried = home.vigie(["try", "team", "--data", "imported", "--json"]);
    expect(tried.code, tried.err).toBe(0);
    const { verdict, score, data } = JSON.parse(tried.out);
    const checksums = JSON.parse(readFileSync(join(home.folder, "imported", "checksums.json"), "utf8"));
    expect(verdict).toBe("accepted");
    expect(data).toMatchObject({ id: "amlworld", imported: true, weights: { indicators: 0, roles: 0 } });
    expect(data.checksums).toEqual({ inputs: checksums.inputsDigest, labels: checksums.labelsDigest });
    const sum = Object.values<number>(data.weights).reduce((total, weight) => total + weight, 0);
    expect(sum).toBeCloseTo(1, 12);
    // What the labels do not know is not among the parts, and nothing is taken off.
    expect(Object.keys(score.parts)).toEqual(["ranking", "budget", "evidence"]);
    const weighed = Object.entries<number>(score.parts).reduce((total, [part, value]) => total + data.weights[part] * value, 0);
    expect(score.penalties).toEqual({});
    expect(score.points).toBeCloseTo(100 * weighed, 6);
    expect(existsSync(join(home.folder, "cache", "testsets"))).toBe(false);
  });

  it("ranks who finds what is marked above who does not", () => {
    const points = (): number => JSON.parse(home.vigie(["try", "team", "--data", "imported", "--json"]).out).score.points;
    const before = points();
    writeFileSync(
      join(home.folder, "team", "detector.ts"),
      [
        'import { alert, defineDetector } from "@vigie/sdk";',
        "export default defineDetector((account) => {",
        "  const most = account.transactions.reduce((largest, row) => Math.max(largest, row.amountCents), 0);",
        "  return alert({ score: Math.min(1, most / 1e8), findings: [] });",
        "});",
        "",
      ].join("\n"),
    );
    expect(points()).toBeGreaterThan(before);
  });

  it("asks everything of a made set, and tells a person what the score hangs on, in both languages", () => {
    home.vigie(["new", "other"]);
    const made = home.vigie(["try", "other", "--data", "made", "--json"]);
    expect(made.code, made.err).toBe(0);
    expect(JSON.parse(made.out).data).toMatchObject({ id: "follow-the-money", imported: false, weights: { indicators: 0.15 } });
    const english = home.vigie(["try", "other", "--data", "imported"]).out;
    expect(english).toMatch(/Judged on AMLworld transactions, version 1\.0\.0 .* no event’s data/);
    expect(english).toMatch(
      /know no indicators, roles or look-alikes\. Scored there: Ranking, Budget and Evidence; harm is not measured/,
    );
    const french = home.vigie(["try", "other", "--data", "imported", "--lang", "fr"]).out;
    expect(french).toMatch(/Jugé sur «\u00a0Opérations d’AMLworld\u00a0»/);
    expect(french).toMatch(/ignorent les indicateurs, les rôles et les profils.* Le tort n’y est pas mesuré/);
  });

  it.each([
    ["a folder without a test set", ["--data", "team"], /team: expected a whole test set/],
    ["a seed beside the folder", ["--data", "made", "--seed", "x"], /--seed .* --data .* leave one of them out/],
  ])("refuses %s with exit code 2", (_, flags, message) => {
    const tried = home.vigie(["try", "team", ...flags]);
    expect(tried.code).toBe(2);
    expect(tried.err).toMatch(message);
  });

  it("refuses a set whose files were cut short", () => {
    writeFileSync(join(home.folder, "made", "labels", "findings.arrow"), "");
    const tried = home.vigie(["try", "team", "--data", "made", "--lang", "fr"]);
    expect(tried).toMatchObject({ code: 2 });
    expect(tried.err).toContain("jeu de test complet");
  });
});
