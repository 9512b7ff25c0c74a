import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withOwnSet, type OwnSet } from "@vigie/spec";
import { BEFORE, CHALLENGE, EVENT, EXHIBIT, OWN, run, SECOND, submission } from "./fixture-event.ts";
import { FakeStore } from "./fake-store.ts";
import { startSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const SEND = "/api/v1/challenges/follow-the-money/submissions";
const WITHOUT_HARM = { points: 31, low: 26, high: 36, parts: { indicators: 0.3, evidence: 0.33 }, penalties: {} };
const NEW = submission("s-new", OWN, 16, run("practice", { verdict: null }), null);

// What the API answers is read as a program in any language would read it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function json(answer: Response): Promise<any> {
  return answer.json();
}

async function as(code: string, extra: Record<string, string> = {}): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await site.token(code)}`, ...extra };
}

function archive(bytes = 1000, field = "archive"): FormData {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(bytes)]), "détecteur.tar.gz");
  return form;
}

describe("sessions", () => {
  it.each([
    ["a wrong code", JSON.stringify({ code: "NO" }), "application/json", 401],
    ["no code", "{}", "application/json", 400],
    ["broken JSON", "{", "application/json", 400],
    ["a form", "code=OWN-CODE", "application/x-www-form-urlencoded", 415],
    ["a body that is too large", JSON.stringify({ code: "x".repeat(9000) }), "application/json", 413],
  ])("%s is refused", async (_name, body, type, status) => {
    const answer = await site.ask("/api/v1/sessions", { method: "POST", headers: { "content-type": type }, body });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect((await json(answer)).status).toBe(status);
  });

  const begin = (own: TestSite, code: string): Promise<Response> =>
    own.ask("/api/v1/sessions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
    });

  it("60 wrong codes from one address slow the wrong ones down, and neither refuse nor delay the right one", async () => {
    const own = await startSite();
    let answered = 0;
    const wrong = Array.from({ length: 60 }, async () => {
      const began = performance.now();
      const answer = await begin(own, "NO");
      answered += 1;
      return { status: answer.status, retry: answer.headers.get("retry-after"), ms: performance.now() - began };
    });
    await expect.poll(() => answered, { timeout: 20_000 }).toBeGreaterThan(20);
    expect((await begin(own, "OWN-CODE")).status).toBe(201);
    expect(answered).toBeLessThan(60);
    const answers = await Promise.all(wrong);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    expect(answers.filter(({ status }) => status === 429).every(({ retry }) => Number(retry) > 0)).toBe(true);
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeGreaterThan(2000);
    expect(await own.cookie("OWN-CODE")).toMatch(/^vigie=/);
    await own.close();
  }, 40_000);

  it("a token can be ended", async () => {
    const token = await site.token("OWN-CODE");
    const headers = { authorization: `Bearer ${token}` };
    expect((await site.ask("/api/v1/me/submissions", { headers })).status).toBe(200);
    expect((await site.ask("/api/v1/sessions/current", { method: "DELETE", headers })).status).toBe(204);
    expect((await site.ask("/api/v1/me/submissions", { headers })).status).toBe(401);
    expect((await site.ask("/api/v1/sessions/current", { method: "DELETE", headers })).status).toBe(401);
  });
});

it("all receipts of a challenge are an organizer's to take out, and taking them is written down", async () => {
  const path = "/api/v1/challenges/follow-the-money/receipts";
  expect((await site.ask(path)).status).toBe(401);
  for (const code of ["OWN-CODE", "MENTOR-CODE"]) expect((await site.ask(path, { headers: await as(code) })).status).toBe(403);
  const answer = await site.ask(path, { headers: await as("ORGANIZER-CODE") });
  expect(answer.headers.get("cache-control")).toContain("no-store");
  expect(await json(answer)).toMatchObject({ receipts: 1, runs: expect.any(Array) });
  expect(site.store.audited).toContainEqual(expect.objectContaining({ act: "export-receipts" }));
});

const OWN_SET: OwnSet = {
  id: "imported",
  version: "1.0.0",
  title: { en: "Transactions", fr: "Opérations <importées>" },
  imported: true,
  inputsDigest: "a".repeat(64),
  labelsCommitment: "b".repeat(64),
};

describe("versions of a challenge", () => {
  const PATH = "/api/v1/challenges/follow-the-money/revisions";
  const begin = async (code: string, body: unknown): Promise<Response> =>
    site.ask(PATH, {
      method: "POST",
      headers: await as(code, { "content-type": "application/json" }),
      body: JSON.stringify(body),
    });

  it("are an organizer's to see and to begin", async () => {
    for (const code of ["OWN-CODE", "MENTOR-CODE"]) {
      expect((await begin(code, CHALLENGE)).status).toBe(403);
      expect((await site.ask(PATH, { headers: await as(code) })).status).toBe(403);
    }
    expect((await site.ask(PATH)).status).toBe(401);
    expect(site.store.begun).toEqual([]);
    const answer = await begin("ORGANIZER-CODE", { ...CHALLENGE, version: "9.1.0" });
    expect(answer.status).toBe(202);
    expect((await json(answer)).coming.version).toBe("9.1.0");
    expect(site.store.begun).toEqual([{ version: "9.1.0", actor: expect.any(String) }]);
  });

  it("are judged on the data that the organizer brought, whatever the new version's file says of sizes", async () => {
    const before = site.store.state.challenges;
    site.store.state.challenges = [withOwnSet(CHALLENGE, "public", OWN_SET, { accounts: 400 })];
    try {
      const sizes = { practice: { accounts: 700 }, public: { accounts: 800 }, final: { accounts: 900 } };
      expect((await begin("ORGANIZER-CODE", { ...CHALLENGE, version: "9.2.0", sizes })).status).toBe(202);
      expect(site.store.begunOn).toEqual({ sizes: { ...sizes, public: { accounts: 400 } }, own: { public: OWN_SET } });
      const page = await (await site.ask("/fr/challenges/follow-the-money")).text();
      expect(page).toContain("ces données viennent de l’organisation (Opérations &lt;importées&gt;, version 1.0.0)");
      expect(page).toMatch(/Volets évalués\u00a0: .*\(53\u00a0%\), .*\(27\u00a0%\), .*\(20\u00a0%\)\./);
    } finally {
      site.store.state.challenges = before;
      site.store.begun.pop();
    }
  });

  it.each([
    ["no challenge", {}],
    ["weights that do not add up", { ...CHALLENGE, parts: CHALLENGE.parts.slice(1) }],
    ["a part that its kind does not measure", { ...CHALLENGE, parts: [{ measure: "luck", weight: 1 }] }],
    ["another challenge", { ...CHALLENGE, id: "another-one" }],
    ["a version that is judged no more", BEFORE],
  ])("%s is refused with a reason, and nothing is begun", async (_name, body) => {
    const before = site.store.begun.length;
    const answer = await begin("ORGANIZER-CODE", body);
    expect(answer.status).toBe(400);
    expect((await json(answer)).detail).not.toBe("");
    expect(site.store.begun).toHaveLength(before);
  });
});

it("problems are told in the language that is asked for", async () => {
  const detail = async (language: string): Promise<string> =>
    (await json(await site.ask("/api/v1/me/submissions", { headers: { "accept-language": language } }))).detail;
  expect(await detail("fr-CA")).toMatch(/session/);
  expect(await detail("en")).toMatch(/Sign in/);
});

describe("reading", () => {
  it("challenges", async () => {
    const [first] = await json(await site.ask("/api/v1/challenges"));
    expect(first).toMatchObject({ id: "follow-the-money", kind: "ranking", world: "bank", title: { en: "Follow the money" } });
    expect(first.parts).toEqual(CHALLENGE.parts);
  });

  it("the leaderboard has the agreed columns and rounded numbers", async () => {
    const board = await json(await site.ask("/api/v1/challenges/follow-the-money/leaderboard"));
    expect(board.version).toBe(7);
    expect(Object.keys(board.rows[0]).sort()).toEqual([
      "band",
      "baseline",
      "division",
      "entry",
      "interval",
      "language",
      "parts",
      "penalties",
      "rank",
      "score",
      "state",
      "team",
      "verdict",
    ]);
    const own = board.rows.find((row: { team: string }) => row.team === "Tidewatch");
    expect(own).toMatchObject({ rank: 6, band: 2, score: 49, interval: [44, 54], baseline: false, state: "judging" });
    expect((await site.ask("/api/v1/challenges/none/leaderboard")).status).toBe(404);
    expect((await site.ask("/api/v1/challenges/none/feed")).status).toBe(404);
  });

  it.each([
    [null, 401],
    ["OWN-CODE", 200],
    ["OTHER-CODE", 404],
    ["MENTOR-CODE", 200],
    ["ORGANIZER-CODE", 200],
  ] as const)("a submission to %s: %d", async (code, status) => {
    const answer = await site.ask("/api/v1/submissions/s-own", code === null ? {} : { headers: await as(code) });
    expect(answer.status).toBe(status);
    if (status !== 200) return;
    const body = await json(answer);
    expect(body).toMatchObject({ id: "s-own", state: "judged", verdict: "accepted", score: 49, interval: [44, 54] });
    expect(body).toMatchObject({ parts: { ranking: 0.6 }, penalties: { harm: 0.12 }, harm: 0.12 });
    expect(body.practice).toMatchObject({ verdict: "accepted", score: 48.83, penalties: { harm: 0.1243 }, harm: 0.1243 });
    expect(body.practice.mistakes).toHaveLength(3);
  });

  it.each([
    ["s-queued", "queued", null],
    ["s-judging", "judging", null],
    ["s-wrong", "judged", "wrong_output"],
    ["s-hidden-failed", "judged", "time_limit"],
  ])("%s is %s with verdict %s", async (id, state, verdict) => {
    expect(await json(await site.ask(`/api/v1/submissions/${id}`, { headers: await as("OWN-CODE") }))).toMatchObject({
      state,
      verdict,
      score: null,
      penalties: null,
      harm: null,
    });
  });

  it("says no harm of a score without that penalty", async () => {
    const two = await startSite({}, new FakeStore().withSecond());
    two.store.state.submissions = two.store.state.submissions.map((one) =>
      one.id === "s-second" && one.public?.score ? { ...one, public: { ...one.public, score: WITHOUT_HARM } } : one,
    );
    const headers = { authorization: `Bearer ${await two.token("OWN-CODE")}` };
    const body = await json(await two.ask("/api/v1/submissions/s-second", { headers }));
    expect(body).toMatchObject({ challenge: SECOND.id, score: 31, parts: WITHOUT_HARM.parts, penalties: {}, harm: 0 });
    await two.close();
  });

  it.each([
    ["everybody", null, EXHIBIT.subject, 401],
    ["the team whose mistake names it", "OWN-CODE", EXHIBIT.subject, 200],
    ["that team, of a mistake that nobody exhibited", "OWN-CODE", 77, 404],
    ["a team that made no such mistake", "OTHER-CODE", EXHIBIT.subject, 404],
    ["a mentor", "MENTOR-CODE", EXHIBIT.subject, 200],
    ["an organizer", "ORGANIZER-CODE", EXHIBIT.subject, 200],
    ["a mentor who asks for no subject", "MENTOR-CODE", "1e3", 404],
  ] as const)("a practice subject's rows to %s", async (_name, code, subject, status) => {
    const before = site.store.state.submissions;
    site.store.state.submissions = before.filter(({ team }) => team.id === OWN.id);
    const path = `/api/v1/challenges/follow-the-money/exhibits/${subject}`;
    const answer = await site.ask(path, code === null ? {} : { headers: await as(code) });
    site.store.state.submissions = before;
    expect(answer.status).toBe(status);
    if (status !== 200) return;
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(await json(answer)).toEqual(EXHIBIT);
  });

  it("a team's own list holds its own and nothing else", async () => {
    const list = await json(await site.ask("/api/v1/me/submissions", { headers: await as("OWN-CODE") }));
    expect(list.map(({ id }: { id: string }) => id)).toEqual(["s-queued", "s-judging", "s-wrong", "s-own", "s-hidden-failed"]);
    expect((await site.ask("/api/v1/me/submissions")).status).toBe(401);
    expect((await site.ask("/api/v1/me/submissions", { headers: await as("MENTOR-CODE") })).status).toBe(403);
  });
});

describe("sending", () => {
  let headers: Record<string, string>;
  beforeAll(async () => {
    headers = await as("OWN-CODE");
  });
  beforeEach(() => {
    site.store.state.answer = () => ({ kind: "stored", submission: NEW });
  });

  it("answers 201 with the id, and streams the bytes as they came", async () => {
    let size = 0;
    site.store.state.answer = (bytes) => {
      size = bytes;
      return { kind: "stored", submission: NEW };
    };
    const answer = await site.ask(SEND, { method: "POST", headers, body: archive(54_321) });
    expect([answer.status, answer.headers.get("location")]).toEqual([201, "/api/v1/submissions/s-new"]);
    expect((await json(answer)).id).toBe("s-new");
    expect(size).toBe(54_321);
  });

  it.each([
    ["without a session", {}, 401],
    ["from a mentor", "MENTOR-CODE", 403],
  ] as const)("%s is refused before anything is read", async (_name, who, status) => {
    const answer = await site.ask(SEND, {
      method: "POST",
      headers: typeof who === "string" ? await as(who) : who,
      body: archive(),
    });
    expect(answer.status).toBe(status);
  });

  it("what is no form, no file, another field or another challenge is refused", async () => {
    const send = async (body: RequestInit["body"], path = SEND, more = {}): Promise<number> =>
      (await site.ask(path, { method: "POST", headers: { ...headers, ...more }, body })).status;
    expect(await send("{}", SEND, { "content-type": "application/json" })).toBe(415);
    expect(await send(new FormData())).toBe(400);
    expect(await send(archive(10, "file"))).toBe(400);
    expect(await send(archive(), "/api/v1/challenges/none/submissions")).toBe(404);
    expect(await send("--x\r\nbroken", SEND, { "content-type": "multipart/form-data; boundary=x" })).toBe(400);
  });

  it("an archive over the challenge's size is 413, and is read no further than its cap by the store", async () => {
    const own = await startSite();
    const token = await own.token("OWN-CODE");
    const answer = await own.ask(SEND, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: archive(7 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
    expect((await json(answer)).detail).toContain("5 MiB");
    await own.close();
  });

  it.each([
    ["a refused archive", { kind: "refused", fault: { code: "unsafe-path", entry: "../evil" } }, 422, /evil/],
    ["a quota used up", { kind: "quota", perDay: 20, nextAt: new Date(Date.now() + 3_600_000).toISOString() }, 429, /20/],
    ["a closed event", { kind: "closed", why: "locked", at: EVENT.closesAt }, 409, /closed/],
  ] as const)("%s says why", async (_name, result, status, words) => {
    const own = await startSite();
    own.store.state.answer = () => result;
    const answer = await own.ask(SEND, {
      method: "POST",
      headers: { authorization: `Bearer ${await own.token("OWN-CODE")}` },
      body: archive(),
    });
    expect(answer.status).toBe(status);
    expect((await json(answer)).detail).toMatch(words);
    if (status === 429) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(3000);
    await own.close();
  });

  it("a store that refuses without reading on still gets its answer to the sender", async () => {
    const own = await startSite();
    own.store.submit = async ({ archive: bytes }) => {
      for await (const chunk of bytes) if (chunk.length > 0) break;
      return { kind: "refused", fault: { code: "not-an-archive" } };
    };
    const headers = { authorization: `Bearer ${await own.token("OWN-CODE")}` };
    expect((await own.ask(SEND, { method: "POST", headers, body: archive(4 * 1024 * 1024) })).status).toBe(422);
    expect((await own.ask("/healthz")).status).toBe(200);
    await own.close();
  });

  it("an upload that breaks off ends the store's reading with an error, not with half an archive", async () => {
    const own = await startSite();
    const ended = new Promise<string>((resolve) => {
      own.store.submit = async ({ archive: bytes }) => {
        try {
          let size = 0;
          for await (const chunk of bytes) size += chunk.length;
          resolve(`whole: ${size} bytes`);
        } catch (error) {
          resolve("broken off");
          throw error;
        }
        return { kind: "refused", fault: { code: "empty" } };
      };
    });
    const { hostname, port } = new URL(own.base);
    const headers = {
      authorization: `Bearer ${await own.token("OWN-CODE")}`,
      "content-type": "multipart/form-data; boundary=x",
      "content-length": 99_999,
    };
    const sending = request({ hostname, port, path: SEND, method: "POST", headers });
    sending.on("error", () => undefined);
    sending.write('--x\r\ncontent-disposition: form-data; name="archive"; filename="a.zip"\r\n\r\nhalf of it');
    await new Promise((later) => setTimeout(later, 200));
    sending.destroy();
    expect(await ended).toBe("broken off");
    await own.close();
  });

  it("where the server has no sandbox, says the server's own reason", async () => {
    const own = await startSite({
      uploads: { allowed: false, reason: { en: "No sandbox here.", fr: "Pas de bac à sable ici." } },
    });
    const answer = await own.ask(SEND, {
      method: "POST",
      headers: { authorization: `Bearer ${await own.token("OWN-CODE")}`, "accept-language": "fr" },
      body: archive(),
    });
    expect([answer.status, (await json(answer)).detail]).toEqual([403, "Pas de bac à sable ici."]);
    await own.close();
  });
});
