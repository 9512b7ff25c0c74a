import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circularWasserstein, outside, relativeDifference, sharesOf, smirnovAt, totalVariation } from "./distance.ts";
import { Sample } from "./sample.ts";

const counts = (length: number) =>
  fc.array(fc.nat(1000), { minLength: length, maxLength: length }).filter((all) => all.some((one) => one > 0));
const hour = (at: number): number[] => Array.from({ length: 24 }, (_, i) => (i === at ? 1 : 0));
const sampleOf = (values: readonly number[]): Sample => {
  const sample = new Sample();
  for (const value of values) sample.add(value);
  return sample;
};

describe("distances", () => {
  it("are 0 for the same shares, symmetric, and within their bounds", () => {
    fc.assert(
      fc.property(counts(24), counts(24), (a, b) => {
        const [one, other] = [sharesOf(a), sharesOf(b)];
        expect(totalVariation(one, one)).toBe(0);
        expect(circularWasserstein(one, one)).toBe(0);
        expect(totalVariation(one, other)).toBeCloseTo(totalVariation(other, one), 12);
        expect(circularWasserstein(one, other)).toBeCloseTo(circularWasserstein(other, one), 10);
        expect(totalVariation(one, other)).toBeLessThanOrEqual(1 + 1e-12);
        expect(circularWasserstein(one, other)).toBeLessThanOrEqual(12 + 1e-9);
      }),
    );
  });

  it.each([
    [3, 4, 1],
    [23, 0, 1],
    [22, 2, 4],
    [0, 12, 12],
  ])("move what happens at %i to %i by %i hours, around midnight too", (from, to, hours) => {
    expect(circularWasserstein(hour(from), hour(to))).toBeCloseTo(hours, 12);
  });

  it("take shares apart fully, or by what differs", () => {
    expect(totalVariation([1, 0], [0, 1])).toBe(1);
    expect(totalVariation([0.5, 0.5], [0.6, 0.4])).toBeCloseTo(0.1, 12);
    expect(sharesOf([0, 0])).toEqual([0, 0]);
  });

  it("count a heap at a stated point on either side of it", () => {
    const all = sampleOf([...Array<number>(60).fill(20), ...Array<number>(40).fill(40)]);
    expect(smirnovAt(all, [20, 20, 40], [0.1, 0.5, 0.9])).toBe(0);
    expect(smirnovAt(all, [30], [0.5])).toBeCloseTo(0.1, 12);
    expect(smirnovAt(all, [10], [0.5])).toBe(0.5);
    expect(smirnovAt(sampleOf([]), [1], [0.5])).toBe(0.5);
  });

  it("say how far from a figure, and how far outside of bounds", () => {
    expect(relativeDifference(30, 40)).toBe(0.25);
    expect(outside(0.5, 0.4, 0.6)).toBe(0);
    expect(outside(0.2, 0.4, 0.6)).toBe(0.5);
    expect(outside(0.01, 0, 0)).toBe(0.01);
  });
});
