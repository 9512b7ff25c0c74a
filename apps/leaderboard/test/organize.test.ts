/** Making and running an event, as an organizer does it: by forms that need no script, and by programs. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { settingsFrom } from "@vigie/store";
import { csvCell } from "../src/organize/exports.ts";
import type { OpenedEvent } from "../src/index.ts";
import { FakeStore } from "./fake-store.ts";
import { BEFORE, CHALLENGE, SECOND } from "./fixture-event.ts";
import { startSite, type TestSite } from "./site.ts";

const ORGANIZER = "ORGANIZER-CODE";
let site: TestSite;
let store: FakeStore;
let opened: OpenedEvent[];

/** A server without an event, as `vigie start --new` begins one. */
async function begin(withEvent: boolean): Promise<void> {
  store = new FakeStore();
  opened = [];
  if (!withEvent) {
    store.state.event = null;
    store.state.challenges = [];
    store.state.standings = { challenge: CHALLENGE.id, version: 1, rows: [] };
    store.state.submissions = [];
  }
  const open = (event: OpenedEvent): Promise<void> => {
    opened.push(event);
    store.state.event = settingsFrom({ ...event, id: "new", secretCommitment: "a".repeat(64), demo: false }, []);
    store.state.challenges = event.challenges;
    return Promise.resolve();
  };
  site = await startSite({ setUp: { challenges: [CHALLENGE, SECOND], open } }, store);
}
afterEach(() => site.close());

async function headers(): Promise<Record<string, string>> {
  return { cookie: await site.cookie(ORGANIZER), origin: site.base };
}
async function page(path: string): Promise<{ status: number; html: string; headers: Headers }> {
  const answer = await site.ask(path, { headers: await headers() });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}
async function post(path: string, body: URLSearchParams | FormData): Promise<{ status: number; html: string; headers: Headers }> {
  const answer = await site.ask(path, { method: "POST", headers: await headers(), body });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}
async function api(method: string, path: string, body?: unknown) {
  const authorization = `Bearer ${await site.token(ORGANIZER)}`;
  const answer = await site.ask(`/api/v1${path}`, {
    method,
    headers: { authorization, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? null : JSON.parse(text) };
}

const ANSWERS = {
  name_en: "Lighthouse 2027",
  name_fr: "",
  zone: "America/Toronto",
  opens_day: "2027-10-23",
  opens_time: "9:00",
  locks_day: "2027-11-02",
  locks_time: "17 h",
  teams: "names",
  names: "Tidewatch\nLes Lucioles",
};
function answers(more: Record<string, string> = {}, file?: string | Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...ANSWERS, ...more })) form.append(name, value);
  form.append("challenge", CHALLENGE.id);
  form.append("language", "en");
  form.append("language", "fr");
  if (file !== undefined) form.append("csv", new Blob([file]), "teams.csv");
  return form;
}

