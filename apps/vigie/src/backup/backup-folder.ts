/** `vigie backup`: a data folder, or the running event that has it, into one file. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Language } from "@vigie/spec";
import { StoreLockedError } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { CommandFailure } from "../failure.ts";
import { startBar } from "../progress.ts";
import type { Say } from "../say.ts";
import { backupTrouble } from "./backup-trouble.ts";
import { fetchBackup } from "./fetch-backup.ts";
import { makeBackup } from "./make-backup.ts";
import { writeBackup } from "./write-backup.ts";

export interface BackupOptions {
  readonly dataDir: string;
  readonly out: string;
  readonly passphrase: string;
  readonly language: Language;
}

async function openedOrRunning(dataDir: string): Promise<JudgeStore | null> {
  try {
    return await openJudgeStore({ dataDir, databaseUrl: process.env["VIGIE_DATABASE_URL"] ?? null });
  } catch (error) {
    if (error instanceof StoreLockedError) return null;
    throw error;
  }
}

/** The tables come first, then submission after submission: of those it is known how many there are. */
function barOf(dataDir: string, say: Say) {
  const spool = join(dataDir, "spool");
  const files = existsSync(spool) ? readdirSync(spool).length : 0;
  const bar = startBar(say("backup.writing"));
  let done = 0;
  return {
    onPart: (name: string): void => {
      if (name.startsWith("spool/")) bar.update(Math.min(1, (done += 1) / Math.max(1, files)));
    },
    done: () => bar.done(),
  };
}

async function write({ dataDir, out, passphrase, language }: BackupOptions, say: Say): Promise<number> {
  const store = await openedOrRunning(dataDir);
  const bar = barOf(dataDir, say);
  try {
    if (store === null) return await writeBackup(fetchBackup(passphrase, language, say), out);
    if ((await store.event()) === null) throw new CommandFailure(say("backup.noEvent", { folder: dataDir }), 3);
    return await writeBackup(makeBackup({ store, passphrase, onPart: bar.onPart }), out);
  } finally {
    bar.done();
    await store?.close();
  }
}

/** @returns what to print. @throws CommandFailure; then nothing stands at `out` that did not stand there before. */
export async function backupFolder(options: BackupOptions, say: Say): Promise<string> {
  const { dataDir, out } = options;
  if (!existsSync(dataDir)) throw new CommandFailure(say("backup.noEvent", { folder: dataDir }), 3);
  try {
    const size = await write(options, say);
    return [say("backup.written", { file: out, size: Math.ceil(size / 1000) }), say("backup.without")].join("\n");
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(backupTrouble(error, out, say), 3);
  }
}
