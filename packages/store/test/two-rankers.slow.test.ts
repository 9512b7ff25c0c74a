import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JudgeStore } from "../src/judge-contract.ts";
import { openJudgeStore } from "../src/judge/open.ts";
import { accepted, claimed, openedEvent, rankAll, stored } from "./event-fixture.ts";
import { postgresPrograms, startPostgres, type PrivatePostgres } from "./private-postgres.ts";

const bin = postgresPrograms();

describe.skipIf(bin === null)("two processes that rank on one PostgreSQL", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "vigie-store-"));
  let cluster: PrivatePostgres;
  let one: JudgeStore;
  let other: JudgeStore;

  beforeAll(async () => {
    cluster = startPostgres(bin ?? "");
    const databaseUrl = cluster.url("postgres");
    one = await openJudgeStore({ dataDir, databaseUrl });
    other = await openJudgeStore({ dataDir, databaseUrl });
    await openedEvent(one);
  });
  afterAll(async () => {
    await Promise.all([one.close(), other.close()]);
    cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function judged(team: string, points: number): Promise<void> {
    await stored(one, team, String(points));
    for (let run = 0; run < 2; run++) await one.completeRun(await claimed(one), { judgement: accepted(points) });
  }

  test("uploads do not wait for a ranking of another process, which alone ranks; this one goes on from what it wrote", async () => {
    const [a, b] = [await one.createTeam({ name: "A", baseline: false }), await one.createTeam({ name: "B", baseline: false })];
    await judged(a.id, 40);
    const seen = await other.rankAlone("find-it", async () => {
      await judged(b.id, 50);
      expect(await one.rankAlone("find-it", () => Promise.resolve("two at once"))).toBeNull();
      expect(await one.rankAlone("another", () => Promise.resolve("beside it"))).toBe("beside it");
      return { revision: 0, version: (await one.standings("find-it")).version };
    });
    await rankAll(other);
    await judged(a.id, 60);
    const task = await one.rankAlone("find-it", () => one.rankingTask("find-it", seen));
    expect(task?.changed?.toSorted()).toEqual([a.id, b.id].toSorted());
    expect(task?.waiting).toEqual([a.id]);
    await rankAll(one);
    for (const store of [one, other])
      expect((await store.standings("find-it")).rows).toMatchObject([
        { team: a.id, score: 60 },
        { team: b.id, score: 50 },
      ]);
  });
});
