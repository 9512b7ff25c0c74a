/** What every back end must do of lists: they hold what is shown, a page at a time, however much there is. */
import { describe, expect, test } from "vitest";
import type { ExportedReceipt } from "../src/contract.ts";
import type { JudgeStore } from "../src/judge-contract.ts";
import { accepted, challengeSpec, claimed, failed, judgeAll, openedEvent, rankAll, stored } from "./event-fixture.ts";
import { openForEach, type OpenedForTest } from "./opened-for-test.ts";

const PRACTICE = {
  ...{ kind: "finding", score: null, details: null, fault: null, log: 'a\0b\ud800 "subject":5 \\u0000', logTruncated: false },
  resources: null,
} as const;

export function listsConformance(name: string, open: () => Promise<OpenedForTest>): void {
  let opened: OpenedForTest;
  let store: JudgeStore;
  openForEach(open, async (each) => {
    opened = each;
    store = each.store;
    await openedEvent(store);
  });

  const team = async (teamName: string, baseline = false) => (await store.createTeam({ name: teamName, baseline })).id;

  /** So many submissions of each team, with both runs judged; no reports. */
  async function fill(teams: readonly string[], each: number): Promise<void> {
    const names = teams.map((id) => `('${id}')`).join(", ");
    await opened.sql(`insert into submissions
        (id, team_id, challenge_id, attempt, received_at, day, counted, digest, sent_digest, bytes, files, format, language)
      select md5(t.id || n), t.id, 'find-it', n, now(), '2026-01-01', true, 'd', 's', 1, 1, 'zip', 'python'
      from (values ${names}) t (id), generate_series(1, ${each}) n`);
    await opened.sql(`insert into runs (id, submission_id, team_id, challenge_id, split, state, verdict, reason, judged_at)
      select s.id || '-' || split, s.id, s.team_id, s.challenge_id, split, 'judged', 'accepted', 'accepted', now()
      from submissions s, (values ('practice'), ('public')) of (split)`);
  }

  describe(`${name}: lists`, () => {
    test("a mentor's Teams page at 20,000 submissions reads no report, receipt or more than a page of teams", async () => {
      const teams = await Promise.all(Array.from({ length: 200 }, (_, n) => team(`Crew ${n}`)));
      await fill(teams, 100);
      // Whoever asks for a report now fails.
      await opened.sql("alter table runs rename column practice to no_practice");
      await opened.sql("alter table runs rename column receipt to no_receipt");
      const { total, rows } = await store.teamList("find-it");
      expect([total, rows.length]).toEqual([200, 100]);
      for (const { submissions, newest } of rows) expect([submissions, newest?.attempt]).toEqual([100, 100]);
      expect(rows[0].newest).toMatchObject({
        digest: "d",
        sentDigest: "s",
        practice: { verdict: "accepted" },
        public: { state: "judged" },
      });
      expect((await store.submissionsOf(teams[0], "find-it")).length).toBe(100);
      expect((await store.newestSubmission(teams[0]))?.attempt).toBe(100);
    });

    test("teams stand by name, references below; pages and search find them whatever their case, and take every sign as it is", async () => {
      for (const each of ["étoile", "Abeille", "50 %", "5_0", "back\\slash", "Étude"]) await team(each);
      await team("A reference", true);
      await stored(store, await team("zèbre"));
      const names = async (page?: Parameters<JudgeStore["teamList"]>[1]) =>
        (await store.teamList("find-it", page)).rows.map((row) => row.team.name);
      const all = await names();
      expect(all.slice(-2)).toEqual(["Étude", "A reference"]);
      expect(await names({ from: 2, most: 3 })).toEqual(all.slice(2, 5));
      expect(await names({ search: "ÉT" })).toEqual(["étoile", "Étude"]);
      expect(await names({ search: "%" })).toEqual(["50 %"]);
      expect(await names({ search: "_" })).toEqual(["5_0"]);
      expect(await names({ search: "\\" })).toEqual(["back\\slash"]);
      expect(await store.teamList("find-it", { search: "nobody" })).toEqual({ total: 0, rows: [] });
      expect(await store.teamList("find-it", { from: 100 })).toEqual({ total: 8, rows: [] });
      expect((await store.teamList("find-it", { search: "zèb" })).rows).toMatchObject([
        { submissions: 1, newest: { attempt: 1 } },
      ]);
      expect((await store.teamList("find-it", { search: "abei" })).rows).toMatchObject([{ submissions: 0, newest: null }]);
    });

    test("a team's submissions come a page at a time, newest first; the newest is of whichever challenge", async () => {
      const id = await team("A");
      for (const mark of ["1", "2", "3"]) await stored(store, id, mark);
      const attempts = async (page?: Parameters<JudgeStore["submissionsOf"]>[2]) =>
        (await store.submissionsOf(id, "find-it", page)).map(({ attempt }) => attempt);
      expect([await attempts(), await attempts({ most: 2 }), await attempts({ before: 2 })]).toEqual([[3, 2, 1], [3, 2], [1]]);
      const whole = await store.submission((await store.newestSubmission(id))?.id ?? "");
      expect(whole).toMatchObject({ attempt: 3, practice: { practice: null, receipt: null } });
      const [listed] = await store.submissionsOf(id, "find-it");
      expect(await store.newestSubmission(id)).toEqual(listed);
      for (const key of ["practice", "receipt"]) expect(listed.practice).not.toHaveProperty(key);
      expect(await store.newestSubmission(await team("B"))).toBeNull();
    });

    test("a mistake is its team's own, in the revision that counts, whatever a program printed", async () => {
      const [id, other] = [await team("A"), await team("B")];
      await stored(store, id);
      const practice = { ...PRACTICE, mistakes: [{ kind: "missed", subject: 17 }] };
      await store.completeRun(await claimed(store), { judgement: { ...failed("wrong_output"), practice } });
      const made = (of: string, subject: number) => store.madeMistake(of, "find-it", subject);
      expect([await made(id, 17), await made(id, 1), await made(id, 7), await made(id, 5)]).toEqual([true, false, false, false]);
      expect([await made(other, 17), await store.madeMistake(id, "other", 17)]).toEqual([false, false]);
      await opened.sql("update challenges set revision = 1");
      expect(await made(id, 17)).toBe(false);
    });

    test("the receipts' export streams: some at a time, in one order, and holds no transaction open meanwhile", async () => {
      const teams = await Promise.all(Array.from({ length: 3 }, (_, n) => team(`Crew ${n}`)));
      await fill(teams, 150);
      await opened.sql(`update runs set receipt = json_build_object('of', id)`);
      const taken: ExportedReceipt[] = [];
      for await (const receipt of store.receipts("find-it")) taken.push(receipt);
      const keys = taken.map(({ signed }) => JSON.stringify(signed));
      expect(new Set(keys).size).toBe(900);
      expect(taken[0]).toMatchObject({ attempt: 150, baseline: false, team: expect.stringMatching(/^Crew/) });
      const again: string[] = [];
      for await (const { signed } of store.receipts("find-it")) {
        again.push(JSON.stringify(signed));
        // What is written meanwhile does not wait, and what was not read yet is not held.
        if (again.length === 1) await opened.sql("update runs set receipt = null");
      }
      expect(again).toEqual(keys.slice(0, again.length));
      expect(again.length).toBeGreaterThan(1);
      expect(again.length).toBeLessThanOrEqual(200);
    });
  });

  describe(`${name}: what a judge holds back`, () => {
    const HELD = [{ challenge: "find-it", revision: 0 }];

    test("is not claimed by it, is by others, and costs nothing when it is put back", async () => {
      const submission = await stored(store, await team("A"));
      for (let i = 0; i < 5; i++) {
        const claim = await claimed(store);
        expect([claim.challenge.id, claim.revision]).toEqual(["find-it", 0]);
        expect(await store.release(claim, "another test set", "none")).toBe("again");
        expect(await store.claim("here", HELD)).toBeNull();
      }
      expect(
        await store.claim("here", [
          { challenge: "find-it", revision: 1 },
          { challenge: "other", revision: 0 },
        ]),
      ).not.toBeNull();
      expect((await store.submission(submission.id))?.practice).toMatchObject({ state: "judging", verdict: null });
    });

    test("a rejudge goes on beside it, and what an event was prepared with is never overwritten", async () => {
      await stored(store, await team("A"));
      await judgeAll(store);
      await store.beginRevision(challengeSpec(), "x");
      for (let claim = await store.claim("w", HELD); claim; claim = await store.claim("w", HELD)) {
        expect(claim.revision).toBe(1);
        if (claim.kind === "run") await store.completeRun(claim, { judgement: accepted() });
        else await store.completePreparation(claim, { inputsDigest: "new", labelsCommitment: "new", subjects: 1 });
      }
      await rankAll(store);
      expect((await store.revision("find-it")).revision).toBe(1);
      await opened.sql("update jobs set state = 'queued' where kind = 'prepare-split' and revision = 1");
      await store.completePreparation(await claimed(store), { inputsDigest: "other", labelsCommitment: "other", subjects: 1 });
      expect(await opened.sql("select distinct inputs_digest as is from splits where revision = 1")).toEqual([{ is: "new" }]);
    });
  });
}
