/** A server that is full, that breaks off, that drops its answer: the archive is counted once, and nobody has to type again. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { sendArchive } from "./send-archive.ts";
import { speaker } from "./say.ts";

const ARCHIVE = new TextEncoder().encode("an archive");
const DIGEST = createHash("sha256").update(ARCHIVE).digest("hex");

type Answer = (response: ServerResponse, store: () => void) => void;
const ok: Answer = (response, store) => {
  store();
  response.writeHead(201).end('{"id":"new"}');
};
const full =
  (status: number): Answer =>
  (response) =>
    void response.writeHead(status, { "retry-after": "0" }).end('{"detail":"full"}');
const dropped: Answer = (response, store) => {
  store();
  response.destroy();
};
const brokenOff: Answer = (response) => void response.destroy();

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** Answers each sending by the next of `answers`; what it stored stands in its list. */
async function server(answers: readonly Answer[], before: readonly string[] = []) {
  const stored = before.map((digest, i) => ({ id: `old-${i}`, attempt: i + 1, digest, sentDigest: digest }));
  let sent = 0;
  const http = createServer((request: IncomingMessage, response) => {
    request.resume();
    request.on("end", () => {
      if (request.method === "GET") return void response.end(JSON.stringify(stored.toReversed()));
      const store = (): void => {
        const attempt = stored.length + 1;
        stored.push({ id: "new", attempt, digest: DIGEST, sentDigest: DIGEST });
      };
      answers[sent++](response, store);
    });
  });
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  closing.push(
    () => http.closeAllConnections(),
    () => http.close(),
  );
  const address = http.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  return { url, stored, sent: () => sent };
}

async function send(url: string): Promise<{ id: string; lines: string[]; asked: number }> {
  const lines: string[] = [];
  const sending = { credentials: { url, token: "t" }, language: "en", challenge: "c", archive: ARCHIVE, name: "a.zip" } as const;
  let asked = 0;
  const consent = () => Promise.resolve(void (asked += 1));
  const id = await sendArchive({ ...sending, consent }, speaker("en"), (line) => void lines.push(line));
  return { id, lines, asked };
}

describe("sending an archive", () => {
  it.each([503, 507, 408, 429])(
    "comes back by itself after %i, and says once what it waits for",
    async (status) => {
      const { url, stored } = await server([full(status), full(status), ok]);
      const { id, lines } = await send(url);
      expect([id, stored.length, lines.length]).toEqual(["new", 1, 1]);
    },
    20_000,
  );

  it("counts once where the server stored it and the answer was lost", async () => {
    const { url, stored, sent } = await server([dropped, ok]);
    const { id } = await send(url);
    expect([id, stored.length, sent()]).toEqual(["new", 1, 1]);
  }, 20_000);

  it("sends again where the connection broke before anything was stored", async () => {
    const { url, stored, sent } = await server([brokenOff, ok]);
    await send(url);
    expect([stored.length, sent()]).toEqual([1, 2]);
  }, 20_000);

  it("does not take an earlier attempt with the same archive for the one that broke off", async () => {
    const { url, stored, sent } = await server([brokenOff, ok], ["0".repeat(64), DIGEST]);
    await send(url);
    expect([stored.length, sent()]).toEqual([3, 2]);
  }, 20_000);

  it("asks once for what a team must agree to, and then sends", async () => {
    const asks: Answer = (response) => void response.writeHead(403).end('{"code":"consent","detail":"read it first"}');
    const { url, stored } = await server([asks, ok]);
    expect([(await send(url)).asked, stored.length]).toEqual([1, 1]);
    await expect(send((await server([asks, asks])).url)).rejects.toThrow(/read it first/);
  });

  it("ends with the server's sentence where waiting is no use", async () => {
    const refused: Answer = (response) => void response.writeHead(422).end('{"detail":"no vigie.json"}');
    await expect(send((await server([refused])).url)).rejects.toThrow(/no vigie\.json/);
    const tomorrow: Answer = (response) => void response.writeHead(429, { "retry-after": "40000" }).end('{"detail":"quota"}');
    await expect(send((await server([tomorrow])).url)).rejects.toThrow(/quota/);
  });
});
