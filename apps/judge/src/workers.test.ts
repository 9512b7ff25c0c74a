import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import type { ChallengeSpec } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { packFolder } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { testsetDigest } from "@vigie/testset";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventSettings } from "../test/event-settings.ts";
import { splitFolder } from "./prepare-split.ts";
import type { WorkerNote, WorkerOptions } from "./worker-options.ts";
import { startWorkers, type Workers } from "./workers.ts";

const CHALLENGE = loadChallenge(resolve(import.meta.dirname, "../../../challenges/follow-the-money"));
const INSTALLATION = { sdkDir: "", datasetsDir: "", bundlerBinary: null, generators: { bank: "g" }, judge: "j" };

describe("workers of one process", () => {
  const parent = mkdtempSync(join(tmpdir(), "vigie-workers-"));
  const log = join(parent, "log");
  const splitsDir = join(parent, "splits");
  let store: JudgeStore;
  let teams: string[] = [];
  let archive: Buffer;
  let workers: Workers | null = null;
  let notes: WorkerNote[] = [];
  let awaited: { readonly wanted: (note: WorkerNote) => boolean; left: number; readonly done: () => void } | null = null;

  beforeAll(async () => {
    store = await openJudgeStore({ dataDir: join(parent, "data") });
    await store.createEvent({ settings: eventSettings(), challenges: [CHALLENGE] });
    teams = [];
    for (const name of ["North", "South", "East"]) teams.push((await store.createTeam({ name, baseline: false })).id);
    const sources = join(parent, "sources");
    mkdirSync(sources);
    writeFileSync(
      join(sources, "vigie.json"),
      JSON.stringify({ challenge: CHALLENGE.id, language: "typescript", entry: "d.ts", protocol: "sdk" }),
    );
    writeFileSync(join(sources, "d.ts"), "");
    archive = await packFolder(sources, ["vigie.json", "d.ts"]);
    for (const split of ["practice", "public"] as const) {
      const folder = splitFolder(splitsDir, INSTALLATION, CHALLENGE, split);
      mkdirSync(join(folder, "inputs"), { recursive: true });
      writeFileSync(join(folder, "inputs", "rows"), "");
      const empty = createHash("sha256").digest("hex");
      writeFileSync(
        join(folder, "checksums.json"),
        JSON.stringify(testsetDigest({ "inputs/rows": { sha256: empty, bytes: 0 } })),
      );
    }
  });
  beforeEach(() => {
    writeFileSync(log, "");
    process.env["VIGIE_TEST_LOG"] = log;
    notes = [];
  });
  afterEach(async () => {
    await workers?.stop();
    workers = null;
    for (const name of ["VIGIE_TEST_LOG", "VIGIE_TEST_DIES", "VIGIE_TEST_PAUSE", "VIGIE_TEST_MISTAKES", "VIGIE_TEST_NO_EXHIBITS"])
      Reflect.deleteProperty(process.env, name);
  });
  afterAll(async () => {
    await store.close();
    rmSync(parent, { recursive: true, force: true });
  });

  async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield bytes;
  }

  async function send(team: string, challenge: ChallengeSpec = CHALLENGE): Promise<string> {
    const sent = await store.submit({ team, challenge: challenge.id, archive: once(archive), countAttempt: false });
    if (sent.kind !== "stored") throw new Error(sent.kind);
    return sent.submission.id;
  }

  function start(count: number): void {
    const options: WorkerOptions = {
      ...{ store, installation: INSTALLATION, secretFile: "", keyFile: "", splitsDir, bundlesDir: "", sandbox: "none" },
      childFile: resolve(import.meta.dirname, "../test/stand-in-child.mjs"),
      trusted: () => Promise.resolve(true),
      onNote: (note) => {
        notes.push(note);
        if (awaited?.wanted(note) === true && --awaited.left === 0) awaited.done();
      },
    };
    workers = startWorkers(options, count);
  }

  const noted = (wanted: (note: WorkerNote) => boolean, left: number): Promise<void> =>
    new Promise((done) => (awaited = { wanted, left, done }));
  const isJudged = (note: WorkerNote): boolean => note.kind === "judged";
  const logged = (): string[][] =>
    readFileSync(log, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(" "));

  /** Folders of staged inputs that this process has made and not removed. */
  function ownCopies(): string[] {
    const homes = [tmpdir(), "/var/tmp"].filter((home) => existsSync(home));
    const owners = homes.flatMap((home) => readdirSync(home).map((name) => join(home, name, ".owner")));
    return owners.filter((file) => existsSync(file) && readFileSync(file, "utf8").startsWith(`${process.pid} `));
  }

  function mostAtOnce(kind: string): number {
    let [now, most] = [0, 0];
    for (const [what, of] of logged()) if (of === kind) most = Math.max(most, (now += what === "begin" ? 1 : -1));
    return most;
  }

  it("prepare one split at a time, and begin no run meanwhile", async () => {
    await send(teams[0]);
    const all = noted(isJudged, 2);
    start(3);
    await all;
    const order = logged().map(([what, kind]) => `${what} ${kind}`);
    expect(order.slice(0, 4)).toEqual(["begin prepare", "end prepare", "begin prepare", "end prepare"]);
    expect(order.slice(4)).toEqual(["begin judge", "end judge", "begin judge", "end judge"]);
  });

  it("judge as many at once as there are workers, each run once, each in a child of its worker's own", async () => {
    const ids: string[] = [];
    for (let round = 0; round < 3; round++) for (const team of teams) ids.push(await send(team));
    const all = noted(isJudged, 2 * ids.length);
    start(3);
    await all;
    expect(mostAtOnce("judge")).toBe(3);
    expect(new Set(logged().map(([, , , pid]) => pid)).size).toBe(3);
    const runs = notes.flatMap((note) => (note.kind === "judged" ? [`${note.submission} ${note.split}`] : []));
    expect(runs.toSorted()).toEqual(ids.flatMap((id) => [`${id} practice`, `${id} public`]).toSorted());
    const verdicts = async () => (await store.standings(CHALLENGE.id)).rows.map(({ verdict }) => verdict);
    await expect.poll(verdicts).toEqual(teams.map(() => "accepted"));
  });

  it("go on where the child of one dies, whose run is given up after three", async () => {
    process.env["VIGIE_TEST_DIES"] = await send(teams[0]);
    const others = [await send(teams[1]), await send(teams[2])];
    const all = noted((note) => isJudged(note) || (note.kind === "trouble" && note.gaveUp), 2 * others.length + 1);
    start(2);
    await all;
    expect((await store.submission(process.env["VIGIE_TEST_DIES"]))?.practice.verdict).toBe("judge_error");
    for (const id of others) expect((await store.submission(id))?.public?.verdict).toBe("accepted");
  });

  it("give back what is in hand when they are stopped, count no loss, and leave no copy of inputs", async () => {
    process.env["VIGIE_TEST_PAUSE"] = "60000";
    const ids = [await send(teams[0]), await send(teams[1]), await send(teams[2])];
    for (let stops = 0; stops < 4; stops++) {
      const both = noted((note) => note.kind === "judging", 2);
      start(2);
      await both;
      expect(ownCopies()).toHaveLength(1);
      await workers?.stop();
    }
    expect(ownCopies()).toEqual([]);
    expect(notes.filter(({ kind }) => kind === "trouble")).toEqual([]);
    process.env["VIGIE_TEST_PAUSE"] = "1";
    const all = noted(isJudged, 2 * ids.length);
    start(2);
    await all;
    for (const id of ids) expect((await store.submission(id))?.public?.verdict).toBe("accepted");
  });

  it("have an exhibit made of each subject that a practice mistake names, once", async () => {
    const exhibits = async () => Promise.all([4, 2].map((subject) => store.exhibit(CHALLENGE.id, subject)));
    process.env["VIGIE_TEST_NO_EXHIBITS"] = "1";
    process.env["VIGIE_TEST_MISTAKES"] = "424";
    const first = await send(teams[0]);
    const told = noted((note) => note.kind === "judged" && note.submission === first, 2);
    start(1);
    await told;
    expect(notes).toContainEqual({ kind: "trouble", message: "no exhibit today", gaveUp: false });
    expect(await exhibits()).toEqual([null, null]);
    Reflect.deleteProperty(process.env, "VIGIE_TEST_NO_EXHIBITS");
    await workers?.stop();
    const second = await send(teams[1]);
    const judged = noted((note) => note.kind === "judged" && note.submission === second, 2);
    start(1);
    await judged;
    expect(await exhibits()).toEqual([4, 2].map((subject) => ({ subject, tables: {}, planted: [] })));
  });
});
