import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyedStreams } from "./chacha.ts";
import { Feistel, Shuffle } from "./permutation.ts";
import { exactExp, Lognormal } from "./quantiles.ts";
import { Sfc32 } from "./sfc32.ts";

const KEY = Uint32Array.from([1, 2, 3, 4, 5, 6, 7, 8]);

describe("permutations", () => {
  it("come back, and stay below 2^52", () => {
    const feistel = new Feistel(KEY, 26);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 - 1 }), (value) => {
        const there = feistel.forward(value);
        return there >= 0 && there < 2 ** 52 && Number.isInteger(there) && feistel.backward(there) === value;
      }),
    );
  });

  it("shuffle exactly the numbers below n", () => {
    for (const n of [1, 2, 3, 100, 257]) {
      const shuffle = new Shuffle(KEY, n);
      const all = Array.from({ length: n }, (_, i) => shuffle.forward(i));
      expect(new Set(all).size).toBe(n);
      expect(all.every((value, i) => value < n && shuffle.backward(value) === i)).toBe(true);
    }
  });
});

describe("streams", () => {
  const draws = (index: number, topic: number) => {
    const generator = new KeyedStreams(KEY).open(new Sfc32(), index, topic);
    return [generator.word(), generator.word()];
  };

  it("are the same when opened again, whatever was drawn between", () => expect(draws(5, 1)).toEqual(draws(5, 1)));

  it("differ by index and by topic", () => {
    const all = [draws(5, 1), draws(6, 1), draws(5, 2), draws(5 + 2 ** 32, 1)];
    expect(new Set(all.map(String)).size).toBe(4);
  });

  it("are even enough: the mean of 20,000 draws is a half", () => {
    const generator = new KeyedStreams(KEY).open(new Sfc32(), 0, 0);
    let sum = 0;
    for (let i = 0; i < 20_000; i++) sum += generator.unit();
    expect(Math.abs(sum / 20_000 - 0.5)).toBeLessThan(0.01);
  });
});

describe("tables", () => {
  it("hold e^x as the engine has it, to 12 digits", () => {
    for (const x of [-4, -1, 0, 0.3, 2, 5]) expect(Math.abs(exactExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-12);
  });

  it("have the median 1", () => {
    const lognormal = new Lognormal(0.5);
    const generator = new KeyedStreams(KEY).open(new Sfc32(), 1, 0);
    let below = 0;
    for (let i = 0; i < 10_000; i++) if (lognormal.draw(generator) < 1) below++;
    expect(Math.abs(below / 10_000 - 0.5)).toBeLessThan(0.02);
  });
});
