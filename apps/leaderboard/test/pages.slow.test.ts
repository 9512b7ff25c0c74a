/** The pages in a real browser: nothing for axe to find, nothing that scrolls sideways, and a board that changes by itself. */
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults, launched, visitor } from "./browser.ts";
import { FakeStore } from "./fake-store.ts";
import { momentAt } from "@vigie/spec/event";
import { settingsFrom } from "@vigie/store";
import { EVENT, SECOND, standingRows } from "./fixture-event.ts";
import { startSite, type TestSite } from "./site.ts";
import { withSpool } from "./spool.ts";
import { optionsIn, storeIn, type State } from "./states.ts";

const ABOUT = "challenges/follow-the-money";
const BOARD = `${ABOUT}/leaderboard`;

const PAGES: readonly (readonly [string, string | null])[] = [
  ["", null],
  [ABOUT, null],
  [BOARD, null],
  [BOARD, "OWN-CODE"],
  [`${ABOUT}/indicators`, null],
  ["api", null],
  [`${ABOUT}/data`, null],
  ["sign-in", null],
  ["nothing-here", null],
  ["runs", "OWN-CODE"],
  ["submissions/s-own", "OWN-CODE"],
  ["submissions/s-judging", "OWN-CODE"],
  ["submissions/s-wrong", "MENTOR-CODE"],
  ["submissions/s-own/code?file=notes/hostile.ts", "OWN-CODE"],
  ["submissions/s-own/compare", "MENTOR-CODE"],
  ["teams", "ORGANIZER-CODE"],
  ["teams/t5", "MENTOR-CODE"],
  ["kept", null],
  ["join", null],
];

/** Those that look otherwise in an event of two challenges. */
const OF_TWO: readonly (readonly [string, string | null])[] = [
  ["", "OWN-CODE"],
  [`challenges/${SECOND.id}`, null],
  [`challenges/${SECOND.id}/leaderboard`, null],
  [`runs?challenge=${SECOND.id}`, "OWN-CODE"],
  ["submissions/s-second", "OWN-CODE"],
  ["teams", "MENTOR-CODE"],
  ["overall", "OWN-CODE"],
];

/** Those of an event whose board stands still, whose verdicts are sealed, and whose team has not agreed yet. */
const FROZEN: readonly (readonly [string, string | null])[] = [
  ["", null],
  [BOARD, "OWN-CODE"],
  [`${BOARD}?division=Junior&language=fr`, "MENTOR-CODE"],
  ["runs", "OWN-CODE"],
  ["submissions/s-judging", "OWN-CODE"],
];

/** Those that look otherwise before anybody sent anything, with one team, and once all is over. */
const IN_STATE: readonly (readonly [State, string, string | null])[] = [
  ["none", "", null],
  ["none", "sign-in", null],
  ["empty", "", null],
  ["empty", BOARD, null],
  ["empty", "runs", "OWN-CODE"],
  ["empty", "teams", "MENTOR-CODE"],
  ["one", BOARD, "MENTOR-CODE"],
  ["locked", "", "OWN-CODE"],
  ["locked", BOARD, null],
  ["locked", "runs", "OWN-CODE"],
  ["locked", "teams/t5", "MENTOR-CODE"],
  ["busy", "runs", "OWN-CODE"],
];

/** Those that have pages in an event of a thousand teams. */
const OF_MANY: readonly (readonly [string, string | null])[] = [
  [`${BOARD}?page=2`, "OWN-CODE"],
  [`${BOARD}?page=11`, "MENTOR-CODE"],
  [`${BOARD}?q=ariane 1`, null],
  ["teams?page=2", "MENTOR-CODE"],
];

let site: TestSite;
let two: TestSite;
let many: TestSite;
let frozen: TestSite;
const inState = new Map<State, TestSite>();
let removeSpool: () => Promise<void>;
let browser: Browser;
beforeAll(async () => {
  const store = new FakeStore();
  removeSpool = await withSpool(store);
  site = await startSite({ banner: { en: "A banner.", fr: "Une bannière." } }, store);
  frozen = await startSite({}, frozenStore());
  two = await startSite({}, new FakeStore().withSecond());
  many = await startSite({}, new FakeStore(1000));
  for (const state of new Set(IN_STATE.map(([one]) => one)))
    inState.set(state, await startSite(optionsIn(state), await storeIn(state)));
  browser = await launched();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await two?.close();
  await many?.close();
  await frozen?.close();
  for (const one of inState.values()) await one.close();
  await removeSpool?.();
});

