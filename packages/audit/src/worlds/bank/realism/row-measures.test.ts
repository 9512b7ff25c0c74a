import type { Comparison } from "@vigie/report/bank";
import { TableReader } from "@vigie/spec";
import { describe, expect, it } from "vitest";
import { Amounts } from "./amounts.ts";
import { Balances } from "./balances.ts";
import { Circles } from "./circles.ts";
import { Clocks } from "./clock.ts";
import { Digits } from "./digits.ts";
import { Messages } from "./messages.ts";
import { Payments } from "./payments.ts";
import { placeComparisons } from "./places.ts";
import { Rhythm } from "./rhythm.ts";
import { FIRST_DAY, rowOf, type Told } from "../../../../test/told-rows.ts";
import type { Measure } from "./walk.ts";

const DAY_MS = 86_400_000;

interface Holder {
  readonly business?: boolean;
  readonly rows: readonly Told[];
}

/** Shows a measure the rows of accounts, and gives what it compares, by id. */
function seen(measure: Measure & { comparisons(): Comparison[] }, accounts: readonly Holder[]) {
  accounts.forEach(({ business = false, rows }, account) => {
    for (const row of rows) measure.row(rowOf(account, business, row));
    measure.endAccount?.(account, business);
  });
  return new Map(measure.comparisons().map((one) => [one.id, one]));
}

/** The values below which 10, 50 and 90 in 100 lie. */
function pointsOf(one: Comparison | undefined): readonly number[] {
  return one?.detail.kind === "points" ? one.detail.observed : [];
}

const times = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));
const person = (...rows: readonly Told[]): Holder => ({ rows });

describe("payments", () => {
  it("are counted by way of paying, month and person; those of businesses are not", () => {
    const monthly = [{}, {}, { by: "abm-cash", cents: 6000 }, { declined: true, posted: false }, { by: "e-transfer" }] as const;
    const found = seen(new Payments(FIRST_DAY, 60), [
      ...times(40, () => person(...monthly, ...monthly.map((row) => ({ ...row, day: FIRST_DAY + 31 })))),
      { business: true, rows: [{ by: "cheque", cents: 99 }] },
    ]);
    expect(found.get("methods")?.detail).toMatchObject({ observed: [0.5, 0, 0.25, 0, 0.25, 0] });
    expect(found.get("debit-mean")?.detail).toMatchObject({ observed: 1000 });
    expect(found.get("abm-mean")?.detail).toMatchObject({ observed: 6000 });
    expect(found.get("abm-monthly")?.detail).toMatchObject({ observed: 1 });
    expect(found.get("e-transfer-use")?.detail).toMatchObject({ observed: 1 });
    expect(found.get("purchases-monthly")?.detail).toMatchObject({ observed: [2, 2, 2] });
    expect(found.get("declined")?.detail).toMatchObject({ observed: 1 / 3 });
  });

  it("of a day are added up against the limit of what is sent", () => {
    const sent = (day: number, cents: number): Told => ({ by: "e-transfer", day: FIRST_DAY + day, cents });
    const found = seen(new Payments(FIRST_DAY, 30), [person(sent(0, 200_000), sent(0, 200_000), sent(1, 300_000))]);
    expect(found.get("e-transfer-limit")?.detail).toMatchObject({ observed: 0.5 });
  });
});

describe("amounts", () => {
  it("are spread by kind of payment and by kind of merchant", () => {
    const rows = times(30, (i): Told => ({ cents: 1000 * (i + 1), mcc: 5411 }));
    const found = seen(new Amounts(), [person(...rows), person({ by: "wire", cents: 1 }, { posted: false, cents: 7 })]);
    expect([...found.keys()]).toEqual(["amount-pos", "mcc-5411"]);
    expect(found.get("mcc-5411")?.title.en).toBe("Groceries");
    const relative = pointsOf(found.get("amount-pos")).map((value, i) => value / [3000, 15_000, 27_000][i]);
    expect(relative).toHaveLength(3);
    for (const one of relative) expect(Math.abs(one - 1)).toBeLessThan(0.001);
  });
});

describe("the clock", () => {
  it("counts hours, weekdays, days and transfers on closed days", () => {
    const clocks = new Clocks(FIRST_DAY, 7);
    const sunday = FIRST_DAY + 5;
    const found = seen(clocks, [
      person(...times(30, () => ({ minute: 9 * 60 + 59 })), { day: sunday, by: "eft" }, { day: FIRST_DAY + 1, by: "eft" }),
      person({ day: FIRST_DAY + 99 }),
    ]);
    expect(found.get("hours-pos")?.detail).toMatchObject({
      observed: times(24, (hour) => (hour === 9 ? 30 / 31 : hour === 12 ? 1 / 31 : 0)),
    });
    expect(found.get("weekdays")?.detail.observed).toHaveLength(7);
    expect(found.get("closed-days")?.detail).toMatchObject({ observed: 0.5 });
    expect(clocks.volumes()).toEqual([30, 1, 0, 0, 0, 1, 0]);
  });
});

