/** What keeps a backup from being written or read, as a sentence with what to do about it. */
import { inert } from "@vigie/report";
import type { MessageKey, Say } from "../say.ts";

const SENTENCES: Readonly<Partial<Record<string, MessageKey>>> = {
  ENOSPC: "backup.full",
  EDQUOT: "backup.full",
  EFBIG: "backup.full",
  "no-room": "backup.full",
  ENOENT: "backup.noPlace",
  ENOTDIR: "backup.noPlace",
  EACCES: "backup.noPlace",
  EROFS: "backup.noPlace",
  EIO: "backup.noPlace",
  "wrong-passphrase": "restore.wrongPassphrase",
  "no-backup": "restore.noBackup",
  damaged: "restore.damaged",
  "backup-damaged": "restore.damaged",
  "not-empty": "restore.notEmpty",
  "newer-schema": "restore.newer",
};

/** @param place the file or folder that was meant. */
export function backupTrouble(error: unknown, place: string, say: Say): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const key = SENTENCES[code];
  if (key !== undefined) return say(key, { place });
  const why = error instanceof Error ? error.message : String(error);
  return say("backup.failed", { place, why: inert(why) });
}
