/** An event with a small hidden split that is scored for real, served over HTTP: what a team could attack. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLeaderboard, listen } from "@vigie/leaderboard";
import { drawResamples, rankStandings, scoreRun, type Predictions, type ScoredRun } from "@vigie/scoring";
import { publicSeed, type ChallengeSpec, type Judgement, type Labels, type PracticeReport, type StandingRow } from "@vigie/spec";
import { loadChallenge, loadDataset } from "@vigie/spec/node";
import { packFolder } from "@vigie/store";
import { openJudgeStore, type JudgeStore, type StandingEntry } from "@vigie/store/judge";
import { createWorld } from "@vigie/synth";
import { loadLabels, writeTestset } from "@vigie/testset";

const ROOT = join(import.meta.dirname, "../../..");
const ACCOUNTS = 1000;
const RESAMPLES = 60;

export interface HiddenEvent {
  readonly challenge: ChallengeSpec;
  readonly labels: Labels;
  readonly store: JudgeStore;
  readonly address: string;
  /** What must never be seen: the event secret and the split's seed. */
  readonly secrets: readonly Uint8Array[];
  score(predictions: Predictions): ScoredRun;
  /** The bytes of a sound submission of its own. */
  archive(mark: string): Promise<Buffer>;
  /** Judges all that waits: practice with a report of its own, the hidden split with what is given. */
  judge(practice: Judgement, hidden: Judgement): Promise<void>;
  close(): Promise<void>;
}

/** Ranks truly and leaves every number unrounded: what store and web app must not let through. */
function carelessRows({ precisionPoints, interval }: ChallengeSpec, entries: readonly StandingEntry[]): StandingRow[] {
  const scored = entries.flatMap(({ team: { id, name, baseline }, best }) =>
    best === null ? [] : [{ id, name, baseline, points: best.score.points, replicates: best.replicates }],
  );
  const places = new Map(rankStandings(scored, { precisionPoints, level: interval.level }).map((place) => [place.id, place]));
  return entries.map(({ team, best, history, attempts, latestVerdict }) => ({
    team: team.id,
    teamName: team.name,
    baseline: team.baseline,
    rank: places.get(team.id)?.rank ?? null,
    band: places.get(team.id)?.band ?? null,
    score: best?.score.points ?? null,
    interval: best === null ? null : [best.score.low, best.score.high],
    parts: best?.score.parts ?? null,
    harm: best?.score.harm ?? null,
    history: [...history],
    attempts,
    verdict: latestVerdict,
    submission: best?.submission ?? null,
    judgedAt: best?.judgedAt ?? null,
  }));
}

async function hiddenLabels(folder: string, seed: Uint8Array): Promise<Labels> {
  const dataset = loadDataset(join(ROOT, "datasets/follow-the-money"));
  const { id, version, title, licence } = dataset;
  await writeTestset(createWorld(dataset, { seed, accounts: ACCOUNTS }), folder, { meta: { id, version, title, licence } });
  return loadLabels(folder);
}

async function createEvent(store: JudgeStore, challenge: ChallengeSpec, commitment: string): Promise<void> {
  const settings = {
    id: "test",
    name: { en: "Test", fr: "Essai" },
    timeZone: "America/St_Johns",
    opensAt: "2020-01-01T00:00:00.000Z",
    closesAt: "2090-01-01T00:00:00.000Z",
    helpLine: { name: { en: "Help", fr: "Aide" }, phone: "555-0100" },
    secretCommitment: commitment,
    demo: false,
  };
  await store.createEvent({ settings, challenges: [challenge] });
  for (let claim = await store.claim("worker"); claim !== null; claim = await store.claim("worker")) {
    await store.completePreparation(claim, { inputsDigest: claim.split, labelsCommitment: claim.split, accounts: ACCOUNTS });
  }
}

export async function openHiddenEvent(): Promise<HiddenEvent> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-attacker-"));
  const declared = loadChallenge(join(ROOT, "challenges/follow-the-money"));
  const challenge: ChallengeSpec = {
    ...declared,
    splits: { ...declared.splits, public: { accounts: ACCOUNTS } },
    interval: { ...declared.interval, resamples: RESAMPLES },
  };
  const secret = randomBytes(32);
  const { id: datasetId, version: datasetVersion } = challenge.dataset;
  const seed = publicSeed({ datasetId, datasetVersion, challengeId: challenge.id }, secret);
  const labels = await hiddenLabels(join(folder, "split"), seed);
  const resamples = drawResamples(labels, seed, RESAMPLES);
  const store = await openJudgeStore({ dataDir: join(folder, "data") });
  await createEvent(store, challenge, "00");
  const site = createLeaderboard({
    store,
    uploads: { allowed: true },
    secureCookies: false,
    assetsDir: join(ROOT, "apps/leaderboard/assets"),
    kit: () => Promise.resolve(null),
  });
  const server = await listen(site.app, { host: "127.0.0.1", port: 0 });
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("expected a port");
  return {
    challenge,
    labels,
    store,
    address: `http://127.0.0.1:${at.port}`,
    secrets: [secret, seed],
    score: (predictions) => scoreRun(challenge, labels, predictions, resamples),
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
        await store.completeRun(claim, { judgement: judgement }, (entries) => carelessRows(challenge, entries));
      }
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
  score: null,
  details: null,
  mistakes: [],
  fault: null,
  log: "",
  logTruncated: false,
  resources: null,
};
