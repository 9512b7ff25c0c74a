/**
 * A frozen board leaks nothing: what a guest and another team get of every address, byte for byte and header for header,
 * is the same before and after fifty verdicts that others reached and a rejudging of everything. The web's clock stands.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Ranker } from "@vigie/judge";
import { createLeaderboard, listen, type Leaderboard } from "@vigie/leaderboard";
import type { ChallengeSpec, Judgement } from "@vigie/spec";
import { momentAt } from "@vigie/spec/event";
import { loadChallenge } from "@vigie/spec/node";
import { packFolder } from "@vigie/store/archive";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { listenTo, Visitor } from "./visitor.ts";

const CHALLENGE = loadChallenge(join(import.meta.dirname, "../../../challenges/follow-the-money"));
const SECOND: ChallengeSpec = { ...CHALLENGE, id: "name-the-signs", title: { en: "Name the signs", fr: "Nommer les signes" } };
const ZONE = "America/Toronto";
const HOUR = 3_600_000;
const ACTOR = "organizer";
const OTHERS = 10;

let folder: string;
let store: JudgeStore;
let server: Server;
let leaderboard: Leaderboard;
let address: string;
let ranker: Ranker;
let stopped: number | null = null;
const teams: string[] = [];
const submissions: { readonly own: string[]; readonly others: string[] } = { own: [], others: [] };

async function archiveOf(challenge: string, mark: string): Promise<Buffer> {
  const dir = join(folder, "detector");
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, "vigie.json"), JSON.stringify({ challenge, language: "typescript", entry: "detector.ts" }));
  await writeFile(join(dir, "detector.ts"), `export {}; // ${mark}\n`);
  return packFolder(dir, ["vigie.json", "detector.ts"]);
}

async function* streamed(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function send(team: string, challenge: string, mark: string): Promise<string> {
  const archive = streamed(await archiveOf(challenge, mark));
  const result = await store.submit({ team, challenge, archive, countAttempt: true });
  if (result.kind !== "stored") throw new Error(`expected stored, found ${JSON.stringify(result)}`);
  return result.submission.id;
}

function judgement(points: number): Judgement {
  const parts = Object.fromEntries(CHALLENGE.parts.map(({ measure }) => [measure, points / 100]));
  const score = { points, low: points - 4, high: points + 4, parts, penalties: { harm: 0.1 } };
  const replicates = Array.from({ length: CHALLENGE.interval.resamples }, (_, i) => points + Math.sin(i));
  return { verdict: "accepted", reason: "accepted", score, replicates, practice: null };
}

/** Judges all that is queued: what others sent, at its secret score; every second one is refused. */
async function judgeAll(pointsOf: (submission: string) => number | null): Promise<number> {
  let judged = 0;
  for (let claim = await store.claim("worker"); claim !== null; claim = await store.claim("worker")) {
    if (claim.submission === null) {
      await store.completePreparation(claim, { inputsDigest: claim.split, labelsCommitment: claim.split, subjects: 100 });
      continue;
    }
    const points = pointsOf(claim.submission.id);
    const failed: Judgement = { verdict: "time_limit", reason: "time_limit", score: null, replicates: [], practice: null };
    await store.completeRun(claim, { judgement: points === null ? failed : judgement(points) });
    judged += 1;
  }
  while (!(await ranker.rankAll()));
  return judged;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-frozen-"));
  store = await openJudgeStore({ dataDir: join(folder, "data") });
  ranker = new Ranker(store);
  const at = (hours: number): string => momentAt(Date.now() + hours * HOUR, ZONE);
  await store.createEvent({
    settings: {
      ...{ id: "frozen", name: { en: "Frozen", fr: "Figé" }, timeZone: ZONE, secretCommitment: "0".repeat(64), demo: false },
      helpLine: { name: { en: "Help", fr: "Aide" }, phone: "555-0100" },
      calendar: { opens: at(-20), freezes: null, locks: at(20), reveals: at(21) },
    },
    challenges: [CHALLENGE, SECOND],
  });
  for (let i = 0; i <= OTHERS; i++)
    teams.push((await store.createTeam({ name: `Team ${String.fromCharCode(65 + i)}`, baseline: false })).id);
  for (const team of teams.slice(0, 5)) {
    const id = await send(team, CHALLENGE.id, `first of ${team}`);
    (team === teams[0] ? submissions.own : submissions.others).push(id);
  }
  await judgeAll((id) => 30 + (id.charCodeAt(0) % 9));
  const clock = { now: () => stopped ?? store.clock.now() };
  leaderboard = createLeaderboard({
    store: { ...store, clock },
    datasetOf: () => null,
    uploads: { allowed: true },
    secureCookies: false,
    assetsDir: join(import.meta.dirname, "../../leaderboard/assets"),
  });
  server = await listen(leaderboard.app, { host: "127.0.0.1", port: 0 });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server has no port");
  address = `http://127.0.0.1:${bound.port}`;
});
afterAll(async () => {
  leaderboard.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await ranker.end();
  await store.close();
  await rm(folder, { recursive: true });
});

