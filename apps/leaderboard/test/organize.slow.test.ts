/** Organizers' pages in a real browser: nothing for axe to find, nothing that scrolls sideways, in every state; cards of their size. */
import axe from "axe-core";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite, type TestSite } from "./site.ts";
import { optionsIn, STATES, storeIn, type State } from "./states.ts";

let browser: Browser;
const sites = new Map<State, TestSite>();
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  for (const state of STATES) sites.set(state, await startSite(optionsIn(state), await storeIn(state)));
});
afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) await site.close();
});

async function opened(site: TestSite, width: number, colorScheme: "light" | "dark", script = true): Promise<BrowserContext> {
  const look = { viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: script };
  const context = await browser.newContext({ ...look, bypassCSP: true, timezoneId: "Europe/Paris" });
  const [name, value] = (await site.cookie("ORGANIZER-CODE")).split("=");
  await context.addCookies(
    [name, "vigie-zone"].map((key) => ({ name: key, value: key === name ? value : "Europe/Paris", url: site.base })),
  );
  return context;
}

async function faults(page: Page): Promise<unknown> {
  await page.addScriptTag({ content: axe.source });
  return page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')))",
  );
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
