import { describe, expect, it } from "vitest";
import { Calendar } from "./calendar.ts";

const calendar = new Calendar("2025-02-03", 91);

describe("a calendar", () => {
  it("begins on its first day, a Monday", () => expect([calendar.weekday[0], calendar.monthDay[0]]).toEqual([1, 3]));

  it("knows the ends of months", () => expect([calendar.monthEnd[25], calendar.monthEnd[24]]).toEqual([1, 0]));

  it("finds the banks’ days around a week-end, Good Friday and the world’s end", () => {
    // 18 April is day 74, Sunday 4 May the last
    expect([73, 74, 76, 90].map((day) => calendar.bankDayFrom[day])).toEqual([73, 77, 77, 88]);
    expect([73, 74, 76, 90].map((day) => calendar.bankDayUpTo[day])).toEqual([73, 73, 73, 88]);
  });

  it("closes the banks on the next day after a holiday on a week-end", () => {
    const holidays = new Calendar("2021-12-20", 21);
    const open = Array.from(holidays.bankDayFrom.keys()).filter((day) => holidays.bankDayFrom[day] === day);
    // Christmas on a Saturday, Boxing Day on a Sunday, New Year’s Day on a Saturday
    expect(open).toEqual([0, 1, 2, 3, 4, 9, 10, 11, 15, 16, 17, 18]);
  });

  it.each([
    ["the day before", 33, 80_000, 2, -300],
    ["before two o’clock", 34, 7199, 2, -300],
    ["after two o’clock", 34, 10_800, 2, -240],
    ["in Saskatchewan", 60, 40_000, 4, -360],
    ["in Newfoundland, by the half hour", 60, 40_000, 0, -150],
  ])("gives the offset of %s", (_name, day, second, zone, offset) =>
    expect(calendar.offsetMinutes(zone, day, second)).toBe(offset),
  );

  it("refuses years whose clocks are not written out", () => expect(() => new Calendar("2025-12-20", 30)).toThrow(/firstDay/));
});
