import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ kit: () => Promise.resolve({ path: `${import.meta.dirname}/site.ts` }) });
});
afterAll(() => site.close());

const BOARD = "challenges/follow-the-money/leaderboard";

/** Each page with the code that opens it. */
const PAGES: readonly (readonly [string, string | null])[] = [
  ["", null],
  ["challenges/follow-the-money", null],
  [BOARD, null],
  [BOARD, "OWN-CODE"],
  ["indicators", null],
  ["data", null],
  ["sign-in", null],
  ["runs", "OWN-CODE"],
  ["submissions/s-own", "OWN-CODE"],
  ["submissions/s-own", "MENTOR-CODE"],
  ["submissions/s-queued", "OWN-CODE"],
  ["submissions/s-judging", "OWN-CODE"],
  ["submissions/s-wrong", "OWN-CODE"],
  ["submissions/s-hidden-failed", "ORGANIZER-CODE"],
  ["teams", "ORGANIZER-CODE"],
];

async function html(lang: string, path: string, code: string | null): Promise<string> {
  const headers: Record<string, string> = code === null ? {} : { cookie: await site.cookie(code) };
  const answer = await site.ask(`/${lang}${path === "" ? "" : `/${path}`}`, { headers });
  expect(answer.status).toBe(200);
  return answer.text();
}

