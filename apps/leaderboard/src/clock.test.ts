import { expect, it } from "vitest";
import { EVENT } from "../test/fixture-event.ts";
import { clockView, momentView, phaseOf } from "./clock.ts";

const event = { ...EVENT, opensAt: "2026-11-21T13:00:00Z", closesAt: "2026-11-22T21:00:00Z" };

it.each([
  ["before", "2026-11-21T12:59:59.999Z"],
  ["open", "2026-11-21T13:00:00Z"],
  ["open", "2026-11-22T20:59:59.999Z"],
  ["closed", "2026-11-22T21:00:00Z"],
] as const)("the event is %s at %s", (phase, now) => {
  expect(phaseOf(event, Date.parse(now))).toBe(phase);
});

it("counts down to the opening, then to the closing, then no more", () => {
  const targets = ["2026-11-20T00:00:00Z", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z"].map(
    (now) => clockView("en", event, Date.parse(now))["target"],
  );
  expect(targets).toEqual([event.opensAt, event.closesAt, null]);
});

it("says the time of day today at the event, and the date on other days", () => {
  const now = Date.parse("2026-11-22T03:30:00Z"); // still the 21st in Halifax
  expect(momentView("fr", "2026-11-21T14:05:00Z", event.timeZone, now)["words"]).toBe("10\u00a0h\u00a005");
  expect(momentView("en", "2026-11-20T14:05:00Z", event.timeZone, now)["words"]).toBe("20\u00a0November\u00a02026");
});
