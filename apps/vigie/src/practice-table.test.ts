import { stripVTControlCharacters } from "node:util";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ChallengeSpec, Judgement, Language } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { practiceTable } from "./practice-table.ts";
import { speaker } from "./say.ts";

const challenge = loadChallenge(join(import.meta.dirname, "../../../challenges/follow-the-money"));
const group = (id: string, members: number, flagged: number) => ({
  ...{ group: id, members, flagged, judged: true },
  rate: flagged / members / Math.min(1, 50 / members),
});
const score = {
  ...{ points: 40, low: 30, high: 50 },
  parts: { ranking: 0.6, budget: 0.6, indicators: 0.5, evidence: 0.5, roles: 0.1 },
  penalties: { harm: 0.2 },
};
const details = {
  ...{ subjects: 5000, positives: 50, budget: 50, alerts: 60, hits: 30 },
  ...{ exploitedWithinBudget: 10, misnamed: 0, indicators: [], curve: [{ recall: 0.6, precision: 0.6, alerts: 50 }] },
  groups: [group("students-sharing-rent", 111, 3), group("newcomers-sending-money-home", 111, 8), group("gig-drivers", 111, 0)],
};

function told(language: Language, of: ChallengeSpec = challenge): string[] {
  const practice = {
    ...{ kind: "ranking", score, details, mistakes: [], fault: null, log: "", logTruncated: false, resources: null },
  };
  const judgement: Judgement = { verdict: "accepted", reason: "accepted", score, replicates: [], practice };
  return stripVTControlCharacters(practiceTable(judgement, of, language, speaker(language))).split("\n");
}

it("tells in the terminal what harm is, the group that costs most first, and what one person spared would gain", () => {
  const lines = told("en");
  const at = lines.findIndex((line) => line.startsWith("Every group of lawful people that you bother costs."));
  expect(lines.slice(at, at + 3)).toEqual([
    "Every group of lawful people that you bother costs. Bothering one group hard costs more than a few people here and there.",
    // 40 · (1 + √(0.16² + 0.06²)) / (1 + √(0.14² + 0.06²)) is 40.6.
    "Costs most: 8 of 111 newcomers who send money home would have been questioned. One of them spared would gain 0.6 points.",
    expect.stringMatching(/^Then: 3 of 111 students/),
  ]);
  const french = told("fr").join("\n");
  expect(french).toContain("Chaque groupe de gens honnêtes que vous dérangez coûte des points.");
  expect(french).toMatch(/Coûte le plus cher\u00a0: .*rapporterait 0,6\u00a0?\s?point/);
});

it("says nothing of that where a challenge of before took the worst group alone", () => {
  const penalties = [{ measure: "harm", weight: 0.5, cap: 0.2, smallestGroup: 20 }];
  expect(told("en", { ...challenge, penalties }).join("\n")).not.toContain("Costs most");
});
