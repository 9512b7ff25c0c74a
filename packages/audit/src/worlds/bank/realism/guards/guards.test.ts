import { describe, expect, it } from "vitest";
import { at, FIRST_DAY, held, times, type Told } from "../../../../../test/told-rows.ts";
import { LOOK_ALIKE, OTHER, RING, type RingMember } from "../bank-truth.ts";
import { cityOf, CITY_NAMES, kilometres } from "./cities.ts";
import { ringAuc } from "./guard.ts";
import { MerchantGrowth } from "./merchant-growth.ts";
import { MoneyFlow } from "./money-flow.ts";
import { Stays } from "./stays.ts";
import { Travel } from "./travel.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const [TORONTO, MONTREAL, VANCOUVER] = ["Toronto", "Montréal", "Vancouver"].map(cityOf);

const standing = (count: number, of = OTHER): Uint8Array => new Uint8Array(count).fill(of);

describe("the way between two cities", () => {
  it.each([
    ["Toronto", "Montréal", 504],
    ["Vancouver", "Montréal", 3690],
    ["St. John’s", "Victoria", 5070],
    ["Calgary", "Edmonton", 281],
  ])("from %s to %s is some %d km, there and back", (from, to, km) => {
    expect(kilometres(cityOf(from), cityOf(to))).toBeGreaterThan(0.99 * km);
    expect(kilometres(cityOf(from), cityOf(to))).toBeLessThan(1.01 * km);
    expect(kilometres(cityOf(to), cityOf(from))).toBe(kilometres(cityOf(from), cityOf(to)));
  });

  it("is known between 26 cities", () => expect(CITY_NAMES).toHaveLength(26));
});

describe("speed", () => {
  const seen = (city: number, hours: number, told: Told = {}): Told => ({ city, ...at(hours), ...told });
  const speedOf = (rows: readonly Told[], misused: ReadonlySet<number> = new Set()) =>
    held(new Travel(standing(40), FIRST_DAY, misused), [rows, ...times(39, () => [seen(TORONTO, 0)])]).get("speed-most")
      ?.comparison;

  it.each<readonly [string, readonly Told[], boolean]>([
    ["a flight of five hours", [seen(MONTREAL, 8), seen(VANCOUVER, 13)], true],
    [
      "a café 75 minutes after a hold at the other end of the country",
      [seen(VANCOUVER, 22, { posted: false, code: "hold" }), seen(MONTREAL, 23.25)],
      false,
    ],
    ["a refusal elsewhere", [seen(VANCOUVER, 22), seen(MONTREAL, 23, { posted: false, declined: true })], false],
    ["a withdrawal elsewhere", [seen(VANCOUVER, 22), seen(MONTREAL, 23, { by: "abm-cash" })], false],
    [
      "cash that a third party deposits elsewhere",
      [seen(VANCOUVER, 22), seen(MONTREAL, 23, { by: "abm-cash", credit: true, deposited: true })],
      true,
    ],
    [
      "cash that the holder deposits elsewhere",
      [seen(VANCOUVER, 22), seen(MONTREAL, 23, { by: "branch-cash", credit: true })],
      false,
    ],
    ["what is bought online", [seen(VANCOUVER, 22), seen(MONTREAL, 23, { by: "online" })], true],
    ["what a shop gives back", [seen(VANCOUVER, 22), seen(MONTREAL, 23, { credit: true, reversed: true, posted: false })], true],
    ["two cities in the same second", [seen(TORONTO, 22), seen(MONTREAL, 22)], false],
  ])("%s", (_, rows, within) => {
    expect(speedOf(rows)?.verdict).toBe(within ? "close" : "off");
  });

  it("leaves out rows that were planted as a card in another's hand, and no others", () => {
    const rows = [seen(VANCOUVER, 22), seen(MONTREAL, 23, { id: 7 }), seen(VANCOUVER, 24)];
    expect(speedOf(rows, new Set([7]))?.verdict).toBe("close");
    expect(speedOf(rows, new Set([8]))?.verdict).toBe("off");
  });

  it("is told of ring and of lawful accounts, and long ways by whether a fare goes before", () => {
    const flight = (day: number): Told[] => [seen(MONTREAL, 24 * day), seen(VANCOUVER, 24 * day + 8)];
    const fare: Told = { by: "online", mcc: 4511, ...at(24 * 40) };
    const all = held(new Travel(Uint8Array.of(RING, OTHER, LOOK_ALIKE), FIRST_DAY, new Set()), [
      [seen(VANCOUVER, 22), seen(MONTREAL, 23)],
      [fare, ...flight(50)],
      flight(60),
    ]);
    expect(all.get("speed-rings")?.comparison.detail).toMatchObject({ observed: 1 });
    expect(all.get("speed-lawful")?.comparison.detail).toMatchObject({ observed: 0 });
    expect(all.get("speed-fares")?.comparison).toMatchObject({ observations: 2, detail: { observed: 0.5 }, verdict: "none" });
    expect(Array.from(all.get("speed-fares")?.feature ?? [])).toEqual([NaN, 1, 0]);
  });
});

