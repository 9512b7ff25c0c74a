/** What `--backup-to` asks for, looked at before anything is open: a folder that is there, and a passphrase. */
import { accessSync, constants, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { CommandFailure } from "../failure.ts";
import type { Say } from "../say.ts";
import type { HourlyWish } from "./hourly.ts";
import { askWithoutEcho, passphraseOf, type SecretQuestion } from "./passphrase.ts";

interface Wish {
  readonly folder: string;
  readonly passphraseFile?: string;
  readonly keep: number;
}

/** @throws CommandFailure where the folder cannot be written to, or there is no passphrase. */
export async function wishedHourly(wish: Wish, say: Say, question: SecretQuestion = askWithoutEcho): Promise<HourlyWish> {
  const folder = resolve(wish.folder);
  try {
    readdirSync(folder);
    accessSync(folder, constants.W_OK);
  } catch {
    throw new CommandFailure(say("backup.noPlace", { place: folder }), 3);
  }
  const file = wish.passphraseFile === undefined ? {} : { file: wish.passphraseFile };
  return { folder, keep: wish.keep, passphrase: await passphraseOf({ ...file, isNew: true }, question, say) };
}
