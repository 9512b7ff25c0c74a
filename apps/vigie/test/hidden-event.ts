/** An event with a small hidden split that is scored for real, served over HTTP: what a team could attack. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ranker } from "@vigie/judge";
import { createLeaderboard, listen } from "@vigie/leaderboard";
import { drawResamples, openScoring, OutputStream, scoreRun, type ScoredRun } from "@vigie/scoring";
import { publicSeed, tablesOf, type ChallengeSpec, type Judgement, type PracticeReport, type Truth } from "@vigie/spec";
import { loadChallenge, loadDataset } from "@vigie/spec/node";
import { packFolder } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { createWorld } from "@vigie/synth";
import { openTruth, writeTestset } from "@vigie/testset";
import { eventSettings } from "./event-settings.ts";

const ROOT = join(import.meta.dirname, "../../..");
const ACCOUNTS = 1000;
const RESAMPLES = 60;

export interface HiddenEvent {
  readonly challenge: ChallengeSpec;
  /** The hidden accounts, and which of them are positive. */
  readonly accounts: number;
  readonly positives: readonly number[];
  readonly store: JudgeStore;
  readonly address: string;
  /** What must never be seen: the event secret and the split's seed. */
  readonly secrets: readonly Uint8Array[];
  /** Of an output that raises an alert on each of these accounts, all alike. */
  score(named: readonly number[]): ScoredRun;
  /** The bytes of a sound submission of its own. */
  archive(mark: string): Promise<Buffer>;
  /** Judges all that waits: practice with a report of its own, the hidden split with what is given. */
  judge(practice: Judgement, hidden: Judgement): Promise<void>;
  close(): Promise<void>;
}

async function hiddenTruth(folder: string, seed: Uint8Array): Promise<Truth> {
  const dataset = loadDataset(join(ROOT, "datasets/follow-the-money"));
  const world = createWorld(dataset, { seed, size: { accounts: ACCOUNTS } });
  await writeTestset(world, folder, { meta: dataset, tables: tablesOf(dataset) });
  return openTruth(folder);
}

function accountsIn(truth: Truth): number[] {
  const { account } = truth.table("positives").columns;
  return account.kind === "text" ? [] : [...account.values];
}

async function createEvent(store: JudgeStore, challenge: ChallengeSpec, commitment: string): Promise<void> {
  await store.createEvent({ settings: eventSettings({ secretCommitment: commitment }), challenges: [challenge] });
  for (let claim = await store.claim("worker"); claim !== null; claim = await store.claim("worker")) {
    await store.completePreparation(claim, { inputsDigest: claim.split, labelsCommitment: claim.split, subjects: ACCOUNTS });
  }
}

export async function openHiddenEvent(): Promise<HiddenEvent> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-attacker-"));
  const declared = loadChallenge(join(ROOT, "challenges/follow-the-money"));
  const challenge: ChallengeSpec = {
    ...declared,
    sizes: { ...declared.sizes, public: { accounts: ACCOUNTS } },
    interval: { ...declared.interval, resamples: RESAMPLES },
  };
  const secret = randomBytes(32);
  const { id: datasetId, version: datasetVersion } = challenge.dataset;
  const seed = publicSeed({ datasetId, datasetVersion, challengeId: challenge.id }, secret);
  const truth = await hiddenTruth(join(folder, "split"), seed);
  const scoring = openScoring(challenge, truth);
  const resamples = drawResamples({ stratumOfUnit: scoring.stratumOfUnit, seed, count: RESAMPLES });
  const store = await openJudgeStore({ dataDir: join(folder, "data") });
  await createEvent(store, challenge, "00");
  const site = createLeaderboard({
    store,
    uploads: { allowed: true, limits: { perMinute: 1_000 } },
    secureCookies: false,
    assetsDir: join(ROOT, "apps/leaderboard/assets"),
    datasetOf: () => null,
    kit: () => Promise.resolve(null),
  });
  const ranker = new Ranker(store);
  const server = await listen(site.app, { host: "127.0.0.1", port: 0 });
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("expected a port");
  return {
    challenge,
    accounts: ACCOUNTS,
    positives: accountsIn(truth),
    store,
    address: `http://127.0.0.1:${at.port}`,
    secrets: [secret, seed],
    score(named) {
      const output = new OutputStream({ challenge, scoring });
      const lines = [...named.map((account) => ({ account, score: 0.5 })), { end: named.length }];
      for (const line of lines) output.push(Buffer.from(`${JSON.stringify(line)}\n`));
      const read = output.end();
      if (!read.ok) throw new Error(`expected a sound output; found ${read.fault.code}`);
      return scoreRun({ challenge, scoring, scorable: read.scorable, resamples });
    },
    async archive(mark) {
      const project = join(folder, "project");
      mkdirSync(project, { recursive: true });
      const manifest = { challenge: challenge.id, language: "typescript", entry: "detector.ts" };
      writeFileSync(join(project, "vigie.json"), JSON.stringify(manifest));
      writeFileSync(join(project, "detector.ts"), `export {}; // ${mark}\n`);
      return packFolder(project, ["vigie.json", "detector.ts"]);
    },
    async judge(practice, hidden) {
      for (let claim = await store.claim("worker"); claim !== null; claim = await store.claim("worker")) {
        const judgement = claim.split === "practice" ? practice : hidden;
        await store.completeRun(claim, { judgement });
      }
      await ranker.rankAll();
    },
    async close() {
      site.close();
      server.closeAllConnections();
      server.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A practice report that says nothing. */
export const QUIET: PracticeReport = {
  kind: "ranking",
  score: null,
  details: null,
  mistakes: [],
  fault: null,
  log: "",
  logTruncated: false,
  resources: null,
};
