/**
 * What a verdict costs beside its runs: the processor time of the process that has database, web and ranking (embedded), or
 * of that and of PostgreSQL together. From the claim of the public run until the new board was read: claim, verdict, ranking,
 * board. Against ranking all teams anew after each verdict, as was done before standings were kept by team.
 */
import { join } from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { Ranker } from "@vigie/judge";
import type { ChallengeSpec, Judgement } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { packFolder } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { CHALLENGE_DIR, NOTHING, writeSubmission } from "./judge-scene.ts";
import { median, spread, type Figure, type Result } from "./measure.ts";
import { withScratch } from "./scratch.ts";
import { installedPostgres, startCluster } from "./verdict-cluster.ts";

const SIZES = [100, 300, 1000];
const RESAMPLES = 2000;
const AIM_MS = 25;
/** Verdicts a sample: PostgreSQL's processor time is told in ticks of 10 ms. */
const AT_ONCE = 8;
const SAMPLES = 5;

const EVENT = {
  ...{ id: "bench", name: { en: "Bench", fr: "Banc" }, timeZone: "UTC", secretCommitment: "00", demo: false },
  ...{ opensAt: "2020-01-01T00:00:00.000Z", closesAt: "2090-01-01T00:00:00.000Z" },
  helpLine: { name: { en: "none", fr: "aucune" }, phone: "" },
};

/** A generator of its own, so that every run of the benchmark has the same verdicts. */
function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export class Scene {
  readonly #store: JudgeStore;
  readonly #challenge: ChallengeSpec;
  readonly #teams: string[] = [];
  readonly #draw = drawn(7);
  readonly #shared: Float64Array;
  #archive: Uint8Array = new Uint8Array();

  constructor(store: JudgeStore, challenge: ChallengeSpec) {
    this.#store = store;
    this.#challenge = challenge;
    this.#shared = Float64Array.from({ length: RESAMPLES }, () => 8 * (this.#draw() - 0.5));
  }

  /** A judgement whose resampled scores go up and down with everybody else's, and a little by themselves. */
  #judgement(): Judgement {
    const points = 5 + 70 * this.#draw();
    const replicates = Array.from(this.#shared, (shift) => points + shift + 4 * (this.#draw() - 0.5));
    const parts = Object.fromEntries(this.#challenge.parts.map(({ measure }) => [measure, points / 100]));
    const score = { points, low: points - 4, high: points + 4, parts, penalties: { harm: 0 } };
    return { verdict: "accepted", reason: "accepted", score, replicates, practice: null };
  }

  /** The event, and a judged submission of each of so many teams. */
  async fill(folder: string, count: number): Promise<void> {
    await this.#store.createEvent({ settings: EVENT, challenges: [this.#challenge] });
    for (let claim = await this.#store.claim("b"); claim !== null; claim = await this.#store.claim("b"))
      await this.#store.completePreparation(claim, { inputsDigest: "i", labelsCommitment: "l", subjects: 1 });
    writeSubmission(folder, NOTHING);
    this.#archive = await packFolder(folder, ["vigie.json", "detector.ts"]);
    for (let n = 0; n < count; n++) {
      const name = `Team ${n}`;
      this.#teams.push((await this.#store.createTeam({ name, baseline: false })).id);
      await this.submitAndPractise(n);
      await this.verdict();
    }
  }

  /** A submission whose public run waits. */
  async submitAndPractise(team = Math.floor(this.#draw() * this.#teams.length)): Promise<void> {
    const archive = this.#archive;
    const bytes = (async function* () {
      yield await Promise.resolve(archive);
    })();
    const about = { team: this.#teams[team], challenge: this.#challenge.id, countAttempt: false };
    const sent = await this.#store.submit({ ...about, archive: bytes });
    if (sent.kind !== "stored") throw new Error(`a submission was ${sent.kind}`);
    await this.verdict();
  }

  /** Writes the verdict of the run that waits. */
  async verdict(): Promise<void> {
    const claim = await this.#store.claim("b");
    if (claim === null) throw new Error("expected a run that waits; found none");
    await this.#store.completeRun(claim, { judgement: this.#judgement() });
  }

  board(): Promise<unknown> {
    return this.#store.standings(this.#challenge.id);
  }
}

interface Place {
  readonly name: string;
  readonly databaseUrl: string | null;
  processorMs(): number;
}

/** Milliseconds of processor a verdict, for each sample. */
async function samplesOf(place: Place, scene: Scene, rank: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    let ms = 0;
    for (let n = 0; n < AT_ONCE; n++) {
      await scene.submitAndPractise();
      const before = place.processorMs();
      await scene.verdict();
      await rank();
      await scene.board();
      ms += place.processorMs() - before;
    }
    samples.push(ms / AT_ONCE);
  }
  return samples;
}

async function figuresOf(place: Place, folder: string, rankingFile: string, teams: number): Promise<Figure[]> {
  const declared = loadChallenge(CHALLENGE_DIR);
  const challenge = { ...declared, interval: { ...declared.interval, resamples: RESAMPLES } };
  const store = await openJudgeStore({ dataDir: join(folder, "data"), databaseUrl: place.databaseUrl });
  const kept = new Ranker(store, rankingFile);
  try {
    const scene = new Scene(store, challenge);
    await scene.fill(join(folder, "sources"), teams);
    await kept.rankAll();
    await scene.board();
    const after = await samplesOf(place, scene, () => kept.rankAll());
    const before = await samplesOf(place, scene, () => new Ranker(store).rankAll());
    const ms = median(after);
    const what = `${place.name}, ${teams} teams`;
    const aim = { aim: `≤ ${AIM_MS}`, met: ms <= AIM_MS };
    const ratio = { value: ms / median(before), unit: "×", spread: null, aim: null, met: null };
    return [
      { what, value: ms, unit: "ms", spread: spread(after), ...aim },
      { what: "  / ranking all anew", ...ratio },
    ];
  } finally {
    await kept.end();
    await store.close();
  }
}

function ownMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export async function bench(): Promise<Result> {
  return withScratch(async (folder) => {
    const rankingFile = join(folder, "ranking-thread.mjs");
    const entryPoints = [join(import.meta.dirname, "../../apps/judge/src/ranking-thread.ts")];
    const banner = { js: 'import { createRequire as ours } from "node:module"; const require = ours(import.meta.url);' };
    await build({ entryPoints, outfile: rankingFile, bundle: true, platform: "node", format: "esm", banner, logLevel: "error" });
    const figures: Figure[] = [];
    const bin = installedPostgres();
    for (const teams of SIZES) {
      const embedded = { name: "embedded", databaseUrl: null, processorMs: ownMs };
      figures.push(...(await figuresOf(embedded, join(folder, `e-${teams}`), rankingFile, teams)));
      if (bin === null) continue;
      const cluster = startCluster(bin);
      const server = { name: "PostgreSQL", databaseUrl: cluster.url, processorMs: () => ownMs() + cluster.processorMs() };
      figures.push(...(await figuresOf(server, join(folder, `p-${teams}`), rankingFile, teams)));
      cluster.stop();
    }
    const about = `processor time from a run's claim to the board that shows it, ${RESAMPLES} replicates`;
    return { name: "verdict", about, figures };
  });
}
