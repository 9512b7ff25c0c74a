import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Sample } from "./sample.ts";
import { Spread } from "./spread.ts";

const amounts = fc.array(fc.integer({ min: 1, max: 500_000_000 }), { minLength: 1, maxLength: 300 });

describe("a spread", () => {
  it("has the quantiles of the sorted numbers, to a thousandth", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(0.1, 0.25, 0.5, 0.9, 1), (values, share) => {
        const [spread, sample] = [new Spread(), new Sample()];
        for (const value of values) {
          spread.add(value);
          sample.add(value);
        }
        const exact = sample.quantile(share);
        expect(exact).toBe(values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)]);
        expect(spread.quantile(share)).toBeLessThanOrEqual(exact);
        expect(spread.quantile(share)).toBeGreaterThan(exact * 0.999);
        expect(spread.mean).toBe(sample.mean);
      }),
    );
  });

  it.each([1, 20, 2000, 2047, 4000, 8000, 10_000, 14_000, 20_000])("leaves a heap at %i where it is", (cents) => {
    const spread = new Spread();
    spread.add(cents);
    expect(spread.quantile(0.5)).toBe(cents);
    expect(spread.sharesAt(cents)).toEqual([0, 1]);
    expect(spread.sharesAt(cents * 1.01 + 1)).toEqual([1, 1]);
    expect(spread.sharesAt(cents / 1.01)).toEqual([0, 0]);
  });

  it("is empty before anything came", () => {
    expect([new Spread().quantile(0.5), new Spread().mean, ...new Spread().sharesAt(10)]).toEqual([0, 0, 0, 0]);
    expect([new Sample().quantile(0.5), new Sample().mean, ...new Sample().sharesAt(10)]).toEqual([0, 0, 0, 0]);
  });
});

describe("a sample", () => {
  it("keeps every number, however many come, and takes more after it was asked", () => {
    const sample = new Sample();
    for (let i = 5000; i > 0; i--) sample.add(i);
    expect(sample.quantile(0.5)).toBe(2500);
    expect(sample.sharesAt(1000)).toEqual([999 / 5000, 1000 / 5000]);
    sample.add(-1);
    expect(sample.quantile(0)).toBe(-1);
  });
});
