/** What every back end must do of verdicts and the standings that follow them. */
import type { StandingRow } from "@vigie/spec";
import { describe, expect, test } from "vitest";
import type { JudgeStore, RankingMark, RankingTask, StandingEntry } from "../src/judge-contract.ts";
import { accepted, carelessRank, challengeSpec, claimed, failed, openedEvent, rankAll, stored } from "./event-fixture.ts";
import { openForEach, type OpenedForTest } from "./opened-for-test.ts";

async function entriesOf(store: JudgeStore, task: RankingTask): Promise<StandingEntry[]> {
  const entries: StandingEntry[] = [];
  for await (const some of store.standingEntries(task)) entries.push(...some);
  return entries;
}

/** Ranks a task by points. */
async function rankTask(store: JudgeStore, task: RankingTask): Promise<RankingMark | null> {
  const entries = await entriesOf(store, { ...task, changed: null });
  const written = task.changed === null ? entries : entries.filter(({ team }) => task.changed?.includes(team.id));
  const scored = entries.filter(({ best }) => best !== null);
  return store.storeStandings(
    task,
    written,
    carelessRank(scored).map((place, at) => ({ ...place, rank: at + 1 })),
  );
}

export function standingsConformance(name: string, open: () => Promise<OpenedForTest>): void {
  let opened: OpenedForTest;
  let store: JudgeStore;
  openForEach(open, async (each) => {
    opened = each;
    store = each.store;
    await openedEvent(store);
  });

  const team = async (teamName: string, baseline = false) => (await store.createTeam({ name: teamName, baseline })).id;
  const board = () => store.standings("find-it");
  /** Judges one submission; ranks nothing. */
  const judged = async (id: string, points: number) => {
    const submission = await stored(store, id, String(points));
    for (let run = 0; run < 2; run++) await store.completeRun(await claimed(store), { judgement: accepted(points) });
    return submission.id;
  };
  const task = async (seen: RankingMark | null = null) => {
    const found = await store.rankingTask("find-it", seen);
    if (found === null) throw new Error("expected something that waits; found nothing");
    return found;
  };

  describe(`${name}: standings follow verdicts`, () => {
    test("a verdict is there at once; the board is the one before, then whole the next one, and its version grows", async () => {
      const [a, b] = [await team("A"), await team("B")];
      await judged(a, 40);
      await rankAll(store);
      const before = await board();
      const submission = await judged(b, 60);
      expect((await store.submission(submission))?.public).toMatchObject({ state: "judged", score: { points: 60 } });
      expect(await board()).toBe(before);
      expect(await store.unranked()).toEqual(["find-it"]);
      expect(await rankTask(store, await task())).toEqual({ revision: 0, version: before.version + 1 });
      expect(await board()).toMatchObject({
        version: before.version + 1,
        rows: [
          { team: b, rank: 1, score: 60 },
          { team: a, rank: 2, score: 40 },
        ],
      });
      expect([await store.unranked(), await store.rankingTask("find-it", null)]).toEqual([[], null]);
    });

    test("uploads do not wait for a ranking, nor do claims, verdicts and new teams, and none is lost to it", async () => {
      const a = await team("A");
      await judged(a, 40);
      const late = await store.rankAlone("find-it", async () => {
        const begun = await task();
        const entries = await entriesOf(store, begun);
        const submission = await judged(a, 60);
        const b = await team("B");
        expect((await store.submission(submission))?.public?.verdict).toBe("accepted");
        expect(await store.rankAlone("find-it", () => Promise.resolve("two at once"))).toBeNull();
        expect(await store.storeStandings(begun, entries, carelessRank(entries))).not.toBeNull();
        return b;
      });
      expect((await board()).rows).toMatchObject([
        { team: a, score: 40 },
        { team: late, score: null },
      ]);
      expect(await store.unranked()).toEqual(["find-it"]);
      await rankAll(store);
      expect((await board()).rows[0]).toMatchObject({ team: a, score: 60 });
    });

    test("a ranking that somebody was quicker with writes nothing", async () => {
      const a = await team("A");
      await judged(a, 40);
      const slow = await task();
      await judged(a, 60);
      await rankTask(store, await task());
      const before = await board();
      expect(await rankTask(store, slow)).toBeNull();
      expect(await board()).toBe(before);
    });

    test("a process that is killed between verdict and ranking leaves a board that its next start completes", async () => {
      const a = await team("A");
      await judged(a, 40);
      await stored(store, a, "fails");
      store = await opened.reopen();
      expect((await board()).rows).toMatchObject([{ team: a, score: null }]);
      expect(await store.unranked()).toEqual(["find-it"]);
      await rankAll(store);
      expect((await board()).rows).toMatchObject([{ team: a, score: 40 }]);
    });

    test("whoever ranked before reads only what changed since, by whomever it was ranked", async () => {
      const [a, b, c] = [await team("A"), await team("B"), await team("C")];
      await judged(a, 40);
      const seen = await rankTask(store, await task());
      await judged(b, 50);
      await rankTask(store, await task());
      await judged(c, 60);
      const next = await task(seen);
      expect(next.changed?.toSorted()).toEqual([b, c].toSorted());
      expect(next.waiting).toEqual([c]);
      expect((await entriesOf(store, next)).map((entry) => entry.team.id).toSorted()).toEqual([b, c].toSorted());
      expect((await task({ revision: 9, version: 0 })).changed).toBeNull();
    });

    test.each([30, 300])(
      "a verdict costs the same at %d teams: one entry read, one row written, and no other row made anew",
      async (count) => {
        const rows = Array.from({ length: count }, (_, n) => `('t${n}', 'Team ${n}', 'team ${n}', false)`).join(", ");
        await opened.sql(`insert into teams (id, name, name_key, baseline) values ${rows}`);
        await opened.sql("insert into board_rows (challenge_id, team_id, version) select 'find-it', id, 0 from teams");
        await judged("t7", 40);
        await judged("t8", 30);
        const seen = await rankTask(store, await task());
        const before = await board();
        await judged("t8", 35);
        const next = await task(seen);
        expect((await entriesOf(store, next)).length).toBe(1);
        await rankTask(store, next);
        const { version } = await board();
        expect(await opened.sql(`select team_id from board_rows where version = ${version}`)).toEqual([{ team_id: "t8" }]);
        const same = new Set<StandingRow>(before.rows);
        expect((await board()).rows.filter((row) => !same.has(row)).map((row) => row.team)).toEqual(["t8"]);
      },
    );

    test("a row that says the same is the same object from one version to the next; one that moves is not", async () => {
      const [a, b, c] = [await team("A"), await team("B"), await team("C")];
      for (const [id, points] of [
        [a, 60],
        [b, 50],
        [c, 40],
      ] as const)
        await judged(id, points);
      await rankTask(store, await task());
      const rowsBy = async () => new Map((await board()).rows.map((row) => [row.team, row]));
      const before = await rowsBy();
      await judged(c, 55);
      await rankTask(store, await task());
      const after = await rowsBy();
      expect([a, b, c].map((id) => after.get(id) === before.get(id))).toEqual([true, false, false]);
      expect([a, b, c].map((id) => after.get(id)?.rank)).toEqual([1, 3, 2]);
      await team("D");
      const last = await rowsBy();
      expect([a, b, c].map((id) => last.get(id) === after.get(id))).toEqual([true, true, true]);
      const [one, other] = await Promise.all([board(), board()]);
      expect(one).toBe(other);
    });

    test("a verdict that changes nothing on the board makes no version of it", async () => {
      const a = await team("A");
      await judged(a, 40);
      await rankAll(store);
      const before = await board();
      await opened.sql("insert into board_waits (challenge_id, team_id) select 'find-it', id from teams");
      await rankAll(store);
      expect(await board()).toBe(before);
      expect(await store.unranked()).toEqual([]);
    });

    test("a revision that a submission comes to at the last moment does not count yet", async () => {
      const a = await team("A");
      await judged(a, 40);
      await rankAll(store);
      await store.beginRevision(challengeSpec({ version: "1.1.0" }), "x");
      const through = async () => {
        for (let claim = await store.claim("w"); claim; claim = await store.claim("w"))
          if (claim.kind === "run")
            await store.completeRun(claim, { judgement: claim.revision === 1 ? accepted(70) : failed("time_limit") });
          else await store.completePreparation(claim, { inputsDigest: "i", labelsCommitment: "l", subjects: 1 });
      };
      await through();
      const begun = await task();
      expect([begun.switches, begun.revision]).toEqual([true, 1]);
      await stored(store, a, "late");
      expect(await rankTask(store, begun)).toBeNull();
      expect((await store.revision("find-it")).revision).toBe(0);
      expect((await board()).rows).toMatchObject([{ score: 40 }]);
      await through();
      // Judged meanwhile: through again, but not as it was read.
      expect(await rankTask(store, begun)).toBeNull();
      expect(await rankTask(store, await task())).toMatchObject({ revision: 1 });
      expect((await board()).rows).toMatchObject([{ score: 70, history: [70, 70] }]);
    });

    test("places of nobody, and of teams without a score, are not shown", async () => {
      const [a, b] = [await team("A"), await team("B")];
      await stored(store, b);
      await store.completeRun(await claimed(store), { judgement: failed("time_limit") });
      await judged(a, 40);
      await rankAll(store, () => [b, "nobody", a].map((id) => ({ team: id, rank: 1, band: 1 })));
      expect((await board()).rows).toMatchObject([
        { team: a, rank: 1 },
        { team: b, rank: null, verdict: "time_limit" },
      ]);
    });
  });
}
