import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PART_IDS, type ChallengeSpec, type OwnSet } from "./challenge.ts";
import { checkedChallenge, loadChallenge } from "./load.ts";
import { challengeOn, datasetOn, keepOwnSets, onImported, partsOfImported } from "./own-set.ts";

const declared = loadChallenge(join(import.meta.dirname, "../../../challenges/follow-the-money"));
const own: OwnSet = {
  id: "amlworld",
  version: "1.0.0",
  title: { en: "Transactions", fr: "Opérations" },
  imported: true,
  inputsDigest: "a".repeat(64),
  labelsCommitment: "b".repeat(64),
};
const withOwn: ChallengeSpec = { ...declared, splits: { ...declared.splits, public: { accounts: 400, own } } };

describe("a challenge on data of the organizer's own", () => {
  it("is a sound challenge, which comes back from its own text", () => {
    expect(checkedChallenge(JSON.parse(JSON.stringify(withOwn)), "event")).toEqual(withOwn);
  });

  it("asks on imported labels what they know, in the same proportions, and everything elsewhere", () => {
    const { ranking, budget, evidence } = declared.weights;
    const sum = ranking + budget + evidence;
    expect(partsOfImported(withOwn)).toEqual(["ranking", "budget", "evidence"]);
    expect(challengeOn(withOwn, "public").weights).toEqual({
      ranking: ranking / sum,
      budget: budget / sum,
      indicators: 0,
      evidence: evidence / sum,
      roles: 0,
    });
    expect(challengeOn(withOwn, "practice")).toBe(withOwn);
    expect(challengeOn(withOwn, "final")).toBe(withOwn);
    const made = { ...withOwn, splits: { ...withOwn.splits, public: { accounts: 400, own: { ...own, imported: false } } } };
    expect(challengeOn(made, "public")).toBe(made);
  });

  it("has weights that add up to 1 wherever one part can be measured, else none", () => {
    const weights = fc.tuple(...PART_IDS.map(() => fc.integer({ min: 0, max: 100 }))).filter((all) => all.some((one) => one > 0));
    fc.assert(
      fc.property(weights, (all) => {
        const sum = all.reduce((a, b) => a + b, 0);
        const [ranking, budget, indicators, evidence, roles] = all.map((one) => one / sum);
        const spec = { ...withOwn, weights: { ranking, budget, indicators, evidence, roles } };
        const left = Object.values(onImported(spec).weights).reduce((a, b) => a + b, 0);
        if (partsOfImported(spec).length === 0) expect(left).toBe(0);
        else expect(left).toBeCloseTo(1, 9);
      }),
    );
  });

  it("names the data of each split, and keeps them in a new version", () => {
    expect(datasetOn(withOwn, "public")).toEqual({ id: "amlworld", version: "1.0.0" });
    expect(datasetOn(withOwn, "practice")).toEqual(declared.dataset);
    const next = { ...declared, version: "2.0.0", splits: { ...declared.splits, final: { accounts: 333, own } } };
    const kept = keepOwnSets(next, withOwn);
    expect(kept.version).toBe("2.0.0");
    expect(kept.splits).toEqual({ practice: declared.splits.practice, public: withOwn.splits.public, final: { accounts: 333 } });
  });
});
