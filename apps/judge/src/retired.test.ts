import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { checkedChallenge, loadChallenge } from "@vigie/spec/node";
import { packFolder } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { testsetDigest } from "@vigie/testset";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventSettings } from "../test/event-settings.ts";
import { makeTestset } from "./make-testset.ts";
import { splitFolder } from "./prepare-split.ts";
import type { WorkerNote } from "./worker-options.ts";
import { startWorkers } from "./workers.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const NOW = loadChallenge(join(ROOT, "challenges/follow-the-money"));
const BEFORE = checkedChallenge(
  {
    ...NOW,
    ...{ version: "1.0.0", dataset: { ...NOW.dataset, version: "1.0.0" } },
    penalties: [{ measure: "harm", weight: 0.5, cap: 0.2, smallestGroup: 20 }],
  },
  "event",
);
const INSTALLATION = {
  ...{ sdkDir: "", datasetsDir: join(ROOT, "datasets"), bundlerBinary: null },
  ...{ generators: { bank: "g" }, judge: "j" },
};
const RETIRED = { version: "1.0.0", commit: "00fed800ad9ae67daf56fd95e6868aa945b8af93" };

describe("an event of a version that is made and scored no more", () => {
  const parent = mkdtempSync(join(tmpdir(), "vigie-retired-"));
  const [log, splitsDir] = [join(parent, "log"), join(parent, "splits")];
  let store: JudgeStore;
  let team = "";
  let archive: Buffer;
  const sent: string[] = [];

  beforeAll(async () => {
    process.env["VIGIE_TEST_LOG"] = log;
    store = await openJudgeStore({ dataDir: join(parent, "data") });
    await store.createEvent({ settings: eventSettings(), challenges: [BEFORE] });
    team = (await store.createTeam({ name: "North", baseline: false })).id;
    const manifest = { challenge: NOW.id, language: "typescript", entry: "d.ts", protocol: "sdk" };
    writeFileSync(join(parent, "vigie.json"), JSON.stringify(manifest));
    writeFileSync(join(parent, "d.ts"), "");
    archive = await packFolder(parent, ["vigie.json", "d.ts"]);
    // Sets lie there whole, under the names of either version.
    for (const challenge of [BEFORE, NOW])
      for (const split of ["practice", "public"] as const) {
        const folder = splitFolder(splitsDir, INSTALLATION, challenge, split);
        mkdirSync(join(folder, "inputs"), { recursive: true });
        writeFileSync(join(folder, "inputs", "rows"), "");
        const empty = { "inputs/rows": { sha256: createHash("sha256").digest("hex"), bytes: 0 } };
        writeFileSync(join(folder, "checksums.json"), JSON.stringify(testsetDigest(empty)));
      }
  });
  beforeEach(() => writeFileSync(log, ""));
  afterAll(async () => {
    Reflect.deleteProperty(process.env, "VIGIE_TEST_LOG");
    await store.close();
    rmSync(parent, { recursive: true, force: true });
  });

  async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield bytes;
  }

  async function send(): Promise<void> {
    const result = await store.submit({ team, challenge: NOW.id, archive: once(archive), countAttempt: true });
    if (result.kind !== "stored") throw new Error(result.kind);
    sent.push(result.submission.id);
  }

  /** Has this version work until something is so, then stop. The stand-in prepares whatever it is asked for, as the old version did. */
  async function work(until: (notes: readonly WorkerNote[]) => Promise<boolean>): Promise<WorkerNote[]> {
    const notes: WorkerNote[] = [];
    const workers = startWorkers(
      {
        ...{ store, installation: INSTALLATION, secretFile: "", keyFile: "", splitsDir, bundlesDir: "", sandbox: "none" },
        childFile: resolve(import.meta.dirname, "../test/stand-in-child.mjs"),
        trusted: () => Promise.resolve(true),
        onNote: (note) => void notes.push(note),
      },
      2,
    );
    while (!(await until(notes))) await new Promise((done) => setTimeout(done, 20));
    await workers.stop();
    return notes.filter(({ kind }) => kind !== "preparing");
  }

  const states = () => Promise.all(sent.map(async (id) => (await store.submission(id))?.practice));

  it("keeps what waits waiting, however often it is started, says so once a start, and takes uploads", async () => {
    await send();
    const left = await store.attemptsLeftToday(team, NOW.id);
    for (let start = 0; start < 4; start++) {
      await send();
      const notes = await work((sofar) => Promise.resolve(sofar.some(({ kind }) => kind === "held")));
      const why: unknown = expect.stringMatching(/version 1\.0\.0 .* commit 00fed80 .* vigie judge rejudge follow-the-money/);
      expect(notes).toEqual([{ kind: "held", challenge: NOW.id, revision: 0, why, retired: RETIRED }]);
    }
    expect(readFileSync(log, "utf8")).not.toContain("judge");
    for (const run of await states()) expect(run).toMatchObject({ state: "queued", verdict: null, score: null });
    expect(await store.attemptsLeftToday(team, NOW.id)).toBe(left - 4);
  });

  it("is judged whole once it is asked for in the version that lies here", async () => {
    await store.beginRevision(NOW, "organizer");
    const notes = await work(async () => (await store.revision(NOW.id)).revision === 1);
    expect(notes.filter(({ kind }) => kind === "trouble")).toEqual([]);
    expect((await store.challenges()).map(({ version }) => version)).toEqual(["2.0.0"]);
    for (const run of await states()) expect(run).toMatchObject({ state: "judged", verdict: "accepted" });
  });

  it("has no set made for it, but is told by which commit", async () => {
    const wish = { split: "practice", seed: Buffer.alloc(32), size: { accounts: 300 }, folder: join(parent, "none") } as const;
    await expect(makeTestset(INSTALLATION, BEFORE, { ...wish, onProgress: () => undefined })).rejects.toThrow(/commit 00fed80/);
  });
});
