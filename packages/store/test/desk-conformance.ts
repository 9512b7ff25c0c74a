/** What every back end must do of the rest of running an event: choices, corrections, the queue, the log, announcements. */
import { describe, expect, test } from "vitest";
import type { JudgeStore } from "../src/judge-contract.ts";
import { accepted, challengeSpec, claimed, failed, judgeAll, openedEvent, rankAll, stored } from "./event-fixture.ts";
import { openForEach, type OpenedForTest } from "./opened-for-test.ts";

export function deskConformance(name: string, open: () => Promise<OpenedForTest>): void {
  let opened: OpenedForTest;
  let store: JudgeStore;
  openForEach(open, async (each) => {
    opened = each;
    store = each.store;
    await openedEvent(store, { attemptsPerDay: 5 });
  });

  const team = async (teamName: string) => (await store.createTeam({ name: teamName, baseline: false })).id;
  let marks = 0;
  const sent = async (id: string) => (await stored(store, id, String((marks += 1)))).id;
  const judged = async (id: string, points: number) => {
    const submission = await sent(id);
    await judgeAll(store, points);
    return submission;
  };
  const row = async (id: string) => (await store.standings("find-it")).rows.find((each) => each.team === id);

  describe(`${name}: the choice for the final`, () => {
    test("is the best until one is made, and again where the one that was made counts no more", async () => {
      const [a, b] = [await team("A"), await team("B")];
      expect(await store.finalChoice(a, "find-it")).toEqual({ chosen: null, goes: null });
      const [low, best, equal] = [await judged(a, 40), await judged(a, 50), await judged(a, 50)];
      const others = await judged(b, 90);
      const choice = async () => {
        const { chosen, goes } = await store.finalChoice(a, "find-it");
        return [chosen?.id ?? null, goes?.id];
      };
      expect(await choice()).toEqual([null, best]);
      await store.choose(a, "find-it", low);
      await store.choose(a, "find-it", equal);
      expect(await choice()).toEqual([equal, equal]);
      const waits = await sent(a);
      for (const wrong of [others, waits, "nothing", "\0"])
        await expect(store.choose(a, "find-it", wrong)).rejects.toMatchObject({ code: "not-eligible" });
      await store.withdraw(equal, "x");
      expect(await choice()).toEqual([null, best]);
      await store.choose(a, "find-it", low);
      await store.choose(a, "find-it", null);
      expect(await choice()).toEqual([null, best]);
      await store.act({ kind: "lock" }, "x");
      await expect(store.choose(a, "find-it", low)).rejects.toMatchObject({ code: "too-late" });
      expect((await store.auditLog({ act: "choice.made" }))[0]).toMatchObject({ subject: a, about: { submission: "best" } });
    });
  });

  describe(`${name}: corrections`, () => {
    test("a rerun is judged anew from practice on, in nobody's old hand; what it had stands in the log", async () => {
      const a = await team("A");
      const one = await judged(a, 40);
      const had = await store.submission(one);
      const two = await sent(a);
      const [inHand] = [await claimed(store)];
      expect(await store.rerun([one, two, one], "organizer-1")).toBe(1);
      expect(await store.submission(one)).toEqual(had);
      await store.completeRun(inHand, { judgement: failed("time_limit") });
      await judgeAll(store, 60);
      expect(await store.submission(one)).toMatchObject({ public: { verdict: "accepted", score: { points: 60 } } });
      expect(await row(a)).toMatchObject({ score: 60, attempts: 2 });
      expect(await store.rerun([one], "x")).toBe(1);
      await store.completeRun(await claimed(store), { judgement: accepted(1) });
      const hidden = await claimed(store);
      expect(await store.rerun([one], "x")).toBe(1);
      expect(await store.completeRun(hidden, { judgement: accepted(99) })).toBe(false);
      await judgeAll(store, 20);
      expect(await row(a)).toMatchObject({ score: 20 });
      expect((await store.auditLog({ act: "submission.rerun" })).at(-1)).toMatchObject({
        ...{ actor: "organizer-1", subject: one },
        about: { practice: "accepted 40", public: "accepted 40" },
      });
      await expect(store.rerun([one, "nothing"], "x")).rejects.toMatchObject({ code: "unknown-submission" });
    });

    test("a rerun's verdict, rank and choice stand until the new ones are there, and for good where only workers were lost", async () => {
      const [a, b] = [await team("A"), await team("B")];
      const one = await judged(a, 60);
      await judged(b, 50);
      const stands = async () => {
        await opened.sql(`insert into board_waits (challenge_id, team_id) values ('find-it', '${a}')`);
        await rankAll(store);
        return [(await row(a))?.score, (await row(a))?.rank, (await store.finalChoice(a, "find-it")).goes?.id];
      };
      const board = await stands();
      expect(board).toEqual([60, 1, one]);
      await store.rerun([one], "x");
      expect(await stands()).toEqual(board);
      store = await opened.reopen();
      const practice = await claimed(store);
      expect(practice).toMatchObject({ split: "practice", submission: { id: one } });
      expect(await stands()).toEqual(board);
      await store.completeRun(practice, { judgement: accepted(1) });
      for (let lost = 0; lost < 3; lost++) await store.release(await claimed(store), "died");
      expect(await store.claim("w")).toBeNull();
      expect(await stands()).toEqual(board);
      await store.rerun([one], "x");
      await store.completeRun(await claimed(store), { judgement: failed("time_limit") });
      expect(await store.submission(one)).toMatchObject({ practice: { verdict: "time_limit" }, public: null });
      expect(await store.claim("w")).toBeNull();
      expect(await stands()).toEqual([null, null, undefined]);
      expect(await opened.sql(`select run_id from run_secrets join runs on id = run_id where team_id = '${a}'`)).toEqual([]);
    });

    test("what was withdrawn and is put back counts as it did, and is chosen again; twice is once", async () => {
      const a = await team("A");
      const [low, best] = [await judged(a, 40), await judged(a, 60)];
      await store.choose(a, "find-it", low);
      await store.withdraw(low, "x");
      await rankAll(store);
      expect((await store.finalChoice(a, "find-it")).chosen).toBeNull();
      for (let press = 0; press < 2; press++) await store.putBack(low, "organizer-1");
      await store.putBack(best, "organizer-1");
      await rankAll(store);
      expect((await store.finalChoice(a, "find-it")).chosen?.id).toBe(low);
      expect(await row(a)).toMatchObject({ score: 60, history: [40, 60], attempts: 2 });
      expect((await store.submission(low))?.withdrawn).toBeUndefined();
      await expect(store.putBack("nothing", "x")).rejects.toMatchObject({ code: "unknown-submission" });
      expect((await store.auditLog({ actor: "organizer-1" })).map(({ act, subject }) => [act, subject])).toEqual([
        ["submission.put-back", low],
      ]);
    });

    test("what is withdrawn counts for nothing and is kept; what is given back costs no attempt", async () => {
      const a = await team("A");
      const [first, best] = [await judged(a, 40), await judged(a, 60)];
      await store.withdraw(best, "organizer-1");
      await store.withdraw(best, "organizer-1");
      await rankAll(store);
      expect(await row(a)).toMatchObject({ score: 40, history: [40], attempts: 1 });
      expect(await store.submission(best)).toMatchObject({ withdrawn: true, public: { score: { points: 60 } } });
      expect((await store.submission(first))?.withdrawn).toBeUndefined();
      expect(await store.attemptsLeftToday(a, "find-it")).toBe(3);
      expect(await store.giveBack([first, best, first], "organizer-1")).toBe(2);
      expect(await store.giveBack([first], "organizer-1")).toBe(0);
      expect(await store.attemptsLeftToday(a, "find-it")).toBe(5);
      expect((await store.auditLog({ actor: "organizer-1" })).map(({ act, subject }) => [act, subject])).toEqual([
        ["submission.given-back", [first, best].toSorted().at(-1)],
        ["submission.given-back", [first, best].toSorted()[0]],
        ["submission.withdrawn", best],
      ]);
    });
  });

  describe(`${name}: the queue`, () => {
    test("is told in the order in which workers take it", async () => {
      const [a, b, c] = [await team("A"), await team("B"), await team("C")];
      await judged(c, 10);
      for (const each of [a, a, a, c, c, b]) await sent(each);
      await expect.poll(() => store.queue().then((all) => all.length)).toBe(6);
      const told = await store.queue();
      expect(told.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6]);
      expect((await store.queue({ from: 1, most: 2 })).map(({ place }) => place)).toEqual([2, 3]);
      expect((await store.ownPlaces(c)).map(({ team: own }) => own)).toEqual([c, c]);
      const taken: (string | undefined)[] = [];
      for (let run = 0; run < 6; run++) taken.push((await claimed(store)).submission?.id);
      expect(told.map(({ submission }) => submission)).toEqual(taken);
      await expect.poll(() => store.queue().then((all) => all.map(({ place }) => place))).toEqual([0, 0, 0, 0, 0, 0]);
      expect((await store.queue())[0]).toMatchObject({ split: "practice", worker: "worker", teamName: expect.any(String) });
    });

    test("tells a team nothing of a version that does not count yet; organizers see it", async () => {
      const a = await team("A");
      await judged(a, 10);
      await store.beginRevision(challengeSpec({ version: "1.1.0" }), "x");
      await expect.poll(() => store.queue().then((all) => all.length)).toBe(1);
      expect(await store.ownPlaces(a)).toEqual([]);
    });

    test("says how much waits, since when, and how long a run takes", async () => {
      expect(await store.queueState()).toEqual({
        ...{ waiting: 0, working: 0, errors: 0 },
        ...{ oldestQueuedAt: null, lastJudgedAt: null, medianRunMs: null },
      });
      const a = await team("A");
      await judged(a, 10);
      for (let n = 0; n < 2; n++) await sent(a);
      await claimed(store);
      await opened.sql("update runs set started_at = judged_at - interval '2 seconds' where judged_at is not null");
      expect(await store.queueState()).toMatchObject({ waiting: 1, working: 1, errors: 0, medianRunMs: 2000 });
      expect((await store.queueState()).oldestQueuedAt).toMatch(/Z$/);
      await store.completeRun(await claimed(store), { judgement: failed("judge_error") });
      expect(await store.queueState()).toMatchObject({ waiting: 0, working: 1, errors: 1 });
    });
  });

  describe(`${name}: announcements and the log`, () => {
    test("an announcement is in one language or both, stands first, and stays to be read when it is taken down", async () => {
      const first = await store.announce({ fr: "Pause à 15 h" }, "organizer-1");
      const second = await store.announce({ en: "Lunch", fr: "Dîner" }, "organizer-1");
      await expect(store.announce({ en: "  " }, "x")).rejects.toMatchObject({ code: "no-text" });
      await store.takeDown(first.id, "organizer-2");
      await store.takeDown(first.id, "organizer-2");
      await expect(store.takeDown("none", "x")).rejects.toMatchObject({ code: "unknown-announcement" });
      const [newest, older] = await store.announcements();
      expect([newest, older.text, older.takenDownAt === null]).toEqual([second, { fr: "Pause à 15 h" }, false]);
    });

    test("the log is read newest first, a page at a time, by whom, what and of what", async () => {
      for (let n = 0; n < 5; n++) await store.audit({ actor: n % 2 === 0 ? "a" : "b", act: "looked", subject: `s${n}` });
      const page = await store.auditLog({ most: 2 });
      expect(page.map(({ subject }) => subject)).toEqual(["s4", "s3"]);
      expect((await store.auditLog({ before: page[1].id, actor: "a" })).map(({ subject }) => subject)).toEqual(["s2", "s0"]);
      expect((await store.auditLog({ subject: "s1", act: "looked" }))[0]).toMatchObject({ actor: "b", about: {} });
      for (const wish of [{ before: "x'" }, { actor: "\0" }, { act: "nothing" }]) expect(await store.auditLog(wish)).toEqual([]);
    });
  });
}