describe("before there is an event", () => {
  beforeEach(() => begin(false));

  it("every page says that it is being prepared, but for sign-in and set-up", async () => {
    for (const path of ["/en", "/fr/challenges/follow-the-money/leaderboard", "/en/organize", "/fr/teams", "/en/nothing"]) {
      const { status, html } = await page(path);
      expect([path, status]).toEqual([path, 503]);
      expect(html).toMatch(/is being prepared|se prépare/);
    }
    expect((await page("/en/sign-in")).status).toBe(200);
    expect((await page("/en/set-up")).status).toBe(200);
    expect((await site.ask("/en/set-up")).status).toBe(401);
    expect((await (await site.ask("/api/v1/event")).json()).code).toBe("preparing");
  });

  it("seven answers make one, with its teams, and lead to the timeline", async () => {
    const { status, headers: sent } = await post("/fr/set-up", answers());
    expect([status, sent.get("location")]).toEqual([303, "/fr/organize/timeline"]);
    expect(opened).toMatchObject([
      {
        name: { en: "Lighthouse 2027", fr: "Lighthouse 2027" },
        timeZone: "America/Toronto",
        languages: ["en", "fr"],
        keptUntil: "2028-01-31",
        calendar: {
          opens: "2027-10-23T09:00:00-04:00[America/Toronto]",
          freezes: "2027-11-01T17:00:00-04:00[America/Toronto]",
          locks: "2027-11-02T17:00:00-04:00[America/Toronto]",
          reveals: "2027-11-02T18:00:00-04:00[America/Toronto]",
        },
      },
    ]);
    expect((await store.teamProfiles()).map(({ name }) => name)).toEqual(["Tidewatch", "Les Lucioles"]);
    expect((await page("/fr/set-up")).headers.get("location")).toBe("/fr/organize");
  });

  it("pressed twice, they make one", async () => {
    const both = await Promise.all([post("/en/set-up", answers()), post("/en/set-up", answers())]);
    for (const { status } of both) expect([303, 409]).toContain(status);
    expect(opened).toHaveLength(1);
  });

  it("what is wrong is told at once, with the way to it, and every answer is kept", async () => {
    const csv = "équipe;langue;courriel\r\nTidewatch;en;a@b.ca\r\nNord;es;\r\nTidewatch;;\r\nA;;\r\n";
    const bytes = Uint8Array.from(csv, (sign) => sign.charCodeAt(0));
    const { status, html } = await post("/en/set-up", answers({ locks_day: "2027-10-02", teams: "csv" }, bytes));
    expect(status).toBe(422);
    expect(opened).toEqual([]);
    expect(html).toContain("3 things to put right");
    expect(html).toContain('href="#locks-day"');
    expect(html).toContain("The end, Saturday 2\u00a0October, is not after the start, Saturday 23\u00a0October.");
    expect(html).toContain('href="#row-3"');
    expect(html).toContain('id="row-4"');
    expect(html).toContain("row 2 is right");
    expect(html).toContain("Windows-1252");
    expect(html).toContain("“courriel”");
    expect(html).not.toContain("a@b.ca");
    expect(html).toContain('value="Lighthouse 2027"');
  });

  it.each([
    ["two teams of one name", { names: "Tidewatch\ntidewatch" }, "stands in the list twice|called “Tidewatch” already"],
    ["names that look alike", { names: "Tidewatch\nTldewatch" }, "looks like that of another team, “Tidewatch”"],
    ["an end before the start", { locks_day: "2027-10-22" }, "is not after the start"],
    [
      "an end of another year",
      { locks_day: "2026-10-24" },
      "The end, Saturday 24\\s?October\\s2026, is not after the start, Saturday 23\\s?October\\s2027",
    ],
    ["an end at the start", { locks_day: "2027-10-23", locks_time: "9:00" }, "is not after the start"],
    ["a lock in the past", { opens_day: "2020-01-01", locks_day: "2020-01-03" }, "The end has passed"],
    ["an unknown zone", { zone: "Atlantis/Capital" }, "Choose a time zone from the list."],
    ["no zone", { zone: "" }, "Choose a time zone from the list."],
    ["a day that no calendar has", { opens_day: "2027-02-30" }, "on a day that the calendar has"],
    ["an hour that never comes", { opens_day: "2027-03-14", opens_time: "2:30" }, "this time never comes"],
    ["no name", { name_en: " " }, "A name is missing."],
    ["too many teams to count", { teams: "count", count: "1000000" }, "with a number from 1 to"],
    ["no team to count", { teams: "count", count: "0" }, "with a number from 1 to"],
  ])("%s: a sentence in each language, no event, and the answers stay", async (_what, more, sentence) => {
    const [english, french] = [await post("/en/set-up", answers(more)), await post("/fr/set-up", answers(more))];
    expect([english.status, french.status]).toEqual([422, 422]);
    expect(english.html).toMatch(new RegExp(sentence));
    expect(french.html).toContain("à corriger");
    expect(opened).toEqual([]);
    const { zone, names, ...typed } = { zone: "UTC", names: "", ...more };
    for (const value of Object.values(typed)) expect(english.html).toContain(`value="${value}"`);
    for (const name of names.split("\n")) expect(english.html).toContain(name);
    if (zone !== "UTC") expect(english.html, "no other zone is chosen instead").toMatch(/name="zone"><option value="" selected>/);
  });

  it("a file that was right need not be chosen again", async () => {
    const { html } = await post("/en/set-up", answers({ opens_time: "noon", teams: "csv" }, "team,language\nTidewatch,en\n"));
    expect(html).toContain("Tidewatch\t\ten");
    expect(html).toContain('value="noon"');
  });

  it("asks which of two times is meant, and takes the answer", async () => {
    const night = { locks_day: "2027-11-07", locks_time: "1:30" };
    const { html } = await post("/en/set-up", answers(night));
    expect(html).toContain("comes twice");
    const [, meant] = /value="(2027-11-07T01:30&gt;2027-11-07T01:30-05:00)"/.exec(html) ?? [];
    expect((await post("/en/set-up", answers({ ...night, locks_meant: meant.replace("&gt;", ">") }))).status).toBe(303);
    expect(opened[0].calendar.locks).toBe("2027-11-07T01:30:00-05:00[America/Toronto]");
  });

  const FILE = {
    event: 1,
    name: { en: "A", fr: "B" },
    timeZone: "America/Toronto",
    opens: "2027-10-23T09:00",
    locks: "2027-11-02T17:00",
    challenges: [{ id: CHALLENGE.id }],
  };

  it("a program makes one by its file, which can be read back and makes it again", async () => {
    const made = await api("POST", "/setup", { ...FILE, teams: [{ name: "Tidewatch", key: "7", language: "fr" }] });
    expect([made.status, made.body.phase]).toEqual([201, "set-up"]);
    const file = await api("GET", "/event/file");
    expect(file.body).toMatchObject({ event: 1, opens: "2027-10-23T09:00-04:00", teams: [{ key: "7", name: "Tidewatch" }] });
    expect((await api("POST", "/setup", FILE)).status).toBe(409);
  });

  it("a program is told every fault by its place in the file", async () => {
    const teams = [{ name: "One" }, { name: "One", key: "2" }];
    const { status, body } = await api("POST", "/setup", {
      ...FILE,
      locks: "2027-10-22T17:00",
      challenges: [{ id: "x" }],
      teams,
    });
    expect([status, body.code]).toEqual([422, "faulty"]);
    expect(body.problems.map(({ where }: { where: string }) => where)).toEqual([
      "body/locks",
      "body/challenges/0/id",
      "body/teams/1/name",
    ]);
  });
});

