import { describe, expect, it } from "vitest";
import { easterSunday, goodFriday, weekdayOf } from "./calendar.ts";
import { firstDigit } from "./digits.ts";
import { spreadOut } from "./examples.ts";
import { FriendGraph } from "./friend-graph.ts";
import { payPeriod } from "./rhythm.ts";
import { tailOf } from "./tail.ts";
import { Sample } from "./sample.ts";

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe("the calendar", () => {
  it.each(["2025-04-20", "2024-03-31", "2000-04-23", "2011-04-24", "2008-03-23"])("finds Easter on %s", (iso) => {
    expect(easterSunday(Number(iso.slice(0, 4)))).toBe(day(iso));
    expect(weekdayOf(day(iso))).toBe(0);
    expect(weekdayOf(goodFriday(day(iso)))).toBe(5);
  });
});

describe("a pay period", () => {
  it.each([
    ["each week", [0, 7, 14, 21, 28], 0],
    ["every two weeks", [3, 17, 31, 45], 1],
    ["every two weeks around a holiday", [3, 17, 30, 45, 59], 1],
    ["on the 15th and the last of the month", [14, 30, 45, 58, 73], 2],
    ["once a month", [30, 58, 89], 3],
    ["irregularly", [0, 2, 4, 6, 50], 4],
    ["too seldom to say", [0, 14], null],
  ])("is told: %s", (_, days, period) => {
    expect(payPeriod(days)).toBe(period);
  });
});

describe("a first digit", () => {
  it.each([
    [1, 1],
    [99, 9],
    [100, 1],
    [123_456, 1],
    [70_007, 7],
  ])("of %i is %i", (cents, digit) => {
    expect(firstDigit(cents)).toBe(digit);
  });
});

describe("a graph of friends", () => {
  const graphOf = (edges: readonly (readonly [number, number])[]): FriendGraph => {
    const graph = new FriendGraph(6, (party) => party - 100);
    for (const [a, b] of edges) graph.add(a, b + 100);
    return graph;
  };

  it("is closed in a triangle, open in a star, and half closed with one edge of two", () => {
    expect(
      graphOf([
        [0, 1],
        [1, 2],
        [2, 0],
      ]).clustering(),
    ).toEqual({ clustering: 1, counted: 3 });
    expect(
      graphOf([
        [0, 1],
        [0, 2],
        [0, 3],
      ]).clustering(),
    ).toEqual({ clustering: 0, counted: 1 });
    expect(
      graphOf([
        [0, 1],
        [1, 2],
        [2, 0],
        [0, 3],
      ]).clustering().clustering,
    ).toBeCloseTo((1 / 3 + 1 + 1) / 3, 12);
  });

  it("counts a friend once, leaves out oneself and strangers, and has no opinion where nobody has two", () => {
    const graph = graphOf([
      [0, 1],
      [1, 0],
      [0, 1],
      [2, 2],
      [3, 99],
    ]);
    expect(Array.from(graph.degrees().sorted())).toEqual([1, 1]);
    expect(graph.clustering()).toEqual({ clustering: 0, counted: 0 });
  });
});

describe("a tail", () => {
  it("falls from everybody to the largest", () => {
    const sample = new Sample();
    for (const count of [1, 1, 2, 10]) sample.add(count);
    const { values, shares, units } = tailOf({ en: "", fr: "" }, sample);
    expect([values[0], shares[0], values[1], shares[1], units]).toEqual([1, 1, 2, 0.5, 4]);
    expect(values.at(-1)).toBeLessThanOrEqual(10);
    expect(shares.at(-1)).toBe(0.25);
    expect(tailOf({ en: "", fr: "" }, new Sample()).values).toEqual([]);
  });
});

describe("what is spread out", () => {
  it("keeps short lists, and the first and the last of long ones", () => {
    expect(spreadOut([1, 2, 3], 8)).toEqual([1, 2, 3]);
    const some = spreadOut(
      Array.from({ length: 100 }, (_, i) => i),
      8,
    );
    expect([some.length, some[0], some[7]]).toEqual([8, 0, 99]);
    expect(new Set(some).size).toBe(8);
  });
});
