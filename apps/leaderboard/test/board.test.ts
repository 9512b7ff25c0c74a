import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { standingRows } from "./fixture-event.ts";
import { startSite, type TestSite } from "./site.ts";

const PATH = "/en/challenges/follow-the-money/leaderboard";
let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe("the board of everybody", () => {
  it("is kept: a second visit asks the store nothing", async () => {
    await site.ask(PATH);
    const before = site.store.calls.length;
    await site.ask(PATH);
    expect(site.store.calls).toHaveLength(before);
  });

  it("has a strong ETag and answers 304 to who has it, compressed or not", async () => {
    for (const encoding of ["gzip", "identity"]) {
      const headers = { "accept-encoding": encoding };
      const first = await site.ask(PATH, { headers });
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^"[\w-]+"$/);
      expect(first.headers.get("cache-control")).toBe("public, no-cache");
      for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
        const again = await site.ask(PATH, { headers: { ...headers, "if-none-match": tag } });
        expect([again.status, await again.text()]).toEqual([304, ""]);
      }
      expect((await site.ask(PATH, { headers: { ...headers, "if-none-match": '"other"' } })).status).toBe(200);
    }
  });

  it("answers HEAD with the headers alone", async () => {
    const answer = await site.ask(PATH, { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });

  it("changes its ETag with the standings and with what is in judging", async () => {
    const etag = async (): Promise<string | null> => (await site.ask(PATH)).headers.get("etag");
    const first = await etag();
    site.store.tell();
    expect(await etag(), "nothing changed but the alarm").toBe(first);
    site.store.state.pending = [];
    site.store.tell({ kind: "run" });
    const second = await etag();
    expect(second).not.toBe(first);
    site.store.state.standings = { ...site.store.state.standings, version: 8, rows: standingRows().slice(1) };
    site.store.tell();
    expect(await etag()).not.toBe(second);
  });

  it("links nobody's runs and names no visitor", async () => {
    const page = await (await site.ask(PATH)).text();
    expect(page).not.toContain("/submissions/");
    expect(page).not.toContain("youtag");
  });
});

describe("a team's own board", () => {
  it("is private, has its own ETag, and marks its row and its score in every row", async () => {
    const cookie = await site.cookie("OWN-CODE");
    const answer = await site.ask(PATH, { headers: { cookie } });
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    expect(answer.headers.get("vary")).toContain("cookie");
    const etag = answer.headers.get("etag") ?? "";
    expect(etag).not.toBe((await site.ask(PATH)).headers.get("etag"));
    expect((await site.ask(PATH, { headers: { cookie, "if-none-match": etag } })).status).toBe(304);
    const page = await answer.text();
    expect(page.match(/youtag/g)).toHaveLength(1);
    expect(page.match(/id="vg-mine"/g)).toHaveLength(1);
    expect(page.match(/href="#vg-mine"/g)?.length).toBeGreaterThan(15);
    const links = [...page.matchAll(/<a href="(\/en\/challenges\/[^"]*\/teams\/[^"]+)"/g)].map(([, href]) => href);
    expect(links).toHaveLength(1);
    const run = await site.ask(links[0], { headers: { cookie } });
    expect([run.status, run.headers.get("location")]).toEqual([303, "/en/submissions/s-t5"]);
    for (const [code, status] of [
      ["OTHER-CODE", 404],
      ["MENTOR-CODE", 303],
    ] as const)
      expect((await site.ask(links[0], { headers: { cookie: await site.cookie(code) } })).status).toBe(status);
    expect((await site.ask(links[0])).status).toBe(401);
  });

  it("of a session that has ended is everybody's", async () => {
    const page = await (await site.ask(PATH, { headers: { cookie: "vigie=gone" } })).text();
    expect(page).not.toContain("youtag");
  });
});

it("before the first score says what comes, and that the hidden set is being made", async () => {
  const empty = await startSite();
  empty.store.state.standings = { challenge: "follow-the-money", version: 0, rows: [] };
  empty.store.state.preparation = [{ split: "public", state: "working" }];
  const page = await (await empty.ask(PATH)).text();
  expect(page).toContain("No scores yet");
  expect(page).toContain("generating the hidden data");
  await empty.close();
});

describe("the feed", () => {
  it("tells a change once for a burst, keeps other challenges' to themselves, and is not to be buffered", async () => {
    const stop = new AbortController();
    const answer = await site.ask("/api/v1/challenges/follow-the-money/feed", { signal: stop.signal });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    expect(answer.headers.get("cache-control")).toContain("no-transform");
    expect(answer.headers.get("content-encoding")).toBe(null);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    const until = async (wanted: string): Promise<void> => {
      while (!heard.includes(wanted)) heard += (await reader?.read())?.value ?? "";
    };
    await until("retry:");
    site.store.tell({ challenge: "another" });
    for (let i = 0; i < 5; i++) site.store.tell({ kind: "run", team: "t0", submission: "s-other" });
    await until("event: change");
    await new Promise((later) => setTimeout(later, 300));
    site.store.tell();
    while ((heard.match(/event: change/g)?.length ?? 0) < 2) heard += (await reader?.read())?.value ?? "";
    expect(heard.match(/event: change/g)).toHaveLength(2);
    expect(heard, "a change carries no content").not.toMatch(/s-other|t0|another/);
    stop.abort();
  });

  it("of an unknown challenge is not there", async () => {
    expect((await site.ask("/api/v1/challenges/none/feed")).status).toBe(404);
  });
});
