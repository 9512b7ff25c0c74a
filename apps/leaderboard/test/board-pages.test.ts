/** The board of a thousand teams: its pages, what is everybody's and what is one's own, and what changes in it. */
import { get } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowKey } from "../src/board/snapshot.ts";
import { FakeStore } from "./fake-store.ts";
import { OWN, standingRows, SUBMISSIONS } from "./fixture-event.ts";
import { startSite, type TestSite } from "./site.ts";

const BOARD = "/en/challenges/follow-the-money/leaderboard";
const FAR = 741;
const LIMIT = 60 * 1024;

/** A thousand teams; OWN-CODE's stands on the eighth page. */
function thousand(): FakeStore {
  const store = new FakeStore(1000);
  const swapped = standingRows(1000).map((row) => {
    if (row.team === `t${FAR}`) return { ...row, team: OWN.id, teamName: OWN.name };
    return row.team === OWN.id ? { ...row, team: `t${FAR}`, teamName: "Stands in" } : row;
  });
  store.state.standings = { ...store.state.standings, rows: swapped };
  return store;
}

let site: TestSite;
beforeAll(async () => {
  site = await startSite({}, thousand());
});
afterAll(() => site.close());

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** An answer as it is on the wire: fetch would unpack it. */
function raw(path: string, headers: Record<string, string> = {}, of = site): Promise<Raw> {
  return new Promise((resolve, reject) => {
    get(of.base + path, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });
}

async function html(path: string, code: string | null = null, of = site): Promise<string> {
  const headers: Record<string, string> = code === null ? {} : { cookie: await of.cookie(code) };
  return (await of.ask(path, { headers })).text();
}

const rowsIn = (page: string): string[] => [...page.matchAll(/data-row="([^"]+)"/g)].map(([, key]) => key);
const version = (page: string): string => /data-version="([^"]+)"/.exec(page)?.[1] ?? "";

