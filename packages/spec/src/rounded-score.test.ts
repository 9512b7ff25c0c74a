import { expect, test } from "vitest";
import { roundedScore } from "./rounded-score.ts";

const PARTS = { ranking: 0.575, budget: -0.2, indicators: 0.004, evidence: 0.005, roles: 1 };

test("shown scores are floored at 0 and rounded half away from zero", () => {
  const shown = roundedScore(
    { points: 47.5, low: -3, high: 62.49, parts: PARTS, penalties: { harm: 0.125 } },
    { precisionPoints: 1 },
  );
  expect(shown).toEqual({
    points: 48,
    low: 0,
    high: 62,
    parts: { ranking: 0.57, budget: 0, indicators: 0, evidence: 0.01, roles: 1 },
    penalties: { harm: 0.13 },
  });
  expect(
    roundedScore({ points: 47.5, low: 44, high: 52.5, parts: PARTS, penalties: { harm: 0.1 } }, { precisionPoints: 5 }),
  ).toMatchObject({
    points: 50,
    low: 45,
    high: 55,
    penalties: { harm: 0.1 },
  });
});
