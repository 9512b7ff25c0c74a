/** What is sent as an archive: looked at whole, by API and by the page's form, before anything is kept or counted. */
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Submission } from "@vigie/store";
import { FakeStore } from "./fake-store.ts";
import { OWN, run, submission } from "./fixture-event.ts";
import { startSite, type TestSite } from "./site.ts";

const API = "/api/v1/challenges/follow-the-money/submissions";
const PAGE = "/en/runs?challenge=follow-the-money";
const ARCHIVE = "x".repeat(5000);
const file = (name: string, filename: string, bytes = ARCHIVE): string =>
  `content-disposition: form-data; name="${name}"; filename="${filename}"\r\ncontent-type: application/zip\r\n\r\n${bytes}`;
const field = (name: string, value: string): string => `content-disposition: form-data; name="${name}"\r\n\r\n${value}`;
const form = (...parts: readonly string[]): string => `${parts.map((part) => `--b\r\n${part}\r\n`).join("")}--b--\r\n`;
const archive = file("archive", "a.zip");

/** Counts as the real store does: a row for each archive whose bytes ended well. */
class CountingStore extends FakeStore {
  rows = 0;
  override submit = async ({ archive: bytes }: { archive: AsyncIterable<Uint8Array> }) => {
    let size = 0;
    for await (const chunk of bytes) size += chunk.length;
    this.rows += 1;
    return this.state.answer(size);
  };
}

const store = new CountingStore();
let site: TestSite;
let cookie = "";
let token = "";
beforeAll(async () => {
  site = await startSite({ uploads: { allowed: true, limits: { perMinute: 999 } } }, store);
  [cookie, token] = [await site.cookie("OWN-CODE"), await site.token("OWN-CODE")];
});
afterAll(() => site.close());

async function send(path: string, body: string, type = "multipart/form-data; boundary=b"): Promise<Response> {
  const who: Record<string, string> = path === API ? { authorization: `Bearer ${token}` } : { cookie, origin: site.base };
  return site.ask(path, { method: "POST", headers: { ...who, "content-type": type }, body });
}

describe.each([
  ["API", API, 201],
  ["page", PAGE, 303],
] as const)(
  "a request with a second file is refused with 400, and neither stored, judged nor counted: by %s",
  (_way, path, taken) => {
    it.each([
      ["two archives", form(archive, archive)],
      ["another file before the archive", form(file("other", "b.zip"), archive)],
      ["another file behind the archive", form(archive, file("other", "b.zip"))],
      ["a nameless part behind the archive", form(archive, "content-type: text/plain\r\n\r\nx")],
      ["a nameless part before the archive", form("content-type: text/plain\r\n\r\nx", archive)],
      ["a long field behind the archive", form(archive, field("note", "x".repeat(5000)))],
      ["a long field before the archive", form(field("note", "x".repeat(5000)), archive)],
    ])("%s", async (_name, body) => {
      const answer = await send(path, body);
      expect([answer.status, store.rows]).toEqual([400, 0]);
    });

    it.each([
      ["the archive in another field", form(file("file", "a.zip"))],
      ["the archive as text", form(field("archive", ARCHIVE.slice(0, 99)))],
      ["no file", form()],
      ["a file that was not chosen", form(file("archive", "", ""))],
      ["more fields than four", form(archive, ...[1, 2, 3, 4, 5].map((n) => field(`n${n}`, "x")))],
      ["a form without its end", form(archive).slice(0, -8)],
      ["a form that is cut in its last boundary", form(archive).slice(0, -3)],
      ["a form that is cut in its archive", form(archive).slice(0, 300)],
      ["bytes behind the form", `${form(archive)}x`],
      ["a form behind the form", form(archive) + form(archive)],
      ["bytes before the form", `x\r\n${form(archive)}`],
      ["a part whose head is broken", form(archive, "content-disposition\r\n\r\nx")],
      ["no form under the name of one", "x"],
    ])("and so is %s", async (_name, body) => {
      const answer = await send(path, body);
      expect([answer.status, store.rows]).toEqual([400, 0]);
      expect((await site.ask("/healthz")).status).toBe(200);
    });

    it("what is no form is 415", async () => {
      expect((await send(path, "{}", "application/json")).status).toBe(415);
      expect((await send(path, form(archive), "multipart/form-data")).status).toBe(415);
      expect((await send(path, form(archive), "multipart/form-data; boundary=b; what")).status).toBe(415);
      expect(store.rows).toBe(0);
    });

    it("an archive with short fields on either side is taken", async () => {
      const answer = await send(path, form(field("before", "x"), archive, field("behind", "y")));
      expect([answer.status, store.rows]).toEqual([taken, 1]);
      store.rows = 0;
    });
  },
);

/** An upload by hand: its head, and as much of its body as is said. */
function raw(to: TestSite, bearer: string, length: number, more: readonly string[] = []): Socket {
  const { hostname, port } = new URL(to.base);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  const type = "content-type: multipart/form-data; boundary=b";
  const head = [`POST ${API} HTTP/1.1`, "host: x", `authorization: Bearer ${bearer}`, type, ...more];
  socket.write(`${[...head, `content-length: ${length}`].join("\r\n")}\r\n\r\n`);
  return socket;
}

