import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHORT_WORD_ALPHABET, shortWord, shortWordKey, shortWordNumber, writeShortWord } from "./short-words.ts";

const word = fc.string({ unit: fc.constantFrom(...Array.from(SHORT_WORD_ALPHABET)), minLength: 1, maxLength: 10 });

describe("a short word", () => {
  it("comes back from its number, which a double holds exactly", () => {
    fc.assert(
      fc.property(word, (text) => {
        expect(shortWord(shortWordKey(text))).toBe(text);
        expect(shortWordKey(text)).toBeLessThan(2 ** 51);
      }),
    );
    expect(shortWord(shortWordKey("zzzzzzzzzz"))).toBe("zzzzzzzzzz");
  });

  it("sorts as its number does", () => {
    fc.assert(fc.property(word, word, (a, b) => Math.sign(shortWordKey(a) - shortWordKey(b)) === (a < b ? -1 : a > b ? 1 : 0)));
  });

  it("is written at its place", () => {
    const target = new Uint8Array(16).fill(1);
    expect(writeShortWord(shortWordKey("70b"), target, 3)).toBe(3);
    expect(String.fromCharCode(...target.subarray(3, 6))).toBe("70b");
    expect([target[2], target[13]]).toEqual([1, 1]);
  });

  it("is a number where it has decimal digits alone", () => {
    fc.assert(fc.property(fc.nat(), (number) => shortWordNumber(shortWordKey(String(number))) === number));
    expect(shortWordNumber(shortWordKey("1a"))).toBeNaN();
  });

  it.each(["", "elevenchars", "A", "é", "i", "l", "o", "u", "a b", "a "])("is not %j", (text) =>
    expect(shortWordKey(text)).toBe(-1),
  );
});
