import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { settingsFrom, type BackupPart, type EventSettings } from "@vigie/store";
import { speaker } from "../src/say.ts";
import { Hourly } from "../src/backup/hourly.ts";
import { passphraseOf } from "../src/backup/passphrase.ts";
import { wishedHourly } from "../src/backup/wished-hourly.ts";
import { writeBackup } from "../src/backup/write-backup.ts";

const HOUR_MS = 3_600_000;
const EVENT = settingsFrom(
  {
    ...{ id: "3f2a9c01-b", name: { en: "E", fr: "É" }, timeZone: "America/Toronto", secretCommitment: "00", demo: false },
    ...{ opensAt: "2026-11-01T00:00:00Z", closesAt: "2026-11-08T00:00:00Z" },
    helpLine: { name: { en: "Help", fr: "Aide" }, phone: "1" },
  },
  [],
);

let folder: string;
let printed: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-hourly-"));
  printed = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* parts(): AsyncIterable<BackupPart> {
  async function* bytes(): AsyncIterable<Uint8Array> {
    yield await Promise.resolve(Buffer.from("{}"));
  }
  yield await Promise.resolve({ name: "manifest.json", bytes: bytes(), size: 2 });
}
async function* broken(): AsyncIterable<BackupPart> {
  yield* parts();
  throw new Error("no database");
}

function hourly(stick: string, backup: () => AsyncIterable<BackupPart> = parts, event: EventSettings | null = EVENT) {
  let now = Date.parse("2026-11-02T17:00:05Z");
  const clock = { now: () => (now += HOUR_MS) };
  const store = { backup, event: () => Promise.resolve(event), clock };
  const means = { store, say: speaker("fr"), print: (line: string) => void printed.push(line) };
  return new Hourly({ folder: stick, passphrase: "four quiet lanterns", keep: 2 }, means);
}

describe("the hourly backup", () => {
  it("is named by event and hour; the newest are kept, and nothing that is not this event's is touched", async () => {
    const stick = mkdtempSync(join(folder, "stick-"));
    const foreign = ["holiday.jpg", "vigie-ffffffff-2020-01-01T00-00-00Z.tar.gz.age"];
    for (const name of foreign) writeFileSync(join(stick, name), "");
    writeFileSync(join(stick, "vigie-3f2a9c01-2020-01-01T00-00-00Z.tar.gz.age.partial"), "");
    const each = hourly(stick);
    for (let i = 0; i < 3; i++) await each.once();
    const kept = ["vigie-3f2a9c01-2026-11-02T19-00-05Z.tar.gz.age", "vigie-3f2a9c01-2026-11-02T20-00-05Z.tar.gz.age"];
    expect(readdirSync(stick).sort()).toEqual([...foreign, ...kept].sort());
    expect(each.state).toEqual({ folder: stick, lastAt: "2026-11-02T20:00:05.000Z", problem: null });
  }, 30_000);

  it("waits while there is no event, and never writes two at once", async () => {
    const stick = mkdtempSync(join(folder, "stick-"));
    await hourly(stick, parts, null).once();
    expect(readdirSync(stick)).toEqual([]);
    const each = hourly(stick);
    await Promise.all([each.once(), each.once()]);
    expect(readdirSync(stick)).toHaveLength(1);
  }, 30_000);

  it("says in both languages that the stick is gone, and goes on at the next hour", async () => {
    const stick = join(folder, "pulled-out");
    const each = hourly(stick);
    await each.once();
    expect(each.state.problem?.en).toMatch(/Is the stick plugged in/);
    expect(printed[0]).toMatch(/clé USB est-elle branchée/);
    mkdirSync(stick);
    await each.once();
    expect(each.state.problem).toBeNull();
    expect(readdirSync(stick)).toHaveLength(1);
  }, 30_000);

  it("that fails on the way leaves no half of a file", async () => {
    const stick = mkdtempSync(join(folder, "stick-"));
    const each = hourly(stick, broken);
    await each.once();
    expect(readdirSync(stick)).toEqual([]);
    expect(each.state.problem?.fr).toMatch(/s’est interrompue \(no database\)/);
  }, 30_000);
});

describe("what is asked before", () => {
  const say = speaker("en");
  const typed =
    (...answers: string[]) =>
    () =>
      Promise.resolve(answers.shift() ?? null);

  it("is a folder that is there", async () => {
    await expect(wishedHourly({ folder: join(folder, "none"), keep: 1 }, say)).rejects.toThrow(/plugged in/);
    const wish = { folder, keep: 3 };
    expect(await wishedHourly(wish, say, typed("four quiet lanterns", "four quiet lanterns"))).toMatchObject({ folder, keep: 3 });
  });

  it.each([
    [["short"], /shorter than 12/],
    [["four quiet lanterns", "four quiet lantern"], /not the same/],
    [[], /nobody sits here/],
  ])("is a passphrase; %j is refused", async (answers, sentence) => {
    await expect(passphraseOf({ isNew: true }, typed(...answers), say)).rejects.toThrow(sentence);
  });

  it("may stand in a file, whose last line break does not count", async () => {
    const file = join(folder, "phrase");
    writeFileSync(file, "four quiet lanterns\r\n");
    expect(await passphraseOf({ file, isNew: true }, typed(), say)).toBe("four quiet lanterns");
    await expect(passphraseOf({ file: `${file}x`, isNew: true }, typed(), say)).rejects.toThrow(/cannot be read/);
  });

  it("of an old one is asked once, whatever its length", async () => {
    expect(await passphraseOf({ isNew: false }, typed("short"), say)).toBe("short");
  });
});

it("a full disk is told as such, and the file that stood there stays", async () => {
  const file = join(folder, "backup.age");
  writeFileSync(file, "older");
  async function* full(): AsyncIterable<Uint8Array> {
    yield await Promise.resolve(Buffer.alloc(10));
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  }
  await expect(writeBackup(full(), file)).rejects.toMatchObject({ code: "ENOSPC" });
  expect(readdirSync(folder)).toEqual(["backup.age"]);
});
