/** One question at the terminal, before something is done that is not easily undone. */
import process from "node:process";
import { createInterface } from "node:readline/promises";
import { terminalAttends } from "../ask-held.ts";

/** What was typed; null where nobody sits at the terminal. */
export type Question = (prompt: string) => Promise<string | null>;

export const askTerminal: Question = async (prompt) => {
  if (!terminalAttends()) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(`${prompt} `);
  } finally {
    lines.close();
  }
};

/** In either language, whatever the terminal's. */
export function isYes(typed: string | null): boolean {
  return /^\s*(?:y|yes|o|oui)\s*$/i.test(typed ?? "");
}
