import { describe, expect, it } from "vitest";
import { drawsFor } from "../chance/generator.ts";
import { chanceNear, expectedNear, nearPairs } from "./spacing.ts";

const ROWS = 6000;
const MEMBERS = 90;
const REACH = 25;
const TRIALS = 400;

/** Mean and variance of the near pairs among members drawn at random, and what was expected of them. */
function drawn(places: Int32Array, count: number) {
  const draw = drawsFor("spacing test");
  const counts = Array.from({ length: TRIALS }, () => {
    const rows = Array.from({ length: MEMBERS }, () => draw(ROWS));
    return nearPairs({ rows, cluster: rows }, places, REACH).any;
  });
  const mean = counts.reduce((sum, n) => sum + n, 0) / TRIALS;
  const variance = counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (TRIALS - 1);
  return { mean, variance, told: expectedNear(chanceNear(places, count, REACH), [MEMBERS]) };
}

describe("near pairs by chance", () => {
  it.each([
    ["as many rows at each place", Int32Array.from({ length: ROWS }, (_, row) => row % 1500)],
    [
      "many rows at a few places, as of incomes",
      Int32Array.from({ length: ROWS }, (_, row) => Math.floor(1500 * (row / ROWS) ** 3)),
    ],
  ])("are expected as often, and vary as much, as members drawn at random do: %s", (_name, places) => {
    const { mean, variance, told } = drawn(places, 1500);
    expect(mean / told.expected).toBeGreaterThan(0.95);
    expect(mean / told.expected).toBeLessThan(1.05);
    expect(variance / told.variance).toBeGreaterThan(0.75);
    expect(variance / told.variance).toBeLessThan(1.3);
  });
});
