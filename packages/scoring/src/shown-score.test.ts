import { describe, expect, test } from "vitest";
import { interval } from "./interval.ts";
import { decimalOrderKey } from "./ranked-alerts.ts";
import { shownScore } from "./shown-score.ts";

const PARTS = { ranking: 0.575, budget: -0.2, indicators: 0.004, evidence: 0.005, roles: 1 };

test("shown scores are floored at 0 and rounded half away from zero", () => {
  const shown = shownScore({ points: 47.5, low: -3, high: 62.49, parts: PARTS, harm: 0.125 }, 1);
  expect(shown).toEqual({
    points: 48,
    low: 0,
    high: 62,
    parts: { ranking: 0.57, budget: 0, indicators: 0, evidence: 0.01, roles: 1 },
    harm: 0.13,
  });
  expect(shownScore({ points: 47.5, low: 44, high: 52.5, parts: PARTS, harm: 0.1 }, 5)).toMatchObject({
    points: 50,
    low: 45,
    high: 55,
    harm: 0.1,
  });
});

describe("type-7 percentiles, as R and NumPy give them", () => {
  test.each([
    ["one value", [3], 0.95, [3, 3]],
    ["two values", [0, 1], 0.5, [0.25, 0.75]],
    ["unsorted values", [4, 1, 3, 2, 5], 0.5, [2, 4]],
    ["0 … 100", Array.from({ length: 101 }, (_, i) => i), 0.9, [5, 95]],
  ])("%s", (_, values, level, [low, high]) => {
    const ends = interval(values, level);
    expect(ends[0]).toBeCloseTo(low, 12);
    expect(ends[1]).toBeCloseTo(high, 12);
  });

  test("no value is refused", () => {
    expect(() => interval([], 0.95)).toThrow(RangeError);
  });
});

test("account ids sort as their digits do as text", () => {
  const ids = [0, 1, 2, 9, 10, 11, 19, 100, 101, 110, 999, 1000, 12345, 99999, 100000, 999999, 2147483647];
  const byText = ids.toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  expect(ids.toSorted((a, b) => decimalOrderKey(a) - decimalOrderKey(b))).toEqual(byText);
});
