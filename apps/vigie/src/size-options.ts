/** How large a test set is to be, as it is typed: an option for each thing that a world's size is made of (`--accounts 400`). */
import { Option, type Command } from "commander";
import { subjectWords } from "@vigie/report";
import { WORLDS, worldOf, type ChallengeSpec, type Language, type Split, type WorldSize, type WorldSpec } from "@vigie/spec";
import { CommandFailure } from "./failure.ts";
import type { Say, Voice } from "./say.ts";

export interface SizeOptions {
  /** As they were typed, by what is counted. */
  readonly size?: Readonly<Record<string, string>>;
}

/** All options of sizes fill one value. */
class SizeOption extends Option {
  constructor(key: string, about: string) {
    super(`--${key} <number>`, about);
    this.argParser((typed, before: SizeOptions["size"]) => ({ ...before, [key]: typed }));
  }

  override attributeName(): string {
    return "size";
  }
}

/** What is counted, after "how many" and after « nombre ». */
function counted({ id, size }: WorldSpec, key: string, language: Language): string {
  const { many, ofMany } = subjectWords({ world: id }, language);
  const alone = Object.keys(size).length === 1;
  if (language === "fr") return alone ? String(ofMany) : `de ${key}`;
  return alone ? String(many) : key;
}

/** Gives a command the options of {@link SizeOptions}. */
export function addSizeOptions(command: Command, { language, say }: Voice): Command {
  const keys = Object.values(WORLDS).flatMap((world) => Object.keys(world.size).map((key) => [key, world] as const));
  for (const [key, world] of new Map(keys)) {
    command.addOption(new SizeOption(key, say("option.size", { what: counted(world, key, language) })));
  }
  return command;
}

/** A whole number as it was typed. @throws CommandFailure for anything else. */
export function wholeNumber(option: string, text: string, [least, most]: readonly [number, number], say: Say): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new CommandFailure(say("data.badCount", { option, least, most, found: text }), 2);
}

const MOST = 999_999_999;

/** The size that was typed, else the challenge's own for the split. @throws CommandFailure for what its world does not count, or a number out of range. */
export function sizeWith(challenge: ChallengeSpec, split: Split, { size = {} }: SizeOptions, say: Say): WorldSize {
  const known = worldOf(challenge).size;
  const typed = Object.entries(size).map(([key, text]) => {
    const option = `--${key}`;
    if (Object.hasOwn(known, key)) {
      const { minimum = 1, maximum = MOST } = known[key];
      return [key, wholeNumber(option, text, [Number(minimum), Number(maximum)], say)] as const;
    }
    const names = Object.keys(known).map((one) => `--${one}`);
    throw new CommandFailure(say("data.otherSize", { option, challenge: challenge.id, known: names.join(", ") }), 2);
  });
  return { ...challenge.sizes[split], ...Object.fromEntries(typed) };
}
