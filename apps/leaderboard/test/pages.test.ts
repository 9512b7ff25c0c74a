import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withOwnSet, type ChallengeSpec } from "@vigie/spec";
import { loadDataset } from "@vigie/spec/node";
import { BEFORE, CHALLENGE, EVENT, SECOND } from "./fixture-event.ts";
import { FakeStore } from "./fake-store.ts";
import { startSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ kit: () => Promise.resolve({ path: `${import.meta.dirname}/site.ts` }) });
});
afterAll(() => site.close());

const ABOUT = "challenges/follow-the-money";
const BOARD = `${ABOUT}/leaderboard`;

/** Each page with the code that opens it. */
const PAGES: readonly (readonly [string, string | null])[] = [
  ["", null],
  [ABOUT, null],
  [BOARD, null],
  [BOARD, "OWN-CODE"],
  [`${ABOUT}/indicators`, null],
  [`${ABOUT}/data`, null],
  ["api", null],
  ["sign-in", null],
  ["runs", "OWN-CODE"],
  ["submissions/s-own", "OWN-CODE"],
  ["submissions/s-own", "MENTOR-CODE"],
  ["submissions/s-queued", "OWN-CODE"],
  ["submissions/s-judging", "OWN-CODE"],
  ["submissions/s-wrong", "OWN-CODE"],
  ["submissions/s-hidden-failed", "ORGANIZER-CODE"],
  ["submissions/s-own/code", "OWN-CODE"],
  ["submissions/s-own/compare", "MENTOR-CODE"],
  ["teams", "ORGANIZER-CODE"],
  ["teams/t5", "MENTOR-CODE"],
  ["kept", null],
  ["join", null],
  ["organize", "ORGANIZER-CODE"],
  ["organize/teams", "ORGANIZER-CODE"],
  ["organize/teams/t5", "ORGANIZER-CODE"],
  ["organize/timeline", "ORGANIZER-CODE"],
  ["organize/queue", "ORGANIZER-CODE"],
  ["organize/audit", "ORGANIZER-CODE"],
  ["organize/announcements", "ORGANIZER-CODE"],
  ["organize/words", "ORGANIZER-CODE"],
  ["organize/submissions/s-own", "ORGANIZER-CODE"],
  ["organize/acts/extend", "ORGANIZER-CODE"],
];