describe("the rhythm of payments", () => {
  it("is that of a metronome where pauses are equal, and of bursts where they are not", () => {
    const at = (days: readonly number[]) => person(...days.map((day): Told => ({ time: day * DAY_MS })));
    const even = seen(new Rhythm(), [at(times(20, (i) => i))]);
    expect(even.get("burstiness")?.detail).toMatchObject({ observed: [-1, -1, -1] });
    expect(even.get("longest-pause")?.detail).toMatchObject({ observed: [1, 1, 1] });
    const bursts = seen(new Rhythm(), [at([...times(20, (i) => i / 1000), 30])]);
    expect(pointsOf(bursts.get("burstiness"))[1]).toBeGreaterThan(0.5);
  });

  it("of pay is told from the days of pay of one payer", () => {
    const paid = times(6, (i): Told => ({ by: "eft", credit: true, code: "payroll", day: FIRST_DAY + 14 * i, party: 3 }));
    expect(seen(new Rhythm(), [person(...paid)]).get("pay-periods")?.detail).toMatchObject({ observed: [0, 1, 0, 0, 0] });
  });
});

describe("circles", () => {
  const to = (party: number, credit = false): Told => ({ by: "e-transfer", party, credit, partyKind: "account" });

  it("count partners, those who answer, and friends of friends", () => {
    const circles = new Circles(3, (party) => party);
    const found = seen(circles, [person(to(1), to(2), to(1, true), to(77)), person(to(0), to(2)), person(to(0))]);
    expect(found.get("partners")?.detail).toMatchObject({ observed: [1, 2, 3] });
    expect(found.get("reciprocity")?.detail).toMatchObject({ observed: [1 / 3, 1 / 3, 1 / 3] });
    expect(found.get("clustering")?.detail).toMatchObject({ observed: 1 });
    expect(circles.tails().map(({ units }) => units)).toEqual([3, 0, 3, 0]);
  });

  it("count merchants, favourites and the busiest of them", () => {
    const visits = times(20, (i): Told => ({ party: i < 17 ? i % 3 : i }));
    const found = seen(new Circles(1, () => -1), [person(...visits)]);
    expect(found.get("merchants")?.detail).toMatchObject({ observed: [6, 6, 6] });
    expect(found.get("loyalty")?.detail).toMatchObject({ observed: [0.85, 0.85, 0.85] });
    expect(found.get("concentration")?.detail).toMatchObject({ observed: 0.3 });
  });
});

describe("balances", () => {
  it("must follow from the rows; those that were declined move nothing", () => {
    const found = seen(new Balances(), [
      person(
        { balance: 5000, credit: true, cents: 5000 },
        { balance: 4000, cents: 1000 },
        { balance: 4000, cents: 900, posted: false },
        { balance: -100, cents: 4100 },
      ),
      person({ balance: 100, credit: true }, { balance: 999, cents: 1 }),
      { business: true, rows: [{ balance: -1 }] },
    ]);
    expect(found.get("balance-steps")?.detail).toMatchObject({ observed: 0.25 });
    expect(found.get("balance-last")?.detail).toMatchObject({ observed: [-100, -100, 999] });
    expect(found.get("balance-lowest")?.detail).toMatchObject({ observed: [-100, -100, 100] });
    expect(found.get("overdrawn")?.detail).toMatchObject({ observed: 0.5 });
    expect(found.get("spent")?.detail).toMatchObject({ observed: [0.001, 0.001, 1.02] });
  });
});

describe("digits", () => {
  it("are counted from the first, and round ones by what makes them round", () => {
    const found = seen(new Digits(), [
      person({ cents: 100 }, { cents: 1999 }, { cents: 250, posted: false }),
      person({ by: "abm-cash", cents: 4000 }, { by: "abm-cash", cents: 4500 }),
      { business: true, rows: [{ cents: 9 }] },
    ]);
    expect(found.get("benford")?.detail).toMatchObject({ observed: [0.4, 0, 0, 0.4, 0, 0, 0, 0, 0.2] });
    expect(found.get("round-shop")?.detail).toMatchObject({ observed: 0.5 });
    expect(found.get("round-abm")?.detail).toMatchObject({ observed: 0.5 });
    expect(found.get("round-pay")).toMatchObject({ observations: 0, verdict: "none" });
  });
});

describe("messages", () => {
  it("are as varied as so many equally common ones, and may hold an emoji", () => {
    const sent = (memo: number): Told => ({ by: "e-transfer", memo });
    const rows = [sent(0), sent(0), sent(1), sent(1), sent(-1), { ...sent(1), credit: true }];
    const found = seen(new Messages(["rent", "🍕", "never"]), [person(...rows)]);
    expect(found.get("memos")?.detail).toMatchObject({ observed: 0.8 });
    expect(found.get("memo-variety")?.detail).toMatchObject({ observed: 2 });
    expect(found.get("memo-top")?.detail).toMatchObject({ observed: 0.5 });
    expect(found.get("memo-emoji")?.detail).toMatchObject({ observed: 0.5 });
    expect(seen(new Messages([]), []).get("memo-variety")?.detail).toMatchObject({ observed: 0 });
  });
});

describe("places", () => {
  it("are shares among those that are listed", () => {
    const text = (words: readonly string[]) => ({ kind: "text" as const, codes: Int32Array.from(words.keys()), words });
    const columns = { home_province: text(["ON", "QC", "YT"]), home_city: text(["Toronto", "Laval", "Whitehorse"]) };
    const [provinces, metros] = placeComparisons(new TableReader({ rows: 3, columns }, "accounts"));
    expect(provinces.detail).toMatchObject({ observed: [0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0] });
    expect(metros.detail).toMatchObject({ observed: [1, 0, 0, 0, 0, 0] });
  });
});