describe("the timeline", () => {
  beforeEach(async () => {
    await begin(false);
    await post("/en/set-up", answers());
  });
  const sent = (more: Record<string, string>): URLSearchParams =>
    new URLSearchParams({
      ...{ opens_day: "2027-10-23", opens_time: "9:00", freezes_day: "2027-11-01", freezes_time: "17:00" },
      ...{ locks_day: "2027-11-02", locks_time: "17:00", reveals_day: "2027-11-02", reveals_time: "18:00", seen: "0" },
      ...more,
    });

  it("moves an hour by a button, and nothing is saved before somebody says so", async () => {
    const { status, html } = await post("/en/organize/timeline", sent({ do: "move:reveals:60" }));
    expect([status, store.state.event?.acts.length]).toEqual([200, 0]);
    expect(html).toContain("Not saved yet");
    expect(html).toMatch(/name="reveals_time" value="19:00"/);
    expect(html).toContain('value="put:reveals"');
  });

  it("takes what follows along with a lock that moves, and leaves what was moved by hand", async () => {
    await post("/en/organize/timeline", sent({ reveals_time: "20:00", do: "save" }));
    await post(
      "/en/organize/timeline",
      sent({ reveals_time: "20:00", locks_day: "2027-11-02", locks_time: "18:00", seen: "1", do: "save" }),
    );
    const { calendar } = opened[0];
    const last = store.state.event?.acts.at(-1)?.deed;
    expect(last).toMatchObject({
      kind: "plan",
      calendar: {
        ...calendar,
        locks: "2027-11-02T18:00:00-04:00[America/Toronto]",
        freezes: "2027-11-01T18:00:00-04:00[America/Toronto]",
        reveals: "2027-11-02T20:00:00-04:00[America/Toronto]",
      },
    });
    const back = await post(
      "/en/organize/timeline",
      sent({ reveals_time: "20:00", locks_time: "18:00", freezes_time: "18:00", seen: "2", do: "put:reveals" }),
    );
    expect(back.html).toMatch(/name="reveals_time" value="19:00"/);
  });

  it("refuses what makes no sense beside its field, and keeps what was typed", async () => {
    const { status, html } = await post("/en/organize/timeline", sent({ freezes_day: "2027-12-01", do: "save" }));
    expect([status, store.state.event?.acts.length]).toEqual([422, 0]);
    expect(html).toContain("The freeze lies outside of the event.");
    expect(html).toContain('value="2027-12-01"');
  });

  it("says where somebody else was quicker", async () => {
    await store.act({ kind: "hold" }, "other");
    const { status, html } = await post("/en/organize/timeline", sent({ locks_time: "18:00", do: "save" }));
    expect([status, store.state.event?.acts.length]).toEqual([409, 1]);
    expect(html).toContain("Somebody changed the event meanwhile.");
  });
});

