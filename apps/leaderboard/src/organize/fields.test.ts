import { expect, it } from "vitest";
import { readDay, readTime } from "./fields.ts";

it.each([
  ["9", "09:00"],
  ["9:05", "09:05"],
  ["17 h 05", "17:05"],
  ["17\u00a0h", "17:00"],
  ["9h30", "09:30"],
  ["0930", "09:30"],
  ["24:00", null],
  ["9:60", null],
  ["noon", null],
  ["", null],
])("the time %j is %s", (text, time) => expect(readTime(text)).toBe(time));

it.each([
  ["2026-10-23", "2026-10-23"],
  ["2026/1/5", "2026-01-05"],
  [" 2026.10.23 ", "2026-10-23"],
  ["23/10/2026", null],
  ["October 23", null],
])("the day %j is %s", (text, day) => expect(readDay(text)).toBe(day));
