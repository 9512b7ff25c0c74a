import { expect, it } from "vitest";
import { momentAt, type Act } from "@vigie/spec/event";
import { EVENT } from "../test/fixture-event.ts";
import { clockView, momentView, stateOf } from "./clock.ts";

const ZONE = EVENT.timeZone;
const [OPENS, LOCKS] = [Date.parse("2026-11-21T13:00:00Z"), Date.parse("2026-11-22T21:00:00Z")];
const calendar = { opens: momentAt(OPENS, ZONE), freezes: null, locks: momentAt(LOCKS, ZONE), reveals: momentAt(LOCKS, ZONE) };
const acts: readonly Act[] = [];
const event = { ...EVENT, calendar, acts };
const act = (at: number, deed: Act["deed"]): Act => ({ at, deed });

it.each([
  ["set-up", OPENS - 1],
  ["open", OPENS],
  ["open", LOCKS - 1],
  ["locked", LOCKS],
] as const)("the event is %s at %i", (phase, now) => expect(stateOf(event, now).phase).toBe(phase));

const targets = (from: typeof event, team: string | null = null): unknown[] =>
  [OPENS - 1, OPENS, LOCKS].map((now) => clockView("en", from, now, team)["target"]);
const iso = (ms: number): string => new Date(ms).toISOString();

it("counts down to the opening, then to the closing, then no more", () =>
  expect(targets(event)).toEqual([iso(OPENS), iso(LOCKS), null]));

it("counts down to a team's own end, and while all is on hold to nothing", () => {
  const later = LOCKS + 600_000;
  const extended = { ...event, acts: [act(OPENS, { kind: "extend", team: "t1", until: later })] };
  expect(targets(extended, "t1")).toEqual([iso(OPENS), iso(later), iso(later)]);
  expect(targets(extended, "t2").at(-1)).toBe(null);
  const held = { ...event, acts: [act(OPENS, { kind: "hold" })] };
  expect(clockView("en", held, OPENS + 1)).toMatchObject({ target: null, words: expect.stringContaining("on hold") as string });
});

it("says the time of day today at the event, and the date on other days", () => {
  const now = Date.parse("2026-11-22T03:30:00Z"); // still the 21st in Halifax
  expect(momentView("fr", "2026-11-21T14:05:00Z", ZONE, now)["words"]).toBe("10\u00a0h\u00a005");
  expect(momentView("en", "2026-11-20T14:05:00Z", ZONE, now)["words"]).toBe("20\u00a0November\u00a02026");
});
