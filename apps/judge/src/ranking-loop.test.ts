import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Judgement } from "@vigie/spec";
import { packFolder } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { eventSettings } from "../test/event-settings.ts";
import { tinyChallenge } from "../test/judge-bench.ts";
import { Ranker } from "./ranker.ts";
import { RankingLoop } from "./ranking-loop.ts";
import type { WorkerNote } from "./worker-options.ts";

const INSTALLATION = { sdkDir: "", datasetsDir: "", bundlerBinary: null, generators: {}, judge: "j" };
const CHALLENGE = tinyChallenge();

describe("standings that follow verdicts", () => {
  const parent = mkdtempSync(join(tmpdir(), "vigie-ranking-"));
  const rankingFile = join(parent, "ranking-thread.mjs");
  const notes: WorkerNote[] = [];
  let loop: RankingLoop | null = null;
  let store: JudgeStore;
  let archive: Uint8Array;

  beforeAll(async () => {
    const entryPoints = [join(import.meta.dirname, "ranking-thread.ts")];
    await build({ entryPoints, outfile: rankingFile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
    store = await openJudgeStore({ dataDir: join(parent, "data") });
    await store.createEvent({ settings: eventSettings(), challenges: [CHALLENGE] });
    for (let claim = await store.claim("w"); claim; claim = await store.claim("w"))
      await store.completePreparation(claim, { inputsDigest: "i", labelsCommitment: "l", subjects: 1 });
    writeFileSync(join(parent, "vigie.json"), JSON.stringify({ challenge: CHALLENGE.id, language: "typescript", entry: "d.ts" }));
    writeFileSync(join(parent, "d.ts"), "");
    archive = await packFolder(parent, ["vigie.json", "d.ts"]);
  });
  afterEach(async () => {
    await loop?.stop();
    loop = null;
    notes.length = 0;
  });
  afterAll(async () => {
    await store.close();
    rmSync(parent, { recursive: true, force: true });
  });

  async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  }

  async function judgement(points: number, replicates = 40): Promise<Judgement> {
    const score = { points, low: points - 1, high: points + 1, parts: {}, penalties: {} };
    const spread = Array.from({ length: replicates }, (_, i) => points + (i - replicates / 2) / 40);
    return Promise.resolve({ verdict: "accepted", reason: "accepted", score, replicates: spread, practice: null });
  }

  /** A submission of a team, practice judged; its public run is judged by what this gives. */
  async function submitted(team: string, points: number, replicates?: number): Promise<() => Promise<unknown>> {
    const sent = await store.submit({ team, challenge: CHALLENGE.id, archive: once(archive), countAttempt: false });
    if (sent.kind !== "stored") throw new Error(sent.kind);
    const claimed = async () => (await store.claim("w")) ?? Promise.reject(new Error("nothing waits"));
    await store.completeRun(await claimed(), { judgement: await judgement(points) });
    const claim = await claimed();
    return async () => store.completeRun(claim, { judgement: await judgement(points, replicates) });
  }

  const team = async (name: string) => (await store.createTeam({ name, baseline: false })).id;
  const start = (file?: string) => {
    const installation = { ...INSTALLATION, ...(file !== undefined && { rankingFile: file }) };
    loop = new RankingLoop({ store, installation, onNote: (note) => void notes.push(note) });
  };
  const board = async () =>
    (await store.standings(CHALLENGE.id)).rows.map(({ teamName, score, rank }) => [teamName, score, rank]);
  const soon = { timeout: 20_000 };

  it("of a process that was killed between verdict and ranking are computed at the next start", async () => {
    await (
      await submitted(await team("North"), 40)
    )();
    expect(await board()).toEqual([["North", null, null]]);
    start(rankingFile);
    await expect.poll(board, soon).toEqual([["North", 40, 1]]);
  });

  it("are computed once for all that came meanwhile, in a thread as in this one", async () => {
    const verdicts: (() => Promise<unknown>)[] = [];
    for (const [name, points] of [
      ["South", 50],
      ["East", 30],
      ["West", 60],
    ] as const)
      verdicts.push(await submitted(await team(name), points));
    const { version } = await store.standings(CHALLENGE.id);
    start(rankingFile);
    await Promise.all(verdicts.map((verdict) => verdict()));
    const all = [
      ["West", 60, 1],
      ["South", 50, 2],
      ["North", 40, 3],
      ["East", 30, 4],
    ];
    await expect.poll(board, soon).toEqual(all);
    expect((await store.standings(CHALLENGE.id)).version - version).toBeLessThanOrEqual(2);
    await loop?.stop();
    const [before, north] = [await store.standings(CHALLENGE.id), (await store.teams())[0].id];
    await (
      await submitted(north, 39)
    )();
    expect(await new Ranker(store).rankAll()).toBe(true);
    const places = (rows: typeof before.rows) => rows.map(({ team: id, rank, band }) => [id, rank, band]);
    expect(places((await store.standings(CHALLENGE.id)).rows)).toEqual(places(before.rows));
  });

  it.each([
    ["its arithmetic fails", () => rankingFile],
    ["its thread does not start", () => join(parent, "nowhere.mjs")],
  ])("a ranking that fails is told and tried again, and holds up no verdict: %s", async (_how, file) => {
    const odd = await team(`Odd ${notes.length} ${_how.length}`);
    await (
      await submitted(odd, 45, 7)
    )();
    start(file());
    const trouble = () => notes.filter(({ kind }) => kind === "trouble");
    await expect.poll(trouble, soon).not.toEqual([]);
    const verdict = await submitted(odd, 70);
    const told = trouble().length;
    await verdict();
    expect((await store.newestSubmission(odd))?.public?.verdict).toBe("accepted");
    if (file() !== rankingFile) await expect.poll(() => trouble().length, soon).toBeGreaterThan(told);
    await loop?.stop();
    start(rankingFile);
    await expect.poll(() => store.unranked(), soon).toEqual([]);
    expect((await board())[0]).toEqual([expect.stringMatching(/^Odd/), 70, 1]);
  });
});