describe("what goes over the wire at a thousand teams", () => {
  it.each(["br", "gzip"])("is less than 60 KiB for every page, as %s (it was 184)", async (encoding) => {
    for (const lang of ["en", "fr"]) {
      for (let page = 1; page <= 11; page++) {
        const answer = await raw(`${BOARD.replace("en", lang)}?page=${page}`, { "accept-encoding": encoding });
        expect(answer.headers["content-encoding"]).toBe(encoding);
        expect(answer.body.length).toBeLessThan(LIMIT);
      }
    }
  });

  it.each([
    ["br, gzip", "br"],
    ["gzip;q=1, br;q=0", "gzip"],
    ["gzip; q=0.0", undefined],
    ["identity", undefined],
  ])("is, to who accepts %s, %s", async (accepted, encoding) => {
    const answer = await raw(BOARD, { "accept-encoding": accepted });
    expect([answer.status, answer.headers["content-encoding"]]).toEqual([200, encoding]);
    const again = await raw(BOARD, { "accept-encoding": accepted, "if-none-match": String(answer.headers["etag"]) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });
});

describe("what is everybody's and what is one's own", () => {
  const WISHES = ["", "?page=1", "?page=8", "?page=11", "?q=goelands", "?q=nobody"];
  const ASKERS = [null, "OWN-CODE", "OTHER-CODE", "MENTOR-CODE", "ORGANIZER-CODE"] as const;

  it("the bytes for everybody are the same whoever asked before; what is a viewer's own is private and never among them", async () => {
    const plain = new Map(await Promise.all(WISHES.map(async (wish) => [wish, (await raw(BOARD + wish)).body] as const)));
    const cookies = new Map<string | null, string>([[null, ""]]);
    for (const code of ASKERS) if (code !== null) cookies.set(code, await site.cookie(code));
    const asked = fc.record({
      wish: fc.constantFrom(...WISHES),
      code: fc.constantFrom(...ASKERS),
      language: fc.constantFrom("en", "fr-CA", "de"),
      other: fc.constantFrom("", "vigie-lang=fr", "theme=dark"),
    });
    const property = fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 6 }), async (requests) => {
      for (const { wish, code, language, other } of requests) {
        const cookie = [cookies.get(code) ?? "", other].filter((one) => one !== "").join("; ");
        const answer = await raw(BOARD + wish, { "accept-language": language, ...(cookie === "" ? {} : { cookie }) });
        const control = String(answer.headers["cache-control"]);
        expect(control).toBe(code === null ? "public, no-cache" : "private, no-cache");
        expect(answer.body.equals(plain.get(wish) ?? Buffer.alloc(0))).toBe(code === null);
        if (code !== null) expect(String(answer.headers["etag"])).toMatch(/^W\//);
      }
      for (const [wish, body] of plain) expect((await raw(BOARD + wish)).body.equals(body)).toBe(true);
    });
    await fc.assert(property, { numRuns: 12 });
    for (const body of plain.values()) expect(body.toString()).not.toMatch(/youtag|id="mine"|leaderboard\/teams\/|id="vg-mine"/);
  });

  it("the rows that changed, and the board for programs, are the same bytes for all, signed in or not", async () => {
    for (const path of [`${BOARD}/rows?page=8`, "/api/v1/challenges/follow-the-money/leaderboard"]) {
      const [first, ...others] = await Promise.all(
        ASKERS.map(async (code) => raw(path, code === null ? {} : { cookie: await site.cookie(code) })),
      );
      expect(first.headers["cache-control"]).toBe("public, no-cache");
      expect(first.headers["vary"]).toBe("accept-encoding");
      for (const other of others)
        expect([other.body.equals(first.body), other.headers["etag"]]).toEqual([true, first.headers["etag"]]);
    }
  });

  it("a mentor's rows lead to their runs, a team's own row alone does", async () => {
    expect((await html(`${BOARD}?page=8`, "MENTOR-CODE")).match(/leaderboard\/teams\/[\w-]+"/g)).toHaveLength(100);
    const page = await html(`${BOARD}?page=8`, "OWN-CODE");
    expect(page).toMatch(/<div class="b-row you" role="row" data-row="[\w-]+" id="mine">/);
    expect(page.match(/leaderboard\/teams\/[\w-]+"/g)).toHaveLength(1);
  });
});

describe("without JavaScript", () => {
  const linkTo = (page: string, words: RegExp): string => words.exec(page)?.[1].replaceAll("&amp;", "&") ?? "";

  it("the page of my team is found in two clicks", async () => {
    const cookie = await site.cookie("OWN-CODE");
    const home = await (await site.ask("/en", { headers: { cookie } })).text();
    const board = linkTo(home, /<a href="([^"]+\/leaderboard)">/);
    const mine = linkTo(await (await site.ask(board, { headers: { cookie } })).text(), /<a href="([^"]+)">My team<\/a>/);
    const answer = await site.ask(mine, { headers: { cookie } });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${BOARD}?page=8#mine`]);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await html(`${BOARD}?page=8`, "OWN-CODE")).toContain('id="mine"');
  });

  it("a stranger signs in on the way, and is led nowhere else", async () => {
    const away = await site.ask(`${BOARD}/mine`);
    const door = away.headers.get("location") ?? "";
    expect(door).toBe(`/en/sign-in?to=${encodeURIComponent(`${BOARD}/mine`)}`);
    expect(await html(door)).toContain(`<input type="hidden" name="to" value="${BOARD}/mine">`);
    const signedIn = async (to: string): Promise<string | null> => {
      const body = new URLSearchParams({ code: "OWN-CODE", to });
      const answer = await site.ask("/en/sign-in", { method: "POST", headers: { origin: site.base }, body });
      return answer.headers.get("location");
    };
    expect(await signedIn(`${BOARD}/mine`)).toBe(`${BOARD}/mine`);
    for (const to of ["//evil.example/leaderboard/mine", "https://evil.example", "/en/runs", `${BOARD}/mine?x`])
      expect(await signedIn(to)).toBe("/en/runs");
    expect(await html("/en/sign-in?to=//evil.example/mine")).not.toContain("evil");
  });

  it("those without a row of their own come to the board", async () => {
    const headers = { cookie: await site.cookie("MENTOR-CODE") };
    expect((await site.ask(`${BOARD}/mine`, { headers })).headers.get("location")).toBe(BOARD);
  });

  it.each([
    ["GOELANDS 6", ["Les Goélands 6", "Les Goélands 60", "Les Goélands 61", "Les Goélands 62"]],
    ["fil d'ariane 33", ["Fil d’Ariane 33"]],
    ["étoile", ["Étoile du berger"]],
    ["<img", ["&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;"]],
  ])("a search for %s finds %j, whatever case and accents", async (words, names) => {
    const page = await html(`${BOARD}?q=${encodeURIComponent(words)}`);
    for (const name of names) expect(page).toContain(name);
    expect(rowsIn(page).length).toBeLessThanOrEqual(20);
    expect(page).toContain('role="status"');
    expect(page).not.toContain("<img");
    expect(page, "the switch keeps the search").toContain(`/fr/challenges/follow-the-money/leaderboard?q&#x3D;`);
  });

  it("a search that finds nothing says so, one that finds many shows a hundred", async () => {
    expect(await html(`${BOARD}?q=zzz`)).toContain("No team’s name holds “zzz”.");
    const many = await html(`${BOARD}?q=e`);
    expect(rowsIn(many)).toHaveLength(100);
    expect(many).toContain("The first 100 are shown.");
  });
});

describe("pages", () => {
  it("hold every row once, a hundred each, those without a score last; beyond the last stands the last", async () => {
    const pages = await Promise.all(Array.from({ length: 11 }, (_, i) => html(`${BOARD}?page=${i + 1}`)));
    const keys = pages.flatMap(rowsIn);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(site.store.state.standings.rows.length);
    expect(rowsIn(pages[0])).toHaveLength(100);
    expect(pages[10]).toContain("Lantern Keepers");
    expect(rowsIn(await html(`${BOARD}?page=99`))).toEqual(rowsIn(pages[10]));
    for (const odd of ["0", "-1", "x", "1e3", ""]) expect(rowsIn(await html(`${BOARD}?page=${odd}`))).toEqual(rowsIn(pages[0]));
  });

  it("lead to the one before and after, and say which one they are", async () => {
    const page = await html(`${BOARD}?page=8`);
    expect(page).toContain(`<a href="${BOARD}?page&#x3D;7" rel="prev">`);
    expect(page).toContain(`<a href="${BOARD}?page&#x3D;9" rel="next">`);
    expect(page.match(/aria-label="Page 8" aria-current="page"/g)).toHaveLength(2);
    expect(page).toMatch(/<title>Leaderboard, Follow the money, Page 8 · /);
    expect(await html(BOARD)).not.toContain('rel="prev"');
  });

  it("say of a band that runs over their edge where the rest of it is", async () => {
    const [first, second] = await Promise.all([html(BOARD), html(`${BOARD}?page=2`)]);
    expect(first).toMatch(/class="band bracket openbelow"[^>]*aria-label="Band 12, places 100 to 108, continues on page 2"/);
    expect(second).toMatch(/class="band bracket openabove"[^>]*aria-label="Band 12, places 100 to 108, continued from page 1"/);
  });

  it("are not spoken of where there are a hundred rows or fewer", async () => {
    const small = await startSite();
    const page = await html(BOARD, null, small);
    expect(page).not.toMatch(/<nav class="pager"|openbelow/);
    expect(page).toContain(">My team</a>");
    await small.close();
  });
});

describe("what changed since a version", () => {
  const changed = async (change: (rows: ReturnType<typeof standingRows>) => ReturnType<typeof standingRows>) => {
    const store = thousand();
    const own = await startSite({}, store);
    const before = version(await html(BOARD, null, own));
    store.state.standings = { ...store.state.standings, version: 8, rows: change([...store.state.standings.rows]) };
    store.tell();
    const since = (page: number, known = before): Promise<string> => html(`${BOARD}/rows?page=${page}&since=${known}`, null, own);
    return { own, before, since };
  };

  it("is the row that changed; those that stayed are left empty, with their rank", async () => {
    const { own, before, since } = await changed((rows) => {
      rows[4] = { ...rows[4], attempts: 99 };
      return rows;
    });
    const answer = await since(1);
    expect(version(answer)).not.toBe(before);
    expect(version(answer)).toBe(version(await html(BOARD, null, own)));
    expect(answer.match(/class="b-row/g), "the head and one row").toHaveLength(2);
    expect(answer.match(/data-rank="\d*"><\/div>/g)).toHaveLength(99);
    expect(answer).toContain("<span>99</span>");
    expect((await raw(`${BOARD}/rows?since=${before}`, { "accept-encoding": "br" }, own)).body.length).toBeLessThan(4096);
    expect((await since(2)).match(/class="b-row/g), "nothing on another page").toHaveLength(1);
    await own.close();
  });

  it("is not the hundreds that a team passes: their ranks are told with the empty rows", async () => {
    const { own, since } = await changed((rows) => {
      const climber = rows[800];
      const others = rows.filter((row) => row !== climber);
      return [
        { ...climber, score: 71, rank: 1, band: 1 },
        ...others.map((row) => (row.rank === null ? row : { ...row, rank: row.rank + 1 })),
      ];
    });
    for (const page of [1, 2, 5]) expect((await since(page)).match(/class="b-row/g)).toHaveLength(2);
    expect(await since(1)).toMatch(/data-row="[\w-]+" data-rank="2"><\/div>/);
    await own.close();
  });

  it("is everything where the version is not known, or no longer", async () => {
    const { own, since } = await changed((rows) => rows.slice(1));
    for (const known of ["", "unknown", "../.."]) expect((await since(1, known)).match(/data-rank/g)).toBe(null);
    expect(rowsIn(await since(1, "x"))).not.toContain(rowKey("t0"));
    await own.close();
  });
});

it("the feed tells the event's time, the new version, and whose runs a change is about", async () => {
  const stop = new AbortController();
  const answer = await site.ask("/api/v1/challenges/follow-the-money/feed", { signal: stop.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const until = async (wanted: RegExp): Promise<string> => {
    while (!wanted.test(heard)) heard += (await reader?.read())?.value ?? "";
    return wanted.exec(heard)?.[1] ?? "";
  };
  expect(Math.abs(Number(await until(/event: time\ndata: \{"now":(\d+)\}\n\n/)) - Date.now())).toBeLessThan(60_000);
  site.store.tell({ kind: "run", team: OWN.id, submission: "s-own" });
  site.store.tell({ kind: "run", team: "t1", submission: "s-1" });
  const told: unknown = JSON.parse(await until(/event: change\ndata: (.*)\n\n/));
  expect(told).toEqual({ version: version(await html(BOARD)), teams: [rowKey(OWN.id), rowKey("t1")] });
  stop.abort();
});

describe("lists that were whole", () => {
  it("a team's runs come fifty a page, newest first, and lead to those before", async () => {
    const store = new FakeStore();
    const [template] = SUBMISSIONS.filter(({ id }) => id === "s-own");
    store.state.submissions = Array.from({ length: 120 }, (_, i) => {
      const attempt = 120 - i;
      return { ...template, id: `s-${attempt}`, attempt, receivedAt: new Date(Date.now() - i * 60_000).toISOString() };
    });
    const own = await startSite({}, store);
    const attempts = (page: string): number[] =>
      [...page.matchAll(/submissions\/s-(\d+)"/g)].map(([, attempt]) => Number(attempt));
    let path = "/en/runs";
    const seen: number[] = [];
    for (const count of [50, 50, 20]) {
      const page = await html(path, "OWN-CODE", own);
      expect(attempts(page)).toHaveLength(count);
      expect(page.includes("Newest runs")).toBe(path !== "/en/runs");
      seen.push(...attempts(page));
      path = /<a href="([^"]+)" rel="next">/.exec(page)?.[1].replaceAll("&amp;", "&").replaceAll("&#x3D;", "=") ?? "";
    }
    expect(path).toBe("");
    expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i));
    await own.close();
  });

  it("a mentor's Teams page reads fifty teams and no report, and is searched and paged", async () => {
    const asked: unknown[] = [];
    const refuse = (): Promise<never> => Promise.reject(new Error("a list reads lists"));
    const lights = await site.store.lights();
    Object.assign(site.store, {
      teams: refuse,
      submission: refuse,
      submissionsOf: refuse,
      lights: () => Promise.resolve(lights),
    });
    site.store.teamList = (_challenge, page) => {
      asked.push(page);
      const rows = site.store.state.standings.rows.slice(0, 50);
      const team = (row: (typeof rows)[number]) => ({ id: row.team, name: row.teamName, baseline: row.baseline });
      return Promise.resolve({ total: 1006, rows: rows.map((row) => ({ team: team(row), submissions: 20, newest: null })) });
    };
    const first = await html("/fr/teams", "MENTOR-CODE");
    expect(first.match(/<tr><th scope="row">/g)).toHaveLength(50);
    expect(first).toContain('rel="next"');
    expect(await html("/en/teams?q=lumi&page=3", "ORGANIZER-CODE")).toContain("1006 results for “lumi”.");
    expect(asked).toEqual([
      { search: "", from: 0, most: 50 },
      { search: "lumi", from: 100, most: 50 },
    ]);
  });
});
