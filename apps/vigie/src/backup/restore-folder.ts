/** `vigie restore`: a backup into an empty data folder or an empty database; nothing is ever written over. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { restoreBackup, StoreLockedError, type BackupPart } from "@vigie/store";
import { CommandFailure } from "../failure.ts";
import { startBar } from "../progress.ts";
import type { Say } from "../say.ts";
import { backupTrouble } from "./backup-trouble.ts";
import { unsealed } from "./seal.ts";
import { tarToParts } from "./tar-parts.ts";

export interface RestoreOptions {
  readonly file: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly passphrase: string;
}

/** The store's part: takes parts in, whole or not at all. */
export type TakeParts = (request: {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly parts: AsyncIterable<BackupPart>;
}) => Promise<void>;

async function told(file: string, onShare: (share: number) => void): Promise<AsyncIterable<Uint8Array>> {
  const { size } = await stat(file);
  const reading = createReadStream(file);
  reading.on("data", () => onShare(reading.bytesRead / size));
  return reading.pause();
}

/** @returns what to print. @throws CommandFailure with what keeps it from being restored; then nothing was changed. */
export async function restoreFolder(options: RestoreOptions, say: Say, take: TakeParts = restoreBackup): Promise<string> {
  const { file, dataDir, databaseUrl, passphrase } = options;
  const bar = startBar(say("restore.reading"));
  try {
    const bytes = await told(file, (share) => bar.update(share));
    await take({ dataDir, databaseUrl, parts: tarToParts(unsealed(bytes, passphrase)) });
  } catch (error) {
    bar.done();
    if (error instanceof StoreLockedError) throw new CommandFailure(say("start.locked", { folder: dataDir, pid: error.pid }), 3);
    throw new CommandFailure(backupTrouble(error, isOfFile(error) ? file : dataDir, say), 3);
  }
  bar.done();
  return [say("restore.done", { folder: dataDir }), say("restore.secret", { folder: dataDir })].join("\n");
}

const OF_FOLDER = new Set(["not-empty", "no-room", "ENOSPC", "EDQUOT"]);
function isOfFile(error: unknown): boolean {
  return !(error instanceof Error && "code" in error && OF_FOLDER.has(String(error.code)));
}
