import { describe, expect, it } from "vitest";
import { stepTime, textTime } from "./read-time.ts";

describe("textTime", () => {
  it.each([
    ["YYYY/MM/DD HH:mm", "2022/09/01 00:20", Date.UTC(2022, 8, 1, 0, 20)],
    ["YYYY-MM-DD HH:mm:ss", "2022-10-07 10:35:19", Date.UTC(2022, 9, 7, 10, 35, 19)],
    ["YYYY-MM-DDTHH:mm:ssZ", "2017-02-28T23:59:59Z", Date.UTC(2017, 1, 28, 23, 59, 59)],
    ["DD.MM.YYYY", "29.02.2024", Date.UTC(2024, 1, 29)],
  ])("reads %s", (format, text, expected) => expect(textTime(format)(text)).toBe(expected));

  it.each([
    ["a day that is not in the calendar", "2022/02/29 00:20"],
    ["a month of 13", "2022/13/01 00:20"],
    ["an hour of 24", "2022/09/01 24:00"],
    ["a minute of 60", "2022/09/01 00:60"],
    ["another separator", "2022-09-01 00:20"],
    ["a shorter text", "2022/9/1 00:20"],
    ["a longer text", "2022/09/01 00:20:00"],
    ["letters", "2022/09/o1 00:20"],
    ["nothing", ""],
    ["day zero", "2022/09/00 00:20"],
  ])("refuses %s", (_, text) => expect(textTime("YYYY/MM/DD HH:mm")(text)).toBeNull());

  it.each(["HH:mm", "YYYY-MM", "YYYY-MM-DD YYYY"])("refuses the format %s", (format) =>
    expect(() => textTime(format)).toThrow(RangeError),
  );
});

describe("stepTime", () => {
  it("counts whole steps from its day", () => {
    expect(stepTime(60, "2017-01-01")("25")).toBe(Date.UTC(2017, 0, 2, 1));
    expect(stepTime(60, "2017-01-01")("0")).toBe(Date.UTC(2017, 0, 1));
  });
  it.each(["-1", "1.5", "", "x", "999999999"])("refuses %s", (text) => expect(stepTime(1440, "2017-01-01")(text)).toBeNull());
});
