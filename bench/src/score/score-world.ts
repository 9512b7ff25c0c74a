/** A fresh world, open for scoring: what its labels say, and what any list of alerts is worth on it. */
import { join } from "node:path";
import { drawResamples, interval, openScoring, OutputStream, type Resamples, type Scorable } from "@vigie/scoring";
import { practiceSeed, TableReader, type ChallengeSpec, type Truth } from "@vigie/spec";
import { analystBudget, isRankingChallenge } from "@vigie/spec/ranking";
import { openTruth, readTable } from "@vigie/testset";
import { DATASET } from "../demo-world.ts";
import { outputOf, type Alerts } from "./alerts.ts";

/** What a list is worth, before harm and after it. */
export interface Worth {
  readonly points: number;
  readonly before: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** The same of every resample, with the interval's ends. */
export interface WorthOften extends Worth {
  readonly replicates: Float64Array;
  readonly replicatesBefore: Float64Array;
  readonly low: number;
}

/** What an exact analyst finds on an account: each indicator that is true of it, with the rows that show it. */
type Shown = ReadonlyMap<string, readonly number[]>;

export class ScoreWorld {
  readonly challenge: ChallengeSpec;
  readonly truth: Truth;
  readonly budget: number;
  readonly positives: ReadonlyMap<number, string>;
  /** Lawful members of each group. */
  readonly groups: ReadonlyMap<string, ReadonlySet<number>>;
  readonly #scoring: ReturnType<typeof openScoring>;
  readonly #resamples: Resamples;
  readonly #shown: ReadonlyMap<number, Shown>;
  readonly #folder: string;

  constructor(challenge: ChallengeSpec, folder: string, name: string, resamples: number) {
    this.challenge = challenge;
    this.#folder = folder;
    const truth = (this.truth = openTruth(folder));
    this.#scoring = openScoring(challenge, truth);
    const seed = practiceSeed({ datasetId: DATASET.id, datasetVersion: DATASET.version, challengeId: name });
    this.#resamples = drawResamples({ stratumOfUnit: this.#scoring.stratumOfUnit, seed, count: resamples });
    if (!isRankingChallenge(challenge)) throw new RangeError(`expected a ranking; found ${challenge.kind}`);
    this.budget = analystBudget(challenge, truth.subjects);
    const positives = new TableReader(truth.table("positives"), "positives");
    const [accounts, roles] = [positives.numbers("account"), positives.wordsOf("role")];
    this.positives = new Map(Array.from(accounts, (account, row) => [account, roles[row]]));
    const members = new TableReader(truth.table("groups"), "groups");
    const groups = new Map<string, Set<number>>();
    const [member, group] = [members.numbers("account"), members.wordsOf("group")];
    member.forEach((account, row) => {
      const all = groups.get(group[row]) ?? new Set();
      groups.set(group[row], this.positives.has(account) ? all : all.add(account));
    });
    this.groups = groups;
    this.#shown = shownIn(truth);
  }

  get subjects(): number {
    return this.truth.subjects;
  }

  /** What predicates say of an account, planted or not; within the caps of an alert. */
  exactFindings(account: number): { indicator: string; evidence: number[] }[] {
    return Array.from(this.#shown.get(account) ?? [], ([indicator, rows]) => ({ indicator, evidence: rows.slice(0, 500) })).slice(
      0,
      20,
    );
  }

  /** Every row of the positives, cited for whatever indicator there is room for. */
  everyRow(): ReadonlyMap<number, number[]> {
    const rows = new Map(Array.from(this.positives.keys(), (account) => [account, [] as number[]]));
    for (const [name, id] of [
      ["transactions", "transaction"],
      ["events", "event"],
    ]) {
      const table = new TableReader(readTable(join(this.#folder, "inputs"), name, ["account", id]), name);
      const [accounts, ids] = [table.numbers("account"), table.numbers(id)];
      accounts.forEach((account, row) => rows.get(account)?.push(ids[row]));
    }
    return rows;
  }

  #read(alerts: Alerts): Scorable {
    const stream = new OutputStream({ challenge: this.challenge, scoring: this.#scoring });
    stream.push(Buffer.from(outputOf(alerts)));
    const read = stream.end();
    if (!read.ok) throw new Error(`a list was refused: ${JSON.stringify(read.fault)}`);
    return read.scorable;
  }

  #weighed(scorable: Scorable, counts: Uint8Array | Uint16Array): Worth {
    const measured = scorable.weigh(counts);
    const parts = Object.fromEntries(this.challenge.parts.map(({ measure }) => [measure, measured(measure)]));
    const before = 100 * this.challenge.parts.reduce((sum, { measure, weight }) => sum + weight * parts[measure], 0);
    const points = this.challenge.penalties.reduce((left, { measure }) => left * (1 - measured(measure)), before);
    return { points, before, parts };
  }

  #once(): Uint8Array {
    return new Uint8Array(this.#scoring.stratumOfUnit.length).fill(1);
  }

  worth(alerts: Alerts): Worth {
    return this.#weighed(this.#read(alerts), this.#once());
  }

  worthOften(alerts: Alerts): WorthOften {
    const scorable = this.#read(alerts);
    const replicates = new Float64Array(this.#resamples.count);
    const replicatesBefore = new Float64Array(this.#resamples.count);
    this.#resamples.each((counts, i) => {
      const { points, before } = this.#weighed(scorable, counts);
      replicates[i] = points;
      replicatesBefore[i] = before;
    });
    const [low] = interval(replicates, this.challenge.interval.level);
    return { ...this.#weighed(scorable, this.#once()), replicates, replicatesBefore, low };
  }
}

function shownIn(truth: Truth): Map<number, Shown> {
  const table = new TableReader(truth.table("findings"), "findings");
  const [accounts, indicators, rows] = [table.numbers("account"), table.wordsOf("indicator"), table.numbers("evidence")];
  const shown = new Map<number, Map<string, number[]>>();
  accounts.forEach((account, row) => {
    const of = shown.get(account) ?? new Map<string, number[]>();
    const known = of.get(indicators[row]) ?? [];
    known.push(rows[row]);
    shown.set(account, of.set(indicators[row], known));
  });
  return shown;
}
