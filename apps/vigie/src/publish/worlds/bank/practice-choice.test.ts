import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadChallenge, loadDataset } from "@vigie/spec/node";
import { CANDIDATES, chosenAmong, practiceBlock, tryCandidates, withPracticeText, type Tried } from "./practice-choice.ts";

const ROOT = join(import.meta.dirname, "../../../../../..");
const tried = (...overlaps: readonly number[]): Tried[] =>
  overlaps.map((overlap, i) => ({ text: CANDIDATES[i], ringAccounts: 50, overlap, broken: 0, rule: 0.3 }));

describe("the text that practice hangs on", () => {
  it.each([
    ["the one nearest to the median", [4, 14, 9, 12, 6, 11, 7, 15, 13, 5], 10, "practice-3"],
    ["of equals the first", [12, 8, 12, 8, 12, 8, 12, 8, 12, 8], 10, "practice-1"],
    ["the median itself where one is there", [1, 2, 3, 10, 10, 10, 10, 20, 30, 40], 10, "practice-4"],
    ["one alone", [3], 3, "practice-1"],
  ])("is %s", (_what, overlaps, median, chosen) => {
    expect(chosenAmong(tried(...overlaps))).toEqual({ tried: tried(...overlaps), median, chosen });
  });

  it("is none whose world breaks more promises than another's, near as it may be", () => {
    const three = tried(9, 4, 14).map((one, i) => ({ ...one, broken: i === 0 ? 1 : 0 }));
    expect(chosenAmong(three)).toEqual({ tried: three, median: 9, chosen: "practice-2" });
  });

  it("is chosen among worlds that are made for it, which differ", { timeout: 120_000 }, async () => {
    const read = loadChallenge(join(ROOT, "challenges/follow-the-money"));
    const challenge = { ...read, sizes: { ...read.sizes, practice: { accounts: 400 } } };
    const texts = CANDIDATES.slice(0, 4);
    const choice = await tryCandidates(challenge, () => undefined, texts);
    expect(choice.tried.map(({ text }) => text)).toEqual(texts);
    expect(new Set(choice.tried.map(({ overlap }) => overlap)).size).toBeGreaterThan(1);
    for (const { ringAccounts, overlap, rule } of choice.tried) {
      expect(ringAccounts).toBeGreaterThan(0);
      expect(overlap).toBeLessThanOrEqual(ringAccounts);
      expect(rule > 0 && rule <= 1).toBe(true);
    }
    expect(choice).toEqual(chosenAmong(choice.tried));
  });

  it.each(["en", "fr"] as const)("is told in the card with the rule and the ten: %s", (language) => {
    const block = practiceBlock(chosenAmong(tried(4, 14, 9, 12, 6, 11, 7, 15, 13, 5)), language);
    expect(block).toContain("**`practice-3`**");
    expect(block.match(/`practice-\d+`/g)).toHaveLength(11);
    expect(block).toContain(
      language === "en" ? "nearest to the median of the ten, out of those" : "le plus proche de la médiane des dix",
    );
    expect(practiceBlock(null, language)).not.toContain("practice-");
  });

  it("is put into dataset.json without another letter changed, and exchanged there", () => {
    const file = join(ROOT, "datasets/follow-the-money/dataset.json");
    const json = readFileSync(file, "utf8");
    const named = withPracticeText(json, "practice-7");
    expect(JSON.parse(named)).toEqual({ ...loadDataset(join(file, "..")), practice: "practice-7" });
    expect(named.replace(/\n *"practice": "practice-7",/, "")).toBe(json.replace(/\n *"practice": "[^"]*",/, ""));
    expect(withPracticeText(named, "practice-2")).toBe(named.replace("practice-7", "practice-2"));
  });
});
