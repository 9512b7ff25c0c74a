/**
 * What every back end must do. `open` gives a store over a fresh data directory and database; `sql` runs a statement
 * beneath it, for what a test must force (a lease that ended, a session that is old).
 */
import type { Exhibit, Judgement } from "@vigie/spec";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Change } from "../src/contract.ts";
import { settingsFrom } from "../src/event-settings.ts";
import type { Claim, JudgeStore } from "../src/judge-contract.ts";
import {
  accepted,
  carelessRank,
  challengeSpec,
  claimed,
  failed,
  judgeAll,
  openedEvent,
  rankAll,
  SCORE,
  SETTINGS,
  soundArchive,
  stored,
  streamed,
  submitTo,
} from "./event-fixture.ts";
import { courseConformance } from "./course-conformance.ts";
import { deskConformance } from "./desk-conformance.ts";
import { freezeConformance } from "./freeze-conformance.ts";
import { listsConformance } from "./lists-conformance.ts";
import { BEFORE_KINDS, OLD_FORMS, OLD_RECEIPT } from "./old-forms.ts";
import { openForEach, type OpenedForTest } from "./opened-for-test.ts";
import { standingsConformance } from "./standings-conformance.ts";
import { teamsConformance } from "./teams-conformance.ts";

export type { OpenedForTest };