function answered(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.on("close", () => resolve(text));
  });
}

/** What a sender hears that asks for leave to send its body, and sends none. */
async function waitingForLeave(to: TestSite, bearer: string): Promise<string> {
  const socket = raw(to, bearer, 9999, ["connection: close", "expect: 100-continue"]);
  const text = answered(socket);
  await new Promise((later) => setTimeout(later, 300));
  socket.end();
  return text;
}

describe("load is shed before a body is read", () => {
  const NEW: Submission = submission("s-new", OWN, 16, run("practice", { verdict: null }), null);
  const limits = { most: 1, mostWaiting: 1, waitMs: 300, mostOfTeam: 9 };

  it("in a rush uploads wait their turn, and beyond a bound are sent away with 503 and a time to come back", async () => {
    const busy = new FakeStore();
    let open: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (open = resolve));
    let reads = 0;
    busy.submit = async ({ archive: bytes }) => {
      for await (const chunk of bytes) reads += chunk.length > 0 ? 1 : 0;
      await until;
      return { kind: "stored", submission: NEW };
    };
    const own = await startSite({ uploads: { allowed: true, limits } }, busy);
    const headers = { authorization: `Bearer ${await own.token("OWN-CODE")}`, "content-type": "multipart/form-data; boundary=b" };
    const post = (): Promise<Response> => own.ask(API, { method: "POST", headers, body: form(archive) });
    const first = post();
    await expect.poll(() => reads).toBeGreaterThan(0);
    const before = reads;
    const [second, third] = await Promise.all([post(), post()]);
    for (const answer of [second, third]) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await answer.json()).toMatchObject({ code: "busy", detail: expect.stringContaining("vigie submit") });
    }
    expect(reads).toBe(before);
    const began = performance.now();
    expect((await own.ask("/healthz")).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(500);
    open();
    expect((await first).status).toBe(201);
    expect((await post()).status).toBe(201);
    await own.close();
  });

  it("on a full disk uploads are not acknowledged: 507 in both languages, before a byte of the body is asked for", async () => {
    const full = new FakeStore();
    full.submit = () => Promise.reject(Object.assign(new Error("no room"), { code: "no-room" }));
    const own = await startSite({}, full);
    const bearer = await own.token("OWN-CODE");
    for (const [language, words] of [
      ["en", /disk is full/],
      ["fr", /disque du serveur est plein/],
    ] as const) {
      const answer = await own.ask(API, {
        method: "POST",
        headers: {
          authorization: `Bearer ${bearer}`,
          "accept-language": language,
          "content-type": "multipart/form-data; boundary=b",
        },
        body: form(archive),
      });
      expect(answer.status).toBe(507);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(((await answer.json()) as { detail: string }).detail).toMatch(words);
    }
    expect(await waitingForLeave(own, bearer)).toMatch(/^HTTP\/1\.1 507/);
    await own.close();
  });

  it("a refusal reaches a sender of megabytes", async () => {
    const own = await startSite({ uploads: { allowed: true, limits: { mostOfTeam: 0 } } });
    const headers = { authorization: `Bearer ${await own.token("OWN-CODE")}` };
    const body = new FormData();
    body.append("archive", new Blob([new Uint8Array(4 * 1024 * 1024)]), "a.zip");
    expect((await own.ask(API, { method: "POST", headers, body })).status).toBe(429);
    await own.close();
  });

  it("is told to a sender that waits for leave to send its body", async () => {
    const own = await startSite({ uploads: { allowed: true, limits: { mostOfTeam: 0 } } });
    expect(await waitingForLeave(own, await own.token("OWN-CODE"))).toMatch(/^HTTP\/1\.1 429/);
    await own.close();
  });
});

describe("a sender that stalls is cut, and its place is free again", () => {
  const limits = { most: 1, mostWaiting: 0, idleMs: 200, wholeMs: 600, slowestBytesPerSecond: 1e9 };

  it.each([
    ["says nothing any more", 0],
    ["drips a byte now and then", 50],
  ])("one that %s", async (_name, everyMs) => {
    const own = await startSite({ uploads: { allowed: true, limits } }, new CountingStore());
    const bearer = await own.token("OWN-CODE");
    const socket = raw(own, bearer, 90_000);
    const text = answered(socket);
    socket.write(form(archive).slice(0, 400));
    const drip = everyMs === 0 ? null : setInterval(() => socket.write("x"), everyMs);
    await expect.poll(() => socket.bytesRead, { timeout: 3000 }).toBeGreaterThan(0);
    if (drip !== null) clearInterval(drip);
    socket.destroy();
    expect(await text).toMatch(/^HTTP\/1\.1 408/);
    const headers = { authorization: `Bearer ${bearer}`, "content-type": "multipart/form-data; boundary=b" };
    expect((await own.ask(API, { method: "POST", headers, body: form(archive) })).status).toBe(201);
    await own.close();
  });
});