function frozenStore(): FakeStore {
  const store = new FakeStore();
  const at = (hours: number): string => momentAt(Date.now() + hours * 3_600_000, EVENT.timeZone);
  const calendar = { opens: at(-26), freezes: at(-1), locks: at(6), reveals: at(7) };
  store.state.event = settingsFrom({ ...EVENT, calendar, hidesPublicInFreeze: true, keptUntil: "2027-01-31" }, []);
  const rows = store.state.standings.rows.map((row, i) => {
    const said = { division: i % 2 === 0 ? "Junior" : "Senior", language: i % 3 === 0 ? ("fr" as const) : ("en" as const) };
    if (row.team === "t3") return { ...row, ...said, hidden: true as const };
    return row.team === "t4" ? { ...row, ...said, entry: "disqualified" as const, rank: null, band: null } : { ...row, ...said };
  });
  store.state.standings = { ...store.state.standings, rows };
  return store;
}

const opened = (
  code: string | null,
  look: { width: number; colorScheme: "light" | "dark"; javaScriptEnabled?: boolean },
  of = site,
): Promise<BrowserContext> => visitor(browser, of, code, look);

describe.each([
  [1280, "light", "en"],
  [1280, "dark", "fr"],
  [390, "light", "fr"],
  [390, "dark", "en"],
] as const)("at %d px, %s, in %s", (width, colorScheme, lang) => {
  const checked = async (of: TestSite, path: string, code: string | null): Promise<void> => {
    const context = await opened(code, { width, colorScheme }, of);
    const page = await context.newPage();
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(error.message));
    await page.goto(`${of.base}/${lang}${path === "" ? "" : `/${path}`}`);
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    expect(broken).toEqual([]);
    await context.close();
  };

  it.each(PAGES)("/%s seen with %s has no fault that axe knows, and nothing scrolls sideways", (path, code) =>
    checked(site, path, code),
  );

  it.each(IN_STATE)("of an event that is %s, /%s seen with %s neither", (state, path, code) =>
    checked(inState.get(state) ?? site, path, code),
  );

  it.each(OF_MANY)("/%s seen with %s neither, in an event of a thousand teams", (path, code) => checked(many, path, code));

  it.each(FROZEN)("/%s seen with %s neither, where the board is frozen", (path, code) => checked(frozen, path, code));

  it.each(OF_TWO)("/%s seen with %s neither, in an event of two challenges", (path, code) => checked(two, path, code));
});

it("the strict policy lets every page's own style, font and script in", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  for (const path of ["", BOARD, "challenges/follow-the-money"]) await page.goto(`${site.base}/en/${path}`);
  expect(complaints).toEqual([]);
  expect(await page.evaluate("document.fonts.check('16px \"Source Sans 3 Variable\"')")).toBe(true);
  await context.close();
});

it("a printed code opens its team's page: it stands behind the #, and is gone from the address", async () => {
  const context = await opened(null, { width: 390, colorScheme: "light" });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.url()));
  await page.goto(`${site.base}/fr/join#OWN-CODE`);
  await page.waitForURL("**/fr/runs");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Tidewatch");
  expect(asked.filter((url) => url.includes("OWN-CODE"))).toEqual([]);
  await context.close();
});