/** Every address that answers a GET, of each language and challenge, with each submission and team in the place of its name. */
function addresses(): string[] {
  const ids = [...submissions.own, ...submissions.others.slice(0, 2), "none"];
  const filled = leaderboard.routes
    .filter(({ method, path }) => method === "get" && !path.endsWith("/feed"))
    .flatMap(({ path }) => (path.startsWith("/:lang") ? ["en", "fr"].map((lang) => path.replace(":lang", lang)) : [path]))
    .flatMap((path) => (path.includes("/submissions/:id") ? ids.map((id) => path.replace(":id", id)) : [path]))
    .flatMap((path) => (path.includes(":id") ? [CHALLENGE.id, SECOND.id, "none"].map((id) => path.replace(":id", id)) : [path]))
    .flatMap((path) => (path.includes(":team") ? teams.slice(0, 2).map((team) => path.replace(":team", team)) : [path]))
    .map((path) => path.replace(":split", "public").replace(":subject", "7").replace(/:\w+/g, "none"));
  const board = `/en/challenges/${CHALLENGE.id}/leaderboard`;
  return [...new Set(filled), ...["?page=2", "?q=team", "/rows?since=x", "?language=fr"].map((wish) => board + wish)];
}

async function everything(token: string | null): Promise<Map<string, string>> {
  const visitor = new Visitor(address, token);
  const answers = new Map<string, string>();
  for (const path of addresses()) {
    const { status, headers, body } = await visitor.ask(path);
    const kept: unknown = JSON.parse(headers);
    const told = (Array.isArray(kept) ? kept : []).filter(([name]) => name !== "date");
    answers.set(path, JSON.stringify([status, told, body]));
  }
  return answers;
}

async function tokenOf(team: string): Promise<string> {
  const session = await store.signIn(await store.issueCode({ role: "participant", team }), "token");
  if (session === null) throw new Error("a code that was made does not open");
  return session.token;
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([path, answer]) => (after.get(path) === answer ? [] : [path]));
}

const SECRET = 83;
/** What a rejudging by another version may not tell before the reveal. */
const LEAKS = ["9.8.7", "Follow it further", "Suivre plus loin", "4321"];
const NEXT: ChallengeSpec = {
  ...{ ...CHALLENGE, version: LEAKS[0], title: { en: LEAKS[1], fr: LEAKS[2] }, summary: { en: LEAKS[1], fr: LEAKS[2] } },
  limits: { ...CHALLENGE.limits, memoryMiB: 4321, cpuMs: 4_321_000, wallMs: 4_321_000 },
};

