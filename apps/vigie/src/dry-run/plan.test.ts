import { describe, expect, it, test } from "vitest";
import { derivedCalendar, instantOf, momentAt, type Calendar } from "@vigie/spec/event";
import { planOf, type Cast, type Plan } from "./plan.ts";

const ZONE = "America/Toronto";
const HOUR = 3_600_000;
const OPENS = Date.parse("2026-10-23T13:00:00Z");

function calendarOf(hours: number): Calendar {
  return derivedCalendar({ opens: momentAt(OPENS, ZONE), locks: momentAt(OPENS + hours * HOUR, ZONE) });
}

const CAST: Cast = { calendar: calendarOf(32), timeZone: ZONE, teams: 5, detectors: [9], attemptsPerDay: 3, speed: 1000 };
const taken = ({ sends }: Plan) => sends.filter(({ expected }) => expected === "taken");
const dayOf = (at: number): string => new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(at);

describe.each([
  ["ten days over the end of summer time", 248],
  ["two days", 32],
  ["an afternoon", 4],
  ["an hour", 1],
])("of %s", (_, hours) => {
  const calendar = calendarOf(hours);
  const plan = planOf({ ...CAST, calendar, detectors: [9, 0, 2] });
  const [opens, locks] = [OPENS, OPENS + hours * HOUR];

  it("sixty are judged at most, in their order, each on its side of every limit", () => {
    expect(taken(plan).length).toBeGreaterThan(5);
    expect(taken(plan).length).toBeLessThanOrEqual(60);
    expect(plan.sends.map(({ at }) => at)).toEqual(plan.sends.map(({ at }) => at).toSorted((a, b) => a - b));
    for (const { at } of taken(plan)) expect(at > opens && at < locks).toBe(true);
    const refused = plan.sends.filter(({ expected }) => expected !== "taken").map(({ expected }) => expected);
    expect(refused.toSorted()).toEqual(["locked", "not-open", "quota"]);
    expect(plan.sends.find(({ expected }) => expected === "not-open")?.at).toBeLessThan(opens);
    expect(plan.sends.find(({ expected }) => expected === "locked")?.at).toBeGreaterThan(locks);
  });

  it("each day has its own, and so has the freeze", () => {
    const days = new Set(taken(plan).map(({ at }) => dayOf(at)));
    for (let at = opens; at < locks; at += HOUR) expect(days).toContain(dayOf(at));
    const { freezes } = calendar;
    if (freezes !== null) expect(taken(plan).filter(({ at }) => at >= instantOf(freezes)).length).toBeGreaterThan(1);
  });

  it("nobody has more taken in a day than there are attempts, and one team sends one more", () => {
    const sent = new Map<string, number>();
    for (const { at, team, challenge, expected } of plan.sends) {
      const key = `${dayOf(at)} ${team} ${challenge}`;
      const before = sent.get(key) ?? 0;
      if (expected === "quota") expect(before).toBe(3);
      if (expected === "taken") sent.set(key, before + 1);
    }
    expect(Math.max(...sent.values())).toBe(3);
  });

  it("lasts as long as its verdicts take", () => {
    expect((locks - opens) / plan.speed / 1000).toBeGreaterThanOrEqual(6 * Math.min(12, taken(plan).length));
    expect(plan.speed).toBeLessThanOrEqual(1000);
  });

  it("shows detectors of all sorts, and names none of a challenge without any", () => {
    expect(new Set(plan.sends.map(({ challenge }) => challenge))).toEqual(new Set([0, 2]));
    for (const { challenge, detector } of plan.sends) expect(detector).toBeLessThan([9, 0, 2][challenge]);
  });
});

test("of the same words it is the same; without a detector nothing is sent", () => {
  expect(planOf(CAST)).toEqual(planOf(CAST));
  expect(planOf({ ...CAST, detectors: [0] }).sends).toEqual([]);
});
