/** What a team does and sees while an event runs: choice, consent, name, queue, what is kept; and a board that stands still. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { momentAt } from "@vigie/spec/event";
import { settingsFrom, type EventSettings } from "@vigie/store";
import { FakeStore } from "./fake-store.ts";
import { CHALLENGE, EVENT, HIDDEN_SCORE, OTHER, OWN, run, submission, SUBMISSIONS } from "./fixture-event.ts";
import { startSite, type TestSite } from "./site.ts";
import { withSpool } from "./spool.ts";

let site: TestSite;
let store: FakeStore;
let removeSpool: () => Promise<void>;
const held = new Map<string, Record<string, string>>();
beforeAll(async () => {
  store = new FakeStore();
  removeSpool = await withSpool(store);
  site = await startSite({}, store);
  for (const code of ["OWN-CODE", "OTHER-CODE", "MENTOR-CODE"])
    held.set(code, { authorization: `Bearer ${await site.token(code)}` });
});
afterAll(async () => {
  await site.close();
  await removeSpool();
});
beforeEach(() => {
  store.state.event = EVENT;
  store.state.submissions = SUBMISSIONS;
  store.chosen.clear();
  store.queued = [];
});

const as = (code: string): Record<string, string> => held.get(code) ?? {};
const page = async (path: string, code = "OWN-CODE"): Promise<string> => (await site.ask(path, { headers: as(code) })).text();
const form = (path: string, fields: Record<string, string>, code = "OWN-CODE"): Promise<Response> =>
  site.ask(path, { method: "POST", headers: as(code), body: new URLSearchParams(fields) });
const api = (path: string, body: unknown, code = "OWN-CODE"): Promise<Response> =>
  site.ask(path, { method: "POST", headers: { ...as(code), "content-type": "application/json" }, body: JSON.stringify(body) });

const HOUR = 3_600_000;
function eventThat(how: { frozen?: boolean; keptUntil?: string; hides?: boolean; locked?: boolean }): EventSettings {
  const zone = EVENT.timeZone;
  const at = (hours: number): string => momentAt(Date.now() + hours * HOUR, zone);
  const calendar = {
    opens: at(-26),
    freezes: at(how.frozen === true ? -1 : 3),
    locks: at(how.locked === true ? -0.5 : 6),
    reveals: at(7),
  };
  const more = { keptUntil: how.keptUntil ?? null, hidesPublicInFreeze: how.hides ?? false };
  return settingsFrom({ ...EVENT, ...more, calendar }, []);
}

describe("the choice for the final", () => {
  const address = `/api/v1/challenges/${CHALLENGE.id}/choice`;

  it("is the team's best, whatever it will be, until one is made; and then what was chosen", async () => {
    expect(await page("/en/runs")).toContain("Run 12 goes to the final");
    expect(await (await api(address, { submission: "s-own" })).json()).toMatchObject({ chosen: "s-own", goes: "s-own" });
    expect(await page("/fr/runs")).toContain("Vous avez choisi l’essai 12 pour la finale");
    expect((await form("/en/runs/choice", { challenge: CHALLENGE.id, submission: "" })).status).toBe(303);
    expect(store.chosen.size).toBe(0);
  });

  it("takes nothing that is not the team's own, or was not accepted, or comes after its lock", async () => {
    for (const id of ["s-other", "s-wrong", "s-hidden-failed", "s-none"])
      expect((await api(address, { submission: id })).status, id).toBe(404);
    store.state.event = eventThat({ locked: true });
    expect((await api(address, { submission: "s-own" })).status).toBe(409);
    expect(await page("/en/runs")).toContain("The choice was closed on");
  });

  it("does not tell, while public verdicts are sealed, which run is the best", async () => {
    store.state.event = eventThat({ frozen: true, hides: true });
    const judgedAt = new Date().toISOString();
    const sealed = run("public", { verdict: "accepted", score: { ...HIDDEN_SCORE, points: 77 }, judgedAt });
    store.state.submissions = [submission("s-new", OWN, 16, SUBMISSIONS[3].practice, sealed), ...SUBMISSIONS];
    const html = await page("/en/runs");
    expect(html).not.toMatch(/Run 16 goes|>77</);
    expect(html).toContain("sealed until the reveal");
    expect((await api(address, { submission: "s-new" })).status).toBe(404);
    expect(await (await site.ask(address, { headers: as("OWN-CODE") })).json()).toMatchObject({ chosen: null, goes: null });
    const seen: unknown = await (await site.ask("/api/v1/submissions/s-new", { headers: as("OWN-CODE") })).json();
    expect(seen).toMatchObject({ state: "judged", verdict: null, score: null, sealed: true });
    expect(await page("/en/submissions/s-new", "MENTOR-CODE")).toContain("77");
  });
});

describe("before the first submission", () => {
  it("a team reads what is kept and agrees, once; nothing is sent before", async () => {
    store.state.event = eventThat({ keptUntil: "2027-01-31" });
    const before = await page("/en/runs");
    expect(before).toContain("/en/runs/consent");
    expect(before).not.toContain('type="file"');
    const body = new FormData();
    body.set("archive", new Blob(["x"]), "x.zip");
    const sent = await site.ask(`/api/v1/challenges/${CHALLENGE.id}/submissions`, {
      method: "POST",
      headers: as("OWN-CODE"),
      body,
    });
    expect([sent.status, await sent.json()]).toMatchObject([403, { code: "consent", detail: expect.stringContaining("--yes") }]);
    expect((await form("/en/runs/consent", {})).status).toBe(303);
    expect(await page("/en/runs")).toContain('type="file"');
  });

  it("what is kept stands on a page of its own, with the day on which it is deleted", async () => {
    store.state.event = eventThat({ keptUntil: "2027-01-31" });
    expect(await page("/en/kept", "")).toContain("31\u00a0January\u00a02027");
    expect(await page("/fr/kept", "")).toContain("31\u00a0janvier\u00a02027");
  });
});

describe("a team that was only counted", () => {
  it("chooses its name once, and is told what is wrong with one", async () => {
    const profile = await store.teamProfile(OWN.id);
    store.profiles.set(OWN.id, { ...profile, name: "Team 6", named: false });
    expect(await page("/en/runs")).toContain("Choose your team’s name");
    const taken = await form("/en/runs/name", { name: OTHER.name });
    expect([taken.status, await taken.text()]).toEqual([400, expect.stringContaining("Another team has this name")]);
    expect((await form("/fr/runs/name", { name: "Marée montante" })).status).toBe(303);
    expect(await page("/en/runs")).toContain("<h1>Marée montante</h1>");
    expect((await api("/api/v1/me/name", { name: "Again" })).status).toBe(400);
  });
});

describe("the queue", () => {
  it("shows the own place and about how long, to the own team alone", async () => {
    const first = {
      submission: "s-queued",
      team: OWN.id,
      teamName: OWN.name,
      challenge: CHALLENGE.id,
      split: "practice",
    } as const;
    store.queued = [{ ...first, place: 7, queuedAt: EVENT.opensAt, worker: null }];
    store.queueNow = { ...store.queueNow, waiting: 9, working: 2 };
    const html = await page("/en/runs");
    expect(html).toContain("Number 7 in the queue");
    expect(html).toContain('data-every="40"');
    const told = { submission: "s-queued", challenge: CHALLENGE.id, split: "practice", place: 7, expectedMs: 124_000 };
    expect(await (await site.ask("/api/v1/me/queue", { headers: as("OWN-CODE") })).json()).toEqual([told]);
    expect(await (await site.ask("/api/v1/me/queue", { headers: as("OTHER-CODE") })).json()).toEqual([]);
  });
});

describe("a frozen board", () => {
  const BOARD = `/en/challenges/${CHALLENGE.id}/leaderboard`;
  const JSON_BOARD = `/api/v1/challenges/${CHALLENGE.id}/leaderboard`;

  it("stands still for everybody, says nothing of what is on its way, and is live for those who run the event", async () => {
    store.state.event = eventThat({ frozen: true });
    const frozen = store.state.standings;
    const moved = frozen.rows.map((row) => (row.team === "t1" ? { ...row, score: 65, attempts: 99 } : row));
    Object.assign(store, { publicStandings: () => Promise.resolve(frozen) });
    store.state.standings = { ...frozen, version: 8, rows: moved };
    store.tell({ kind: "event", challenge: "" });
    const everybody = await (await site.ask(BOARD)).text();
    expect(everybody).toContain("The board stands still");
    expect(everybody).not.toMatch(/runs? in judging|class="v live"|>99</);
    const program: { rows: { state: string }[] } = JSON.parse(await (await site.ask(JSON_BOARD)).text()) as never;
    expect(program.rows.filter(({ state }) => state === "queued" || state === "judging")).toEqual([]);
    const own = await page(BOARD);
    expect(own).toContain("you alone see your verdicts");
    expect(own).not.toContain(">99<");
    const mentor = await page(BOARD, "MENTOR-CODE");
    expect(mentor).toContain("You see the live board");
    expect(mentor).toContain(">99<");
    expect(mentor).not.toContain("data-rows");
    Object.assign(store, { publicStandings: (id: string) => store.standings(id) });
    store.state.standings = frozen;
  });

  it("masks a hidden team's name for all but itself and those who run the event; search does not find it", async () => {
    const { standings } = store.state;
    const rows = standings.rows.map((row) => (row.team === OWN.id ? { ...row, hidden: true as const, division: "Junior" } : row));
    store.state.standings = { ...standings, version: 20, rows };
    store.tell({ kind: "event", challenge: "" });
    for (const path of [BOARD, `${BOARD}/rows`, JSON_BOARD, `${BOARD}?q=tidewatch`]) {
      const body = await (await site.ask(path)).text();
      expect(body.replaceAll("q=tidewatch", "").replaceAll('value="tidewatch"', ""), path).not.toContain("Tidewatch");
    }
    expect(await page(BOARD)).toContain("Tidewatch</a>");
    expect(await page(BOARD, "MENTOR-CODE")).toContain("Tidewatch</a>");
    expect(await page(BOARD, "OTHER-CODE")).not.toContain("Tidewatch");
    const filtered = await (await site.ask(`${BOARD}?division=Junior`)).text();
    expect(filtered.match(/data-row="/g)).toHaveLength(1);
    store.state.standings = standings;
    store.tell({ kind: "event", challenge: "" });
  });

  it("shows a disqualified team by its score, marked, without a place", async () => {
    const { standings } = store.state;
    const out = { entry: "disqualified" as const, rank: null, band: null };
    store.state.standings = {
      ...standings,
      version: 21,
      rows: standings.rows.map((row) => (row.team === "t0" ? { ...row, ...out } : row)),
    };
    store.tell({ kind: "event", challenge: "" });
    const html = await (await site.ask(BOARD)).text();
    expect(html).toContain('<span class="small">disqualified</span>');
    store.state.standings = standings;
    store.tell({ kind: "event", challenge: "" });
  });
});

describe("code and comparison", () => {
  it("shows a team's sources to it and to mentors, inert, and each look is written down", async () => {
    const html = await page("/en/submissions/s-own/code?file=notes/hostile.ts");
    expect(html).not.toMatch(/<script>alert|<img src=x/);
    expect(html).toContain("\\u{202e}evil");
    expect(html).toContain("model/weights.bin");
    expect((await site.ask("/en/submissions/s-own/code", { headers: as("OTHER-CODE") })).status).toBe(404);
    store.audited.length = 0;
    expect(await page("/fr/submissions/s-own/code", "MENTOR-CODE")).toContain("hljs-keyword");
    expect(store.audited).toContainEqual({ actor: "code-mentor", act: "view-code", subject: "s-own" });
    expect(await page("/en/submissions/s-wrong/code")).toContain("not kept any more");
  });

  it("sets two runs of one team side by side, and no others", async () => {
    const html = await page("/en/submissions/s-own/compare?with=s-hidden-failed");
    expect(html).toContain("Run 12 scores the same as run 11");
    expect(html).toContain("4 lines changed in 2 files");
    expect((await site.ask("/en/submissions/s-own/compare?with=s-other", { headers: as("OWN-CODE") })).status).toBe(404);
    expect((await site.ask("/en/submissions/s-own/compare?with=s-other", { headers: as("MENTOR-CODE") })).status).toBe(404);
    const way = await site.ask("/en/runs/compare?from=s-own&to=s-judging", { headers: as("OWN-CODE") });
    expect(way.headers.get("location")).toBe("/en/submissions/s-judging/compare?with=s-own");
  });
});

describe("who is stuck", () => {
  it("stands first, with why, and leads to all runs of a team", async () => {
    const html = await page("/en/teams", "MENTOR-CODE");
    expect(html.indexOf("Never signed in")).toBeLessThan(html.indexOf("Fine"));
    const team = await page(`/fr/teams/${OWN.id}`, "MENTOR-CODE");
    expect(team).toContain("/fr/submissions/s-own/code");
    expect(store.audited).toContainEqual({ actor: "code-mentor", act: "view-team", subject: OWN.id });
    expect((await site.ask("/en/teams/nobody", { headers: as("MENTOR-CODE") })).status).toBe(404);
  });
});

describe("the overall board", () => {
  it("is the mean by declared weights, teams without a score last", async () => {
    const two = await startSite({}, new FakeStore().withSecond());
    two.store.state.event = { ...EVENT, weights: { [CHALLENGE.id]: 3 } };
    const all: { rows: { team: string; rank: number | null; score: number | null }[] } = JSON.parse(
      await (await two.ask("/api/v1/overall")).text(),
    ) as never;
    expect(all.rows[0]).toMatchObject({ team: "Les Lucioles", rank: 1, score: 62 });
    const tidewatch = all.rows.find(({ team }) => team === "Tidewatch");
    expect(tidewatch?.score).toBe(49);
    expect(all.rows.at(-1)?.score).toBe(null);
    expect(await (await two.ask("/fr/overall")).text()).toContain("Classement général");
    await two.close();
  });
});

it("an upload that is sent away in a full house keeps its instant, by its head", async () => {
  const full = new FakeStore();
  let open: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (open = resolve));
  const arrived: (number | undefined)[] = [];
  full.submit = async ({ archive, arrivedAt }: { archive: AsyncIterable<Uint8Array>; arrivedAt?: number }) => {
    arrived.push(arrivedAt);
    for await (const chunk of archive) if (chunk.length > 0) await until;
    return { kind: "stored", submission: SUBMISSIONS[0] };
  };
  const limits = { most: 1, mostWaiting: 0 };
  const own = await startSite({ uploads: { allowed: true, limits } }, full);
  const headers = { authorization: `Bearer ${await own.token("OWN-CODE")}` };
  const body = (): FormData => {
    const made = new FormData();
    made.set("archive", new Blob(["x"]), "x.zip");
    return made;
  };
  const from = Date.now();
  const send = (): Promise<Response> =>
    own.ask(`/api/v1/challenges/${CHALLENGE.id}/submissions`, { method: "POST", headers, body: body() });
  const first = send();
  await expect.poll(() => arrived.length).toBe(1);
  const second = await send();
  expect([second.status, await second.json()]).toMatchObject([503, { detail: expect.stringContaining("your time is kept") }]);
  const kept = full.kept.get(`${OWN.id} ${CHALLENGE.id}`) ?? 0;
  expect(kept).toBeGreaterThanOrEqual(arrived[0] ?? Infinity);
  expect(arrived[0]).toBeGreaterThanOrEqual(from);
  open();
  await first;
  full.state.event = eventThat({ locked: true });
  await own.close();
});
