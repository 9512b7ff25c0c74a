import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundForDisplay } from "./score.ts";

describe("roundForDisplay", () => {
  it.each([
    [0, 1, 0],
    [0.49, 1, 0],
    [0.5, 1, 1],
    [-0.5, 1, -1],
    [-0.49, 1, 0],
    [2.5, 1, 3],
    [-2.5, 1, -3],
    [73.4, 5, 75],
    [72.4, 5, 70],
    [99.6, 1, 100],
    [0.125, 0.25, 0.25],
  ])("of %d to %d is %d: half goes away from zero", (value, step, rounded) => {
    expect(roundForDisplay(value, step)).toBe(rounded);
  });

  it("never gives −0", () => {
    expect(Object.is(roundForDisplay(-0.2, 1), 0)).toBe(true);
    expect(Object.is(roundForDisplay(-0, 1), 0)).toBe(true);
  });

  it("is odd, a multiple of the step, at most half a step away, and rounds the rounded to itself", () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), fc.integer({ min: 1, max: 10 }), (value, step) => {
        const rounded = roundForDisplay(value, step);
        expect(Math.abs(rounded % step)).toBe(0);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(step / 2 + 1e-9);
        expect(roundForDisplay(-value, step) + rounded).toBe(0);
        expect(roundForDisplay(rounded, step)).toBe(rounded);
      }),
    );
  });
});
