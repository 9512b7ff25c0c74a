import type { ChallengeSpec, Judgement, Score } from "@vigie/spec";
import { gzipSync } from "node:zlib";
import type { NewSettings, SubmitResult } from "../src/contract.ts";
import type { Claim, JudgeStore, Place, RankingTask, StandingEntry } from "../src/judge-contract.ts";
import { tarOf } from "./tar-bytes.ts";

export function challengeSpec(change: Partial<ChallengeSpec> = {}): ChallengeSpec {
  return {
    id: "find-it",
    version: "1.0.0",
    kind: "finding",
    world: "meadow",
    title: { en: "Find it", fr: "À trouver" },
    summary: { en: "A small one.", fr: "Un petit défi." },
    dataset: { id: "find-it", version: "1.0.0" },
    sizes: { practice: { hares: 100 }, public: { hares: 100 }, final: { hares: 100 } },
    parts: [
      { measure: "first", weight: 0.8 },
      { measure: "second", weight: 0.2 },
    ],
    penalties: [{ measure: "haste" }],
    interval: { resamples: 100, level: 0.95 },
    precisionPoints: 1,
    attemptsPerDay: 20,
    limits: { cpuMs: 1, wallMs: 1, memoryMiB: 1, tmpMiB: 1, outputMiB: 1, logKiB: 1, sourceMiB: 1 },
    caps: { lineBytes: 1 },
    ...change,
  };
}

export const SETTINGS = {
  id: "test",
  name: { en: "Test", fr: "Essai" },
  timeZone: "America/St_Johns",
  opensAt: "2020-01-01T00:00:00.000Z",
  closesAt: "2090-01-01T00:00:00.000Z",
  helpLine: { name: { en: "Help", fr: "Aide" }, phone: "555-0100" },
  secretCommitment: "00",
  demo: false,
};

export const MANIFEST = { challenge: "find-it", language: "typescript", entry: "detector.ts" };

/** A sound submission; `mark` makes its bytes its own. */
export function soundArchive(mark = "", challenge = MANIFEST.challenge): Buffer {
  return gzipSync(
    tarOf([
      { name: "vigie.json", content: JSON.stringify({ ...MANIFEST, challenge }) },
      { name: "detector.ts", content: `export {}; // ${mark}` },
    ]),
  );
}

export async function* streamed(bytes: Uint8Array, chunk = 100): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  await Promise.resolve();
}

export function submitTo(
  store: JudgeStore,
  team: string,
  archive: Uint8Array = soundArchive(),
  countAttempt = true,
): Promise<SubmitResult> {
  return store.submit({ team, challenge: "find-it", archive: streamed(archive), countAttempt });
}

export async function stored(store: JudgeStore, team: string, mark = "") {
  const result = await submitTo(store, team, soundArchive(mark));
  if (result.kind !== "stored") throw new Error(`expected stored, found ${JSON.stringify(result)}`);
  return result.submission;
}

export const SCORE: Score = {
  points: 51.37219,
  low: -3.25,
  high: 70.61734,
  parts: { first: 0.51344, second: -0.13313 },
  penalties: { haste: 0.02342 },
};

export function accepted(points = SCORE.points, practice: Judgement["practice"] = null): Judgement {
  return {
    verdict: "accepted",
    reason: "accepted",
    score: { ...SCORE, points },
    replicates: [points - 0.123456789, points + 0.987654321],
    practice,
  };
}

export function failed(verdict: Judgement["verdict"], reason: Judgement["reason"] = verdict): Judgement {
  return { verdict, reason, score: null, replicates: [], practice: null };
}

/** Ranks by points, all of them first, and those without a score too. */
export function carelessRank(entries: readonly StandingEntry[]): Place[] {
  const sorted = entries.toSorted((a, b) => (b.best?.score.points ?? -1) - (a.best?.score.points ?? -1));
  return sorted.map(({ team }) => ({ team: team.id, rank: 1, band: 1 }));
}

/** Takes the next job, which must be there. */
export async function claimed(store: JudgeStore, worker = "worker"): Promise<Claim> {
  const claim = await store.claim(worker);
  if (!claim) throw new Error("expected a job, found none");
  return claim;
}

/** Makes the event and prepares both splits. */
export async function openedEvent(
  store: JudgeStore,
  change: Partial<ChallengeSpec> = {},
  settings: Partial<NewSettings> = {},
): Promise<void> {
  await store.createEvent({ settings: { ...SETTINGS, ...settings }, challenges: [challengeSpec(change)] });
  for (const split of ["practice", "public"]) {
    await store.completePreparation(await claimed(store), { inputsDigest: split, labelsCommitment: split, subjects: 100 });
  }
}

/** Ranks all that waits, from all entries. @returns the tasks that were done. */
export async function rankAll(store: JudgeStore, rank = carelessRank): Promise<RankingTask[]> {
  const tasks: RankingTask[] = [];
  for (const challenge of await store.unranked()) {
    await store.rankAlone(challenge, async () => {
      const task = await store.rankingTask(challenge, null);
      if (task === null) return;
      const entries: StandingEntry[] = [];
      for await (const some of store.standingEntries(task)) entries.push(...some);
      if ((await store.storeStandings(task, entries, rank(entries))) !== null) tasks.push(task);
    });
  }
  return tasks;
}

/** Judges whatever is queued, each practice and public run with the same points, and ranks. */
export async function judgeAll(store: JudgeStore, points = SCORE.points): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (let claim = await store.claim("worker"); claim; claim = await store.claim("worker")) {
    claims.push(claim);
    await store.completeRun(claim, { judgement: accepted(points) });
  }
  await rankAll(store);
  return claims;
}
