import { expect, test } from "vitest";
import { eventDay, nextEventDay } from "./event-day.ts";

test.each([
  ["UTC", "2026-11-14T23:59:59.999Z", "2026-11-14", "2026-11-15T00:00:00.000Z"],
  ["America/Toronto", "2026-11-14T04:59:59Z", "2026-11-13", "2026-11-14T05:00:00.000Z"],
  ["America/St_Johns", "2026-11-14T12:00:00Z", "2026-11-14", "2026-11-15T03:30:00.000Z"],
  ["America/Toronto", "2026-03-08T05:00:00Z", "2026-03-08", "2026-03-09T04:00:00.000Z"],
  ["America/Toronto", "2026-11-01T04:00:00Z", "2026-11-01", "2026-11-02T05:00:00.000Z"],
  ["America/Regina", "2026-07-01T12:00:00Z", "2026-07-01", "2026-07-02T06:00:00.000Z"],
])("in %s the day of %s is %s and the next begins at %s", (zone, instant, day, next) => {
  expect(eventDay(new Date(instant), zone)).toBe(day);
  expect(nextEventDay(new Date(instant), zone).toISOString()).toBe(next);
});
