import { describe, expect, it } from "vitest";
import { cents } from "./read-money.ts";

describe("cents", () => {
  it.each([
    ["3697.34", 1, 369_734],
    ["0.005", 1, 1],
    ["1", 1.5, 150],
    ["0.01000000", 26_000, 26_000],
    ["1.0463e+05", 1, 10_463_000],
    ["-2.50", 1, -250],
    ["-0.001", 1, 0],
    ["+7", 1, 700],
  ])("%s at %f is %i cents", (text, rate, expected) => expect(cents(text, rate)).toBe(expected));

  it.each(["", "x", "1,000.00", "1 000", "NaN", "Infinity", "0x10", "1.", ".5", "1e99", "99999999999999999999"])(
    "%s is none",
    (text) => expect(cents(text, 1)).toBeNull(),
  );
});
