/** What every back end must do of backups: the same event elsewhere, on either kind of database, or nothing at all. */
import type { Judgement } from "@vigie/spec";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { restoreBackup } from "../src/backup/restore-backup.ts";
import { openJudgeStore } from "../src/judge/open.ts";
import type { JudgeStore } from "../src/judge-contract.ts";
import { sha256 } from "../src/spool/spool.ts";
import { accepted, claimed, judgeAll, openedEvent, rankAll, stored } from "./event-fixture.ts";
import { BEFORE_EVENTS } from "./old-forms.ts";
import { openForEach, type OpenedForTest } from "./opened-for-test.ts";

/** Where a backup goes. */
export interface Place {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

const LOG: Judgement["practice"] = {
  ...{ kind: "finding", score: null, details: null, mistakes: [], fault: null, resources: null },
  ...{ log: "a\0b\ud800\u2028\n«é»", logTruncated: false },
};

async function partsOf(store: JudgeStore, afterHead: () => Promise<unknown> = () => Promise.resolve()): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const { name, bytes, size } of store.backup()) {
    if (parts.length === 1) await afterHead();
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    parts.push({ name, bytes: Buffer.concat(chunks) });
    expect(size).toBe(parts.at(-1)?.bytes.length);
  }
  return parts;
}

/** In pieces that fit nothing. */
async function* given(parts: readonly Part[]) {
  for (const { name, bytes } of parts)
    yield await Promise.resolve({
      name,
      bytes: (async function* () {
        for (let at = 0; at < bytes.length; at += 777) yield await Promise.resolve(bytes.subarray(at, at + 777));
      })(),
    });
}

function changed(parts: readonly Part[], name: string, change: (text: string) => string, tell = false): Part[] {
  const made = parts.map((part) => (part.name === name ? { name, bytes: Buffer.from(change(part.bytes.toString())) } : part));
  const part = made.find((each) => each.name === name);
  if (!tell || part === undefined) return made;
  const digest = sha256(part.bytes);
  return changed(made, "manifest.json", (text) => {
    const manifest: { parts: { name: string; bytes: number; sha256: string }[] } = JSON.parse(text);
    for (const each of manifest.parts) if (each.name === name) [each.bytes, each.sha256] = [part.bytes.length, digest];
    return JSON.stringify(manifest);
  });
}

