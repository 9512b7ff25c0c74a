import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { isRankingReport } from "@vigie/spec/ranking";
import { packFolder } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { eventSettings } from "./event-settings.ts";
import { makeInstallation, tinyChallenge } from "./judge-bench.ts";
import { ensureEventSecret } from "../src/event-secret.ts";
import { signatureHolds } from "../src/event-key.ts";
import type { Installation } from "../src/installation.ts";
import { prepareSplit, splitFolder } from "../src/prepare-split.ts";
import type { WorkerNote, WorkerOptions } from "../src/worker-options.ts";
import { startWorkers } from "../src/workers.ts";

const found = await openSandbox("auto");
if (found.kind === "ready") await found.sandbox.close();

const RULE = `import { alert, defineDetector } from "@vigie/sdk";
export default defineDetector((account) => {
  const ads = account.transactions.filter((t) => t.mcc === 7311);
  return alert({ score: ads.length / (ads.length + 5), role: "controller" });
});`;
const REQUIRE = 'import { createRequire as ours } from "node:module"; const require = ours(import.meta.url);';

describe.skipIf(found.kind === "missing")("an event whose splits another version prepared", () => {
  const parent = mkdtempSync(join(tmpdir(), "vigie-elsewhere-"));
  const [splitsDir, secretFile, childFile] = ["splits", "event-secret", "child.mjs"].map((name) => join(parent, name));
  const challenge = tinyChallenge();
  let installation: Installation;
  let store: JudgeStore;
  let archive: Buffer;
  let team = "";

  beforeAll(async () => {
    const common = { bundle: true, platform: "node", format: "esm", logLevel: "error" } as const;
    const entryPoints = [join(import.meta.dirname, "../src/child.ts")];
    await build({ ...common, entryPoints, outfile: childFile, banner: { js: REQUIRE }, external: ["esbuild"] });
    installation = await makeInstallation(parent);
    store = await openJudgeStore({ dataDir: join(parent, "data") });
    const { commitment: secretCommitment } = ensureEventSecret(secretFile);
    await store.createEvent({ settings: eventSettings({ secretCommitment }), challenges: [challenge] });
    team = (await store.createTeam({ name: "North", baseline: false })).id;
    const sources = join(parent, "sources");
    mkdirSync(sources);
    writeFileSync(
      join(sources, "vigie.json"),
      JSON.stringify({ challenge: challenge.id, language: "typescript", entry: "d.ts" }),
    );
    writeFileSync(join(sources, "d.ts"), RULE);
    archive = await packFolder(sources, ["vigie.json", "d.ts"]);
  });
  afterAll(async () => {
    await store.close();
    rmSync(parent, { recursive: true, force: true });
  });

  const of = (bank: string): Installation => ({ ...installation, generators: { bank } });

  async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield bytes;
  }

  async function send(): Promise<string> {
    const sent = await store.submit({ team, challenge: challenge.id, archive: once(archive), countAttempt: true });
    if (sent.kind !== "stored") throw new Error(sent.kind);
    return sent.submission.id;
  }

  /** Has a version of Vigie work until something is so. */
  async function work(
    generator: string,
    until: (notes: readonly WorkerNote[]) => Promise<boolean>,
    own: Partial<Installation> = {},
  ): Promise<WorkerNote[]> {
    const notes: WorkerNote[] = [];
    const options: WorkerOptions = {
      store,
      installation: { ...of(generator), ...own },
      childFile,
      secretFile,
      keyFile: join(parent, "event-key"),
      splitsDir,
      bundlesDir: join(parent, "bundles"),
      sandbox: found.kind === "ready" ? found.sandbox.kind : "none",
      trusted: () => Promise.resolve(true),
      onNote: (note) => void notes.push(note),
    };
    const workers = startWorkers(options, 1);
    while (!(await until(notes))) await new Promise((resolve) => setTimeout(resolve, 50));
    await workers.stop();
    return notes;
  }

  const folders = (generator: string): string[] => readdirSync(splitsDir).filter((name) => name.endsWith(`_${generator}`));

  it("has what waits judged on the same bytes, made anew, and nobody is charged for it", async () => {
    await work("old", async () => (await store.preparation(challenge.id)).every(({ state }) => state === "ready"));
    expect(folders("old")).toHaveLength(2);
    const waiting = await send();
    const notes = await work("new", async () => (await store.submission(waiting))?.public?.state === "judged");
    expect(notes.filter(({ kind }) => kind === "trouble")).toEqual([]);
    expect(folders("new")).toHaveLength(2);
    const submission = await store.submission(waiting);
    expect([submission?.practice.verdict, submission?.public?.verdict]).toEqual(["accepted", "accepted"]);
    for (const run of [submission?.practice, submission?.public]) {
      if (!run?.receipt) throw new Error("a receipt was expected");
      expect(run.receipt.receipt).toMatchObject({
        receipt: 2,
        kind: "ranking",
        world: "bank",
        generator: "new",
        score: run.score,
      });
      expect(signatureHolds(run.receipt)).toBe(true);
    }
  });

  it("shows of each subject that a mistake names its own rows, and what was planted", async () => {
    const newest = await store.newestSubmission(team);
    const practice = (await store.submission(newest?.id ?? ""))?.practice.practice ?? null;
    if (practice === null || !isRankingReport(practice)) throw new Error("a practice report was expected");
    expect(practice.mistakes.length).toBeGreaterThan(3);
    for (const { subject, kind, indicators } of practice.mistakes) {
      const exhibit = await store.exhibit(challenge.id, subject);
      if (exhibit === null) throw new Error(`no exhibit of ${subject}`);
      expect(Object.keys(exhibit.tables)).toEqual(["accounts", "transactions", "events"]);
      const { accounts, transactions, events } = exhibit.tables;
      expect(accounts.rows.map((row) => row[accounts.columns.indexOf("account")])).toEqual([subject]);
      const ids = [transactions, events].flatMap(({ rows }) => rows.map((row) => row[0]));
      for (const { id } of exhibit.planted) expect(ids).toContain(id);
      const named = new Set(exhibit.planted.map(({ indicator }) => indicator));
      const planted = indicators.filter((one) => one.planted).map(({ indicator }) => indicator);
      expect([...named].toSorted()).toEqual(planted.toSorted());
      expect(exhibit.planted.length > 0).toBe(kind !== "false-alarm");
    }
  });

  /** A version whose sets are others: its practice split is made from another seed. */
  async function otherVersion(generator: string): Promise<void> {
    const folder = splitFolder(splitsDir, of(generator), challenge, "practice");
    await prepareSplit(installation, { challenge, split: "practice", seed: Buffer.alloc(32, 1), folder }, () => undefined);
  }
  const isHeld = (notes: readonly WorkerNote[]) => notes.some(({ kind }) => kind === "held");
  const pause = () => new Promise((resolve) => setTimeout(resolve, 1500));
  const judged = (id: string) => async () => (await store.submission(id))?.public?.state === "judged";

  it("a start with another version of Vigie keeps what waits waiting, says so once, takes uploads, and costs nothing", async () => {
    await otherVersion("other");
    const left = await store.attemptsLeftToday(team, challenge.id);
    const waiting = [await send(), await send()];
    for (let start = 0; start < 4; start++) {
      const notes = await work("other", async (sofar) => {
        if (!isHeld(sofar)) return false;
        waiting.push(await send());
        await pause();
        return true;
      });
      expect(notes.filter(({ kind }) => kind === "held" || kind === "trouble" || kind === "judged")).toEqual([
        {
          kind: "held",
          challenge: challenge.id,
          revision: 0,
          retired: null,
          why: expect.stringMatching(/expected inputsDigest .* vigie judge rejudge/),
        },
      ]);
    }
    for (const id of waiting) expect((await store.submission(id))?.practice).toMatchObject({ state: "queued", verdict: null });
    expect(await store.attemptsLeftToday(team, challenge.id)).toBe(left - waiting.length);
    expect(folders("other")).toHaveLength(1);
    // The version that prepared them is put back.
    await work("new", judged(waiting[0]));
    expect((await store.submission(waiting[0]))?.public?.verdict).toBe("accepted");
  });

  it("where the splits cannot be made just now it says so once and loses nothing by it, however much waits", async () => {
    const waiting = await send();
    const notes = await work("none", (sofar) => Promise.resolve(sofar.some(({ kind }) => kind === "trouble")), {
      datasetsDir: join(parent, "nowhere"),
    });
    expect(notes.filter(({ kind }) => kind !== "judging" && kind !== "preparing")).toMatchObject([
      { kind: "trouble", gaveUp: false },
    ]);
    expect((await store.submission(waiting))?.practice.state).toBe("queued");
  });

  it("what is held is judged by the other version once it is asked to judge anew", async () => {
    const waiting = await send();
    const { runs } = await store.beginRevision(challenge, "organizer-1");
    expect(runs).toBeGreaterThan(1);
    const notes = await work("other", async () => (await store.revision(challenge.id)).revision === 1);
    expect(notes.filter(({ kind }) => kind === "trouble")).toEqual([]);
    expect((await store.submission(waiting))?.public).toMatchObject({
      verdict: "accepted",
      receipt: { receipt: { generator: "other" } },
    });
    expect(await store.pending(challenge.id)).toEqual([]);
  });
});