describe("a hotel charge", () => {
  const hotel = (city: number, hours: number): Told => ({ mcc: 7011, city, ...at(hours) });
  const shop = (city: number, hours: number): Told => ({ city, ...at(hours) });
  const stay = (rows: readonly Told[], homes = TORONTO) =>
    held(
      new Stays(standing(30), new Int32Array(30).fill(homes)),
      times(30, () => rows),
    );

  it.each<readonly [string, boolean, boolean, readonly Told[]]>([
    ["after a night and a breakfast there", true, true, [shop(MONTREAL, 31), hotel(MONTREAL, 34)]],
    ["with supper at home the evening before", false, true, [shop(TORONTO, 22), hotel(MONTREAL, 34), shop(MONTREAL, 35)]],
    ["between two purchases at home", true, false, [shop(TORONTO, 12), hotel(MONTREAL, 34), shop(TORONTO, 50)]],
  ])("%s: nobody elsewhere %s, life near it %s", (_, slept, lived, rows) => {
    const all = stay(rows);
    expect(all.get("stays-nights")?.comparison.verdict).toBe(slept ? "close" : "off");
    expect(all.get("stays-life")?.comparison.verdict).toBe(lived ? "close" : "off");
  });

  it("at home is counted apart, for rings and for lawful accounts", () => {
    const guard = new Stays(Uint8Array.of(RING, OTHER), Int32Array.of(MONTREAL, TORONTO));
    const all = held(guard, [[hotel(MONTREAL, 34)], [hotel(MONTREAL, 34), hotel(TORONTO, 60)]]);
    expect(all.get("stays-home-rings")?.comparison.detail).toMatchObject({ observed: 1 });
    expect(all.get("stays-home-lawful")?.comparison.detail).toMatchObject({ observed: 0.5 });
  });
});

