import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChallengeSpec, OwnSet } from "./challenge.ts";
import { checkedChallenge } from "./check-challenge.ts";
import { loadChallenge } from "./load.ts";
import { challengeOn, datasetOn, keepOwnSets, onImported, withOwnSet } from "./own-set.ts";

const declared = loadChallenge(join(import.meta.dirname, "../../../challenges/follow-the-money"));
const own: OwnSet = {
  id: "amlworld",
  version: "1.0.0",
  title: { en: "Transactions", fr: "Opérations" },
  imported: true,
  inputsDigest: "a".repeat(64),
  labelsCommitment: "b".repeat(64),
};
const withOwn = withOwnSet(declared, "public", own, { accounts: 400 });
const sumOf = ({ parts }: ChallengeSpec) => parts.reduce((sum, { weight }) => sum + weight, 0);

describe("a challenge on data of the organizer's own", () => {
  it("is a sound challenge, which comes back from its own text", () => {
    expect(checkedChallenge(JSON.parse(JSON.stringify(withOwn)), "event")).toEqual(withOwn);
  });

  it("asks on imported labels what they know, in the same proportions, and everything elsewhere", () => {
    const known = declared.parts.filter(({ measure }) => ["ranking", "budget", "evidence"].includes(measure));
    const sum = known.reduce((total, { weight }) => total + weight, 0);
    expect(challengeOn(withOwn, "public").parts).toEqual(known.map((part) => ({ ...part, weight: part.weight / sum })));
    expect(challengeOn(withOwn, "public").penalties).toEqual([]);
    expect(challengeOn(withOwn, "practice")).toBe(withOwn);
    expect(challengeOn(withOwn, "final")).toBe(withOwn);
    const made = withOwnSet(declared, "public", { ...own, imported: false }, { accounts: 400 });
    expect(challengeOn(made, "public")).toBe(made);
  });

  it("has weights that add up to 1 wherever one part can be measured, else no part", () => {
    const weights = fc
      .tuple(...declared.parts.map(() => fc.integer({ min: 0, max: 100 })))
      .filter((all) => all.some((one) => one > 0));
    fc.assert(
      fc.property(weights, (all) => {
        const sum = all.reduce((a, b) => a + b, 0);
        const parts = declared.parts.map((part, i) => ({ ...part, weight: all[i] / sum }));
        const left = onImported({ ...withOwn, parts });
        if (left.parts.length > 0) expect(sumOf(left)).toBeCloseTo(1, 9);
        else expect(all[0] + all[1] + all[3]).toBe(0);
      }),
    );
  });

  it("names the data of each split, and keeps them in a new version", () => {
    expect(datasetOn(withOwn, "public")).toEqual({ id: "amlworld", version: "1.0.0" });
    expect(datasetOn(withOwn, "practice")).toEqual(declared.dataset);
    const next = withOwnSet({ ...declared, version: "3.0.0" }, "final", own, { accounts: 333 });
    const kept = keepOwnSets(next, withOwn);
    expect(kept.version).toBe("3.0.0");
    expect(kept.own).toEqual({ public: own });
    expect(kept.sizes).toEqual({ ...next.sizes, public: { accounts: 400 } });
    expect(keepOwnSets(next, declared).own).toBeUndefined();
  });
});