it("answers and feeds are the same before and after fifty secret verdicts, a rerun, and a rejudging by another version", async () => {
  const own = await tokenOf(teams[0]);
  const mentor = await store.signIn(await store.issueCode({ role: "mentor", team: null }), "token");
  await store.act({ kind: "freeze" }, ACTOR);
  stopped = store.clock.now() + 1;
  await expect
    .poll(async () => (await new Visitor(address, null).ask(`/en/challenges/${CHALLENGE.id}/leaderboard`)).body)
    .toContain("stands still");
  const feed = `${address}/api/v1/challenges/${CHALLENGE.id}/feed`;
  const [guestFeed, ownFeed] = [await listenTo(feed), await listenTo(feed, own)];
  const before = [await everything(null), await everything(own)];
  expect(before[0].size).toBeGreaterThan(60);

  for (let i = 0; i < 50; i++) {
    const challenge = i % 5 === 4 ? SECOND.id : CHALLENGE.id;
    submissions.others.push(await send(teams[1 + (i % OTHERS)], challenge, `secret ${i}`));
    if (i % 10 !== 9) continue;
    const waiting = [await everything(null), await everything(own)];
    expect([differing(before[0], waiting[0]), differing(before[1], waiting[1])]).toEqual([[], []]);
    await judgeAll((id) => (id.charCodeAt(1) % 2 === 0 ? SECRET : null));
  }
  const again = submissions.others.filter((id) => id.charCodeAt(1) % 2 === 0).slice(0, 5);
  expect(await store.rerun(again, ACTOR)).toBe(again.length);
  const queued = [await everything(null), await everything(own)];
  expect([differing(before[0], queued[0]), differing(before[1], queued[1])]).toEqual([[], []]);
  await judgeAll(() => null);
  await store.beginRevision(NEXT, ACTOR);
  const during = [await everything(null), await everything(own)];
  expect([differing(before[0], during[0]), differing(before[1], during[1])]).toEqual([[], []]);
  const pointsBefore = 30 + (submissions.own[0].charCodeAt(0) % 9);
  await judgeAll((id) => (submissions.own.includes(id) ? pointsBefore : SECRET));
  expect((await store.revision(CHALLENGE.id)).coming).toBe(null);
  expect((await store.standings(CHALLENGE.id)).rows.filter(({ score }) => score === SECRET).length).toBeGreaterThan(5);

  const after = [await everything(null), await everything(own)];
  // A team's own run tells by which limits it was judged.
  const ownRun = ["en", "fr"].map((lang) => `/${lang}/submissions/${submissions.own[0]}`);
  expect([differing(before[0], after[0]), differing(before[1], after[1])]).toEqual([[], ownRun]);
  for (const path of ownRun) after[1].delete(path);
  for (const answers of after) expect([...answers.values()].filter((text) => text.includes(`>${SECRET}<`))).toEqual([]);
  for (const leak of LEAKS)
    for (const answers of after) expect([...answers].filter(([, text]) => text.includes(leak))).toEqual([]);

  const [guestHeard, ownHeard] = [await guestFeed(), await ownFeed()];
  const begins = `retry: 2000\nevent: time\ndata: {"now":${stopped}}\n\n`;
  expect(guestHeard.replaceAll(": still here\n\n", "")).toBe(begins);
  const told = [...ownHeard.matchAll(/^data: (\{"version".*)$/gm)].map(([, json]) => JSON.parse(json) as { teams: unknown[] });
  expect(told.every(({ teams: rows }) => rows.length === 1)).toBe(true);

  const board = await new Visitor(address, mentor?.token ?? null).ask(`/en/challenges/${CHALLENGE.id}/leaderboard`);
  expect(board.body).toContain("You see the live board");
  expect(board.body).toContain(`>${SECRET}<`);
  stopped = null;
  await store.act({ kind: "unfreeze" }, ACTOR);
  await expect
    .poll(async () => (await new Visitor(address, null).ask(`/en/challenges/${CHALLENGE.id}/leaderboard`)).body, {
      timeout: 15_000,
    })
    .toContain(`>${SECRET}<`);
  const shown = (await new Visitor(address, null).ask("/api/v1/challenges")).body;
  for (const leak of LEAKS) expect(shown).toContain(leak);
}, 1_200_000);