describe("money", () => {
  const member = (account: number, typology: string): RingMember => ({
    account,
    ring: 0,
    role: "mule",
    typology,
    firstPlanted: FIRST_DAY * DAY_MS + DAY_MS,
    lastPlanted: FIRST_DAY * DAY_MS + 9 * DAY_MS + HOUR_MS,
  });
  /** In and out on day after day, from a balance of 1,000 dollars. */
  const flow = (received: number, out: number, days = 30): Told[] =>
    times(days, (day) => [
      { ...at(24 * day), credit: true, cents: received, balance: 100_000 + day * (received - out) + received },
      { ...at(24 * day + 1), cents: out, balance: 100_000 + (day + 1) * (received - out) },
    ]).flat();
  const measured = (of: Uint8Array, members: readonly RingMember[], accounts: readonly (readonly Told[])[]) =>
    held(new MoneyFlow(of, members, new Uint8Array(of.length)), accounts);

  it.each([
    [0.5, "off"],
    [0.97, "close"],
    [1.2, "off"],
  ])("goes out at %d of what a ring takes in: %s", (share, verdict) => {
    const all = measured(
      standing(3, RING),
      times(3, (i) => member(i, "cash-pooler")),
      times(3, () => flow(10_000, 10_000 * share)),
    );
    expect(all.get("out-per-in-cash-pooler")?.comparison).toMatchObject({ verdict });
  });

  it("of a ring is counted while it is at work, and a row that moved nothing not at all", () => {
    const [first, ...later] = flow(10_000, 10_000, 12);
    const hoarded: Told = { ...first, cents: 900_000, balance: 1_000_000 };
    const nothing: Told = { ...at(25), posted: false, declined: true, cents: 77_777, balance: 100_000 };
    const all = measured(Uint8Array.of(RING), [member(0, "mule-funnel")], [[hoarded, ...later, nothing]]);
    expect(all.get("out-per-in-mule-funnel")?.comparison.detail).toMatchObject({ observed: 1 });
  });

  it("that lawful persons spend beyond what comes in is rare, and so is a hoard", () => {
    const all = (spenders: number, hoarders: number) =>
      measured(
        Uint8Array.from({ length: 90 }, (_, i) => (i < 40 ? RING : OTHER)),
        [],
        [
          ...times(40, (i) => (i < hoarders ? flow(150_000, 10_000, 9) : flow(50_000, 50_000, 9))),
          ...times(50, (i) => (i < spenders ? flow(10_000, 14_000, 9) : flow(10_000, 10_000, 9))),
        ],
      );
    const [good, bad] = [all(1, 1), all(13, 8)];
    for (const id of ["overspent", "gain-rings"]) {
      expect(good.get(id)?.comparison.verdict, id).toBe("close");
      expect(bad.get(id)?.comparison.verdict, id).toBe("off");
    }
    expect(bad.get("gain-lawful")?.comparison).toMatchObject({ verdict: "close", detail: { observed: 0 } });
    expect(bad.get("gain-rings")?.feature[0]).toBe(1_260_000);
  });
});

describe("merchants", () => {
  it.each([
    [30, 400, "off"],
    [32, 40, "close"],
    [80, 40, "off"],
  ])("of which there are %d for %d accounts: %s", (merchants, accounts, verdict) => {
    const row = held(new MerchantGrowth(accounts, merchants), []).get("merchants-per-account")?.comparison;
    expect(row).toMatchObject({ verdict, detail: { observed: merchants / accounts } });
  });

  it("serve as many others as the middle one of an account does", () => {
    const three = times(40, (i) => times(3, (j): Told => ({ party: i + j })));
    const all = held(new MerchantGrowth(40, 42), three);
    expect(Array.from(all.get("merchants-shared")?.feature.slice(0, 3) ?? [])).toEqual([1, 2, 2]);
  });
});

describe("the AUC of rings", () => {
  const of = Uint8Array.from({ length: 60 }, (_, i) => (i < 20 ? RING : LOOK_ALIKE));
  it.each([
    ["a number that every ring account has more of", (i: number) => (i < 20 ? 5 : i / 100), 1],
    ["one that they have less of", (i: number) => (i < 20 ? -1 : i), 0],
    ["one that all share", () => 7, 0.5],
    ["one that half of the rings tie with everybody else", (i: number) => (i < 10 ? 9 : 7), 0.75],
  ])("of %s", (_, value, auc) => {
    expect(
      ringAuc(
        Float64Array.from({ length: 60 }, (__, i) => value(i)),
        of,
      ),
    ).toBe(auc);
  });

  it("is not told of too few", () => {
    expect(
      ringAuc(
        Float64Array.from({ length: 60 }, (_, i) => (i < 16 ? NaN : i)),
        of,
      ),
    ).toBeNull();
  });
});
