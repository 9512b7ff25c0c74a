/**
 * Child of `rush.ts`: an event of many teams in the embedded database, its web app and one worker, in one process as `vigie
 * start` has them; or a bare Express. Tells its address and who may sign in, then how long its event loop made others wait.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import express, { type Express } from "express";
import { Ranker, startWorkers, type WorkerNote, type WorkerOptions } from "@vigie/judge";
import { createLeaderboard, listen } from "@vigie/leaderboard";
import type { ChallengeSpec, Judgement } from "@vigie/spec";
import { loadChallenge, loadDataset } from "@vigie/spec/node";
import { packFolder } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { benchInstallation, benchSandbox, CHALLENGE_DIR, DIST, NOTHING, writeSubmission } from "./judge-scene.ts";

const [kind, folder, teams] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const ACCOUNTS = 1000;
const REPLICATES = 2000;

const EVENT = {
  ...{ id: "bench", name: { en: "Bench", fr: "Banc" }, timeZone: "UTC", secretCommitment: "00", demo: false },
  ...{ opensAt: "2020-01-01T00:00:00.000Z", closesAt: "2090-01-01T00:00:00.000Z" },
  helpLine: { name: { en: "none", fr: "aucune" }, phone: "" },
};

function smallChallenge(): ChallengeSpec {
  const size = { accounts: ACCOUNTS };
  return { ...loadChallenge(CHALLENGE_DIR), sizes: { practice: size, public: size, final: size } };
}

function workerOptions(store: JudgeStore, onNote: (note: WorkerNote) => void): WorkerOptions {
  const secretFile = join(folder, "secret");
  writeFileSync(secretFile, "0".repeat(64), { mode: 0o600 });
  return {
    ...{ store, secretFile, installation: benchInstallation(), childFile: join(DIST, "judge-child.mjs") },
    ...{ keyFile: join(folder, "key"), splitsDir: join(folder, "splits"), bundlesDir: join(folder, "bundles") },
    sandbox: "bubblewrap",
    trusted: () => Promise.resolve(false),
    onNote,
  };
}

async function prepare(store: JudgeStore, challenge: ChallengeSpec): Promise<void> {
  const workers = startWorkers(
    workerOptions(store, (note) => {
      if (note.kind === "trouble") console.error(note.message);
    }),
    1,
  );
  while (!(await store.preparation(challenge.id)).every(({ state }) => state === "ready")) await pause(200);
  await workers.stop();
}

/** Verdicts that nobody ran, so that there is a board to begin with. */
function judgement(challenge: ChallengeSpec, n: number): Judgement {
  const points = 5 + ((n * 7919) % 7000) / 100;
  const parts = Object.fromEntries(challenge.parts.map(({ measure }) => [measure, points / 100]));
  const replicates = Array.from({ length: REPLICATES }, (_, i) => points + 8 * (((i * 31 + n * 17) % 101) / 101 - 0.5));
  const score = { points, low: points - 4, high: points + 4, parts, penalties: { harm: 0 } };
  return { verdict: "accepted", reason: "accepted", score, replicates, practice: null };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Teams with a judged submission each. @returns their codes. */
async function fill(store: JudgeStore, challenge: ChallengeSpec): Promise<string[]> {
  const project = join(folder, "project");
  writeSubmission(project, NOTHING);
  const archive = await packFolder(project, ["vigie.json", "detector.ts"]);
  const codes: string[] = [];
  for (let n = 0; n < teams; n++) {
    const team = (await store.createTeam({ name: `Team ${n}`, baseline: false })).id;
    codes.push(await store.issueCode({ role: "participant", team }));
    await store.submit({ team, challenge: challenge.id, archive: once(archive), countAttempt: false });
    for (let claim = await store.claim("fill"); claim !== null; claim = await store.claim("fill"))
      await store.completeRun(claim, { judgement: judgement(challenge, n) });
  }
  const ranker = new Ranker(store);
  await ranker.rankAll();
  return codes;
}

async function serve(app: Express): Promise<string> {
  const address = (await listen(app, { host: "127.0.0.1", port: 0 })).address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}`;
}

async function bare(): Promise<void> {
  const app = express();
  app.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  process.send?.({ url: await serve(app), codes: [] });
}

async function rushed(): Promise<void> {
  await (await benchSandbox()).close();
  const store = await openJudgeStore({ dataDir: join(folder, "data") });
  const challenge = smallChallenge();
  await store.createEvent({ settings: EVENT, challenges: [challenge] });
  await prepare(store, challenge);
  const codes = await fill(store, challenge);
  const site = createLeaderboard({
    store,
    uploads: { allowed: true },
    secureCookies: false,
    datasetOf: () => loadDataset(fileURLToPath(new URL("../../datasets/follow-the-money", import.meta.url))),
    assetsDir: fileURLToPath(new URL("../../apps/leaderboard/assets", import.meta.url)),
  });
  const url = await serve(site.app);
  let judged = 0;
  startWorkers(
    workerOptions(store, (note) => {
      if (note.kind === "judged") judged += 1;
    }),
    1,
  );
  let before = process.cpuUsage();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  process.on("message", (word) => {
    if (word === "begin") {
      delay.reset();
      before = process.cpuUsage();
    }
    if (word === "end") process.exit(0);
    const { user, system } = process.cpuUsage(before);
    const told = {
      processorMs: (user + system) / 1000,
      loopP50: delay.percentile(50) / 1e6,
      loopP99: delay.percentile(99) / 1e6,
      loopMax: delay.max / 1e6,
    };
    if (word === "tell") process.send?.({ ...told, rssMiB: process.memoryUsage.rss() / 2 ** 20, judged });
  });
  process.send?.({ url, codes });
}

await (kind === "bare" ? bare() : rushed());
