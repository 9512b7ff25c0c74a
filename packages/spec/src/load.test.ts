import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analystBudget, isRankingChallenge } from "./kinds/ranking/index.ts";
import { loadChallenge, loadDataset } from "./load.ts";
import { SpecError } from "./problem.ts";
import { subjectsBySplit, subjectsIn } from "./registry.ts";

const fixtures = join(import.meta.dirname, "..", "test", "fixtures");

/** What a loader says of a folder: the code, then where (without the folder), what was expected, what came. */
function refusalOf(load: (folder: string) => unknown, folder: string, file: string): string {
  try {
    load(folder);
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    for (const problem of cause.problems) expect(problem.file).toBe(join(folder, file));
    return `${cause.code}${cause.message.replaceAll(join(folder, file), "")}`;
  }
  return "no refusal";
}

function brokenIn(name: string): { name: string; folder: string; expected: string }[] {
  return readdirSync(join(fixtures, name)).map((own) => {
    const folder = join(fixtures, name, own);
    return { name: own, folder, expected: readFileSync(join(folder, "expected.txt"), "utf8").trimEnd() };
  });
}

describe("loadChallenge", () => {
  it("reads a good challenge", () => {
    const challenge = loadChallenge(join(fixtures, "challenge-good"));
    expect(challenge.id).toBe("follow-the-money");
    expect(subjectsBySplit(challenge)).toEqual({ practice: 5000, public: 10_000, final: 20_000 });
    expect(isRankingChallenge(challenge) && analystBudget(challenge, subjectsIn(challenge, "practice"))).toBe(50);
  });

  it.each(brokenIn("challenges-broken"))("refuses $name, naming file, pointer, expected and found", ({ folder, expected }) => {
    const refusal = refusalOf(loadChallenge, folder, "challenge.json");
    expect(refusal.slice(0, expected.length)).toBe(expected);
    expect(refusal).not.toContain("\n");
  });
});

describe("loadDataset", () => {
  it("reads a good dataset", () => {
    expect(loadDataset(join(fixtures, "dataset-good")).parameters.prevalence.value).toBe(0.01);
  });

  it.each(brokenIn("datasets-broken"))("refuses $name, naming file, pointer, expected and found", ({ folder, expected }) => {
    const refusal = refusalOf(loadDataset, folder, "dataset.json");
    expect(refusal.slice(0, expected.length)).toBe(expected);
  });
});

describe("analystBudget", () => {
  it.each([
    [0.01, 5000, 50],
    [0.01, 149, 1],
    [0.01, 150, 2],
    [0.0001, 100, 1],
  ])("of a share of %d of %d accounts is %d: the nearest whole, at least 1", (budgetShare, accounts, budget) => {
    expect(analystBudget({ budgetShare }, accounts)).toBe(budget);
  });
});
