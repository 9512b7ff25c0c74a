/** `vigie restore --check`: a backup restored into a folder of its own, opened, looked at, and wiped. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Language } from "@vigie/spec";
import { openStore, type Store } from "@vigie/store";
import { endOnSignals } from "../end-on-signals.ts";
import { CommandFailure } from "../failure.ts";
import type { Say } from "../say.ts";
import { restoreFolder } from "./restore-folder.ts";

export interface Tried {
  /** The event's id. */
  readonly event: string;
  /** What stands in it, to be printed. */
  readonly lines: readonly string[];
}

async function look(store: Store, language: Language, say: Say): Promise<Tried> {
  const event = await store.event();
  if (event === null) throw new CommandFailure(say("restore.noEvent"), 3);
  const profiles = await store.teamProfiles();
  const boards: string[] = [];
  for (const { id, title } of await store.challenges()) {
    const rows = (await store.standings(id)).rows.filter(({ score }) => score !== null).length;
    boards.push(say("restore.board", { challenge: title[language], count: rows }));
  }
  return { event: event.id, lines: [say("restore.tried", { name: event.name[language], count: profiles.length }), ...boards] };
}

/**
 * Every part of the file is held against its manifest on the way in; what comes of it is opened as a start would open it.
 * @throws CommandFailure with what keeps it from being restored.
 */
export async function tryRestore(
  { file, passphrase, language }: { readonly file: string; readonly passphrase: string; readonly language: Language },
  say: Say,
): Promise<Tried> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-try-restore-"));
  const wipe = (): void => rmSync(folder, { recursive: true, force: true });
  endOnSignals();
  process.once("exit", wipe);
  try {
    const dataDir = join(folder, "event");
    await restoreFolder({ file, dataDir, databaseUrl: null, passphrase }, say);
    const store = await openStore({ dataDir, databaseUrl: null });
    try {
      return await look(store, language, say);
    } finally {
      await store.close();
    }
  } finally {
    wipe();
    process.off("exit", wipe);
  }
}
