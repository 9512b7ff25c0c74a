/** Organizers' pages in a real browser: nothing for axe to find, nothing that scrolls sideways, in every state; cards of their size. */
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults, launched, visitor } from "./browser.ts";
import { startSite, type TestSite } from "./site.ts";
import { optionsIn, STATES, storeIn, type State } from "./states.ts";

let browser: Browser;
const sites = new Map<State, TestSite>();
beforeAll(async () => {
  browser = await launched();
  for (const state of STATES) sites.set(state, await startSite(optionsIn(state), await storeIn(state)));
});
afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) await site.close();
});

async function opened(site: TestSite, width: number, colorScheme: "light" | "dark", script = true): Promise<BrowserContext> {
  const look = { width, colorScheme, javaScriptEnabled: script, timezoneId: "Europe/Paris" };
  const context = await visitor(browser, site, "ORGANIZER-CODE", look);
  await context.addCookies([{ name: "vigie-zone", value: "Europe/Paris", url: site.base }]);
  return context;
}

const PAGES: readonly (readonly [State, string])[] = [
  ["none", "set-up"],
  ["none", "organize"],
  ...(["empty", "busy", "locked"] as const).flatMap((state) =>
    ["", "/teams", "/timeline", "/queue", "/audit", "/announcements"].map((path) => [state, `organize${path}`] as const),
  ),
  ["one", "organize"],
  ["one", "organize/teams"],
  ["troubled", "organize"],
  ["planned", "organize/timeline"],
  ["planned", "organize"],
  ["busy", "organize/teams/t3"],
  ["busy", "organize/acts/extend?team=t3&minutes=60"],
  ["busy", "organize/acts/lock"],
  ["locked", "organize/acts/hold"],
  ["busy", "organize/submissions/s-own"],
  ["busy", "organize/words"],
];

describe.each([
  [1280, "light", "en"],
  [390, "dark", "fr"],
] as const)("at %d px, %s, in %s", (width, scheme, lang) => {
  it.each(PAGES)("of an event that is %s, /%s has no fault that axe knows, and nothing scrolls sideways", async (state, path) => {
    const site = sites.get(state)!;
    const context = await opened(site, width, scheme);
    const page = await context.newPage();
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(error.message));
    await page.goto(`${site.base}/${lang}/${path}`);
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    expect(await page.locator("h1").count()).toBe(1);
    expect(broken).toEqual([]);
    await context.close();
  });

  it("wrong answers to the seven questions are shown so too, and without a script", async () => {
    const site = sites.get("none")!;
    for (const script of [true, false]) {
      const context = await opened(site, width, scheme, script);
      const page = await context.newPage();
      await page.goto(`${site.base}/${lang}/set-up`);
      await page.fill("#locks-day", "2020-01-01");
      await page.fill("#names", "Team\tLanguage\nA\ten\nB\tes");
      await page.click(".submit .button");
      expect(await page.locator(".problem li").count()).toBe(3);
      expect(await page.inputValue("#locks-day")).toBe("2020-01-01");
      if (script) expect(await faults(page)).toEqual([]);
      await context.close();
    }
  });
});

it("six cards stand on one sheet, each of 95 by 85 mm, and a card holds all of its words", async () => {
  const site = sites.get("busy")!;
  const context = await opened(site, 1280, "light");
  const page = await context.newPage();
  await page.goto(`${site.base}/en/organize/teams`);
  await page.fill("#address", "http://vigie.school.example:3000");
  await page.click("button[value=without]");
  const mm = 96 / 25.4;
  const cards: unknown = await page.evaluate(
    "[...document.querySelectorAll('.cc')].map((card) => [card.offsetWidth, card.offsetHeight, card.scrollHeight - card.clientHeight])",
  );
  for (const [width, height, over] of cards as number[][]) {
    expect([Math.round(width / mm), Math.round(height / mm), Math.max(0, over)]).toEqual([95, 85, 0]);
  }
  await page.emulateMedia({ media: "print" });
  for (const format of ["A4", "Letter"] as const) {
    const pdf = await page.pdf({ format });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
  }
  await context.close();
});

it("the console renews itself while it is open: what is wrong shows, and a choice that is being made stays", async () => {
  const site = sites.get("one")!;
  const context = await opened(site, 1280, "light");
  const page = await context.newPage();
  await page.goto(`${site.base}/en/organize`);
  await page.evaluate("document.body.dataset.same = '1'");
  await site.store.act({ kind: "hold" }, "code-organizer");
  await page.selectOption("#minutes", "60");
  await page.evaluate("document.activeElement.blur()");
  await page.getByRole("heading", { name: "Submissions are on hold" }).waitFor({ timeout: 60_000 });
  expect(await page.inputValue("#minutes")).toBe("60");
  expect(await page.evaluate("document.body.dataset.same")).toBe("1");
  await site.store.act({ kind: "go-on" }, "code-organizer");
  await context.close();
});

it("a form that is pressed twice is sent once", async () => {
  const site = sites.get("one")!;
  const context = await opened(site, 1280, "light");
  const page = await context.newPage();
  await page.goto(`${site.base}/en/organize/teams`);
  let sent = 0;
  page.on("request", (request) => void (sent += request.method() === "POST" ? 1 : 0));
  await page.dblclick("button[value=without]");
  await page.getByRole("heading", { name: "Printed codes" }).waitFor();
  expect(sent).toBe(1);
  await context.close();
});
