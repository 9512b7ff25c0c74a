/** A backup of a data folder and its way back into another, on the database that comes with Vigie. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadChallenge } from "@vigie/spec/node";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { backupFolder } from "../src/backup/backup-folder.ts";
import { restoreFolder } from "../src/backup/restore-folder.ts";
import { openEvent } from "../src/event/hosted-event.ts";
import { speaker } from "../src/say.ts";
import { CHALLENGE } from "./command-line.ts";
import { ownConfig } from "./own-config.ts";

const PASSPHRASE = "four quiet lanterns";
const say = speaker("en");
ownConfig();

describe("an event", () => {
  const home = mkdtempSync(join(tmpdir(), "vigie-backup-"));
  const [first, second, out] = ["first", "second", "event.age"].map((name) => join(home, name));
  let code = "";

  const open = (dataDir: string): Promise<JudgeStore> => openJudgeStore({ dataDir, databaseUrl: null });
  const restore = (dataDir: string, passphrase = PASSPHRASE) =>
    restoreFolder({ file: out, dataDir, databaseUrl: null, passphrase }, say);

  beforeAll(async () => {
    const store = await open(first);
    await openEvent(
      store,
      { secretCommitment: "0".repeat(64), receiptKey: "k" },
      {
        ...{ name: { en: "Lanterns", fr: "Lanternes" }, timeZone: "America/Toronto", languages: ["en", "fr"], network: null },
        ...{ hidesPublicInFreeze: false, keptUntil: null, weights: {}, challenges: [loadChallenge(CHALLENGE)] },
        helpLine: { name: { en: "Help", fr: "Aide" }, phone: "1" },
        calendar: {
          opens: "2026-10-23T09:00:00-04:00[America/Toronto]",
          freezes: null,
          locks: "2036-11-02T17:00:00-05:00[America/Toronto]",
          reveals: "2036-11-02T18:00:00-05:00[America/Toronto]",
        },
      },
    );
    await store.createTeam({ name: "Les Lucioles", baseline: false });
    code = await store.issueCode({ role: "organizer", team: null });
    await store.close();
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("is written while nobody has it, with what is not in it said", async () => {
    const said = await backupFolder({ dataDir: first, out, passphrase: PASSPHRASE, language: "en" }, say);
    expect(said).toMatch(/event\.age holds the event[\s\S]*secret and key/);
    expect(readdirSync(first).filter((name) => name.startsWith("backup-"))).toEqual([]);
  }, 60_000);

  it("is refused to a wrong passphrase, and no folder stays behind", async () => {
    await expect(restore(second, "four loud lanterns")).rejects.toThrow(/not its passphrase/);
    expect(existsSync(second)).toBe(false);
  }, 60_000);

  it("stands elsewhere as it was; its codes sign in", async () => {
    expect(await restore(second)).toContain(`vigie start --data ${second}`);
    const store = await open(second);
    expect((await store.event())?.name.fr).toBe("Lanternes");
    expect((await store.event())?.keptUntil).toBe("2037-01-31");
    expect((await store.teams()).map(({ name }) => name)).toEqual(["Les Lucioles"]);
    expect((await store.signIn(code, "token"))?.viewer.role).toBe("organizer");
    await expect(restore(second)).rejects.toThrow(/in use by the process/);
    await store.close();
    await expect(restore(second)).rejects.toThrow(/something is there already/);
  }, 120_000);

  it("that runs is backed up by its server alone: without a session the sentence says so, and an older file stays", async () => {
    const older = join(home, "older.age");
    copyFileSync(out, older);
    const store = await open(first);
    const asked = backupFolder({ dataDir: first, out: older, passphrase: PASSPHRASE, language: "en" }, say);
    await expect(asked).rejects.toThrow(/Sign in to it first/);
    await store.close();
    expect(readdirSync(home).sort()).toEqual(["event.age", "first", "older.age", "second"]);
  }, 60_000);
});
