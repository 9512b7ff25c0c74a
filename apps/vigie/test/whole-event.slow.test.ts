/** A whole event as people live it, in a browser and on real judging: from the code in the terminal to a backup that stands elsewhere. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { daysLater, momentAt, wallOf } from "@vigie/spec/event";
import { packFolder } from "@vigie/store/archive";
import { sourceFiles } from "../src/project.ts";
import { openBrowser, Person } from "./at-a-browser.ts";
import { CHALLENGE, Home, Running, until } from "./command-line.ts";
import { SAID } from "./whole-event-words.ts";

const BOARD = "/challenges/follow-the-money/leaderboard";
const BOARD_JSON = `/api/v1${BOARD}`;
const NAMES = ["Étoile du Nord", "Goélands", "Phare Ouest"] as const;
const [STAR, GULLS, WEST] = [0, 1, 2] as const;
const ALL = [STAR, GULLS, WEST] as const;

const opened = await openSandbox("auto");
if (opened.kind === "ready") await opened.sandbox.close();

describe.skipIf(opened.kind === "missing").each([
  ["en", 1280],
  ["fr", 390],
] as const)("an event of one's own, in %s at %d px", { timeout: 900_000 }, (lang, width) => {
  const home = new Home();
  const [dataDir, elsewhere] = [join(home.folder, "event"), join(home.folder, "elsewhere")];
  const said = SAID[lang];
  const now = momentAt(Date.now(), "America/Toronto");
  const day = (days: number): string => wallOf(daysLater(now, days)).day;
  let server: Running;
  let browser: Browser;
  let organizer: Person;
  let guest: Person;
  let organizerCode = "";
  const codes: string[] = [];
  const teams: Person[] = [];

  const sit = (who: string, script: boolean): Promise<Person> => Person.at(browser, server.url, { who, lang, width, script });
  const board = (): Promise<string> => server.text(BOARD_JSON);

  async function signIn(person: Person, code: string, path: string, name: string): Promise<void> {
    await person.open(path, `${name}-door`);
    await person.page.fill("#code", code);
    await person.press("main form .button", name);
  }

  /** Chooses a detector's archive on a team's page. */
  async function choose(team: number, folder: string): Promise<void> {
    const project = join(CHALLENGE, folder);
    const buffer = await packFolder(project, sourceFiles(project));
    await teams[team].page.setInputFiles("#archive", { name: "detector.zip", mimeType: "application/zip", buffer });
  }

  async function send(team: number, folder: string, name: string): Promise<void> {
    await teams[team].goTo("/runs");
    await choose(team, folder);
    await teams[team].press("#send form .button", `${name}-sent`);
    expect(teams[team].page.url()).toContain("/submissions/");
  }

  /** Reloads a submission's page, as somebody without a script does, until nothing of it is awaited. */
  async function verdict(team: number, name: string): Promise<string> {
    const { page } = teams[team];
    await until(`${name} to be judged`, 5, async () => {
      await page.reload();
      return (await page.locator("[data-feed]").count()) === 0 ? true : null;
    });
    await teams[team].look(name);
    return teams[team].text("h1");
  }

  async function act(kind: string, name: string, ask?: () => Promise<void>): Promise<void> {
    await organizer.goTo("/organize");
    if (ask === undefined) await organizer.press(`.actl a[href$='/organize/acts/${kind}']`, name);
    else await ask();
    await organizer.press("form[method=post][action*='/acts/'] .button", `${name}-done`);
    expect(new URL(organizer.page.url()).pathname).toBe(`/${lang}/organize`);
  }

  async function extend(team: number, minutes: number, name: string): Promise<void> {
    await act("extend", name, async () => {
      await organizer.page.selectOption("#team", { label: NAMES[team] });
      await organizer.page.selectOption("#minutes", String(minutes));
      await organizer.press("form[action$='/acts/extend'] .button", name);
    });
  }

  beforeAll(async () => {
    browser = await openBrowser();
    server = await Running.start(home, dataDir, ["--new", "--lang", lang]);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end("SIGKILL");
    rmSync(home.folder, { recursive: true, force: true });
  });

  it("begins with the code in the terminal and seven questions; wrong answers stand beside their fields, and none is lost", async () => {
    organizerCode = await until("the organizer's code", 1, () =>
      Promise.resolve(/^ {2}((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})$/m.exec(server.printed)?.[1] ?? null),
    );
    expect(server.printed).toContain(`${server.url}/${lang}/set-up`);
    organizer = await sit("organizer", true);
    await organizer.open("", "before-there-is-an-event");
    await signIn(organizer, organizerCode, "/sign-in", "set-up");
    const { page } = organizer;
    expect(new URL(page.url()).pathname).toBe(`/${lang}/set-up`);
    await page.fill("#name-en", "Lanterns");
    await page.fill("#name-fr", "Lanternes d’été");
    await page.selectOption("#zone", "America/Toronto");
    await page.fill("#opens-day", day(-1));
    await page.fill("#opens-time", "9:00");
    await page.fill("#locks-day", day(-2));
    await page.fill("#locks-time", "17 h");
    await page.check("input[name=teams][value=csv]");
    const wrong = `équipe;clé;langue;courriel\n${NAMES[STAR]};star;${lang};a@example.org\n;none;;\nDoubtful;d;es;\nÉtoile  du nord;twin;${lang};\n`;
    await page.setInputFiles("#csv", { name: "équipes.csv", mimeType: "text/csv", buffer: Buffer.from(wrong) });
    await organizer.press(".submit .button", "set-up-wrong");
    expect(await page.inputValue("#name-fr")).toBe("Lanternes d’été");
    expect(await page.inputValue("#locks-day")).toBe(day(-2));
    expect(await organizer.text("#locks-problem")).toMatch(said.endFirst);
    const list = await organizer.text("#teams");
    expect(list).toMatch(said.rows);
    expect(list).toMatch(said.fileRead);
    for (const fault of said.rowFaults) expect(list).toMatch(fault);
    expect(await page.locator(".problem li").count()).toBe(4);
  });

  it("opens with three teams out of a spreadsheet, and shows its dates as a picture that fields change", async () => {
    const { page } = organizer;
    const right = `équipe;clé;langue;division\n${NAMES.map((name, i) => `${name};t${i};${lang};Collège`).join("\n")}\n`;
    const buffer = lang === "en" ? Buffer.from(`\ufeff${right}`) : Buffer.from(right, "latin1");
    await page.setInputFiles("#csv", { name: "équipes.csv", mimeType: "text/csv", buffer });
    await page.fill("#locks-day", day(3));
    await organizer.press(".submit .button", "timeline");
    expect(new URL(page.url()).pathname).toBe(`/${lang}/organize/timeline`);
    expect(await page.locator("figure.pic svg:visible").count()).toBeGreaterThan(0);
    expect(await page.inputValue("#freezes-day")).toBe(day(2));
    await page.fill("#freezes-day", day(3));
    await page.fill("#freezes-time", "12:00");
    await organizer.press(".acts button[value=save]", "timeline-moved");
    expect(await page.inputValue("#freezes-day")).toBe(day(3));
    expect(await page.locator("button[value='put:freezes']").count()).toBe(1);
  });

  it("knows its teams again in a list that is pasted", async () => {
    await organizer.open("/organize/teams", "teams");
    await organizer.page.fill("#names", NAMES.join("\n"));
    await organizer.press("form[enctype] .button", "teams-preview");
    expect(await organizer.text("#preview")).toMatch(said.sames);
  });

  it("prints codes whose squares and letters open their team's page, with a script and without", async () => {
    await organizer.goTo("/organize/teams");
    await organizer.page.fill("#address", server.url);
    await organizer.press("button[value=without]", "codes-sheet");
    for (const team of ALL) {
      const card = `.cc:has(h2:text-is("${NAMES[team]}"))`;
      codes.push(await organizer.text(`${card} .codeb code`));
      expect(await organizer.square(`${card} .qr`)).toBe(`${server.url}/${lang}/join#${codes[team]}`);
    }
    for (const team of ALL) {
      const phone = await sit(`phone-${team}`, true);
      await phone.page.goto(`${server.url}/${lang}/join#${codes[team]}`);
      await phone.page.waitForURL(`**/${lang}/runs`);
      expect(await phone.text("h1")).toBe(NAMES[team]);
      await phone.look("joined");
      await phone.leave();
      teams.push(await sit(`team-${team}`, false));
      await signIn(teams[team], codes[team], "/join", "team");
      expect(await teams[team].text("h1")).toBe(NAMES[team]);
    }
    await organizer.open("/organize/teams", "codes-out");
  });

  it("asks a team's consent before anything can be sent", async () => {
    for (const team of ALL) {
      expect(await teams[team].page.locator("#archive").count()).toBe(0);
      await teams[team].press("form[action$='/runs/consent'] .button", "consented");
      expect(await teams[team].page.locator("#archive").count()).toBe(1);
    }
    await teams[STAR].open("/kept", "kept");
  });

  it("judges what is good, bad and broken, and tells each team without a script", async () => {
    await act("pause-judging", "pause");
    await send(STAR, "starters/typescript", "starter");
    await send(GULLS, "submissions/runtime-error/throws", "throws");
    await send(WEST, "submissions/accepted/random", "random");
    const west = teams[WEST].page.url();
    await teams[WEST].open("/runs", "queue");
    expect(await teams[WEST].text(".nowgrid > div:nth-child(2)")).toMatch(said.waiting);
    await act("resume-judging", "resume");
    await teams[WEST].page.goto(west);
    expect(await verdict(GULLS, "throws-verdict")).toMatch(said.failed);
    expect(await verdict(STAR, "starter-verdict")).toMatch(said.scored);
    expect(await verdict(WEST, "random-verdict")).toMatch(said.scored);
    await send(STAR, "submissions/accepted/stronger", "stronger");
    expect(await verdict(STAR, "stronger-verdict")).toMatch(said.scored);
  });

  it("shows a team its attempts, lets it choose for the final, and compares its runs", async () => {
    const star = teams[STAR];
    await teams[GULLS].open("/runs", "one-run");
    expect(await teams[GULLS].text(".nowgrid > div:nth-child(1)")).toMatch(said.left);
    await star.open("/runs", "two-runs");
    await star.page.locator("#final label", { hasText: /1/ }).locator("input:not([value=''])").last().check();
    await star.press("#final .button", "chosen");
    expect(await star.text("#final h2")).toBe(said.chosen);
    await star.press("form.pick .button", "compared");
    expect(await star.text("h1")).toMatch(said.compared);
    expect(await star.page.locator(".filediff").count()).toBeGreaterThan(0);
  });

  it("announces to everybody, and gives one team more time", async () => {
    guest = await sit("guest", true);
    await guest.open(BOARD, "board");
    await organizer.open("/organize/announcements", "announcements");
    await organizer.page.fill("#en", SAID.en.words);
    await organizer.page.fill("#fr", SAID.fr.words);
    await organizer.press("form.stack .button", "announced");
    await guest.page.locator("[data-news]").getByText(said.words).waitFor();
    await guest.look("board-news");
    await teams[GULLS].open("/runs", "news");
    expect(await teams[GULLS].text(".news")).toContain(said.words);
    expect(await teams[GULLS].text("ol.said")).toContain(said.words);
    await extend(WEST, 60, "extend");
    for (const team of [WEST, STAR] as const) await teams[team].open(BOARD, "clock");
    const [west, star] = [await teams[WEST].text(".clock"), await teams[STAR].text(".clock")];
    expect([west, star].map((clock) => /1[78](?=[: ])/.exec(clock)?.[0])).toEqual(["18", "17"]);
  });

  it("takes nothing while it is on hold, and goes on", async () => {
    await act("hold", "hold");
    await teams[STAR].open("/runs", "held");
    expect(await teams[STAR].text("#send")).toMatch(said.held);
    await guest.open("", "held");
    await act("go-on", "go-on");
    await teams[STAR].open("/runs", "went-on");
    expect(await teams[STAR].page.locator("#archive").count()).toBe(1);
  });

  it("stands still for others once it is frozen, while a team's own verdicts go on", async () => {
    await act("freeze", "freeze");
    const before = await board();
    await guest.open(BOARD, "frozen");
    expect(await guest.text("main")).toMatch(said.frozen);
    await send(GULLS, "submissions/accepted/one-rule", "in-the-freeze");
    expect(await verdict(GULLS, "in-the-freeze-verdict")).toMatch(said.scored);
    await teams[GULLS].open("/runs", "frozen");
    await teams[GULLS].open(BOARD, "frozen-board");
    expect(await board()).toBe(before);
    await organizer.open(BOARD, "frozen-live");
    expect(await organizer.text("main")).toMatch(said.live);
  });

  it("refuses after the lock what was chosen before it, and takes what the extended team sends", async () => {
    await teams[STAR].open("/runs", "before-the-lock");
    await choose(STAR, "submissions/accepted/one-rule");
    await act("lock", "lock");
    await teams[STAR].press("#send form .button", "too-late");
    expect(await teams[STAR].text("[role=alert]")).toMatch(said.closed);
    expect(await teams[STAR].page.locator("#archive").count()).toBe(0);
    await extend(WEST, 30, "extend-after-the-lock");
    await send(WEST, "submissions/accepted/one-rule", "extended");
    expect(await verdict(WEST, "extended-verdict")).toMatch(said.scored);
    await teams[STAR].open("/runs", "locked");
    await guest.open(BOARD, "locked");
    await guest.open("", "locked-home");
    await organizer.open("/organize", "locked");
    await organizer.open("/organize/audit", "log");
  });

  it("is backed up while it runs, and stands elsewhere with the same board", async () => {
    const before = await board();
    const phrase = join(home.folder, "phrase");
    writeFileSync(phrase, "four quiet lanterns\n");
    const file = join(home.folder, "event.age");
    expect(home.vigie(["login", server.url, organizerCode])).toMatchObject({ code: 0 });
    const asked = ["--passphrase-file", phrase, "--lang", lang];
    const backup = home.vigie(["backup", "--data", dataDir, "--out", file, ...asked]);
    expect(backup.code, backup.out + backup.err).toBe(0);
    const restored = home.vigie(["restore", file, "--data", elsewhere, ...asked]);
    expect(restored.code, restored.out + restored.err).toBe(0);
    mkdirSync(elsewhere, { recursive: true });
    for (const own of ["event-secret", "event-key"]) copyFileSync(join(dataDir, own), join(elsewhere, own));
    const other = await Running.start(home, elsewhere, ["--lang", lang]);
    try {
      expect(other.url).not.toBe(server.url);
      expect(await other.text(BOARD_JSON)).toBe(before);
    } finally {
      await other.end("SIGTERM");
    }
    expect(await board()).toBe(before);
  });
});
