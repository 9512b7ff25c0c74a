/** A real browser for the slow tests, signed in with a code, and what axe finds on a page. */
import axe from "axe-core";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import type { TestSite } from "./site.ts";

export function launched(): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return chromium.launch({ executablePath: "/usr/bin/chromium", args });
}

/** A visitor with the session of a code; with none, nobody. */
export async function visitor(
  browser: Browser,
  site: TestSite,
  code: string | null,
  { width, ...look }: BrowserContextOptions & { readonly width: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, ...look });
  if (code !== null) {
    const [name, value] = (await site.cookie(code)).split("=");
    await context.addCookies([{ name, value, url: site.base }]);
  }
  return context;
}

/** What axe finds, as short lines. */
export async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  const result: unknown = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')))",
  );
  return Array.isArray(result) ? result.map(String) : ["axe did not run"];
}
