/** The doors over the real store: what a wrong request leaves behind, and a sending whose answer is lost. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createLeaderboard, listen, type Leaderboard } from "@vigie/leaderboard";
import { loadChallenge } from "@vigie/spec/node";
import { packFolder } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { sendArchive } from "../src/send-archive.ts";
import { speaker } from "../src/say.ts";
import { eventSettings } from "./event-settings.ts";

const ROOT = join(import.meta.dirname, "../../..");
const CHALLENGE = loadChallenge(join(ROOT, "challenges/follow-the-money"));
const folder = mkdtempSync(join(tmpdir(), "vigie-doors-"));
let store: JudgeStore;
let web: Leaderboard;
let server: Server;
let [url, token, team] = ["", "", ""];
let archive: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  store = await openJudgeStore({ dataDir: join(folder, "data") });
  await store.createEvent({ settings: eventSettings({ timeZone: "America/Halifax" }), challenges: [CHALLENGE] });
  team = (await store.createTeam({ name: "Tidewatch", baseline: false })).id;
  const session = await store.signIn(await store.issueCode({ role: "participant", team }), "token");
  token = session?.token ?? "";
  const assetsDir = join(ROOT, "apps/leaderboard/assets");
  web = createLeaderboard({ store, datasetOf: () => null, uploads: { allowed: true }, secureCookies: false, assetsDir });
  server = await listen(web.app, { host: "127.0.0.1", port: 0 });
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  writeFileSync(join(folder, "vigie.json"), JSON.stringify({ challenge: CHALLENGE.id, language: "typescript", entry: "d.ts" }));
  writeFileSync(join(folder, "d.ts"), "export {};\n");
  archive = new Uint8Array(await packFolder(folder, ["vigie.json", "d.ts"]));
});
afterAll(async () => {
  web.close();
  server.closeAllConnections();
  server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function left(): Promise<readonly [number, number, readonly string[]]> {
  const [sent, attempts] = [await store.submissionsOf(team, CHALLENGE.id), await store.attemptsLeftToday(team, CHALLENGE.id)];
  return [sent.length, attempts, readdirSync(store.spoolDir).filter((name) => !name.startsWith("."))];
}

it.each(["API", "page"])(
  "a request with a second file, or a long field behind it, is refused with 400, and neither stored, judged nor counted: by %s",
  async (way) => {
    const before = await left();
    const path = way === "API" ? `/api/v1/challenges/${CHALLENGE.id}/submissions` : `/en/runs?challenge=${CHALLENGE.id}`;
    for (const more of [new Blob([archive]), "x".repeat(5000)]) {
      const body = new FormData();
      body.append("archive", new Blob([archive]), "a.zip");
      if (typeof more === "string") body.append("note", more);
      else body.append("archive", more, "b.zip");
      const answer = await fetch(url + path, { method: "POST", headers: { authorization: `Bearer ${token}` }, body });
      expect(answer.status).toBe(400);
      expect(await left()).toEqual(before);
      expect((await store.claim("worker"))?.submission ?? null).toBe(null);
    }
  },
);

it("a sending whose answer is lost is counted once", async () => {
  const [before] = await left();
  const lost = createProxy();
  const proxied = await lost.listening;
  const sending = {
    credentials: { url: proxied, token },
    language: "en",
    challenge: CHALLENGE.id,
    archive,
    name: "a.zip",
  } as const;
  const id = await sendArchive(sending, speaker("en"), () => undefined);
  const [after] = await left();
  expect(after).toBe(before + 1);
  expect((await store.newestSubmission(team))?.id).toBe(id);
  expect(lost.dropped()).toBe(1);
  lost.close();
});

/** Hands everything on, but drops the first answer to a sending once the server has given it. */
function createProxy(): { listening: Promise<string>; dropped: () => number; close: () => void } {
  let dropped = 0;
  const proxy = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { authorization = "", "content-type": type = "" } = request.headers;
      const body = request.method === "POST" ? Buffer.concat(parts) : undefined;
      const headers = { authorization, ...(type === "" ? {} : { "content-type": type }) };
      void fetch(`${url}${request.url ?? ""}`, { method: request.method, headers, body }).then(async (answer) => {
        const text = await answer.text();
        if (request.method === "POST" && dropped++ === 0) response.destroy();
        else response.writeHead(answer.status).end(text);
      });
    });
  });
  const listening = new Promise<string>((done) => {
    proxy.listen(0, "127.0.0.1", () => {
      const address = proxy.address();
      done(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
    });
  });
  return { listening, dropped: () => dropped, close: () => void proxy.close() };
}
