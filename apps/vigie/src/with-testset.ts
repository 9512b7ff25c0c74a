/** The test set that a command is asked about: a folder that holds one, or a dataset of which one is made and let go. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { SEED_OPTIONS } from "./data-seed.ts";
import { CommandFailure } from "./failure.ts";
import { makeNamed, type NamedOptions } from "./make-named.ts";
import { challengeFolders } from "./places.ts";
import type { Say, Voice } from "./say.ts";

/** Whether a folder holds inputs and labels. */
export function isTestset(folder: string): boolean {
  return existsSync(join(folder, "inputs")) && existsSync(join(folder, "labels"));
}

/** Options that choose a world say nothing of a folder that holds one already. */
function refuseIdle(folder: string, options: NamedOptions, say: Say): void {
  const sizes = Object.keys(options.size ?? {}).map((key) => `--${key}`);
  const [option] = [...sizes, ...SEED_OPTIONS.flatMap(({ name, flag }) => (name in options ? [flag] : []))];
  if (option !== undefined) throw new CommandFailure(say("data.inFolder", { option, folder }), 2);
}

/**
 * Lets `use` read the test set that `name` means: a folder's as it stands, a dataset's made for the time being.
 * @throws CommandFailure where it is neither, or an option has no meaning for it; as {@link makeNamed} does.
 */
export async function withTestset<T>(
  name: string,
  options: NamedOptions,
  voice: Voice,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = resolve(name);
  if (isTestset(folder)) {
    refuseIdle(folder, options, voice.say);
    return await use(folder);
  }
  const known = [...challengeFolders().keys()];
  if (!known.includes(name))
    throw new CommandFailure(voice.say("data.noSet", { name, known: known.join(", "), first: known[0] ?? "" }), 2);
  const scratch = mkdtempSync(join(tmpdir(), "vigie-testset-"));
  const made = join(scratch, "testset");
  try {
    await makeNamed(name, options, made, voice);
    return await use(made);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
