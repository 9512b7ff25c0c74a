import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ID_LIMIT } from "@vigie/spec";
import { importKey, keyedOrder, permutation52, token } from "./opaque-ids.ts";

const key = importKey("digest", "seed");

describe("permutation52", () => {
  const permute = permutation52(key, "rows");

  it("stays below 2^52 and gives no number twice", () => {
    const ids = new Set(Array.from({ length: 20_000 }, (_, i) => permute(i)));
    expect(ids.size).toBe(20_000);
    for (const id of ids) expect(Number.isInteger(id) && id >= 0 && id < ID_LIMIT).toBe(true);
  });

  it("keeps nothing of the order: neighbours rise as often as they fall", () => {
    let rises = 0;
    for (let i = 0; i < 20_000; i++) if (permute(i) < permute(i + 1)) rises++;
    expect(Math.abs(rises - 10_000)).toBeLessThan(400); // 5.7 standard deviations of 70.7
  });

  it("hangs on the seed, the digest and the label", () => {
    const others = [
      permutation52(key, "x"),
      permutation52(importKey("digest", "s"), "rows"),
      permutation52(importKey("d", "seed"), "rows"),
    ];
    for (const other of others) expect(other(1)).not.toBe(permute(1));
  });
});

it("keyedOrder is a permutation that does not hang on the order of the names", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 50 }), (names) => {
      const { places } = keyedOrder(key, names, names.length);
      const { places: turned } = keyedOrder(key, names.toReversed(), names.length);
      expect([...places].sort((a, b) => a - b)).toEqual(names.map((_, i) => i));
      expect([...turned].reverse()).toEqual([...places]);
    }),
  );
});

it("token tells numbers apart in eleven letters and digits", () => {
  expect(token("own", 0)).toBe("own-00000000000");
  expect(token("own", ID_LIMIT - 1)).not.toBe(token("own", ID_LIMIT - 2));
  expect(token("own", ID_LIMIT - 1)).toMatch(/^own-[0-9a-z]{11}$/);
});
