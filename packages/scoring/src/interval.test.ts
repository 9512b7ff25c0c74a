import { describe, expect, test } from "vitest";
import { interval } from "./interval.ts";

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
