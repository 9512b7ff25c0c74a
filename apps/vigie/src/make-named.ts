/** A test set of a dataset that is named on the command line, made in a folder. */
import { join } from "node:path";
import { makeTestset } from "@vigie/judge";
import { SpecError, type ChallengeSpec } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { LEAST_ACCOUNTS, MOST_ACCOUNTS } from "@vigie/synth";
import { seedOf, type SeedOptions } from "./data-seed.ts";
import { endOnSignals } from "./end-on-signals.ts";
import { CommandFailure } from "./failure.ts";
import { CHALLENGES_DIR, findInstallation, knownChallenges } from "./places.ts";
import { startBar } from "./progress.ts";
import type { Say } from "./say.ts";

const MOST_WORKERS = 16;

export interface NamedOptions extends SeedOptions {
  /** As it was typed; the challenge's number for the split where absent. */
  readonly accounts?: string;
  /** How many threads, as it was typed; as many as help where absent. */
  readonly workers?: string;
}

function wholeNumber(option: string, text: string, least: number, most: number, say: Say): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new CommandFailure(say("data.badCount", { option, least, most, found: text }), 2);
}

function challengeOf(name: string, say: Say): ChallengeSpec {
  const known = knownChallenges();
  if (!known.includes(name)) throw new CommandFailure(say("data.unknown", { name, known: known.join(", ") }), 2);
  return loadChallenge(join(CHALLENGES_DIR, name));
}

function sentenceOf(error: unknown, folder: string, say: Say): unknown {
  if (!(error instanceof SpecError)) return error;
  if (error.code === "exists") return new CommandFailure(say("data.exists", { folder }), 2);
  if (error.code === "disk-full") return new CommandFailure(say("data.full", { folder }));
  return error;
}

/** What {@link makeNamed} made. */
export interface Named {
  readonly challenge: ChallengeSpec;
  readonly accounts: number;
}

/** What is to be made, read from what was typed. @throws CommandFailure for an unknown name, a number out of range or a missing secret. */
export function readNamed(name: string, options: NamedOptions, say: Say) {
  const { split, workers } = options;
  const challenge = challengeOf(name, say);
  const accounts =
    options.accounts === undefined
      ? challenge.splits[split].accounts
      : wholeNumber("--accounts", options.accounts, LEAST_ACCOUNTS, MOST_ACCOUNTS, say);
  const seed = seedOf(challenge, options, say);
  const threads = workers === undefined ? undefined : wholeNumber("--workers", workers, 1, MOST_WORKERS, say);
  return { challenge, accounts, seed, threads };
}

/**
 * Makes a test set, with a bar, of the challenge that goes by `name`, on the dataset of that challenge.
 * @throws CommandFailure for an unknown name, a number out of range, a missing secret, a folder in the way or a full disk.
 */
export async function makeNamed(name: string, options: NamedOptions, folder: string, say: Say): Promise<Named> {
  const { challenge, accounts, seed, threads } = readNamed(name, options, say);
  endOnSignals();
  const bar = startBar(say("data.making", { accounts }));
  try {
    await makeTestset(findInstallation(), challenge, {
      split: options.split,
      seed,
      accounts,
      folder,
      threads,
      onProgress: bar.update,
    });
  } catch (error) {
    throw sentenceOf(error, folder, say);
  } finally {
    bar.done();
  }
  return { challenge, accounts };
}
