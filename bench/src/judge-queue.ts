/**
 * Submissions through the real thing: an event in the embedded database, workers, each with its judge's child, and the
 * sandbox. Both splits are small and of one size, so that a submission's public run lasts as long as its practice run, of
 * which the store tells the time.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startWorkers, type WorkerNote, type WorkerOptions, type Workers } from "@vigie/judge";
import type { ChallengeSpec, Resources } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { packFolder } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { benchInstallation, benchSandbox, CHALLENGE_DIR, DIST, writeSubmission } from "./judge-scene.ts";

const ACCOUNTS = 1000;
const TEAMS = 10;
type Wanted = (note: WorkerNote) => boolean;

const AGES = { opensAt: "2020-01-01T00:00:00.000Z", closesAt: "2090-01-01T00:00:00.000Z" };

/** What the submissions of one turn took: all of them by the clock, what of it the database had, each one's practice run. */
export interface Turn {
  readonly ms: number;
  readonly inDatabaseMs: number;
  readonly runs: readonly Resources[];
}

export interface JudgeQueue {
  /** Sends `count` submissions of one source, then lets `workers` judge them all. The clock includes the workers' start. */
  through(workers: number, count: number, source: string): Promise<Turn>;
  close(): Promise<void>;
}

function smallChallenge(): ChallengeSpec {
  const challenge = loadChallenge(CHALLENGE_DIR);
  const size = { accounts: ACCOUNTS };
  const limits = { ...challenge.limits, cpuMs: 30_000, wallMs: 90_000 };
  return { ...challenge, sizes: { practice: size, public: size, final: size }, limits };
}

async function makeEvent(store: JudgeStore, challenge: ChallengeSpec): Promise<readonly string[]> {
  const nobody = { name: { en: "none", fr: "aucune" }, phone: "" };
  const words = { id: "bench", name: { en: "Bench", fr: "Banc" }, timeZone: "UTC", helpLine: nobody, ...AGES };
  await store.createEvent({ settings: { ...words, secretCommitment: "00", demo: false }, challenges: [challenge] });
  const teams: string[] = [];
  for (let n = 0; n < TEAMS; n++) teams.push((await store.createTeam({ name: `Team ${n}`, baseline: false })).id);
  return teams;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}

async function send(store: JudgeStore, team: string, challenge: string, archive: Uint8Array): Promise<string> {
  const sent = await store.submit({ team, challenge, archive: once(archive), countAttempt: false });
  if (sent.kind === "stored") return sent.submission.id;
  throw new Error(`a submission was ${sent.kind}`);
}

/** Starts workers and waits until `count` notes were what is waited for; then stops them. */
async function work(options: Omit<WorkerOptions, "onNote">, workers: number, count: number, wanted: Wanted): Promise<number> {
  const started = performance.now();
  let running: Workers | null = null;
  const ms = await new Promise<number>((resolve, reject) => {
    let left = count;
    const onNote = (note: WorkerNote): void => {
      if (note.kind === "trouble") reject(new Error(note.message));
      if (note.kind === "judged" && note.verdict !== "accepted") reject(new Error(`a submission was judged ${note.verdict}`));
      if (wanted(note) && --left === 0) resolve(performance.now() - started);
    };
    running = startWorkers({ ...options, onNote }, workers);
  }).finally(() => running?.stop());
  return ms;
}

/** The store, and how long its workers have waited for it. */
function watched(store: JudgeStore): { readonly store: JudgeStore; ms: number } {
  const waiting = { ms: 0 };
  const timed =
    <A extends readonly unknown[], R>(ask: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const began = performance.now();
      try {
        return await ask(...args);
      } finally {
        waiting.ms += performance.now() - began;
      }
    };
  const { claim, completeRun, event, release } = store;
  const own = { claim: timed(claim), completeRun: timed(completeRun), event: timed(event), release: timed(release) };
  return Object.assign(waiting, { store: { ...store, ...own } });
}

const isPrepared: Wanted = (note) => note.kind === "preparing" && note.share === 1;
const isJudged: Wanted = (note) => note.kind === "judged" && note.split === "public";

async function practiceRun(store: JudgeStore, id: string): Promise<Resources> {
  const resources = (await store.submission(id))?.practice.practice?.resources;
  if (resources === undefined || resources === null) throw new Error("a judged submission has no practice run");
  return resources;
}

/** Makes the event in `folder` and prepares its splits. @throws Error where there is no sandbox or nothing is bundled. */
export async function openQueue(folder: string): Promise<JudgeQueue> {
  const sandbox = await benchSandbox();
  await sandbox.close();
  const store = await openJudgeStore({ dataDir: join(folder, "data") });
  const challenge = smallChallenge();
  const teams = await makeEvent(store, challenge);
  const secretFile = join(folder, "secret");
  writeFileSync(secretFile, "0".repeat(64), { mode: 0o600 });
  const places = {
    childFile: join(DIST, "judge-child.mjs"),
    secretFile,
    keyFile: join(folder, "key"),
    splitsDir: join(folder, "splits"),
    bundlesDir: join(folder, "bundles"),
  };
  const watch = watched(store);
  const options = {
    store: watch.store,
    installation: benchInstallation(),
    ...places,
    sandbox: sandbox.kind,
    trusted: () => Promise.resolve(false),
  };
  // The last share of a preparation is told before the row is written: the worker finishes it as it stops.
  await work(options, 1, 2, isPrepared);
  return {
    async through(workers, count, source) {
      const sources = join(folder, "sources");
      writeSubmission(sources, source);
      const archive = await packFolder(sources, ["vigie.json", "detector.ts"]);
      const ids: string[] = [];
      for (let n = 0; n < count; n++) ids.push(await send(store, teams[n % TEAMS], challenge.id, archive));
      const before = watch.ms;
      const ms = await work(options, workers, count, isJudged);
      return { ms, inDatabaseMs: watch.ms - before, runs: await Promise.all(ids.map((id) => practiceRun(store, id))) };
    },
    close: () => store.close(),
  };
}