it("a new row appears on an open board with no navigation request", async () => {
  const context = await opened(null, { width: 1280, colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(`${site.base}/en/${BOARD}`);
  let navigations = 0;
  page.on("request", (request) => void (navigations += request.isNavigationRequest() ? 1 : 0));
  await page.waitForTimeout(500);
  const rows = standingRows();
  site.store.state.standings = {
    ...site.store.state.standings,
    version: 9,
    rows: [{ ...rows[0], team: "t-new", teamName: "Newly Arrived", rank: 1, score: 66 }, ...rows],
  };
  site.store.tell();
  await page.getByText("Newly Arrived").waitFor({ timeout: 60_000 });
  expect(navigations).toBe(0);
  await context.close();
});

it("an open board puts the rows that changed in place: the focus, the scroll and one's own stay, other rows are the same ones", async () => {
  const context = await opened("OWN-CODE", { width: 1280, colorScheme: "light" }, many);
  const page = await context.newPage();
  await page.goto(`${many.base}/en/${BOARD}`);
  await page.evaluate(
    "document.querySelector('#mine a').focus(); scrollTo(0, 300); document.querySelectorAll('[data-row]')[20].same = true",
  );
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
  await page.waitForTimeout(500);
  const { standings } = many.store.state;
  const own = standings.rows.findIndex(({ team }) => team === "t5");
  const renamed = standings.rows
    .with(own, { ...standings.rows[own], attempts: 77 })
    .with(9, { ...standings.rows[9], attempts: 88 });
  many.store.state.standings = {
    ...standings,
    version: 9,
    rows: [{ ...standings.rows[0], team: "t-new", teamName: "Newly Arrived" }, ...renamed],
  };
  many.store.tell();
  await page.getByText("Newly Arrived").waitFor({ timeout: 60_000 });
  expect(asked).toEqual([`/en/${BOARD}/rows`]);
  expect(await page.locator(".you").count()).toBe(1);
  expect(await page.locator("#mine .b-tries").textContent()).toContain("77");
  expect(await page.locator("#mine .youtag").textContent()).toBe("you");
  expect(await page.evaluate("document.activeElement.closest('[data-row]').id")).toBe("mine");
  expect(await page.evaluate("scrollY")).toBe(300);
  expect(await page.evaluate("[...document.querySelectorAll('[data-row]')].filter((row) => row.same).length")).toBe(1);
  expect(await page.locator("[data-row]").count()).toBe(100);
  many.store.tell();
  many.store.tell({ kind: "run", team: "t9" });
  await page.waitForTimeout(3000);
  expect(asked, "nothing is fetched where nothing changed").toHaveLength(1);
  await context.close();
});

it("the countdown goes by the event's clock, on kept pages and on one's own, whatever the visitor's says", async () => {
  const ahead = new FakeStore();
  Object.assign(ahead.clock, { now: () => Date.now() + 2 * 3_600_000 });
  const late = await startSite({}, ahead);
  for (const code of [null, "OWN-CODE"]) {
    const context = await opened(code, { width: 1280, colorScheme: "light" }, late);
    const page = await context.newPage();
    await page.goto(`${late.base}/en/${BOARD}`);
    await page
      .locator(".clock b")
      .getByText(/^3\sh\s\d+\smin$/)
      .waitFor();
    await context.close();
  }
  await late.close();
});

it("in a board of a thousand, a search and my own row are found without a script", async () => {
  const context = await opened("OWN-CODE", { width: 390, colorScheme: "dark", javaScriptEnabled: false }, many);
  const page = await context.newPage();
  await page.goto(`${many.base}/fr`);
  await page.getByRole("link", { name: "Classement" }).first().click();
  await page.getByRole("link", { name: "Mon équipe" }).click();
  expect(new URL(page.url()).hash).toBe("#mine");
  expect(await page.locator("#mine").isVisible()).toBe(true);
  await page.getByRole("searchbox", { name: "Trouver une équipe" }).fill("GOELANDS 40");
  await page.getByRole("button", { name: "Chercher" }).click();
  await page.getByText("Les Goélands 40").waitFor();
  await page.getByRole("link", { name: "Tout afficher" }).click();
  await page.getByRole("link", { name: "Suivante" }).first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(new URL(page.url()).search).toBe("?page=2");
  expect(await page.locator('[aria-current="page"]').getByText("2", { exact: true }).count()).toBe(2);
  await context.close();
});

it("a waiting submission's page turns into its result by itself, and stops listening", async () => {
  const context = await opened("OWN-CODE", { width: 390, colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(`${site.base}/en/submissions/s-judging`);
  await page.getByText("Run 14 is on its way").waitFor();
  await page.waitForTimeout(500);
  const judged = site.store.state.submissions.find(({ id }) => id === "s-own");
  site.store.state.submissions = site.store.state.submissions.map((one) =>
    one.id === "s-judging" && judged !== undefined ? { ...one, public: judged.public } : one,
  );
  site.store.tell({ kind: "run", team: "t5", submission: "s-judging" });
  await page.getByText("Run 14: 49 points").waitFor({ timeout: 60_000 });
  expect(await page.locator("[data-feed]").count()).toBe(0);
  await context.close();
});

it("works without a script: sign in, see the runs, send a file that is missing, sign out", async () => {
  const context = await opened(null, { width: 1280, colorScheme: "light", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.base}/en/sign-in`);
  await page.getByLabel("Code").fill("OWN-CODE");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Our runs" }).waitFor();
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("alert").getByText("Choose an archive first.").waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Look out for one another" }).waitFor();
  await context.close();
});

it("the theme button and the language switch keep what was chosen", async () => {
  const context = await opened(null, { width: 1280, colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(`${site.base}/en/${ABOUT}/data`);
  await page.getByRole("button", { name: "Light or dark" }).click();
  await page.getByRole("link", { name: "Français" }).click();
  await page.getByRole("heading", { level: 1, name: "Dictionnaire des données" }).waitFor();
  expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
  await page.goto(site.base);
  expect(new URL(page.url()).pathname).toBe("/fr");
  await context.close();
});
