/** A backup of a data folder and its way back into another, on the database that comes with Vigie. */
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { loadChallenge } from "@vigie/spec/node";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { postgresPrograms, smallDisk, startPostgres, type PrivatePostgres } from "@vigie/store/testing";
import { backupFolder } from "../src/backup/backup-folder.ts";
import { restoreFolder } from "../src/backup/restore-folder.ts";
import { tryRestore } from "../src/backup/try-restore.ts";
import { openEvent } from "../src/event/hosted-event.ts";
import { CommandFailure } from "../src/failure.ts";
import { speaker } from "../src/say.ts";
import { CHALLENGE } from "./command-line.ts";
import { ownConfig } from "./own-config.ts";

const PASSPHRASE = "four quiet lanterns";
const say = speaker("en");
const bin = postgresPrograms();
ownConfig();

/** The sentence and the exit code with which something ends that cannot be. */
async function refusal(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.then(() => "done").catch((cause: unknown) => cause);
  if (error instanceof CommandFailure && error.exitCode === 3) return error.message;
  throw new Error("expected a sentence and the exit code 3", { cause: error });
}

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
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("is written while nobody has it, with what is not in it said", async () => {
    const said = await backupFolder({ dataDir: first, out, passphrase: PASSPHRASE, language: "en" }, say);
    expect(said).toMatch(/event\.age holds the event[\s\S]*secret and key/);
    expect(readdirSync(first).filter((name) => name.startsWith("backup-"))).toEqual([]);
  });

  it("is refused to a wrong passphrase, and no folder stays behind", async () => {
    await expect(restore(second, "four loud lanterns")).rejects.toThrow(/not its passphrase/);
    expect(existsSync(second)).toBe(false);
  });

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
  });

  it("is tried in a folder that is wiped, whatever comes of it", async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith("vigie-try-restore-"));
    const before = left();
    const { event, lines } = await tryRestore({ file: out, passphrase: PASSPHRASE, language: "en" }, say);
    expect(event).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines[0]).toContain("Lanterns, with one team");
    expect(lines[1]).toContain("0 teams have a score");
    await expect(tryRestore({ file: out, passphrase: "four loud lanterns", language: "en" }, say)).rejects.toThrow(/passphrase/);
    expect(left()).toEqual(before);
  });

  it("that runs is backed up by its server alone: without a session the sentence says so, and an older file stays", async () => {
    const older = join(home, "older.age");
    copyFileSync(out, older);
    const store = await open(first);
    const asked = backupFolder({ dataDir: first, out: older, passphrase: PASSPHRASE, language: "en" }, say);
    await expect(asked).rejects.toThrow(/Sign in to it first/);
    await store.close();
    expect(readFileSync(older)).toEqual(readFileSync(out));
    expect(readdirSync(home).sort()).toEqual(["event.age", "first", "older.age", "second"]);
  });

  it.each(Array.from({ length: 8 }, (_, n) => n / 7))(
    "is refused where one bit of it changed on the stick, wherever that is: at %d of its length",
    async (share) => {
      const [bytes, spoilt] = [readFileSync(out), join(home, "spoilt.age")];
      const place = Math.floor(share * (bytes.length - 1));
      writeFileSync(spoilt, bytes.fill(bytes[place] ^ 4, place, place + 1));
      const third = join(home, "third");
      const told = await refusal(restoreFolder({ file: spoilt, dataDir: third, databaseUrl: null, passphrase: PASSPHRASE }, say));
      expect(told).toMatch(/spoilt\.age.*Nothing was changed/);
      expect(existsSync(third)).toBe(false);
    },
  );

  it("leaves the older backup on a stick that is full, and nothing half written", async () => {
    const stick = join(home, "stick");
    const disk = smallDisk(stick, 1, 3);
    if (disk === null) return;
    try {
      copyFileSync(out, join(stick, "event.age"));
      expect(() => {
        for (;;) appendFileSync(join(stick, "holiday.jpg"), Buffer.alloc(4096));
      }).toThrow(/ENOSPC/);
      const asked = backupFolder({ dataDir: first, out: join(stick, "event.age"), passphrase: PASSPHRASE, language: "en" }, say);
      expect(await refusal(asked)).toMatch(/event\.age: no room is left there.*older backups stay/);
      expect(readFileSync(join(stick, "event.age"))).toEqual(readFileSync(out));
      expect(readdirSync(stick).sort()).toEqual(["event.age", "holiday.jpg"]);
    } finally {
      disk.remove();
    }
  });

  it("is told that there is no room where it is to be restored, and is restored once there is", async () => {
    const place = join(home, "small");
    const disk = smallDisk(place, 12, 5000);
    if (disk === null) return;
    try {
      expect(await refusal(restore(join(place, "event")))).toMatch(/small\/event: no room/);
      expect(readdirSync(place)).toEqual([]);
    } finally {
      disk.remove();
    }
    expect(await restore(join(place, "event"))).toContain("vigie start");
  });

  describe.skipIf(bin === null)("on PostgreSQL", () => {
    let cluster: PrivatePostgres;
    beforeAll(() => (cluster = startPostgres(bin ?? "")));
    afterAll(() => cluster.stop());

    it("goes on there, with its archives in a folder, and comes back into a folder alone; never twice into one database", async () => {
      const databaseUrl = cluster.url("postgres");
      const [spool, again, back] = ["on-server", "again.age", "back"].map((name) => join(home, name));
      const before = await open(first);
      const board = await before.standings("follow-the-money");
      await before.close();
      const onServer = { file: out, dataDir: spool, databaseUrl, passphrase: PASSPHRASE };
      expect(await restoreFolder(onServer, say)).toContain("The event is in");
      expect(await refusal(restoreFolder({ ...onServer, dataDir: join(home, "other") }, say))).toMatch(
        /something is there already/,
      );
      vi.stubEnv("VIGIE_DATABASE_URL", databaseUrl);
      await backupFolder({ dataDir: spool, out: again, passphrase: PASSPHRASE, language: "en" }, say);
      await restoreFolder({ file: again, dataDir: back, databaseUrl: null, passphrase: PASSPHRASE }, say);
      const store = await open(back);
      expect(await store.standings("follow-the-money")).toEqual(board);
      expect(board.rows).toHaveLength(1);
      expect((await store.signIn(code, "token"))?.viewer.role).toBe("organizer");
      await store.close();
      const gone = { ...onServer, dataDir: join(home, "none"), databaseUrl: "postgres://vigie:s3cret@127.0.0.1:9/none" };
      expect(await refusal(restoreFolder(gone, say))).not.toContain("s3cret");
    });
  });
});
