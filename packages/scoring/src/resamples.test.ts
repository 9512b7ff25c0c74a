import { describe, expect, test } from "vitest";
import { drawResamples } from "./resamples.ts";
import { drawBelow, sfc32 } from "./sfc32.ts";

/** Two rings, and others alone, four of them look-alikes. */
const stratumOfUnit = Int32Array.from(`22${"0".repeat(7)}1111${"0".repeat(16)}`, Number);
const SEED = Uint8Array.from({ length: 32 }, (_, i) => i);

function drawn(seed: Uint8Array, count: number): number[][] {
  const all: number[][] = [];
  drawResamples({ stratumOfUnit, seed, count }).each((counts) => all.push([...counts]));
  return all;
}

describe("resamples", () => {
  test("draw each stratum as often as it has units", () => {
    const sizes = (counts: readonly number[]) =>
      [0, 1, 2].map((s) => counts.reduce((sum, c, u) => sum + (stratumOfUnit[u] === s ? c : 0), 0));
    for (const counts of drawn(SEED, 50)) expect(sizes(counts)).toEqual(sizes(counts.map(() => 1)));
  });

  test("are the same on every walk, and others for another seed", () => {
    expect(drawn(SEED, 20)).toEqual(drawn(SEED, 20));
    expect(drawn(new Uint8Array(32), 20)).not.toEqual(drawn(SEED, 20));
  });

  test("that are kept are those that are drawn, to the last one", () => {
    const many = Int32Array.from({ length: 4_000 }, (_, unit) => unit % 3);
    const walked = (count: number): string[] => {
      const resamples = drawResamples({ stratumOfUnit: many, seed: SEED, count });
      const walk = (): string[] => {
        const seen: string[] = [];
        resamples.each((counts, at) => {
          if (at < 50) seen.push(counts.join(""));
        });
        return seen;
      };
      const [first, second] = [walk(), walk()];
      expect(second).toEqual(first);
      return first;
    };
    // Beyond 32 MiB nothing is kept.
    expect(walked(50)).toEqual(walked(9_000));
  });

  test("begin alike whatever their number", () => {
    expect(drawn(SEED, 40).slice(0, 7)).toEqual(drawn(SEED, 7));
  });

  test("keep their bits", () => {
    const state = sfc32(Uint32Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    const numbers = new Int32Array(8);
    drawBelow(state, 1000, numbers.subarray(0, 3));
    drawBelow(state, 1000, numbers.subarray(3));
    expect([...numbers]).toMatchInlineSnapshot(`
      [
        210,
        847,
        747,
        338,
        961,
        195,
        62,
        721,
      ]
    `);
    expect(drawn(SEED, 1)[0].join("")).toMatchInlineSnapshot(`"20001012001120241120111121110"`);
  });

  test("draw each unit once on average", () => {
    const total = new Float64Array(stratumOfUnit.length);
    drawResamples({ stratumOfUnit, seed: SEED, count: 4000 }).each((counts) => counts.forEach((c, unit) => (total[unit] += c)));
    for (const sum of total) expect(Math.abs(sum / 4000 - 1)).toBeLessThan(0.08);
  });

  test("need a count", () => {
    expect(() => drawResamples({ stratumOfUnit, seed: SEED, count: 0 })).toThrow(RangeError);
  });
});