export function backupConformance(name: string, open: () => Promise<OpenedForTest>, place: () => Promise<Place>): void {
  let opened: OpenedForTest;
  let store: JudgeStore;
  openForEach(open, async (each) => {
    opened = each;
    store = each.store;
    await openedEvent(store);
  });

  /** Two teams with verdicts, one of them with a run that waits. */
  const filled = async () => {
    await store.saveTeams([{ name: "Les Phares", language: "fr" }, { name: "Night Heron" }], "x");
    const [a, b] = (await store.teams()).map(({ id }) => id);
    const [{ code }] = await store.issueCodes([a], "x");
    const session = await store.signIn(code, "cookie");
    await stored(store, a, "1");
    await store.completeRun(await claimed(store), { judgement: accepted(100 / 7, LOG) });
    await stored(store, b, "2");
    await judgeAll(store, 200 / 7);
    const waits = await stored(store, a, "3");
    await store.act({ kind: "hold" }, "x");
    await store.act({ kind: "go-on" }, "x");
    return { a, b, code, token: session?.token ?? "", waits: waits.id };
  };

  const shown = async (one: JudgeStore, team: string) => ({
    event: await one.event(),
    challenges: await one.challenges(),
    board: await one.standings("find-it"),
    teams: await one.teamProfiles(),
    lights: await one.lights(),
    codes: await one.codes(),
    audit: await one.auditLog({}),
    submissions: await Promise.all((await one.submissionsOf(team, "find-it")).map(({ id }) => one.submission(id))),
  });

  describe(`${name}: backups`, () => {
    test("an event goes on elsewhere as it was: board, teams, codes, reports to the last sign, what waits, archives", async () => {
      const { a, code, token, waits } = await filled();
      const before = await shown(store, a);
      const secrets = "select score::text, encode(replicates, 'hex') as bits from run_secrets order by run_id";
      const unrounded = await opened.sql(secrets);
      const parts = await partsOf(store);
      expect(readdirSync(join(store.spoolDir, "..")).filter((each) => each.startsWith("backup-"))).toEqual([]);
      expect(JSON.stringify(parts.map((part) => part.name))).not.toMatch(/sessions|event_clock/);
      const target = await place();
      const shares: number[] = [];
      await restoreBackup({ ...target, parts: given(parts), onProgress: (share) => void shares.push(share) });
      expect(shares.at(-1)).toBeCloseTo(1, 2);
      expect(shares.toSorted((x, y) => x - y)).toEqual(shares);
      const other = await openJudgeStore(target);
      try {
        expect(await shown(other, a)).toEqual(before);
        expect(await other.viewer(token)).toBeNull();
        expect((await other.signIn(code, "cookie"))?.viewer.team?.id).toBe(a);
        expect(readdirSync(other.spoolDir).toSorted()).toEqual(readdirSync(store.spoolDir).toSorted());
        const claim = await claimed(other);
        expect(claim.submission?.id).toBe(waits);
        expect(readFileSync(claim.submission?.archive ?? "")).toEqual(readFileSync(join(store.spoolDir, `${waits}.zip`)));
        await other.completeRun(claim, { judgement: accepted(30) });
        await judgeAll(other, 30);
        await other.act({ kind: "hold" }, "y");
        await other.announce({ en: "Here" }, "y");
        expect((await other.auditLog({ most: 2 })).map(({ act }) => act)).toEqual(["announcement.made", "event.hold"]);
        await rankAll(other);
        expect((await other.standings("find-it")).rows[0]).toMatchObject({ team: a, score: 30 });
        expect(unrounded.length).toBeGreaterThan(1);
      } finally {
        await other.close();
      }
      expect(await opened.sql(secrets)).toEqual(unrounded);
      await expect(restoreBackup({ ...target, parts: given(parts) })).rejects.toMatchObject({ code: "not-empty" });
    });

    test("a team that is erased while a backup is read, and what is sent meanwhile, do not spoil it", async () => {
      const { a, b } = await filled();
      const parts = await partsOf(store, async () => {
        await store.eraseTeam(a, "x");
        await stored(store, b, "late");
      });
      const manifest: { parts: { name: string; sha256: string }[] } = JSON.parse(parts[0].bytes.toString());
      const digests = parts.map(({ name: part, bytes }) => ({ name: part, sha256: sha256(bytes) }));
      expect(manifest.parts.map(({ name: part, sha256: digest }) => ({ name: part, sha256: digest }))).toEqual(digests.slice(1));
      expect(parts.filter(({ name: part }) => part.endsWith(".zip"))).toHaveLength(3);
      expect(parts.find(({ name: part }) => part === "tables/teams.ndjson")?.bytes.toString()).toContain("Les Phares");
      expect(readdirSync(store.spoolDir).filter((file) => file.endsWith(".zip"))).toHaveLength(2);
    });

    test("a backup that is not whole, or of a newer version, restores nothing, and the place can be used after it", async () => {
      const { waits } = await filled();
      const parts = await partsOf(store);
      const target = await place();
      const archive = `spool/${waits}.zip`;
      // Making an embedded database takes seconds each time.
      const more: readonly (readonly [string, readonly Part[], string])[] = [
        ["a table of other columns", changed(parts, "tables/teams.ndjson", () => '{"id":"1"}\n', true), "backup-damaged"],
        ["a part too few", parts.filter((part) => part.name !== archive), "backup-damaged"],
        ["a part too many", [...parts, { name: "spool/more.zip", bytes: Buffer.from("") }], "backup-damaged"],
      ];
      const faults: readonly (readonly [string, readonly Part[], string])[] = [
        ["nothing", [], "backup-damaged"],
        ["a text", [{ name: "manifest.json", bytes: Buffer.from("hello") }], "backup-damaged"],
        ["a changed table", changed(parts, "tables/teams.ndjson", (text) => text.replace("Heron", "Horen")), "backup-damaged"],
        ["a changed archive", changed(parts, archive, (text) => `${text}.`), "backup-damaged"],
        ["an end too early", parts.slice(0, -1), "backup-damaged"],
        [
          "a newer schema",
          changed(parts, "manifest.json", (text) => text.replace(/"schema":"[^"]*"/, '"schema":"9999-x"')),
          "newer-schema",
        ],
        ["a newer format", changed(parts, "manifest.json", (text) => text.replace('"format":1', '"format":2')), "newer-schema"],
      ];
      for (const [fault, some, code] of [...faults, ...(target.databaseUrl === undefined ? [] : more)]) {
        await expect(restoreBackup({ ...target, parts: given(some) }), fault).rejects.toMatchObject({ code });
        expect(existsSync(target.dataDir) ? readdirSync(target.dataDir) : [], fault).toEqual([]);
      }
      await restoreBackup({ ...target, parts: given(parts) });
      await (await openJudgeStore(target)).close();
    });

    test("one of before events were run is made as it was, and brought up to date", async () => {
      const { a } = await filled();
      const board = await store.standings("find-it");
      for (const statement of BEFORE_EVENTS) await opened.sql(statement);
      const parts = await partsOf(store);
      expect(parts[0].bytes.toString()).toContain("0006-standings-by-team");
      const target = await place();
      await restoreBackup({ ...target, parts: given(parts) });
      const other = await openJudgeStore(target);
      try {
        const plain = board.rows.map((row) => ({ ...row, language: undefined }));
        expect((await other.standings("find-it")).rows).toEqual(plain);
        expect(await other.teamProfile(a)).toMatchObject({ name: "Les Phares", key: null, entry: "competing" });
        expect(await other.event()).toMatchObject({ acts: [], calendar: { freezes: null } });
      } finally {
        await other.close();
      }
    });
  });
}