/** Every number of a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const AGES_AGO = "2026-01-05T12:00:00.000Z";

function mostConformance(name: string, open: () => Promise<OpenedForTest>): void {
  let opened: OpenedForTest;
  let store: JudgeStore;
  openForEach(open, (each) => {
    opened = each;
    store = each.store;
  });

  const team = async (teamName: string, baseline = false) => (await store.createTeam({ name: teamName, baseline })).id;
  const endLeases = () => opened.sql("update jobs set lease_until = now() - interval '1 second' where state = 'working'");
  const standing = async (id: string) => (await store.standings("find-it")).rows.find((row) => row.team === id);

  describe(`${name}: event, teams and codes`, () => {
    test("an event is made once, keeps its settings and queues the preparation of both splits", async () => {
      expect(await store.event()).toBeNull();
      await store.createEvent({ settings: SETTINGS, challenges: [challengeSpec(), challengeSpec({ id: "second-one" })] });
      expect(await store.event()).toEqual(settingsFrom(SETTINGS, []));
      expect(await store.challenges()).toEqual([challengeSpec(), challengeSpec({ id: "second-one" })]);
      expect(await store.preparation("find-it")).toEqual([
        { split: "practice", state: "queued" },
        { split: "public", state: "queued" },
      ]);
      await expect(store.createEvent({ settings: SETTINGS, challenges: [] })).rejects.toMatchObject({ code: "event-exists" });
    });

    test("a team's name is taken once, whatever its case, and may hold nothing that hides", async () => {
      await team("Les Étoiles");
      await expect(team(" les étoiles ")).rejects.toMatchObject({ code: "team-name-taken" });
      for (const bad of ["", "  ", "a\u202eb", "x".repeat(61)])
        await expect(team(bad)).rejects.toMatchObject({ code: "bad-team-name" });
      expect((await store.teams()).map((each) => each.name)).toEqual(["Les Étoiles"]);
    });

    test("a code signs in however it is typed; only hashes are stored; a new code ends the sessions of the old one", async () => {
      const id = await team("A");
      const code = await store.issueCode({ role: "participant", team: id });
      const session = await store.signIn(code.toLowerCase().replaceAll("-", " "), "cookie");
      expect(session?.viewer).toMatchObject({ role: "participant", team: { id, name: "A", baseline: false } });
      expect(await store.viewer(session!.token)).toEqual(session!.viewer);
      const secrets = JSON.stringify(await opened.sql("select c.*, s.* from codes c join sessions s on s.code_id = c.id"));
      for (const secret of [code, code.replaceAll("-", ""), session!.token]) expect(secrets).not.toContain(secret);

      const next = await store.issueCode({ role: "participant", team: id });
      expect(await store.viewer(session!.token)).toBeNull();
      expect(await store.signIn(code, "cookie")).toBeNull();
      expect(await store.signIn(next, "token")).not.toBeNull();
    });

    test("a mentor has no team, another owner's code is left alone, signing out and age end a session", async () => {
      const mentor = await store.issueCode({ role: "mentor", team: null });
      await store.issueCode({ role: "organizer", team: null });
      const first = await store.signIn(mentor, "token");
      const second = await store.signIn(mentor, "cookie");
      expect(first?.viewer).toMatchObject({ role: "mentor", team: null });
      await store.signOut(first!.token);
      expect(await store.viewer(first!.token)).toBeNull();
      await opened.sql("update sessions set expires_at = now() - interval '1 second'");
      expect(await store.viewer(second!.token)).toBeNull();
      for (const wrong of ["", "0000-0000-0000-0000", "\0", "' or 1=1"]) expect(await store.signIn(wrong, "cookie")).toBeNull();
    });

    test("sessions last 7 days in a cookie and 30 as a token", async () => {
      const code = await store.issueCode({ role: "mentor", team: null });
      for (const kind of ["cookie", "token"] as const) await store.signIn(code, kind);
      const rows = await opened.sql(
        "select kind, round(extract(epoch from expires_at - now()) / 86400)::int as days from sessions order by kind",
      );
      expect(rows).toEqual([
        { kind: "cookie", days: 7 },
        { kind: "token", days: 30 },
      ]);
    });

    test("the audit log takes entries and lets nothing be changed or removed", async () => {
      await store.audit({ actor: "organizer-1", act: "team.created", subject: "A\0", about: { name: "A\0" } });
      for (const statement of ["update audit set actor = 'x'", "delete from audit", "truncate audit"]) {
        await expect(opened.sql(statement)).rejects.toThrow(/append-only/);
      }
      expect(await opened.sql("select actor, act from audit")).toEqual([{ actor: "organizer-1", act: "team.created" }]);
    });
  });

  describe(`${name}: submissions`, () => {
    test("a submission is spooled, durable and queued before it is answered", async () => {
      await openedEvent(store);
      const id = await team("A");
      const submission = await stored(store, id);
      expect(submission).toMatchObject({
        attempt: 1,
        files: 2,
        language: "typescript",
        team: { name: "A" },
        practice: { state: "queued", verdict: null },
        public: null,
      });
      expect(readdirSync(store.spoolDir).sort()).toEqual([`${submission.id}.json`, `${submission.id}.zip`]);
      expect(await store.submission(submission.id)).toEqual(submission);
      const second = await stored(store, id, "again");
      expect((await store.submissionsOf(id, "find-it")).map((each) => each.attempt)).toEqual([2, 1]);
      expect(await store.pending("find-it")).toEqual([{ team: id, state: "queued" }]);
      expect(second.digest).not.toBe(submission.digest);
      const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
      const kept = readFileSync(join(store.spoolDir, `${submission.id}.zip`));
      expect([submission.digest, submission.sentDigest]).toEqual([digest(kept), digest(soundArchive())]);
      expect(await store.submission("none")).toBeNull();
    });

    test("a refused archive and a broken upload cost no attempt and leave nothing", async () => {
      await openedEvent(store);
      const id = await team("A");
      expect(await submitTo(store, id, Buffer.from("nonsense"))).toMatchObject({
        kind: "refused",
        fault: { code: "not-an-archive" },
      });
      expect(await submitTo(store, id, Buffer.alloc(2_097_153, 1))).toMatchObject({
        kind: "refused",
        fault: { code: "too-large" },
      });
      const broken = (async function* () {
        yield soundArchive().subarray(0, 20);
        await Promise.reject(new Error("the connection broke"));
      })();
      await expect(store.submit({ team: id, challenge: "find-it", archive: broken, countAttempt: true })).rejects.toThrow(
        "the connection broke",
      );
      expect(await store.attemptsLeftToday(id, "find-it")).toBe(20);
      expect(readdirSync(store.spoolDir)).toEqual([]);
    });

    test("unknown teams and challenges are refused as our own mistake", async () => {
      await openedEvent(store);
      await expect(submitTo(store, "nobody")).rejects.toMatchObject({ code: "unknown-team" });
      const request = { team: await team("A"), challenge: "nothing", archive: streamed(soundArchive()), countAttempt: true };
      await expect(store.submit(request)).rejects.toMatchObject({ code: "unknown-challenge" });
    });

    test("ten submissions at once take no more than the three attempts of the day", async () => {
      await openedEvent(store, { attemptsPerDay: 3 });
      const id = await team("A");
      const results = await Promise.all(Array.from({ length: 10 }, () => submitTo(store, id)));
      expect(results.filter((each) => each.kind === "stored")).toHaveLength(3);
      const refused = results.filter((each) => each.kind === "quota");
      expect(refused).toHaveLength(7);
      expect(refused[0].perDay).toBe(3);
      // St. John's is three and a half hours (two and a half in summer) behind UTC.
      expect(refused[0].nextAt).toMatch(/T0[23]:30:00\.000Z$/);
      expect(Date.parse(refused[0].nextAt)).toBeGreaterThan(Date.now());
      expect(readdirSync(store.spoolDir)).toHaveLength(6);
      expect((await store.submissionsOf(id, "find-it")).map((each) => each.attempt)).toEqual([3, 2, 1]);
      expect(await store.attemptsLeftToday(id, "find-it")).toBe(0);
      expect(await submitTo(store, id, soundArchive(), false)).toMatchObject({ kind: "stored" });
    });

    test("another day brings new attempts, and an error of ours gives one back", async () => {
      await openedEvent(store, { attemptsPerDay: 1 });
      const id = await team("A");
      await stored(store, id);
      await opened.sql("update submissions set day = '2026-01-01'");
      await stored(store, id, "2");
      expect(await store.attemptsLeftToday(id, "find-it")).toBe(0);
      await opened.sql("update runs set state = 'judged', verdict = 'judge_error'");
      expect(await store.attemptsLeftToday(id, "find-it")).toBe(1);
    });

    test("after the end teams are told so, and baselines still come in", async () => {
      await openedEvent(store, {}, { closesAt: "2026-01-01T00:00:00.000Z" });
      const id = await team("A");
      expect(await submitTo(store, id)).toEqual({ kind: "closed", why: "locked", at: "2026-01-01T00:00:00.000Z" });
      expect(await submitTo(store, id, soundArchive(), false)).toMatchObject({ kind: "stored" });
    });
  });

  describe(`${name}: versions of a challenge`, () => {
    const next = challengeSpec({ version: "1.1.0" });
    const prepared = { inputsDigest: "i", labelsCommitment: "l", subjects: 100 };
    const through = async (claim: Claim, points: number) =>
      claim.kind === "prepare-split"
        ? store.completePreparation(claim, prepared)
        : store.completeRun(claim, { judgement: accepted(points) });
    const throughAll = async (points: number) => {
      for (let claim = await store.claim("worker"); claim; claim = await store.claim("worker")) await through(claim, points);
      await rankAll(store);
    };
    const shown = async (submission: string) => ({
      submission: await store.submission(submission),
      board: await store.standings("find-it"),
      pending: await store.pending("find-it"),
      challenges: await store.challenges(),
      splits: await store.preparation("find-it"),
    });

    test("a new one is judged where nobody sees it, then all of it counts at once; old verdicts and the log are kept", async () => {
      await openedEvent(store);
      const id = await team("A");
      const { id: submission } = await stored(store, id);
      await judgeAll(store, 51);
      const before = await shown(submission);
      expect(await store.beginRevision(next, "organizer-1")).toEqual({ revision: 1, runs: 1 });
      for (const [kind, split] of [
        ["prepare-split", "practice"],
        ["prepare-split", "public"],
        ["run", "practice"],
        ["run", "public"],
      ]) {
        expect(await shown(submission)).toEqual(before);
        const claim = await claimed(store);
        expect([claim.kind, claim.split, claim.challenge]).toEqual([kind, split, next]);
        expect(await shown(submission)).toEqual(before);
        expect(await through(claim, 80)).toBe(true);
        if (claim.kind === "prepare-split") await rankAll(store);
      }
      expect(await shown(submission)).toEqual(before);
      expect(await rankAll(store)).toMatchObject([{ switches: true, revision: 1 }]);
      expect(await store.challenges()).toEqual([next]);
      expect((await store.submission(submission))?.public?.score?.points).toBe(80);
      expect((await store.submission(submission))?.practice.score?.points).toBe(80);
      expect(await standing(id)).toMatchObject({ score: 80, history: [80], attempts: 1 });
      expect(await store.revision("find-it")).toEqual({ revision: 1, version: "1.1.0", coming: null });
      expect(await opened.sql("select revision, points from runs where split = 'public' order by revision")).toEqual([
        { revision: 0, points: 51 },
        { revision: 1, points: 80 },
      ]);
      expect(await opened.sql("select actor, act from audit order by id")).toEqual([
        { actor: "organizer-1", act: "revision.begun" },
        { actor: "store", act: "revision.switched" },
      ]);
    });

    test("what a team sends meanwhile goes first, by the version that counts, and is judged by the new one before it counts", async () => {
      await openedEvent(store);
      const id = await team("A");
      await stored(store, id);
      await judgeAll(store, 51);
      await store.beginRevision(next, "organizer-1");
      const { id: late } = await stored(store, id, "late");
      const first = await claimed(store);
      expect([first.submission?.id, first.challenge.version]).toEqual([late, "1.0.0"]);
      await through(first, 60);
      await through(await claimed(store), 60);
      expect((await store.submission(late))?.public?.score?.points).toBe(60);
      expect((await store.revision("find-it")).coming).toMatchObject({ submissions: 2, judged: 0 });
      await throughAll(80);
      expect((await store.submission(late))?.public?.score?.points).toBe(80);
      expect(await standing(id)).toMatchObject({ score: 80, history: [80, 80] });
    });

    test("a run of the old version that is in hand when the new one counts can write no more", async () => {
      await openedEvent(store);
      const id = await team("A");
      const { id: submission } = await stored(store, id);
      await store.beginRevision(next, "organizer-1");
      const old = await claimed(store);
      expect(old.challenge.version).toBe("1.0.0");
      await throughAll(80);
      expect(await store.completeRun(old, { judgement: accepted(10) })).toBe(false);
      expect((await store.submission(submission))?.public?.score?.points).toBe(80);
      expect(await store.pending("find-it")).toEqual([]);
    });

    test("a process that dies in the middle loses nothing of it", async () => {
      await openedEvent(store);
      const { id: submission } = await stored(store, await team("A"));
      await judgeAll(store, 51);
      await store.beginRevision(next, "organizer-1");
      for (let step = 0; step < 4; step++) {
        const lost = await claimed(store);
        store = await opened.reopen();
        await endLeases();
        const again = await claimed(store);
        expect(again.job).toBe(lost.job);
        expect((await store.challenges())[0].version).toBe("1.0.0");
        expect(await through(lost, 1)).toBe(false);
        expect(await through(again, 80)).toBe(true);
      }
      store = await opened.reopen();
      await rankAll(store);
      expect((await store.challenges())[0].version).toBe("1.1.0");
      expect((await store.submission(submission))?.public?.score?.points).toBe(80);
    });

    test("an error of ours holds it back and costs no team its verdict; beginning again drops it", async () => {
      await openedEvent(store);
      const id = await team("A");
      const { id: submission } = await stored(store, id);
      await judgeAll(store, 51);
      const before = await shown(submission);
      await store.beginRevision(next, "organizer-1");
      await through(await claimed(store), 80);
      await through(await claimed(store), 80);
      for (let loss = 0; loss < 3; loss++) await store.release(await claimed(store), "broken");
      expect(await store.claim("worker")).toBeNull();
      expect((await store.revision("find-it")).coming).toMatchObject({ errors: 1 });
      expect(await shown(submission)).toEqual(before);
      expect(await store.beginRevision(next, "organizer-1")).toEqual({ revision: 2, runs: 1 });
      await throughAll(80);
      expect(await store.revision("find-it")).toEqual({ revision: 2, version: "1.1.0", coming: null });
      expect(await standing(id)).toMatchObject({ score: 80 });
    });

    test("without submissions it counts once its splits are ready; an unknown challenge is refused", async () => {
      await openedEvent(store);
      const id = await team("A");
      await store.beginRevision(next, "organizer-1");
      await throughAll(0);
      expect(await store.challenges()).toEqual([next]);
      expect(await standing(id)).toMatchObject({ score: null });
      await expect(store.beginRevision(challengeSpec({ id: "nothing" }), "x")).rejects.toMatchObject({
        code: "unknown-challenge",
      });
    });
  });

  describe(`${name}: the queue`, () => {
    test("splits are prepared first, and a run waits until its own is ready", async () => {
      await store.createEvent({ settings: SETTINGS, challenges: [challengeSpec()] });
      await stored(store, await team("A"));
      const practice = await claimed(store);
      const onPublic = await claimed(store);
      expect([practice, onPublic].map(({ kind, split }) => [kind, split])).toEqual([
        ["prepare-split", "practice"],
        ["prepare-split", "public"],
      ]);
      expect(await store.claim("third")).toBeNull();
      await store.completePreparation(onPublic, { inputsDigest: "a", labelsCommitment: "b", subjects: 100 });
      expect(await store.claim("third")).toBeNull();
      expect(await store.completePreparation(practice, { inputsDigest: "a", labelsCommitment: "b", subjects: 100 })).toBe(true);
      expect((await store.preparation("find-it")).map((each) => each.state)).toEqual(["ready", "ready"]);
      expect(await claimed(store)).toMatchObject({ kind: "run", split: "practice" });
    });

    test("a submission goes from practice to public to the board", async () => {
      await openedEvent(store);
      const id = await team("A");
      const submission = await stored(store, id);
      const practice = await claimed(store);
      expect(practice).toMatchObject({
        kind: "run",
        split: "practice",
        challenge: challengeSpec(),
        submission: { id: submission.id, team: id },
      });
      expect(practice.submission?.archive).toBe(join(store.spoolDir, `${submission.id}.zip`));
      expect(await store.pending("find-it")).toEqual([{ team: id, state: "judging" }]);
      expect(await store.heartbeat(practice)).toBe(true);
      expect(await store.nextLease()).toBeGreaterThan(20_000);
      expect(await store.completeRun(practice, { judgement: accepted() })).toBe(true);
      expect(await store.unranked()).toEqual([]);
      const { version } = await store.standings("find-it");
      expect(await store.submission(submission.id)).toMatchObject({
        practice: { verdict: "accepted", score: SCORE },
        public: { state: "queued" },
      });

      const onPublic = await claimed(store);
      expect(onPublic).toMatchObject({ split: "public", submission: { id: submission.id } });
      expect(await store.completeRun(onPublic, { judgement: accepted() })).toBe(true);
      await rankAll(store);
      expect(await store.standings("find-it")).toMatchObject({
        version: version + 1,
        rows: [{ team: id, score: 51, attempts: 1, verdict: "accepted", submission: submission.id, history: [51] }],
      });
      expect(await store.claim("worker")).toBeNull();
      expect(await store.pending("find-it")).toEqual([]);
      expect(await store.nextLease()).toBeNull();
    });

    test("a failed practice run ends the submission and shows its verdict on the board", async () => {
      await openedEvent(store);
      const id = await team("A");
      await stored(store, id);
      await store.completeRun(await claimed(store), { judgement: failed("runtime_error", "exception") });
      await rankAll(store);
      expect(await standing(id)).toMatchObject({ score: null, verdict: "runtime_error", attempts: 1 });
      expect(await store.claim("worker")).toBeNull();
    });

    test("a practice log may hold anything that a program can print", async () => {
      await openedEvent(store);
      const submission = await stored(store, await team("A"));
      const practice: Judgement["practice"] = {
        kind: "finding",
        score: null,
        details: null,
        mistakes: [],
        fault: null,
        log: "a\0b\ud800\u001b[31m",
        logTruncated: false,
        resources: null,
      };
      expect(
        await store.completeRun(await claimed(store), { judgement: { ...failed("runtime_error", "exception"), practice } }),
      ).toBe(true);
      expect((await store.submission(submission.id))?.practice.practice?.log).toBe(practice.log);
    });

    test("a worker that lost its claim cannot write, extend or give back", async () => {
      await openedEvent(store);
      const submission = await stored(store, await team("A"));
      const slow = await claimed(store, "slow");
      await endLeases();
      expect(await store.nextLease()).toBe(0);
      const quick = await claimed(store, "quick");
      expect([quick.job, quick.token === slow.token]).toEqual([slow.job, false]);
      expect(await store.heartbeat(slow)).toBe(false);
      expect(await store.completeRun(slow, { judgement: failed("time_limit") })).toBe(false);
      await store.release(slow, "late");
      expect(await store.heartbeat(quick)).toBe(true);
      expect(await store.completeRun(quick, { judgement: accepted() })).toBe(true);
      expect(await store.completeRun(quick, { judgement: failed("time_limit") })).toBe(false);
      expect((await store.submission(submission.id))?.practice.verdict).toBe("accepted");
    });

    test("two workers never take one job, and verdicts that come at once are ranked at once", async () => {
      await openedEvent(store);
      const ids = [await team("A"), await team("B"), await team("C"), await team("D")];
      for (const id of ids) await stored(store, id);
      const claims = await Promise.all(ids.map((_, i) => store.claim(`worker ${i}`)));
      expect(new Set(claims.map((claim) => claim?.job)).size).toBe(4);
      const before = (await store.standings("find-it")).version;
      await Promise.all(claims.map((claim) => store.completeRun(claim!, { judgement: failed("time_limit") })));
      await rankAll(store);
      const { version, rows } = await store.standings("find-it");
      expect([version - before, rows.filter((row) => row.verdict === "time_limit").length]).toEqual([1, 4]);
    });

    test("teams that were never judged come first, then the one that has waited longest", async () => {
      await openedEvent(store);
      const [a, b, c] = [await team("A"), await team("B"), await team("C")];
      for (let i = 0; i < 3; i++) await stored(store, a, String(i));
      for (let i = 0; i < 2; i++) await stored(store, b, String(i));
      const order: string[] = [];
      const step = async () => {
        const claim = await claimed(store);
        order.push(claim.submission?.team ?? "");
        await store.completeRun(claim, { judgement: failed("time_limit") });
      };
      await step(); // A has waited longest: nobody was judged yet.
      await step(); // B, never judged.
      await step(); // A, whose last run began before B's.
      await stored(store, c);
      await step(); // C, never judged, though it came last.
      await step(); // B
      await step(); // A
      expect(order).toEqual([a, b, a, c, b, a]);
    });

    test("three dead workers make an error of ours that costs no attempt and shows on the board", async () => {
      await openedEvent(store, { attemptsPerDay: 1 });
      const id = await team("A");
      const submission = await stored(store, id);
      for (const worker of ["one", "two", "three"]) {
        expect((await claimed(store, worker)).submission?.id).toBe(submission.id);
        await endLeases();
      }
      expect(await store.claim("four")).toBeNull();
      expect((await store.submission(submission.id))?.practice).toMatchObject({
        state: "judged",
        verdict: "judge_error",
        score: null,
      });
      expect(await store.attemptsLeftToday(id, "find-it")).toBe(1);
      await rankAll(store);
      expect(await standing(id)).toMatchObject({ verdict: "judge_error", score: null });
      expect(await opened.sql("select act from audit")).toEqual([{ act: "job.given-up" }]);
    });

    test("a job given back three times ends too; a worker that merely stopped does not count", async () => {
      await openedEvent(store);
      const submission = await stored(store, await team("A"));
      for (let i = 0; i < 5; i++) await store.release(await claimed(store), "stopped", "none");
      expect(await store.pending("find-it")).toMatchObject([{ state: "queued" }]);
      for (let i = 0; i < 3; i++) await store.release(await claimed(store), "the sandbox broke");
      expect(await store.claim("worker")).toBeNull();
      expect((await store.submission(submission.id))?.practice.verdict).toBe("judge_error");
    });

    test("a split that cannot be prepared is told as failed", async () => {
      await store.createEvent({ settings: SETTINGS, challenges: [challengeSpec()] });
      for (let i = 0; i < 3; i++) await store.release(await claimed(store), "no space");
      expect(await store.preparation("find-it")).toContainEqual({ split: "practice", state: "failed" });
    });
  });

  describe(`${name}: the board`, () => {
    test("nothing unrounded of a hidden split comes through, even where the ranking is careless", async () => {
      await openedEvent(store);
      const id = await team("A");
      const submission = await stored(store, id);
      const hidden: Judgement["practice"] = {
        kind: "finding",
        score: SCORE,
        details: null,
        mistakes: [],
        fault: null,
        log: "hidden",
        logTruncated: false,
        resources: null,
      };
      await store.completeRun(await claimed(store), { judgement: accepted(12) });
      await store.completeRun(await claimed(store), { judgement: { ...accepted(SCORE.points, hidden), reason: "exception" } });
      await rankAll(store);
      const found = await store.submission(submission.id);
      expect(found?.public).toMatchObject({
        reason: "accepted",
        practice: null,
        score: { points: 51, low: 0, high: 71, parts: { first: 0.51, second: 0 }, penalties: { haste: 0.02 } },
      });
      const all = [
        await store.standings("find-it"),
        found?.public,
        (await store.submissionsOf(id, "find-it")).map((each) => each.public),
      ];
      for (const secret of ["hidden", "exception"]) expect(JSON.stringify(all)).not.toContain(secret);
      for (const number of numbersIn(all)) expect(String(number)).toMatch(/^(?:\d+|0\.\d\d?)$/);
    });

    test("the ranking gets the best by shown score and the earliest of equals, with every bit of its replicates", async () => {
      await openedEvent(store);
      const id = await team("A");
      const none = await team("B", true);
      const submissions: string[] = [];
      for (const points of [40.4, 51.1, 51.4, 50.9, 30]) {
        submissions.push((await stored(store, id, String(points))).id);
        await judgeAll(store, points);
      }
      await stored(store, id, "last");
      let entries: Parameters<typeof carelessRank>[0] = [];
      await store.completeRun(await claimed(store), { judgement: failed("wrong_output") });
      await rankAll(store, (all) => carelessRank((entries = all)));
      expect(entries.map((entry) => entry.team.id)).toEqual([id, none]);
      expect(entries[0]).toMatchObject({
        best: { submission: submissions[1], score: { points: 51.1 } },
        history: [40, 51, 51, 51, 30],
        attempts: 6,
        latestVerdict: "wrong_output",
      });
      expect([...(entries[0].best?.replicates ?? [])]).toEqual(accepted(51.1).replicates);
      expect(entries[1]).toMatchObject({ team: { baseline: true }, best: null, history: [], attempts: 0, latestVerdict: null });
    });

    test("every team stands on it, with nulls before its first score, also one that came late", async () => {
      await openedEvent(store);
      const id = await team("Zoé");
      const blank = {
        rank: null,
        band: null,
        score: null,
        interval: null,
        parts: null,
        penalties: null,
        verdict: null,
        submission: null,
        judgedAt: null,
      };
      expect(await store.standings("find-it")).toMatchObject({
        challenge: "find-it",
        rows: [{ team: id, teamName: "Zoé", ...blank }],
      });
      await stored(store, id);
      await judgeAll(store);
      const { version } = await store.standings("find-it");
      const late = await team("A");
      expect(await store.standings("find-it")).toMatchObject({
        version: version + 1,
        rows: [
          { team: id, score: 51 },
          { team: late, ...blank },
        ],
      });
    });

    test("exhibits are kept once for a challenge, a revision and a subject, and only of practice", async () => {
      await openedEvent(store);
      const exhibit = (subject: number, word = "a"): Exhibit => ({
        subject,
        tables: { hares: { columns: ["hare", "note"], rows: [[subject, `${word}\0\ud800`]] } },
        planted: [{ id: 1, indicator: null }],
      });
      const id = await team("A");
      await stored(store, id);
      await stored(store, id, "2");
      const [one, two] = [await claimed(store), await claimed(store)];
      expect(await store.missingExhibits(one, [3, 1])).toEqual([3, 1]);
      await store.completeRun(one, { judgement: accepted(), exhibits: [exhibit(1), exhibit(3)] });
      expect(await store.missingExhibits(two, [3, 2, 1])).toEqual([2]);
      await store.completeRun(two, { judgement: accepted(), exhibits: [exhibit(1, "b"), exhibit(2)] });
      expect(await store.exhibit("find-it", 1)).toEqual(exhibit(1));
      expect(await store.exhibit("find-it", 2)).toEqual(exhibit(2));
      for (const [challenge, subject] of [
        ["find-it", 4],
        ["other", 1],
      ] as const)
        expect(await store.exhibit(challenge, subject)).toBeNull();
      const hidden = await claimed(store);
      await store.completeRun(hidden, { judgement: accepted(), exhibits: [exhibit(4)] });
      expect([hidden.split, await store.exhibit("find-it", 4)]).toEqual(["public", null]);
      await judgeAll(store);
      await store.beginRevision(challengeSpec({ version: "1.1.0" }), "x");
      for (let i = 0; i < 2; i++)
        await store.completePreparation(await claimed(store), { inputsDigest: "i", labelsCommitment: "l", subjects: 100 });
      expect(await store.missingExhibits(await claimed(store), [1])).toEqual([1]);
      expect(await store.exhibit("find-it", 1)).toEqual(exhibit(1));
    });

    test("changes are told after they are written, and only until nobody listens", async () => {
      const heard: Change[] = [];
      const stop = store.onChange((change) => void heard.push(change));
      store.onChange(() => {
        throw new Error("a careless listener");
      });
      await openedEvent(store);
      const id = await team("A");
      const { id: submission } = await stored(store, id);
      await judgeAll(store);
      await expect
        .poll(() => heard.filter((change) => change.kind === "standings" && change.team === null).length)
        .toBeGreaterThan(1);
      for (const kind of ["submission", "run", "job"] as const)
        expect(heard).toContainEqual({ kind, challenge: "find-it", team: id, submission });
      stop();
      const before = heard.length;
      await team("B");
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(heard).toHaveLength(before);
    });
  });

  describe(`${name}: several challenges`, () => {
    const other = challengeSpec({ id: "lose-it", attemptsPerDay: 1 });
    const both = async () => {
      await store.createEvent({ settings: SETTINGS, challenges: [other, challengeSpec()] });
      for (const of of ["lose-it", "find-it", "lose-it", "find-it"]) {
        const claim = await claimed(store);
        expect(claim.challenge.id).toBe(of);
        await store.completePreparation(claim, { inputsDigest: of, labelsCommitment: claim.split, subjects: 100 });
      }
    };
    const sent = async (id: string, challenge: string, mark: string) => {
      const result = await store.submit({
        ...{ team: id, challenge, countAttempt: true },
        archive: streamed(soundArchive(mark, challenge)),
      });
      return result.kind === "stored" ? result.submission.id : result.kind;
    };

    test("each has its own splits, attempts, submissions, board and revisions", async () => {
      await both();
      const id = await team("A");
      const [lost, found] = [await sent(id, "lose-it", "1"), await sent(id, "find-it", "1")];
      expect(await sent(id, "lose-it", "2")).toBe("quota");
      expect([await store.attemptsLeftToday(id, "lose-it"), await store.attemptsLeftToday(id, "find-it")]).toEqual([0, 19]);
      for (const [challenge, submission] of [
        ["lose-it", lost],
        ["find-it", found],
      ] as const) {
        expect((await store.submissionsOf(id, challenge)).map((each) => each.id)).toEqual([submission]);
        expect(await store.pending(challenge)).toEqual([{ team: id, state: "queued" }]);
      }
      const run = await claimed(store);
      expect([run.challenge.id, run.prepared]).toEqual(["lose-it", { inputsDigest: "lose-it", labelsCommitment: "practice" }]);
      await store.completeRun(run, { judgement: failed("time_limit") });
      await judgeAll(store, 30);
      expect((await store.standings("lose-it")).rows).toMatchObject([{ verdict: "time_limit", score: null, attempts: 1 }]);
      expect((await store.standings("find-it")).rows).toMatchObject([{ verdict: "accepted", score: 30, attempts: 1 }]);
      await store.beginRevision({ ...other, version: "2.0.0" }, "x");
      expect((await store.revision("find-it")).coming).toBeNull();
      expect((await store.challenges()).map(({ version }) => version)).toEqual(["1.0.0", "1.0.0"]);
    });

    test("a team waits behind others for what it had judged in any of them, also after one got a new version", async () => {
      await both();
      const [a, b] = [await team("A"), await team("B")];
      await sent(a, "lose-it", "1");
      await judgeAll(store);
      await store.beginRevision({ ...other, version: "2.0.0" }, "x");
      for (let claim = await store.claim("w"); claim; claim = await store.claim("w"))
        if (claim.kind === "run") await store.completeRun(claim, { judgement: accepted() });
        else await store.completePreparation(claim, { inputsDigest: "i", labelsCommitment: "l", subjects: 100 });
      await rankAll(store);
      expect((await store.revision("lose-it")).revision).toBe(1);
      await sent(a, "find-it", "1");
      await sent(b, "find-it", "1");
      expect((await claimed(store)).submission?.team).toBe(b);
    });
  });

  describe(`${name}: a database from before kinds`, () => {
    test("says the same in the new form, in every place; what waits is judged; receipts stay as they were signed", async () => {
      for (const statement of BEFORE_KINDS) await opened.sql(statement);
      store = await opened.reopen();
      const { spec, score, practice, refusedPractice, rows } = OLD_FORMS;
      expect(await store.challenges()).toEqual([spec[1]]);
      expect(await opened.sql("select spec from revisions")).toEqual([{ spec: spec[1] }]);
      expect(await opened.sql("select score from run_secrets")).toEqual([{ score: score[1] }]);
      expect(await opened.sql("select subjects from splits order by split")).toEqual([{ subjects: 5000 }, { subjects: 700 }]);
      expect(await store.standings("follow-the-money")).toMatchObject({ version: 2, rows: rows[1] });
      const runs = { practice: { score: score[1], practice: practice[1] }, public: { score: score[1], practice: null } };
      expect(await store.submission("s1")).toMatchObject(runs);
      expect((await store.submission("s1"))?.public?.receipt).toEqual(OLD_RECEIPT);
      expect((await store.submission("s2"))?.practice).toMatchObject({ score: null, practice: refusedPractice[1] });
      expect(await claimed(store)).toMatchObject({
        challenge: spec[1],
        submission: { id: "s3" },
        prepared: { inputsDigest: "i" },
      });
    });
  });

  describe(`${name}: spool and rows`, () => {
    test("a submission that was spooled and lost its rows is there again after a start, once, and queued", async () => {
      await openedEvent(store);
      const id = await team("A");
      const kept = await stored(store, id);
      const lost = await stored(store, id, "lost");
      await opened.sql("delete from jobs where kind = 'run'");
      await opened.sql("delete from runs");
      await opened.sql("delete from submissions");
      for (const submission of [kept, lost]) {
        const record = {
          id: submission.id,
          team: id,
          challenge: "find-it",
          receivedAt: AGES_AGO.replace(".000", submission === kept ? ".000" : ".001"),
          counted: true,
        };
        // One as versions of before kept it: the archive as it came, with one digest.
        const isOld = submission === kept;
        const bytes = isOld ? soundArchive() : readFileSync(join(store.spoolDir, `${submission.id}.zip`));
        const form = isOld ? { format: "tar.gz" } : { format: "zip", sentDigest: submission.sentDigest };
        const rest = { digest: submission.digest, bytes: bytes.length, files: 2, ...form, language: "typescript" };
        const file = join(store.spoolDir, `${submission.id}.json`);
        writeFileSync(file, JSON.stringify({ ...record, ...rest }));
        utimesSync(file, 1, 1);
        writeFileSync(join(store.spoolDir, `${submission.id}.${form.format}`), bytes);
      }
      store = await opened.reopen();
      store = await opened.reopen();
      const found = await store.submissionsOf(id, "find-it");
      expect(found.map((each) => [each.id, each.attempt, each.digest, each.sentDigest])).toEqual([
        [lost.id, 2, lost.digest, lost.sentDigest],
        [kept.id, 1, kept.digest, kept.digest],
      ]);
      expect((await judgeAll(store)).map((claim) => claim.split)).toHaveLength(4);
      expect(await opened.sql("select act from audit")).toEqual([{ act: "spool.restored" }, { act: "spool.restored" }]);
    });

    test("what an upload left half done is not taken for a submission, and unreadable records are told and kept", async () => {
      await openedEvent(store);
      const submission = await stored(store, await team("A"));
      const record = join(store.spoolDir, "00000000-0000-4000-8000-000000000000.json");
      writeFileSync(record, "{}");
      writeFileSync(join(store.spoolDir, "11111111-0000-4000-8000-000000000000.partial"), "half");
      rmSync(join(store.spoolDir, `${submission.id}.zip`));
      store = await opened.reopen();
      store = await opened.reopen();
      expect(await opened.sql("select act from audit order by act")).toEqual([
        { act: "spool.archive-missing" },
        { act: "spool.unreadable-record" },
      ]);
      expect(readdirSync(store.spoolDir)).toContain("00000000-0000-4000-8000-000000000000.json");
      expect(await store.submissionsOf(submission.team.id, "find-it")).toHaveLength(1);
    });

    test("all is there after closing and opening", async () => {
      await openedEvent(store);
      const id = await team("A");
      await stored(store, id);
      await judgeAll(store);
      const code = await store.issueCode({ role: "participant", team: id });
      const board = await store.standings("find-it");
      store = await opened.reopen();
      expect(await store.standings("find-it")).toEqual(board);
      expect((await store.signIn(code, "cookie"))?.viewer.team?.id).toBe(id);
    });
  });
}

/** Each part opens its own stores: hooks of one are not another's. */
export function storeConformance(name: string, open: () => Promise<OpenedForTest>): void {
  for (const part of [
    mostConformance,
    listsConformance,
    standingsConformance,
    courseConformance,
    teamsConformance,
    freezeConformance,
    deskConformance,
  ])
    describe("what every back end does", () => part(name, open));
}