function text(page: string): string {
  return page
    .replace(/<(script|style|pre|code|svg)[\s\S]*?<\/\1>/g, " | ")
    .replace(/<[^>]+>/g, " | ")
    .replace(/&#?\w+;/g, " | ");
}

describe.each(PAGES)("page /%s seen with %s", (path, code) => {
  it("has one heading of the first rank, its language, and a title in both languages", async () => {
    for (const lang of ["en", "fr"]) {
      const page = await html(lang, path, code);
      expect(page.match(/<h1[ >]/g)).toHaveLength(1);
      expect(page).toContain(`<html lang="${lang}-CA">`);
      expect(page).toMatch(/<title>[^<]+· [^<]+· Vigie<\/title>/);
      expect(page, "no style or script in the page").not.toMatch(/ style=|<script>|<style|javascript:| on[a-z]+="/);
      expect(page, "nothing is missing").not.toMatch(/undefined|\[object|NaN|Invalid/);
      const other = lang === "en" ? "fr" : "en";
      expect(page, "the switch keeps the page").toContain(`href="/${other}${path === "" ? "" : `/${path}`}"`);
      expect(page).toContain("1-833-900-1010");
    }
  });

  it("shares no run of five words between its languages, outside of names and code", async () => {
    const runs = (page: string): Set<string> => {
      const out = new Set<string>();
      for (const piece of text(page).toLowerCase().split("|")) {
        const words = piece.match(/[\p{L}’']+/gu) ?? [];
        for (let i = 0; i + 5 <= words.length; i++) out.add(words.slice(i, i + 5).join(" "));
      }
      return out;
    };
    const [english, french] = [runs(await html("en", path, code)), runs(await html("fr", path, code))];
    const shared = [...french].filter((five) => english.has(five) && !NAMES.test(five));
    expect(shared).toEqual([]);
  });
});

/** Published documents, values of columns and what a detector wrote are the same in both languages. */
const NAMES =
  /fintrac|fincen|austrac|unodc|iom|ilo|nij|officer|polaris|standard|delphi|advisory|mobile|online advertisements|abm|cash|payroll|bill purchase|purchase transfer|changed|smal ad|wire cheque|methods of control|trafficking indicators|onerror/;

it("every page has a title of its own", async () => {
  const titles = await Promise.all(
    PAGES.filter(([path], i) => PAGES.findIndex(([one]) => one === path) === i).map(
      async ([path, code]) => /<title>([^<]+)/.exec(await html("en", path, code))?.[1],
    ),
  );
  expect(new Set(titles).size).toBe(titles.length);
});

describe("addresses", () => {
  it.each([
    ["/", "fr-CA,fr;q=0.9", "", "/fr"],
    ["/", "de", "", "/en"],
    ["/", "en", "vigie-lang=fr", "/fr"],
    ["/", "en", "vigie-lang=xx", "/en"],
  ])("%s with %s and cookie %s goes to %s", async (path, language, cookie, target) => {
    const answer = await site.ask(path, { headers: { "accept-language": language, cookie } });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, target]);
  });

  it.each([
    ["/de", 404, null],
    ["/en/nothing", 404, null],
    ["/fr/challenges/none", 404, null],
    ["/fr/challenges/none/leaderboard", 404, null],
    ["/en/challenges/__proto__/leaderboard", 404, null],
    ["/en/submissions/s-own", 401, null],
    ["/en/submissions/s-own", 404, "OTHER-CODE"],
    ["/en/submissions/none", 404, "OWN-CODE"],
    ["/en/runs", 401, null],
    ["/en/runs", 403, "MENTOR-CODE"],
    ["/en/teams", 401, null],
    ["/en/teams", 403, "OWN-CODE"],
    ["/en/teams", 200, "MENTOR-CODE"],
    ["/assets/none.css", 404, null],
    ["/robots.txt", 200, null],
    ["/favicon.svg", 200, null],
    ["/healthz", 200, null],
    ["/kit.zip", 200, null],
  ] as const)("%s answers %d to %s", async (path, status, code) => {
    const headers: Record<string, string> = code === null ? {} : { cookie: await site.cookie(code) };
    const answer = await site.ask(path, { headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("x-powered-by")).toBe(null);
    if (status === 404 && path.startsWith("/en")) expect(await answer.text()).toMatch(/<h1>.+<\/h1>/);
  });

  it("a failure of ours shows no stack and says what to do", async () => {
    const failures: unknown[] = [];
    const broken = await startSite({ onFailure: (error) => failures.push(error) });
    broken.store.standings = () => Promise.reject(new Error("secret path /etc"));
    const answer = await broken.ask(`/fr/${BOARD}`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/secret path|\bat .*\.ts/);
    expect(failures).toHaveLength(1);
    await broken.close();
  });

  it("without an event it says so instead of breaking", async () => {
    const empty = await startSite();
    empty.store.state.event = null;
    expect((await empty.ask("/en")).status).toBe(500);
    expect(await (await empty.ask("/healthz")).json()).toEqual({ status: "no-event" });
    await empty.close();
  });
});

describe("what the judge offers to Python", () => {
  const OFFER = {
    version: "3.11.2",
    packages: [
      { name: "numpy", version: "1.24.2" },
      { name: "scikit-learn", version: null },
    ],
  };
  it.each([
    ["en", OFFER, "3.11.2, numpy 1.24.2, no scikit-learn"],
    ["fr", OFFER, "3.11.2, numpy 1.24.2, sans scikit-learn"],
    ["en", null, "not available"],
    ["fr", null, "non offert"],
  ] as const)("stands on the challenge's page, in %s", async (lang, offer, words) => {
    const asked = await startSite({ python: () => Promise.resolve(offer) });
    const page = await (await asked.ask(`/${lang}/challenges/follow-the-money`)).text();
    expect(page).toContain(`<dt>Python</dt><dd>${words}</dd>`);
    await asked.close();
  });

  it("is not claimed where nobody measured it", async () => {
    expect(await html("en", "challenges/follow-the-money", null)).not.toContain("<dt>Python</dt>");
  });
});

describe("the hostile", () => {
  it("a team's name is text on every page that shows it", async () => {
    for (const [path, code] of [
      [BOARD, null],
      ["teams", "MENTOR-CODE"],
    ] as const) {
      const page = await html("en", path, code);
      expect(page).toContain("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;");
      expect(page).not.toContain("<img");
    }
  });

  it("a log and a fault are text, and no control character of them is left", async () => {
    const page = await html("en", "submissions/s-own", "OWN-CODE");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("\\x1b[2J");
    expect(page).not.toMatch(/[^\P{C}\n\t]/u);
    expect(await html("fr", "submissions/s-wrong", "OWN-CODE")).toContain("&lt;b&gt;smal-ad-payments");
  });
});

describe("a submission's page", () => {
  it("shows a hidden failure by its fixed sentence, and practice in full", async () => {
    const page = await html("en", "submissions/s-hidden-failed", "OWN-CODE");
    expect(page).toContain("Time limit");
    expect(page).toContain("There are more hidden accounts than in practice");
    expect(page).toContain("3 mistakes to learn from");
  });

  it("while it is judged listens to the feed, and afterwards no more", async () => {
    expect(await html("en", "submissions/s-judging", "OWN-CODE")).toContain(
      'data-feed="/api/v1/challenges/follow-the-money/feed"',
    );
    expect(await html("en", "submissions/s-own", "OWN-CODE")).not.toContain("data-feed");
  });

  it("is written down when a mentor or an organizer looks, and not when the team does", async () => {
    const looks = (): string[] =>
      site.store.audited.filter(({ act }) => act === "view-submission").map(({ actor, subject }) => `${actor} ${subject}`);
    const before = looks().length;
    await html("en", "submissions/s-own", "OWN-CODE");
    expect(looks()).toHaveLength(before);
    await html("en", "submissions/s-own", "MENTOR-CODE");
    expect(looks().slice(before)).toEqual(["code-mentor s-own"]);
  });
});
