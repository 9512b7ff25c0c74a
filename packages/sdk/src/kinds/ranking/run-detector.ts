/** Walks a data set with a detector and hands out prediction lines; the same in Node and in a browser. */
import { SdkError, shown } from "../../sdk-error.ts";
import type { AnyDataset } from "../../reader/columns.ts";
import type { WalkableDataset } from "../../worlds/index.ts";
import { endLine, type KindRun } from "../kind-run.ts";
import { checkedAlert } from "./alert.ts";
import { isDetector, type Detector } from "./detector.ts";
import { predictionLine } from "./prediction-line.ts";

type Write = (line: string) => void;

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "then") === "function";
}

function isIterable(value: unknown): value is Iterable<unknown> | AsyncIterable<unknown> {
  if (typeof value !== "object" || value === null) return false;
  return Symbol.iterator in value || Symbol.asyncIterator in value;
}

function unaddressed(found: unknown): SdkError {
  return new SdkError("no-account", {
    en: `expected an alert that names its account, alert({ account, score, … }); found ${shown(found)} without one`,
    fr: `alerte avec son compte attendue, alert({ account, score, … }); trouvé ${shown(found)} sans compte`,
  });
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** What went wrong at which account, with the detector's own error as its cause. */
export class DetectorFailure extends Error {
  constructor(account: number, cause: unknown) {
    super(`the detector failed on account ${account}\nle détecteur a échoué au compte ${account}`, { cause });
    this.name = "DetectorFailure";
  }
}

async function walkAccounts(decide: NonNullable<Detector["account"]>, dataset: WalkableDataset, write: Write): Promise<number> {
  const count = dataset.tables.accounts.rows;
  let lines = 0;
  for (let number = 0; number < count; number++) {
    try {
      let answer: unknown = decide(dataset.freshAccount(number), dataset);
      if (isThenable(answer)) answer = await answer;
      if (isNothing(answer)) continue;
      write(predictionLine(number, checkedAlert(answer, number)));
      lines++;
    } catch (cause) {
      throw new DetectorFailure(number, cause);
    }
  }
  return lines;
}

async function writeAlerts(answer: unknown, dataset: WalkableDataset, write: Write): Promise<number> {
  const alerts: unknown = await answer;
  if (!isIterable(alerts)) throw unaddressed(alerts);
  const count = dataset.tables.accounts.rows;
  const done = new Uint8Array(count);
  let lines = 0;
  for await (const item of alerts) {
    if (isNothing(item)) continue;
    const alert = checkedAlert(item, null);
    if (alert.account === null) throw unaddressed(item);
    if (alert.account >= count || done[alert.account] === 1) throw misplaced(alert.account, count);
    done[alert.account] = 1;
    write(predictionLine(alert.account, alert));
    lines++;
  }
  return lines;
}

function misplaced(account: number, count: number): SdkError {
  const known = account < count;
  return new SdkError(known ? "doubled-account" : "unknown-account", {
    en: known
      ? `expected one alert an account, found a second one on account ${account}`
      : `expected an account below ${count}, found ${account}`,
    fr: known
      ? `une seule alerte par compte; le compte ${account} en a deux`
      : `compte inférieur à ${count} attendu, trouvé ${account}`,
  });
}

/**
 * Runs a detector over a data set, and writes its lines and the end line.
 * @throws DetectorFailure or SdkError; then no end line was written.
 */
export async function runDetector(detector: Detector, dataset: WalkableDataset, write: Write): Promise<void> {
  let lines = 0;
  if (detector.account) lines = await walkAccounts(detector.account, dataset, write);
  else if (detector.accounts) lines = await writeAlerts(detector.accounts(dataset.accounts, dataset), dataset, write);
  else if (detector.table) lines = await writeAlerts(detector.table(dataset.tables, dataset), dataset, write);
  write(endLine(lines));
}

function isWalkable(dataset: AnyDataset): dataset is WalkableDataset {
  return "freshAccount" in dataset;
}

export const RANKING_RUN: KindRun<Detector> = {
  isDetector,
  async run(detector, dataset, write) {
    if (isWalkable(dataset)) return runDetector(detector, dataset, write);
    throw new SdkError("other-layout", {
      en: "expected the data of a bank, found those of another world; prepare the data of the detector's challenge",
      fr: "données d’une banque attendues, trouvé celles d’un autre monde; préparez les données du défi de ce détecteur",
    });
  },
};
