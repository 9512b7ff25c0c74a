/** The dry run on the console and over the API, with a desk that says what it is told to say. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { DryRunReport, DryRunState } from "@vigie/spec/event";
import { momentAt } from "@vigie/spec/event";
import type { DryRunDesk } from "../src/options.ts";
import { FakeStore } from "./fake-store.ts";
import { startSite, type TestSite } from "./site.ts";

const HOUR = 3_600_000;
const at = (hours: number): string => momentAt(Date.now() + hours * HOUR, "America/Toronto");
const CALENDAR = { opens: at(24), freezes: null, locks: at(56), reveals: at(57) };

let site: TestSite;
let store: FakeStore;
let state: DryRunState;
let begun: Parameters<DryRunDesk["begin"]>[0][];

function report(): DryRunReport {
  return {
    ...{ dryRun: 1, event: store.state.event?.id ?? "", calendar: CALENDAR, playedAt: "2026-11-30T14:00:00Z" },
    ...{ seconds: 130, speed: 1000, attemptsPerDay: 3, robots: 1, unjudged: 0, longestWaitSeconds: 12.5 },
    phases: [{ phase: "open", at: "2026-12-01T14:00:00Z" }],
    answers: { taken: 12, "not-open": 1, quota: 1, locked: 1, other: 0 },
    verdicts: [{ verdict: "accepted", count: 12 }],
    surprises: [{ team: "<i>Zed", challenge: "c", detector: "accepted/one", expected: "accepted", found: "time_limit" }],
    boards: [
      {
        challenge: "c",
        title: { en: "First", fr: "Premier" },
        rows: [{ rank: 1, team: "<i>Zed", score: 16, verdict: "accepted" }],
      },
    ],
  };
}

beforeEach(async () => {
  store = new FakeStore();
  begun = [];
  state = { running: null, trouble: null, report: null };
  const { event } = store.state;
  if (event !== null) store.state.event = { ...event, calendar: CALENDAR, acts: [] };
  const begin: DryRunDesk["begin"] = (wish) => {
    if (state.running !== null) return "running";
    begun.push(wish);
    const running = {
      step: "playing",
      share: 0.4,
      speed: 1000,
      at: "2026-12-01T14:00:00Z",
      phase: "open",
      sent: 3,
      judged: 2,
    } as const;
    state = { ...state, running };
    return "begun";
  };
  site = await startSite({ dryRun: { state: () => state, begin } }, store);
});
afterEach(() => site.close());

async function page(lang: string): Promise<string> {
  return (await site.ask(`/${lang}/organize`, { headers: { cookie: await site.cookie("ORGANIZER-CODE") } })).text();
}
async function press(): Promise<number> {
  const headers = { cookie: await site.cookie("ORGANIZER-CODE"), origin: site.base };
  return (await site.ask("/en/organize/dry-run", { method: "POST", headers, body: new URLSearchParams() })).status;
}
async function post(): Promise<Response> {
  const headers = { authorization: `Bearer ${await site.token("ORGANIZER-CODE")}`, "content-type": "application/json" };
  return site.ask("/api/v1/event/dry-run", { method: "POST", headers, body: '{"speed":500}' });
}

it("is begun by a press, once, with the event as its file has it; the page then says how far it is", async () => {
  expect(await page("en")).toContain("Play the event through");
  expect([await press(), await press()]).toEqual([303, 303]);
  expect(begun).toHaveLength(1);
  expect(begun[0]).toMatchObject({ event: store.state.event?.id, speed: 1000, file: { event: 1, freezes: null } });
  expect(await page("fr")).toMatch(/Dans la copie, on est .*Envoyées et reçues/);
  expect(await page("fr")).not.toContain("Jouer l’événement");
});

it("is begun by a program, and refused the second time with a sentence", async () => {
  expect((await post()).status).toBe(202);
  expect(begun[0].speed).toBe(500);
  const second = await post();
  expect([second.status, await second.text()]).toEqual([409, expect.stringContaining("on its way already")]);
});

it("shows the board as it would be, in both languages, with nothing of a team's name at work", async () => {
  state = { ...state, report: report() };
  const [en, fr] = [await page("en"), await page("fr")];
  for (const words of ["the board as it would be", "1 too many in a day", "expected Accepted, found Time limit", "Play it again"])
    expect(en).toContain(words);
  for (const words of ["le classement tel qu’il serait", "1 de trop dans la journée", "Jouer de nouveau"])
    expect(fr).toContain(words);
  expect(en).not.toContain("<i>Zed");
});

it("counts for the calendar that was played, and is offered no more once the event has opened", async () => {
  state = { ...state, report: { ...report(), calendar: { ...CALENDAR, reveals: at(60) } } };
  expect(await page("en")).toContain("with another calendar: play it again");
  const { event } = store.state;
  if (event !== null) store.state.event = { ...event, calendar: { ...CALENDAR, opens: at(-1) } };
  expect(await page("en")).not.toContain("Play it again");
  const refused = await post();
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("has opened")]);
  expect(begun).toEqual([]);
});