describe("running an event", () => {
  beforeEach(() => begin(true));

  it("an act shows its effect first, and is done once", async () => {
    const { html } = await page("/en/organize/acts/extend?team=t3&minutes=60");
    expect(html).toMatch(/Moves the lock to .* for Northern Current alone/);
    const form = new URLSearchParams({ team: "t3", minutes: "60", seen: "0" });
    const both = [await post("/en/organize/acts/extend", form), await post("/en/organize/acts/extend", form)];
    expect(both.map(({ status }) => status)).toEqual([303, 409]);
    expect(store.state.event?.acts.map(({ deed }) => deed)).toMatchObject([{ kind: "extend", team: "t3" }]);
  });

  it("does over the API what the console does", async () => {
    expect((await api("POST", "/event/acts", { deed: { kind: "hold" } })).status).toBe(201);
    expect((await api("GET", "/event")).body).toMatchObject({ held: true, phase: "open", frozen: false });
    const console = await api("GET", "/event/console");
    expect(console.body.problems.map(({ id }: { id: string }) => id)).toEqual(["held"]);
    expect((await api("GET", "/event/acts")).body).toHaveLength(1);
    expect((await api("POST", "/event/acts", { deed: { kind: "extend", team: "nobody", until: 5 } })).status).toBe(404);
    expect((await api("POST", "/event/acts", { deed: { kind: "dance" } })).status).toBe(400);
  });

  it("says on one page what is wrong now, with one remedy each", async () => {
    await store.act({ kind: "pause-judging" }, "x");
    store.queueNow = { ...store.queueNow, waiting: 11, errors: 2 };
    const { html } = await page("/en/organize");
    expect(html).toMatch(/<h1>Day 2 of \d: 2 things need you<\/h1>/);
    expect(html).toContain("2 submissions ended in an error of ours");
    expect(html).toContain('href="/en/organize/acts/resume-judging"');
    expect(html).toContain("17 of 19 teams need a visit");
    await post("/en/organize/checklist", new URLSearchParams({ item: "projector" }));
    expect(store.log[0]).toMatchObject({ act: "checked", subject: "projector" });
  });

  it("says of a version that is judged no more what waits for which commit, as long as something waits", async () => {
    store.state.challenges = [BEFORE];
    store.queueNow = { ...store.queueNow, waiting: 0 };
    const ids = async () => (await api("GET", "/event/console")).body.problems.map(({ id }: { id: string }) => id);
    expect(await ids()).not.toContain("retired");
    store.queueNow = { ...store.queueNow, waiting: 5 };
    expect(await ids()).toContain("retired");
    for (const [lang, words] of [
      ["en", "5 runs wait and keep their places"],
      ["fr", "5 exécutions attendent et gardent leur place"],
    ] as const) {
      const { html } = await page(`/${lang}/organize`);
      expect(html).toMatch(new RegExp(`1\\.0\\.0[^]*${words}[^]*00fed80[^]*vigie judge rejudge follow-the-money`));
    }
  });

  it("a list of teams is looked at first, then taken; sent twice it changes nothing", async () => {
    const list = (more: Record<string, string>): FormData => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ names: "Team\tLanguage\nTidewatch\ten\nNew one\tfr", ...more }))
        form.append(name, value);
      return form;
    };
    const look = await post("/en/organize/teams", list({}));
    expect(look.html).toContain("one new team");
    expect(store.profiles.size).toBe(19);
    expect((await post("/en/organize/teams", list({ do: "save" }))).status).toBe(303);
    expect(store.profiles.size).toBe(20);
    expect((await post("/en/organize/teams", list({}))).html).toContain("Nothing would change.");
  });

  it("a program sends a spreadsheet's file, and is told its rows", async () => {
    const send = async (body: string, query = ""): Promise<Response> => {
      const authorization = `Bearer ${await site.token(ORGANIZER)}`;
      return site.ask(`/api/v1/teams${query}`, { method: "POST", headers: { authorization, "content-type": "text/csv" }, body });
    };
    const wrong = await send("team;language\nNova;en\nNovb;es\n");
    const told = await wrong.json();
    expect([wrong.status, told.problems[0].where]).toEqual([422, "body/teams/row 3/language"]);
    const preview = await send("team;city\nNova;Halifax\n", "?preview=1");
    expect(await preview.json()).toEqual({ added: 1, changed: 0, same: 0, unknownColumns: ["city"] });
    expect(store.profiles.size).toBe(19);
    expect(await (await send("team;city\nNova;Halifax\n")).json()).toMatchObject({ added: 1 });
  });

  it("a name is hidden in one click; a team is disqualified only with a reason", async () => {
    await post("/en/organize/teams/t3", new URLSearchParams({ do: "hide" }));
    expect((await store.teamProfile("t3")).hidden).toBe(true);
    expect((await post("/en/organize/teams/t3", new URLSearchParams({ do: "entry", entry: "disqualified" }))).status).toBe(422);
    await post("/en/organize/teams/t3", new URLSearchParams({ do: "entry", entry: "disqualified", reason: "Two codes" }));
    expect(await store.teamProfile("t3")).toMatchObject({ entry: "disqualified", reason: "Two codes" });
    const taken = await post("/en/organize/teams/t3", new URLSearchParams({ do: "words", name: "Tidewatch" }));
    expect([taken.status, taken.html.includes("Another team has this name already")]).toEqual([422, true]);
    expect((await page("/en/organize/teams/nobody")).status).toBe(404);
  });

  it("what is kept of a team is saved as a file, and deleted once it was asked about; twice is once", async () => {
    const authorization = `Bearer ${await site.token(ORGANIZER)}`;
    const { html } = await page("/en/organize/teams/t5");
    expect(html).toContain('href="/api/v1/teams/t5/data" download');
    const file = await site.ask("/api/v1/teams/t5/data", { headers: { authorization } });
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="team-t5.jsonl"');
    const lines = (await file.text()).trim().split("\n");
    expect(new Set(lines.map((line) => JSON.parse(line).kind))).toEqual(new Set(["team", "submission", "log"]));
    const asked = await post("/en/organize/teams/t5", new URLSearchParams({ do: "erase" }));
    expect(asked.html).toContain("under “Withdrawn team”");
    expect((await store.teamProfile("t5")).erased).toBe(false);
    const sure = new URLSearchParams({ do: "erase", confirmed: "1" });
    const both = [await post("/en/organize/teams/t5", sure), await post("/en/organize/teams/t5", sure)];
    expect(both.map(({ status }) => status)).toEqual([303, 409]);
    expect(store.log.filter(({ act }) => act === "erase-team")).toHaveLength(1);
    expect((await page("/en/organize/teams/t5")).html).toContain("is deleted");
  });

  it("where two organizers change one thing at once, the second one looks first, and what was typed stays", async () => {
    const seenOn = async (path: string): Promise<string> => /name="seen" value="(\w+)"/.exec((await page(path)).html)?.[1] ?? "";
    const [team, words] = [await seenOn("/en/organize/teams/t3"), await seenOn("/en/organize/words")];
    await store.changeTeam("t3", { division: "college" }, "other");
    await store.changeWords({ network: "Phare" }, "other");
    const named = new URLSearchParams({ do: "words", name: "New name", language: "", division: "", seen: team });
    const late = await post("/en/organize/teams/t3", named);
    expect([late.status, late.html.includes('value="New name"')]).toEqual([409, true]);
    expect(late.html).toContain("Somebody changed the event meanwhile.");
    expect(await store.teamProfile("t3")).toMatchObject({ name: "Northern Current", division: "college" });
    const form = new URLSearchParams({
      name_en: "Other",
      help_en: "Line",
      phone: "1",
      language: "en",
      kept: "2099-01-31",
      seen: words,
    });
    const second = await post("/en/organize/words", form);
    expect([second.status, store.state.event?.name.en, store.state.event?.network]).toEqual([409, "Lighthouse 2026", "Phare"]);
    expect(second.html).toContain('value="Other"');
  });

  it("pressed twice, an announcement is said once, and codes that are out already are told so", async () => {
    const words = new URLSearchParams({ en: "Pizza", fr: "" });
    const both = [await post("/en/organize/announcements", words), await post("/en/organize/announcements", words)];
    expect([both.map(({ status }) => status), store.said.length]).toEqual([[303, 303], 1]);
    const without = new URLSearchParams({ which: "without" });
    expect((await post("/en/organize/codes", without)).status).toBe(200);
    const again = await post("/en/organize/codes", without);
    expect([again.status, again.html.includes("Every team has a code already.")]).toEqual([400, true]);
  });

  it("codes stand in one answer that nobody keeps, the square's in a fragment", async () => {
    await store.changeTeam("t3", { language: "fr" }, "x");
    const form = new URLSearchParams({ which: "chosen", address: "http://vigie.local:3000" });
    for (const team of ["t3", "t4"]) form.append("team", team);
    const { html, headers: sent } = await post("/en/organize/codes", form);
    expect(sent.get("cache-control")).toBe("no-store");
    expect(html.match(/7K4M-Q2XH-\w{4}/g)).toHaveLength(2);
    expect(html).toContain("Code d’équipe");
    expect(html).toContain("vigie.local:3000");
    expect(JSON.stringify(store.log)).not.toMatch(/7K4M/);
    const all = await post("/en/organize/codes", new URLSearchParams({ which: "all" }));
    expect(all.html).not.toMatch(/7K4M/);
    expect(all.html).toContain("The codes of 4 teams stop working at once");
    expect((await api("POST", "/teams/codes", { teams: "all-without" })).body.codes).toHaveLength(15);
    expect((await api("POST", "/teams/codes", { teams: ["nobody"] })).status).toBe(404);
  });

  it("an announcement stands on every page, in the page's language, until it is taken down", async () => {
    expect((await post("/en/organize/announcements", new URLSearchParams({ en: " " }))).status).toBe(422);
    await site.ask("/en");
    await post("/en/organize/announcements", new URLSearchParams({ en: "Pizza <b>now</b>", fr: "Pizza" }));
    store.tell({ kind: "event", challenge: "" });
    const board = await (await site.ask(`/en/challenges/${CHALLENGE.id}/leaderboard`)).text();
    expect(board).toContain("Pizza &lt;b&gt;now&lt;/b&gt;");
    expect(await (await site.ask("/fr/sign-in")).text()).toContain('lang="fr-CA">Pizza<');
    expect(await (await site.ask("/api/v1/announcements")).json()).toHaveLength(1);
    await post("/en/organize/announcements", new URLSearchParams({ down: "a1" }));
    store.tell({ kind: "event", challenge: "" });
    expect(await (await site.ask(`/en/challenges/${CHALLENGE.id}/leaderboard`)).text()).not.toContain("Pizza");
    expect((await api("DELETE", "/announcements/none")).status).toBe(404);
  });

  it("open pages hear of an announcement at once", async () => {
    const feed = await site.ask(`/api/v1/challenges/${CHALLENGE.id}/feed`);
    const reader = feed.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await store.announce({ en: "Pizza" }, "x");
    store.tell({ kind: "event", challenge: "" });
    let heard = "";
    while (!heard.includes("event: news")) heard += (await reader.read()).value ?? "";
    expect(heard).toContain('event: news\ndata: {"en":"Pizza"}');
    await reader.cancel();
  });

  it("a submission is judged anew, withdrawn, put back, given back; what is not there is 404", async () => {
    for (const act of ["rerun", "withdraw", "put-back", "give-back"]) {
      expect((await api("POST", `/submissions/s-own/${act}`)).status).toBe(204);
      expect((await api("POST", `/submissions/none/${act}`)).status).toBe(404);
      expect((await post("/en/organize/submissions/s-own", new URLSearchParams({ do: act }))).status).toBe(303);
    }
    await store.withdraw("s-own", "x");
    const { html } = await page("/en/organize/submissions/s-own");
    expect([html.includes('value="put-back"'), html.includes('value="withdraw"')]).toEqual([true, false]);
    expect((await api("POST", `/challenges/${CHALLENGE.id}/rerun`, { verdict: "wrong_output" })).body).toEqual({ runs: 1 });
  });

  it("exports hold no formula, and what is read of them is in the log", async () => {
    store.state.standings = {
      ...store.state.standings,
      rows: store.state.standings.rows.map((row, i) => (i === 0 ? { ...row, teamName: "=HYPERLINK(1)" } : row)),
    };
    const authorization = `Bearer ${await site.token(ORGANIZER)}`;
    const csv = await (await site.ask("/api/v1/exports/results.csv", { headers: { authorization } })).text();
    expect(csv).toContain(",'=HYPERLINK(1),");
    expect(csv.split("\r\n")).toHaveLength(store.state.standings.rows.length + 2);
    const lines = await (await site.ask("/api/v1/exports/submissions.jsonl", { headers: { authorization } })).text();
    expect(
      lines
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toContain("s-own");
    expect(store.log.filter(({ act }) => act === "export")).toHaveLength(2);
    expect((await api("GET", "/exports/secrets.csv")).status).toBe(404);
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@x", "'@x"],
    ["\tx", '"\'\tx"'],
    ["a,b", '"a,b"'],
    ['a"b', '"a""b"'],
    [-1, "-1"],
    [null, ""],
  ])("the cell %j is written %j", (value, cell) => expect(csvCell(value)).toBe(cell));

  it("the log is read by filters, newest first", async () => {
    await store.announce({ en: "one" }, "code-a");
    await store.changeTeam("t3", { hidden: true }, "code-b");
    expect((await page("/en/organize/audit?actor=code-b")).html).toMatch(/code-b[^]*Northern Current/);
    expect((await page("/en/organize/audit?actor=code-b")).html).not.toContain("code-a");
    expect((await api("GET", "/audit?act=announce")).body).toMatchObject([{ actor: "code-a" }]);
  });

  it("the event's words are changed while it runs", async () => {
    const { html } = await page("/en/organize/words");
    expect(html).toContain('value="Lighthouse 2026"');
    const words = {
      name_en: "New name",
      name_fr: "",
      help_en: "Line",
      help_fr: "Ligne",
      phone: "1",
      language: "en",
      kept: "2099-01-31",
    };
    expect((await post("/en/organize/words", new URLSearchParams({ ...words, kept: "soon" }))).status).toBe(422);
    expect((await post("/en/organize/words", new URLSearchParams(words))).status).toBe(303);
    expect((await api("GET", "/event")).body).toMatchObject({ name: { en: "New name", fr: "New name" }, languages: ["en"] });
    expect((await api("PATCH", "/event", { keptUntil: "2020-01-01" })).status).toBe(422);
    expect((await api("PATCH", "/event", { network: "Phare" })).status).toBe(200);
  });
});
