import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interval } from "./interval.ts";
import { rankStandings, sharesBand, type RankedEntry } from "./standings.ts";

const RULES = { precisionPoints: 1, level: 0.95 };
const wobble = (i: number) => ((i * 37) % 100) / 50 - 1;
const wobbles = (i: number) => ((i * 61) % 100) / 50 - 1;

/** Replicates spread by ±`own` beside ±5 that all entries share. */
function entry(id: string, points: number, own = 1, baseline = false): RankedEntry {
  const shift = id.charCodeAt(0);
  return {
    id,
    baseline,
    points,
    replicates: Array.from({ length: 100 }, (_, i) => points + 5 * wobble(i) + own * wobbles(i + shift)),
  };
}

const places = (entries: readonly RankedEntry[], rules = RULES) =>
  rankStandings(entries, rules).map(({ id, rank, band }) => `${id} ${rank} ${band}`);

describe("ranks", () => {
  test("equal rounded scores share one; the next counts on", () => {
    expect(places([entry("c", 50.2), entry("a", 60), entry("b", 49.8), entry("d", 10)])).toEqual([
      "a 1 1",
      "b 2 2",
      "c 2 2",
      "d 4 3",
    ]);
  });

  test("below 0 all are equal to 0 on the board", () => {
    expect(places([entry("b", -0.2), entry("a", -9)]).map((place) => place.slice(0, 3))).toEqual(["a 1", "b 1"]);
  });

  test("after the reveal by the full score, equal below 1e-9", () => {
    const full = { ...RULES, revealed: true };
    expect(places([entry("a", 50), entry("b", 50.2), entry("c", 50 + 1e-10)], full).map((place) => place.slice(0, 3))).toEqual([
      "b 1",
      "c 2",
      "a 2",
    ]);
  });

  test("equal scores stand by name, then by id; the order of entries is nothing", () => {
    const named = [
      { ...entry("b", 5), name: "Y" },
      { ...entry("a", 5), name: "Z" },
      { ...entry("c", 5), name: "Y" },
    ];
    expect(rankStandings(named, RULES).map(({ id }) => id)).toEqual(["b", "c", "a"]);
    expect(rankStandings(named.toReversed(), RULES)).toEqual(rankStandings(named, RULES));
  });

  test("baselines stand by their score, without rank or band, and take no place", () => {
    expect(places([entry("a", 40), entry("x", 45, 1, true), entry("b", 60)])).toEqual(["b 1 1", "x null null", "a 2 2"]);
  });
});

describe("bands", () => {
  test("hang on the paired difference: what all share by chance cancels", () => {
    expect(places([entry("a", 50, 0), entry("b", 48, 0)])).toEqual(["a 1 1", "b 2 2"]);
  });

  test("are not chained: each team is compared with the leader", () => {
    const close = [entry("a", 52, 1), entry("b", 51, 1), entry("c", 50, 1), entry("d", 49, 1), entry("e", 48, 1)];
    const bands = rankStandings(close, RULES).map(({ band }) => band);
    expect(bands[1]).toBe(1);
    expect(bands.at(-1)).toBeGreaterThan(1);
  });

  test("identical replicates share a band, whatever the scores", () => {
    const replicates = [1, 2, 3];
    const equal = ["a", "b"].map((id) => ({ id, baseline: false, points: 2, replicates }));
    expect(places(equal)).toEqual(["a 1 1", "b 1 1"]);
  });

  test("are those of the interval, also where 0 lies at its very end", () => {
    const number = fc.oneof(
      fc.constantFrom(-1, -Number.MIN_VALUE, 0, Number.MIN_VALUE, 1),
      fc.double({ min: -9, max: 9, noNaN: true }),
    );
    const pairs = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pairs, fc.constantFrom(0, 0.5, 0.9, 0.95, 1), fc.boolean(), (drawn, level, small) => {
        const some = drawn.map(([a, b]) => (small ? [a, 0] : [a, b]));
        const [one, other] = [0, 1].map((side) => ({ ...entry("a", 1), replicates: some.map((pair) => pair[side]) }));
        const [low, high] = interval(
          some.map(([a, b]) => a - b),
          level,
        );
        expect(sharesBand(one, other, level)).toBe(low <= 0 && high >= 0);
      }),
      { numRuns: 3000 },
    );
  });

  test("replicates of other resamples are refused", () => {
    expect(() => places([entry("a", 5), { ...entry("b", 5), replicates: [1] }])).toThrow(/expected 100 replicates/);
  });
});

test("nobody gives no places", () => {
  expect(rankStandings([], RULES)).toEqual([]);
});
