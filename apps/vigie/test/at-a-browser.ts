/** Somebody at a browser: each page that they come to is held to the rules of every page, and kept as a picture where VIGIE_PICTURES names a folder. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Type } from "@sinclair/typebox";
import axe from "axe-core";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import decodeSquare from "qr/decode.js";
import { expect } from "vitest";
import type { Language } from "@vigie/spec";
import { checked } from "@vigie/spec/node";

export interface Look {
  readonly lang: Language;
  readonly width: number;
}

interface Seat extends Look {
  /** Whose pictures these are. */
  readonly who: string;
  readonly script: boolean;
}

const AXE =
  "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')))";

const Dots = Type.Object({ width: Type.Number(), height: Type.Number(), data: Type.Array(Type.Number()) });

/** Takes a picture's dots out of a PNG, where the browser has a decoder and Node has none. */
const DOTS = `(png) => new Promise((done, fail) => {
  const image = new Image();
  image.onerror = fail;
  image.onload = () => {
    const { width, height } = image;
    const canvas = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    canvas.drawImage(image, 0, 0);
    done({ width, height, data: [...canvas.getImageData(0, 0, width, height).data] });
  };
  image.src = "data:image/png;base64," + png;
})`;

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
}

/** Shows pages without their scripts where axe runs, which nothing does where scripts are off. */
class StillRoom {
  readonly #page: Promise<Page>;
  #html = "";

  constructor(browser: Browser) {
    this.#page = browser.newPage({ bypassCSP: true }).then(async (page) => {
      await page.route("**/*", (route) => {
        if (route.request().isNavigationRequest()) return route.fulfill({ body: this.#html, contentType: "text/html" });
        return route.request().resourceType() === "script" ? route.abort() : route.continue();
      });
      return page;
    });
  }

  async show(original: Page): Promise<Page> {
    const page = await this.#page;
    this.#html = await original.content();
    await page.setViewportSize(original.viewportSize() ?? { width: 0, height: 0 });
    await page.goto(original.url().replace(/#.*/, ""));
    return page;
  }

  async leave(): Promise<void> {
    await (await this.#page).close();
  }
}

export class Person {
  readonly page: Page;
  readonly #still: StillRoom | null;
  readonly #context: BrowserContext;
  readonly #base: string;
  readonly #seat: Seat;
  readonly #broken: string[] = [];
  /** What was looked at in each play, so that three teams on one page in one state are one look. */
  static readonly #looked = new Set<string>();

  private constructor(browser: Browser, context: BrowserContext, page: Page, base: string, seat: Seat) {
    [this.#context, this.page, this.#base, this.#seat] = [context, page, base, seat];
    this.#still = seat.script ? null : new StillRoom(browser);
    page.on("pageerror", ({ message }) => this.#broken.push(message));
  }

  static async at(browser: Browser, base: string, seat: Seat): Promise<Person> {
    const context = await browser.newContext({
      ...{ viewport: { width: seat.width, height: 900 }, javaScriptEnabled: seat.script, bypassCSP: seat.script },
      ...{ timezoneId: "America/Toronto", locale: `${seat.lang}-CA`, colorScheme: "light" as const },
    });
    return new Person(browser, context, await context.newPage(), base, seat);
  }

  async leave(): Promise<void> {
    await this.#still?.leave();
    await this.#context.close();
  }

  /** Goes to an address below the language's, and looks at it. */
  async open(path: string, name: string): Promise<void> {
    await this.goTo(path);
    await this.look(name);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.#base}/${this.#seat.lang}${path}`);
  }

  /** Presses something that leads to another page, and looks at that. */
  async press(selector: string, name: string): Promise<void> {
    const arrived = this.page.waitForEvent("load");
    await this.page.locator(selector).click();
    await arrived;
    await this.look(name);
  }

  /** One heading, the page's language, nothing that axe knows, nothing that scrolls sideways, nothing that broke. */
  async look(name: string): Promise<void> {
    const { page } = this;
    const { lang, who, width } = this.#seat;
    const told = `${who}, ${name}: ${page.url()}`;
    expect.soft(await page.locator("h1").count(), told).toBe(1);
    expect.soft(await page.locator("html").getAttribute("lang"), told).toBe(`${lang}-CA`);
    expect.soft(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), told).toBe(0);
    expect.soft(await page.evaluate("innerWidth"), told).toBe(width);
    expect.soft(this.#broken, told).toEqual([]);
    if (Person.#looked.has(`${lang} ${name}`)) return;
    Person.#looked.add(`${lang} ${name}`);
    await this.#keepPicture(name);
    expect.soft(await this.#faults(), told).toEqual([]);
  }

  async #faults(): Promise<unknown> {
    const page = this.#still === null ? this.page : await this.#still.show(this.page);
    await page.evaluate(axe.source);
    return page.evaluate(AXE);
  }

  async #keepPicture(name: string): Promise<void> {
    const folder = process.env["VIGIE_PICTURES"];
    if (folder === undefined) return;
    const { lang, width, who } = this.#seat;
    const number = String(Person.#looked.size).padStart(3, "0");
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${lang}-${width}-${number}-${who}-${name}.png`), fullPage: true });
  }

  /** What stands there, its no-break spaces as plain ones. */
  async text(selector: string): Promise<string> {
    return (await this.page.locator(selector).first().innerText()).replace(/[\u00a0\u202f]/g, " ");
  }

  /** What a camera would read of a square on the page. */
  async square(selector: string): Promise<string> {
    const png = (await this.page.locator(selector).screenshot()).toString("base64");
    const dots: unknown = await this.page.evaluate(`(${DOTS})(${JSON.stringify(png)})`);
    const { width, height, data } = checked(Dots, dots, "a picture's dots");
    return decodeSquare({ width, height, data: Uint8Array.from(data) });
  }
}