async function html(lang: string, path: string, code: string | null, of = site): Promise<string> {
  const headers: Record<string, string> = code === null ? {} : { cookie: await of.cookie(code) };
  const answer = await of.ask(`/${lang}${path === "" ? "" : `/${path}`}`, { headers });
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

  it("of an event in one language: / leads there, no page offers the other one, and its addresses still work", async () => {
    const store = new FakeStore();
    store.state.event = { ...EVENT, languages: ["fr"] };
    const french = await startSite({}, store);
    const root = await french.ask("/", { headers: { "accept-language": "en", cookie: "vigie-lang=en" } });
    expect(root.headers.get("location")).toBe("/fr");
    for (const path of ["", `/${BOARD}`]) expect(await (await french.ask(`/fr${path}`)).text()).not.toContain("hreflang");
    expect(await (await french.ask("/en/join")).text()).toContain('href="/fr/join" lang="fr" hreflang="fr"');
    await french.close();
  });

  it.each([
    ["/de", 404, null],
    ["/en/nothing", 404, null],
    ["/fr/challenges/none", 404, null],
    ["/fr/challenges/none/leaderboard", 404, null],
    ["/fr/challenges/none/data", 404, null],
    ["/fr/challenges/none/indicators", 404, null],
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

  it.each(["data", "indicators"])("/%s, from when there was one challenge, goes to the page of the only one", async (page) => {
    const answer = await site.ask(`/fr/${page}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `/fr/${ABOUT}/${page}`]);
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
    const store = new FakeStore();
    store.state.event = null;
    const empty = await startSite({}, store);
    expect((await empty.ask("/en")).status).toBe(503);
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
    expect(page).toContain("Time ran out on the hidden data");
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

describe("what a challenge's data hold", () => {
  it("is told column by column, with its unit, its words, and what its values mean", async () => {
    const page = await html("en", `${ABOUT}/data`, null);
    expect(page).toContain("the day on which the account was opened, in whole days since 1970-01-01");
    expect(page).toContain("<code>credit</code><code>debit</code>");
    expect(page).toMatch(/<dt><code>7311<\/code><\/dt><dd>\w/);
    expect(page).toMatch(/One row an account; .*One row a merchant; /s);
  });

  it("follows the tables that its data set has, which are inputs", async () => {
    const folder = `${import.meta.dirname}/../../../datasets/${CHALLENGE.dataset.id}`;
    const known = await startSite({ datasetOf: () => loadDataset(folder) });
    const page = await html("en", `${ABOUT}/data`, null, known);
    expect([...page.matchAll(/<h2 id="(\w+)"/g)].map(([, name]) => name)).toEqual([
      "accounts",
      "transactions",
      "events",
      "merchants",
    ]);
    await known.close();
  });

  it("are the signs that it takes, and no others", async () => {
    const page = await html("en", `${ABOUT}/indicators`, null);
    expect(page).toContain('<tr id="small-ad-payments">');
    expect(page).toContain("Told from bank data");
    expect(page).not.toContain("Told from devices and messages");
    expect(page).not.toContain('<tr id="growing-debt">');
  });
});

describe("an event of two challenges", () => {
  let two: TestSite;
  beforeAll(async () => {
    two = await startSite({}, new FakeStore().withSecond());
  });
  afterAll(() => two.close());
  const ids = [CHALLENGE, SECOND].map(({ id }) => id);
  const heads = (page: string): string[] =>
    [...page.matchAll(/columnheader" class="b-part[^>]*>([^<]+)/g)].map(([, name]) => name);

  it("shows a card and a board of each, and sends old addresses to the list", async () => {
    const page = await html("en", "", null, two);
    for (const id of ids) expect(page.match(new RegExp(`href="/en/challenges/${id}/leaderboard"`, "g"))).toHaveLength(1);
    expect(page).toContain('<a href="/en#challenges">Challenges</a>');
    expect(page).toContain("node vigie.mjs new my-follow-the-money --challenge follow-the-money");
    expect((await two.ask("/en/data")).headers.get("location")).toBe("/en#challenges");
  });

  it("has other columns on each board, and tabs from one to the other", async () => {
    const [first, second] = await Promise.all(ids.map((id) => html("fr", `challenges/${id}/leaderboard`, null, two)));
    expect(heads(first)).toEqual(["Ordre", "Budget", "Indicateurs", "Preuves", "Rôles", "Tort"]);
    expect(heads(second)).toEqual(["Indicateurs", "Preuves"]);
    expect(first).toContain("Le tort se retranche du score");
    expect(second).not.toContain("Le tort");
    expect(second).toContain(`<a href="/fr/challenges/${SECOND.id}/leaderboard" aria-current="page">`);
    expect(second).toContain(`<a href="/fr/challenges/${SECOND.id}/indicators">`);
  });

  it("asks of each challenge its own, and names it in its command", async () => {
    const page = await html("en", `challenges/${SECOND.id}`, null, two);
    expect(page).toContain('<td class="num" data-label="Weight">60%</td>');
    expect(page).toContain("Each part is 0 for chance and 1 for a perfect detector.</p>");
    expect(page).not.toMatch(/Harm|up to −/);
    expect(page).toContain(`node vigie.mjs new my-${SECOND.id} --challenge ${SECOND.id}`);
  });

  it("lists a team's runs by challenge, that of its newest first, each with a form and attempts of its own", async () => {
    expect(await html("en", "runs", "OWN-CODE", two)).toContain("Send an archive for Follow the money");
    const page = await html("en", `runs?challenge=${SECOND.id}`, "OWN-CODE", two);
    expect(page).toContain(`action="/en/runs?challenge=${SECOND.id}"`);
    expect(page).toContain("/en/submissions/s-second");
    expect(page).not.toContain("/en/submissions/s-own");
    expect(page, "the language switch keeps the challenge").toContain(`href="/fr/runs?challenge&#x3D;${SECOND.id}"`);
    two.store.state.submissions = two.store.state.submissions.filter(({ challenge }) => challenge === SECOND.id);
    expect(await html("en", "runs", "OWN-CODE", two)).toContain("/en/submissions/s-second");
    expect(await html("en", "", "OWN-CODE", two)).toContain("<b>Name the signs</b> Run 2: accepted.");
    two.store.state.submissions = [];
    expect(await html("en", `runs?challenge=${SECOND.id}`, "OWN-CODE", two)).toContain(`--challenge ${SECOND.id}`);
    two.store.withSecond();
  });

  it("says of a run which challenge it is of, and of teams which one is shown", async () => {
    const run = await html("en", "submissions/s-second", "OWN-CODE", two);
    expect(run).toContain(
      `<li><a href="/en/challenges/${SECOND.id}">Name the signs</a></li><li><a href="/en/runs?challenge&#x3D;`,
    );
    const teams = await html("en", `teams?challenge=${SECOND.id}`, "MENTOR-CODE", two);
    expect(teams).toContain("<title>Teams, Name the signs · ");
    expect(teams).toContain("/en/submissions/s-second");
    expect(teams).not.toContain("/en/submissions/s-queued");
  });
});

it.each([
  ["en", CHALLENGE, "Every group of lawful people that you bother costs.", "for nothing?", "up to −"],
  ["fr", CHALLENGE, "Chaque groupe de gens honnêtes que vous dérangez coûte des points.", "pour rien?", "jusqu’à −"],
  ["en", BEFORE, "20% or more counts as full", "or exploited people suspected?", null],
  ["fr", BEFORE, "à partir de 20\u00a0%, il est entier", "des personnes exploitées soupçonnées?", null],
] as const)("tells the harm as the challenge's version takes it off: %s %#", async (lang, challenge, words, question, not) => {
  const store = new FakeStore();
  store.state.challenges = [challenge];
  const asked = await startSite({}, store);
  const page = await html(lang, `challenges/${challenge.id}`, null, asked);
  for (const text of [words, question]) expect(page).toContain(text);
  if (not !== null) expect(page).not.toContain(not);
  await asked.close();
});

it("what the public labels cannot know is not measured on the board, and the run's statement leaves it out", async () => {
  const own = {
    id: "brought",
    version: "1.0.0",
    title: CHALLENGE.title,
    inputsDigest: "a".repeat(64),
    labelsCommitment: "b".repeat(64),
  };
  const imported: ChallengeSpec = withOwnSet(CHALLENGE, "public", { ...own, imported: true }, { accounts: 400 });
  const store = new FakeStore();
  store.state.challenges = [imported];
  const brought = await startSite({}, store);
  const board = await html("en", BOARD, null, brought);
  const [row] = /<div class="b-row" role="row" data-row.*?<\/div>/.exec(board) ?? [""];
  expect([...row.matchAll(/class="b-part[^>]*>([^<]+)/g)].filter(([, text]) => text === "not measured")).toHaveLength(3);
  expect(await html("en", "submissions/s-own", "OWN-CODE", brought)).toMatch(/<h2>49 points<\/h2>/);
  await brought.close();
});
