/** The passphrase of a backup: from a file, or typed at the terminal where nobody can read it over a shoulder. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { terminalAttends } from "../ask-held.ts";
import { CommandFailure } from "../failure.ts";
import type { Say } from "../say.ts";

/** Asks without an echo; null where nobody sits at the terminal. */
export type SecretQuestion = (prompt: string) => Promise<string | null>;

export const askWithoutEcho: SecretQuestion = async (prompt) => {
  if (!terminalAttends()) return null;
  const dark = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: dark, terminal: true });
  lines.on("SIGINT", () => process.exit(130));
  process.stderr.write(`${prompt} `);
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
};

const LEAST = 12;

function fromFile(file: string, say: Say): string {
  try {
    return readFileSync(file, "utf8").replace(/\r?\n$/, "");
  } catch {
    throw new CommandFailure(say("passphrase.noFile", { file }), 2);
  }
}

interface Wish {
  readonly file?: string;
  /** A new one is asked for twice, and must not be short. */
  readonly isNew: boolean;
}

/** @throws CommandFailure where there is none, two differ, or a new one is too short. */
export async function passphraseOf({ file, isNew }: Wish, question: SecretQuestion, say: Say): Promise<string> {
  const typed = file === undefined ? await question(say(isNew ? "passphrase.choose" : "passphrase.ask")) : fromFile(file, say);
  if (typed === null) throw new CommandFailure(say("passphrase.needed"), 2);
  if (isNew && typed.length < LEAST) throw new CommandFailure(say("passphrase.short", { least: LEAST }), 2);
  if (isNew && file === undefined && (await question(say("passphrase.again"))) !== typed)
    throw new CommandFailure(say("passphrase.differ"), 2);
  return typed;
}
