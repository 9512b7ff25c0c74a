import { describe, expect, it } from "vitest";
import { at, FIRST_DAY, held, times, type Told } from "../../../../../test/told-rows.ts";
import { OTHER, RING } from "../bank-truth.ts";
import { burstiness, Habits } from "./habits.ts";
import { MemoFit } from "./memo-fit.ts";
import { senseOf } from "./memo-sense.ts";
import { PayCadence } from "./pay-cadence.ts";

const DAY_MS = 86_400_000;
const MARCH = Date.UTC(2025, 2, 10) / DAY_MS;

describe("what a message says", () => {
  it.each([
    ["Donut run 😋", 20, true],
    ["donut run", 1151, false],
    ["pizza vendredi", 35, true],
    ["my share of dinner", 400, true],
    ["my share of dinner", 412, false],
    ["épicerie", 900, false],
    ["march rent", 850, true],
    ["loyer 🏠", 12, false],
    ["rent + hydro", 1300, true],
    ["hydro + wifi", 1300, false],
    ["parking", 900, false],
    ["thanks so much", 3000, true],
    ["parent council", 12, true],
    ["1 hour", 240, true],
  ])("%s goes with %d dollars: %s", (memo, dollars, fits) => {
    const { cents } = senseOf(memo);
    expect(cents === null || (100 * dollars >= cents[0] && 100 * dollars <= cents[1])).toBe(fits);
  });

  it.each([
    ["march rent", [2]],
    ["Loyer avril", [3]],
    ["hydro mars", [2]],
    ["may rent", [4]],
    ["what may come", []],
    ["marching band", []],
    ["rent", []],
  ])("%s names the months %j", (memo, months) => expect(senseOf(memo).months).toEqual(months));

  it.each([
    ["love mom", true],
    ["bisous 🎂", true],
    ["cadeau 😘", true],
    ["bonne fête papa", true],
    ["lovely room", false],
    ["réservation", false],
    ["merci ❤️", false],
  ])("%s is for those who are close: %s", (memo, close) => expect(senseOf(memo).close).toBe(close));
});

describe("messages", () => {
  const words = ["donut run", "march rent", "love you", "thanks"];
  const sent = (memo: number, told: Told = {}): Told => ({ by: "e-transfer", memo, cents: 2000, day: MARCH, ...told });
  const verdict = (id: string, odd: Told, fitting: Told, share: number, business = false) =>
    held(new MemoFit(1, words), [times(100, (i) => (i < share ? odd : fitting))], business).get(id)?.comparison.verdict;

  it.each<readonly [string, string, Told, Told]>([
    ["an amount", "memo-amount", sent(0, { cents: 115_100 }), sent(0)],
    ["another month", "memo-month", sent(1, { day: MARCH + 30, cents: 90_000 }), sent(1, { cents: 90_000 })],
    ["the month before", "memo-month", sent(1, { day: MARCH + 22 }), sent(1, { day: MARCH - 20 })],
  ])("may not fit %s in two of a hundred, and in three no more", (_, id, odd, fitting) => {
    expect([verdict(id, odd, fitting, 2), verdict(id, odd, fitting, 3)]).toEqual(["close", "off"]);
  });

  it("of love are rare on accounts of businesses", () => {
    expect(verdict("memo-business", sent(2), sent(3), 2, true)).toBe("close");
    expect(verdict("memo-business", sent(2), sent(3), 3, true)).toBe("off");
    expect(verdict("memo-business", sent(2), sent(3), 50)).toBe("none");
  });

  it("of rows that did not go through, or of other channels, say nothing", () => {
    const none = [sent(0, { posted: false }), sent(0, { by: "pos" }), sent(-1)];
    expect(held(new MemoFit(1, words), [none]).get("memo-amount")?.comparison.observations).toBe(0);
  });
});

describe("pay", () => {
  const pay = (day: number, party = 1, credit = true): Told => ({
    by: "eft",
    code: "payroll",
    credit,
    party,
    day: FIRST_DAY + day,
  });

  it("comes at intervals from each payer, to rings, from them and to others", () => {
    const fortnights = times(40, (i) => pay(14 * i));
    const hasty = times(40, (i) => pay(i % 2 === 0 ? 14 * i : 14 * i - 11));
    const twoPayers = times(80, (i) => pay(7 * i, i % 2));
    const all = held(new PayCadence(Uint8Array.of(RING, RING, OTHER, OTHER)), [
      hasty,
      hasty.map((row) => ({ ...row, credit: false })),
      fortnights,
      [...twoPayers, { ...pay(561), posted: false }],
    ]);
    expect(all.get("pay-rings")?.comparison).toMatchObject({ verdict: "off", observations: 39 });
    expect(all.get("pay-fronts")?.comparison).toMatchObject({ verdict: "off", observations: 39 });
    expect(all.get("pay-lawful")?.comparison).toMatchObject({ verdict: "close", observations: 117 });
    expect(Array.from(all.get("pay-lawful")?.feature ?? []).slice(2)).toEqual([0, 0]);
  });
});

describe("purchases", () => {
  const bursty = (account: number): Told[] =>
    times(60, (i) => at(24 * (9 * Math.floor(i / 12)) + 12 + account / 60 + (i % 12) * 6));
  const even = (): Told[] => times(60, (i) => at(24 * i + 12));

  it("come in bursts", () => {
    expect(burstiness(times(20, (i) => i))).toBe(-1);
    expect(burstiness([1, 2])).toBeNaN();
    const verdict = (rows: (i: number) => Told[]) => held(new Habits(30), times(30, rows)).get("bursts")?.comparison.verdict;
    expect([verdict(bursty), verdict(even)]).toEqual(["close", "off"]);
  });

  it.each([
    [0, "off"],
    [1.5, "close"],
    [4, "off"],
  ])("of week-ends lie %d hours later: %s", (hours, verdict) => {
    // the first day is a Tuesday
    const isWeekend = (day: number): boolean => [0, 6].includes((2 + day) % 7);
    const rows = times(60, (day) => times(2, (i) => at(24 * day + 10 + 5 * i + (isWeekend(day) ? hours : 0)))).flat();
    const all = held(
      new Habits(3),
      times(3, () => rows),
    );
    expect(all.get("weekend-hours")?.comparison).toMatchObject({ verdict });
    expect(all.get("weekend-hours")?.feature[0]).toBeCloseTo(60 * hours, 9);
  });
});
