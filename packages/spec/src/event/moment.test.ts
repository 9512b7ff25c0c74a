import { describe, expect, test } from "vitest";
import { clockChanges, daysLater, instantOf, isZone, midnights, minutesLater, momentAt, readWallTime, wallOf } from "./moment.ts";

const TORONTO = "America/Toronto";

describe("a wall time in a zone", () => {
  test.each([
    ["a plain one", "2026-10-23T09:00", { kind: "moment", moment: "2026-10-23T09:00:00-04:00[America/Toronto]" }],
    [
      "in the hour that comes twice: both are offered",
      "2026-11-01T01:30",
      {
        kind: "twice",
        first: "2026-11-01T01:30:00-04:00[America/Toronto]",
        second: "2026-11-01T01:30:00-05:00[America/Toronto]",
      },
    ],
    [
      "with the offset of the second",
      "2026-11-01T01:30-05:00",
      { kind: "moment", moment: "2026-11-01T01:30:00-05:00[America/Toronto]" },
    ],
    ["with an offset that the zone does not have then", "2026-10-23T09:00-05:00", { kind: "unreadable" }],
    [
      "in the hour that never comes: both sides are offered",
      "2027-03-14T02:30",
      {
        kind: "never",
        before: "2027-03-14T01:30:00-05:00[America/Toronto]",
        after: "2027-03-14T03:30:00-04:00[America/Toronto]",
      },
    ],
    ["a day that no calendar has", "2026-02-30T09:00", { kind: "unreadable" }],
    ["words", "tomorrow", { kind: "unreadable" }],
  ])("%s", (_what, wall, read) => expect(readWallTime(wall, TORONTO)).toEqual(read));

  test("a zone that skipped a whole day says so", () =>
    expect(readWallTime("2011-12-30T12:00", "Pacific/Apia")).toMatchObject({ kind: "never" }));
});

test.each([
  ["America/Toronto", true],
  ["America/St_Johns", true],
  ["UTC", true],
  ["Mars/Olympus", false],
  ["+05:00", false],
  ["", false],
  ["America/Toronto]", false],
])("the zone %j is known: %s", (name, known) => expect(isZone(name)).toBe(known));

test("a day later is the same time of day, whatever clocks do; minutes are minutes", () => {
  expect(daysLater("2026-10-31T17:00:00-04:00[America/Toronto]", 1)).toBe("2026-11-01T17:00:00-05:00[America/Toronto]");
  expect(minutesLater("2026-11-01T00:30:00-04:00[America/Toronto]", 120)).toBe("2026-11-01T01:30:00-05:00[America/Toronto]");
});

test("the offset that was written counts, also where a zone's rules have changed since", () =>
  expect(instantOf("2026-10-23T09:00:00-05:00[America/Toronto]")).toBe(Date.parse("2026-10-23T14:00:00Z")));

test("an instant and a form's fields of a moment are each other's", () => {
  const moment = momentAt(Date.parse("2026-11-01T05:30:00Z"), TORONTO);
  expect(moment).toBe("2026-11-01T01:30:00-04:00[America/Toronto]");
  expect(wallOf(moment)).toEqual({ day: "2026-11-01", time: "01:30", offset: "-04:00", zone: TORONTO });
});

test("changes of clocks and midnights of a week in which clocks go back", () => {
  const [from, to] = [Date.parse("2026-10-30T16:00:00Z"), Date.parse("2026-11-02T12:00:00Z")];
  expect(clockChanges(TORONTO, from, to)).toEqual([{ at: Date.parse("2026-11-01T06:00:00Z"), minutes: -60 }]);
  expect(midnights(TORONTO, from, to).map((ms) => new Date(ms).toISOString())).toEqual([
    "2026-10-31T04:00:00.000Z",
    "2026-11-01T04:00:00.000Z",
    "2026-11-02T05:00:00.000Z",
  ]);
});
