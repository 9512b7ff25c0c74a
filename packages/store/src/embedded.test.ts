import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EmbeddedPlace } from "../test/embedded-place.ts";
import { openedEvent, stored, submitTo } from "../test/event-fixture.ts";
import { smallDisk } from "../test/small-disk.ts";
import { storeConformance } from "../test/store-conformance.ts";
import { judgeStoreOver } from "./judge/open.ts";
import { openBase } from "./open-base.ts";

const place = new EmbeddedPlace();
const freshDataDir = () => place.freshDataDir();

beforeAll(() => place.make());
afterAll(() => place.close());

storeConformance("embedded", () => place.open());

test("a second opener is refused with the PID, and may open once the first has closed", async () => {
  const dataDir = freshDataDir();
  const first = await openBase({ dataDir });
  await expect(openBase({ dataDir })).rejects.toMatchObject({ code: "locked", pid: process.pid, dataDir });
  await first.store.close();
  await (await openBase({ dataDir })).store.close();
});

test("the data directory is its owner's alone, and the steps of opening are told", async () => {
  const dataDir = freshDataDir();
  chmodSync(dataDir, 0o755);
  const steps: string[] = [];
  const { store } = await openBase({ dataDir, onProgress: (step) => void steps.push(step) });
  await store.close();
  expect(steps).toEqual(["opening", "migrating", "reconciling"]);
  for (const path of [dataDir, join(dataDir, "spool")]) expect(statSync(path).mode & 0o777).toBe(0o700);
});

test("a run that was in hand when the process was killed is taken up again at once", async () => {
  const dataDir = freshDataDir();
  const first = judgeStoreOver(await openBase({ dataDir }));
  await openedEvent(first);
  const team = await first.createTeam({ name: "A", baseline: false });
  const submission = await stored(first, team.id);
  await first.claim("killed");
  await first.close();
  const second = judgeStoreOver(await openBase({ dataDir }));
  expect((await second.claim("next"))?.submission?.id).toBe(submission.id);
  await second.close();
});

test.each([
  ["its control file is garbage", (folder: string) => writeFileSync(join(folder, "global", "pg_control"), "garbage")],
  ["its control file is gone", (folder: string) => rmSync(join(folder, "global", "pg_control"))],
  ["its log is gone", (folder: string) => rmSync(join(folder, "pg_wal"), { recursive: true })],
  ["it is gone", (folder: string) => rmSync(folder, { recursive: true })],
])("a damaged database is told as such, and nothing of it is deleted: %s", async (_how, damage) => {
  const dataDir = freshDataDir();
  damage(join(dataDir, "database"));
  const before = readdirSync(dataDir, { recursive: true }).length;
  await expect(openBase({ dataDir })).rejects.toMatchObject({ code: "damaged", dataDir });
  expect(readdirSync(dataDir, { recursive: true }).length).toBeGreaterThanOrEqual(before);
  expect(existsSync(join(dataDir, "owner.json"))).toBe(false);
});

test.each([
  ["its folder alone", ["database"]],
  ["its folder and the note that it was made", ["database", "database.json"]],
  ["the note alone", ["database.json"]],
])("with the database gone, a start says what the spool holds and opens no new event over it: %s", async (_what, gone) => {
  const dataDir = freshDataDir();
  const store = judgeStoreOver(await openBase({ dataDir }));
  await openedEvent(store);
  const [a, b] = [await store.createTeam({ name: "A", baseline: false }), await store.createTeam({ name: "B", baseline: false })];
  await stored(store, a.id);
  await stored(store, b.id);
  const newest = await stored(store, b.id);
  await store.close();
  for (const name of gone) rmSync(join(dataDir, name), { recursive: true });
  const before = readdirSync(dataDir, { recursive: true }).sort();
  await expect(openBase({ dataDir })).rejects.toMatchObject({
    code: "damaged",
    held: { submissions: 3, teams: 2, newestAt: newest.receivedAt },
  });
  expect(readdirSync(dataDir, { recursive: true }).sort()).toEqual(before);
});

test("a data directory that is a file is told as such", async () => {
  const dataDir = join(place.home, "file");
  writeFileSync(dataDir, "");
  await expect(openBase({ dataDir })).rejects.toMatchObject({ code: "damaged" });
});

test("a database whose making was cut short is set aside and made again", async () => {
  const dataDir = join(place.home, "unfinished");
  mkdirSync(join(dataDir, "database", "base"), { recursive: true });
  await (await openBase({ dataDir })).store.close();
  expect(readdirSync(dataDir).filter((name) => name.startsWith("database.unfinished-"))).toHaveLength(1);
});

describe("on a full disk nothing is acknowledged, and nothing is left of what came:", () => {
  test.each([
    ["the disk is full to the last byte", 1, 100],
    ["the reserve is touched", 30, 100],
    ["there is no room for what comes", 64, 0],
    ["there is no room for the archive that is kept", 64, 1],
    ["there is no room for its record", 64, 2],
  ])("%s", async (_claim, mebibytes, files) => {
    const dataDir = freshDataDir();
    const disk = smallDisk(join(dataDir, "spool"), mebibytes, files);
    if (disk === null) return;
    const store = judgeStoreOver(await openBase({ dataDir }));
    try {
      await openedEvent(store);
      const { id } = await store.createTeam({ name: "A", baseline: false });
      await expect(submitTo(store, id)).rejects.toMatchObject({ code: "no-room" });
      expect(await store.submissionsOf(id, "find-it")).toEqual([]);
      expect(readdirSync(store.spoolDir)).toEqual([]);
      expect(await store.attemptsLeftToday(id, "find-it")).toBe(20);
    } finally {
      await store.close();
      disk.remove();
    }
  });
});

test("with room again the next submission is taken", async () => {
  const dataDir = freshDataDir();
  const disk = smallDisk(join(dataDir, "spool"), 64, 3);
  if (disk === null) return;
  const store = judgeStoreOver(await openBase({ dataDir }));
  try {
    await openedEvent(store);
    const { id } = await store.createTeam({ name: "A", baseline: false });
    const filling = join(store.spoolDir, "filling");
    writeFileSync(filling, "");
    await expect(submitTo(store, id)).rejects.toMatchObject({ code: "no-room" });
    rmSync(filling);
    expect(await submitTo(store, id)).toMatchObject({ kind: "stored" });
  } finally {
    await store.close();
    disk.remove();
  }
});
