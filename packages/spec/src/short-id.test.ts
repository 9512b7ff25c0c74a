import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ID_LIMIT, shortId } from "./short-id.ts";

describe("shortId", () => {
  it.each([
    [0, "000-0000-0000"],
    [1, "000-0000-0001"],
    [31, "000-0000-000Z"],
    [32, "000-0000-0010"],
    [ID_LIMIT - 1, "3ZZ-ZZZZ-ZZZZ"],
  ])("of %d is %s", (id, text) => {
    expect(shortId(id)).toBe(text);
  });

  it("has the same length for every id and can be read back", () => {
    const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    fc.assert(
      fc.property(fc.integer({ min: 0, max: ID_LIMIT - 1 }), (id) => {
        const text = shortId(id);
        expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        const back = Array.from(text.replaceAll("-", "")).reduce((value, digit) => value * 32 + digits.indexOf(digit), 0);
        expect(back).toBe(id);
      }),
    );
  });

  it("ends below 2^52", () => {
    expect(ID_LIMIT).toBe(2 ** 52);
  });
});
