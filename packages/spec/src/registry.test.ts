import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { kindOf, measureOf, tablesOf, worldOf } from "./registry.ts";
import { loadChallenge, loadDataset } from "./load.ts";

const fixtures = join(import.meta.dirname, "../test/fixtures");
const challenge = loadChallenge(join(fixtures, "challenge-good"));
const dataset = loadDataset(join(fixtures, "dataset-good"));

describe("the registry", () => {
  it("knows the kind, the world and each measure of a challenge", () => {
    expect(kindOf(challenge).id).toBe("ranking");
    expect(worldOf(challenge).subject.id).toBe("account");
    for (const { measure } of [...challenge.parts, ...challenge.penalties])
      expect(measureOf(challenge, measure).id).toBe(measure);
  });

  it("gives the tables of a data set in file order, or those of one half", () => {
    expect(tablesOf(dataset, "inputs").map(({ name }) => name)).toEqual(["accounts", "transactions", "events", "merchants"]);
    expect(tablesOf(dataset)).toEqual([...tablesOf(dataset, "inputs"), ...tablesOf(dataset, "labels")]);
  });

  it.each([
    ["a kind", () => kindOf({ kind: "guessing" }), 'kind: expected ranking; found "guessing"'],
    ["a world", () => worldOf({ world: "toString" }), 'world: expected bank; found "toString"'],
    [
      "a measure",
      () => measureOf(challenge, "style"),
      'measure of ranking: expected ranking, budget, indicators, evidence, roles, harm; found "style"',
    ],
  ])("refuses %s that there is not, with those known", (_, look, sentence) => expect(look).toThrow(sentence));
});
