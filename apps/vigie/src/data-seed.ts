/** Which world a command about test sets means: the options that name it, and the seed that follows from them. */
import { Option, type Command } from "commander";
import { readEventSecret, splitSeed, TEST_SECRET } from "@vigie/judge";
import { HIDDEN_SPLITS, SPLITS, sha256, toHex, utf8Bytes, type ChallengeSpec, type Seed, type Split } from "@vigie/spec";
import { CommandFailure } from "./failure.ts";
import { findInstallation } from "./places.ts";
import type { Say } from "./say.ts";

/** Which secret a hidden split hangs on. */
export interface SecretOptions {
  readonly secretFile?: string;
  readonly testSecret?: boolean;
}

export interface SeedOptions extends SecretOptions {
  readonly split: Split;
  /** Names another practice world than the event's. */
  readonly seed?: string | undefined;
  /** SHA-256 of the list of the submissions chosen for the final split. */
  readonly locked?: string;
}

const HIDDEN: readonly Split[] = HIDDEN_SPLITS;

/** Options that choose a world, and the splits for which each has a meaning. */
export const SEED_OPTIONS: readonly {
  readonly name: Exclude<keyof SeedOptions, "split">;
  readonly flag: string;
  readonly splits: readonly Split[];
}[] = [
  { name: "seed", flag: "--seed", splits: ["practice"] },
  { name: "secretFile", flag: "--secret-file", splits: HIDDEN },
  { name: "testSecret", flag: "--test-secret", splits: HIDDEN },
  { name: "locked", flag: "--locked", splits: ["final"] },
];

const NOBODY_CHOSE = toHex(sha256(new Uint8Array(0)));

/** Gives a command the options of {@link SeedOptions}. */
export function addSeedOptions(command: Command, say: Say): Command {
  return command
    .addOption(new Option("--split <split>", say("option.split")).choices(SPLITS).default("practice"))
    .option("--seed <text>", say("option.seed"))
    .addOption(new Option("--secret-file <file>", say("option.secretFile")).conflicts("testSecret"))
    .option("--test-secret", say("option.testSecret"))
    .option("--locked <digest>", say("option.locked"));
}

/** The seed of the practice world that a text names. */
function namedSeed(text: string): Seed {
  return sha256(utf8Bytes(`vigie\ntry\n${text}`));
}

/** @throws CommandFailure where neither secret was named, or the file holds none. */
export function secretFor(split: Split, { secretFile, testSecret }: SecretOptions, say: Say): Uint8Array {
  if (testSecret) return TEST_SECRET;
  if (secretFile === undefined) throw new CommandFailure(say("data.needsSecret", { split }), 2);
  try {
    return readEventSecret(secretFile);
  } catch {
    throw new CommandFailure(say("data.badSecret", { file: secretFile }), 2);
  }
}

function lockedDigest({ locked, testSecret }: SeedOptions, say: Say): string {
  const digest = locked ?? (testSecret ? NOBODY_CHOSE : undefined);
  if (digest === undefined) throw new CommandFailure(say("data.needsLocked"), 2);
  if (/^[0-9a-f]{64}$/.test(digest)) return digest;
  throw new CommandFailure(say("data.badLocked", { found: digest.slice(0, 80) }), 2);
}

function refuseIdle(options: SeedOptions, say: Say): void {
  const { split } = options;
  const isGiven = (name: keyof SeedOptions): boolean => options[name] !== undefined && options[name] !== false;
  const idle = SEED_OPTIONS.find(({ name, splits }) => isGiven(name) && !splits.includes(split));
  if (idle) throw new CommandFailure(say("data.idleOption", { option: idle.flag, split }), 2);
}

/**
 * The seed of the split that the options name. With the test secret, the final split's list is the empty one unless another is given.
 * @throws CommandFailure where a secret or a digest is missing or unusable, or an option has no meaning for the split.
 */
export function seedOf(challenge: ChallengeSpec, options: SeedOptions, say: Say): Seed {
  refuseIdle(options, say);
  if (options.split === "practice") {
    return options.seed === undefined ? splitSeed(findInstallation(), challenge, "practice", null) : namedSeed(options.seed);
  }
  const secret = secretFor(options.split, options, say);
  return splitSeed(
    findInstallation(),
    challenge,
    options.split,
    secret,
    options.split === "final" ? lockedDigest(options, say) : undefined,
  );
}
