import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable } from "./printable.ts";

describe("printable text", () => {
  it.each([
    ["a colour", "\u001b[31mred", "\\u{1b}[31mred"],
    ["a window title", "\u001b]0;title\u0007", "\\u{1b}]0;title\\u{7}"],
    ["a carriage return", "safe\rgone", "safe\\u{d}gone"],
    ["a one-byte control", "\u009b2J", "\\u{9b}2J"],
    ["a turn of direction", "a\u202eb", "a\\u{202e}b"],
  ])("shows %s and does not let it act", (_name, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it("leaves lines, tabs and letters of every language alone", () => {
    const text = "é ж 漢字 🦉\n\tnext";
    expect(printable(text)).toBe(text);
  });

  it("never lets a control character through", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(printable(text)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});
