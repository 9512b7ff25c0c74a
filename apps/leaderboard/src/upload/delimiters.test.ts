import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Delimiters } from "./delimiters.ts";

function partsOf(body: string, cuts: readonly number[] = []): number | null {
  const delimiters = new Delimiters("b");
  const bytes = Buffer.from(body);
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  for (let i = 1; i < at.length; i++) delimiters.take(bytes.subarray(at[i - 1], at[i]));
  return delimiters.parts();
}

const TWO = "--b\r\n\r\none\r\n--b\r\nx: y\r\n\r\ntwo\r\n--b--\r\n";

describe("the delimiters of a form", () => {
  it.each([
    ["two parts", TWO, 2],
    ["no line end behind the last delimiter", TWO.slice(0, -2), 2],
    ["a form without a part", "--b--\r\n", 0],
    ["an empty body", "", null],
    ["bytes before the first delimiter", `x\r\n${TWO}`, null],
    ["bytes behind the last delimiter", `${TWO}x`, null],
    ["a last delimiter that is cut", TWO.slice(0, -3), null],
    ["no last delimiter", TWO.slice(0, -8), null],
  ])("%s", (_name, body, parts) => {
    expect(partsOf(body)).toBe(parts);
  });

  it("are found however the bytes are cut", () => {
    fc.assert(fc.property(fc.array(fc.nat(60), { maxLength: 8 }), (cuts) => partsOf(TWO, cuts) === 2));
  });
});
