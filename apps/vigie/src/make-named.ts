/** A test set of a dataset that is named on the command line, made in a folder. */
import { makeTestset } from "@vigie/judge";
import { SpecError, worldOf, type ChallengeSpec, type WorldSize } from "@vigie/spec";
import { seedOf, type SeedOptions } from "./data-seed.ts";
import { endOnSignals } from "./end-on-signals.ts";
import { CommandFailure } from "./failure.ts";
import { challengeNamed } from "./named-challenge.ts";
import { challengeFolders, findInstallation } from "./places.ts";
import { startBar } from "./progress.ts";
import type { Say, Voice } from "./say.ts";
import { sizeWith, wholeNumber, type SizeOptions } from "./size-options.ts";

const MOST_WORKERS = 16;

export interface NamedOptions extends SeedOptions, SizeOptions {
  /** How many threads, as it was typed; as many as help where absent. */
  readonly workers?: string;
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
  readonly size: WorldSize;
}

/** What is to be made, read from what was typed. @throws CommandFailure for an unknown name, a number out of range or a missing secret. */
export function readNamed(name: string, options: NamedOptions, say: Say) {
  const known = [...challengeFolders().keys()];
  if (!known.includes(name)) throw new CommandFailure(say("data.unknown", { name, known: known.join(", ") }), 2);
  const { split, workers } = options;
  const challenge = challengeNamed(name, say);
  const size = sizeWith(challenge, split, options, say);
  const seed = seedOf(challenge, options, say);
  const threads = workers === undefined ? undefined : wholeNumber("--workers", workers, [1, MOST_WORKERS], say);
  return { challenge, size, seed, threads };
}

/**
 * Makes a test set, with a bar, of the challenge that goes by `name`, on the dataset of that challenge.
 * @throws CommandFailure for an unknown name, a number out of range, a missing secret, a folder in the way or a full disk.
 */
export async function makeNamed(name: string, options: NamedOptions, folder: string, { language, say }: Voice): Promise<Named> {
  const { challenge, size, seed, threads } = readNamed(name, options, say);
  const { subject, subjects } = worldOf(challenge);
  endOnSignals();
  const bar = startBar(say("data.making", { count: subjects(size), many: subject.many[language] }));
  try {
    const wish = { split: options.split, seed, size, folder, threads, onProgress: bar.update };
    await makeTestset(findInstallation(), challenge, wish);
  } catch (error) {
    throw sentenceOf(error, folder, say);
  } finally {
    bar.done();
  }
  return { challenge, size };
}
