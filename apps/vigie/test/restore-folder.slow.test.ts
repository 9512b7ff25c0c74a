import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreError, StoreLockedError, type BackupPart } from "@vigie/store";
import { speaker } from "../src/say.ts";
import { makeBackup } from "../src/backup/make-backup.ts";
import { restoreFolder, type TakeParts } from "../src/backup/restore-folder.ts";
import { passOver } from "../src/backup/tar-parts.ts";
import { writeBackup } from "../src/backup/write-backup.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-restore-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* parts(): AsyncIterable<BackupPart> {
  async function* bytes(): AsyncIterable<Uint8Array> {
    yield await Promise.resolve(Buffer.from("{}"));
  }
  for (const name of ["manifest.json", "tables/teams.ndjson"]) yield await Promise.resolve({ name, bytes: bytes(), size: 2 });
}

async function backup(): Promise<string> {
  const file = join(folder, "event.age");
  await writeBackup(makeBackup({ store: { backup: parts }, passphrase: "p" }), file);
  return file;
}

const readAll: TakeParts = async ({ parts: each }) => {
  for await (const { bytes } of each) await passOver(bytes);
};
const failing =
  (error: Error): TakeParts =>
  async ({ parts: each }) => {
    await each[Symbol.asyncIterator]().next();
    throw error;
  };

const restore = (file: string, take: TakeParts, passphrase = "p", language: "en" | "fr" = "en") =>
  restoreFolder({ file, dataDir: "/new", databaseUrl: null, passphrase }, speaker(language), take);

describe("vigie restore", () => {
  it("hands the store every part, and says how to go on, and what the backup does not hold", async () => {
    const names: string[] = [];
    const take: TakeParts = async ({ dataDir, parts: each }) => {
      for await (const { name } of each) names.push(`${dataDir} ${name}`);
    };
    const said = await restore(await backup(), take, "p", "fr");
    expect(names).toEqual(["/new manifest.json", "/new tables/teams.ndjson"]);
    expect(said).toMatch(/vigie start --data \/new[\s\S]*event-secret/);
  });

  it.each([
    ["a wrong passphrase", readAll, "q", /event\.age: this is not its passphrase\. Nothing was changed/],
    ["a folder that holds something", failing(new StoreError("not-empty", "")), "p", /\/new: something is there already/],
    ["a backup of a newer Vigie", failing(new StoreError("newer-schema", "")), "p", /event\.age was written by a newer/],
    ["a part that is not what it was", failing(new StoreError("backup-damaged", "")), "p", /event\.age is damaged/],
    ["an event that runs there", failing(new StoreLockedError("/new", 42)), "p", /42/],
    ["a full disk", failing(Object.assign(new Error(""), { code: "ENOSPC" })), "p", /\/new: no room/],
  ])("refuses %s in words", async (_, take, passphrase, sentence) => {
    await expect(restore(await backup(), take, passphrase)).rejects.toThrow(sentence);
  });

  it("refuses what is no backup, or is not there", async () => {
    const file = join(folder, "holiday.jpg");
    await expect(restore(file, readAll)).rejects.toThrow(/cannot be read/);
    writeFileSync(file, "JFIF");
    await expect(restore(file, readAll, "p", "fr")).rejects.toThrow(/n’est pas une sauvegarde de Vigie/);
  });
});
