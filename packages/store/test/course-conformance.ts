/** What every back end must do of an event's course: acts, limits, and when a submission counts from. */
import { derivedCalendar, instantOf, momentAt, sendingRefused, stateAt, type Act, type Calendar } from "@vigie/spec/event";
import process from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JudgeStore } from "../src/judge-contract.ts";
import {
  accepted,
  challengeSpec,
  claimed,
  judgeAll,
  openedEvent,
  SETTINGS,
  soundArchive,
  stored,
  streamed,
} from "./event-fixture.ts";
import { openForEach, type OpenedForTest } from "./opened-for-test.ts";

const HOUR = 3_600_000;
const ZONE = "America/St_Johns";

/** Opened two hours ago, locks in two, and would freeze in one. */
function running(now = Date.now()): Calendar {
  const at = (hours: number) => momentAt(now + hours * HOUR, ZONE);
  return { opens: at(-2), freezes: at(1), locks: at(2), reveals: at(3) };
}

export function courseConformance(name: string, open: () => Promise<OpenedForTest>): void {
  let opened: OpenedForTest;
  let store: JudgeStore;
  openForEach(open, (each) => {
    opened = each;
    store = each.store;
  });

  const openedWith = async (calendar: Calendar, change = {}) => {
    await store.createEvent({ settings: { ...SETTINGS, calendar }, challenges: [challengeSpec(change)] });
    for (let split = 0; split < 2; split++)
      await store.completePreparation(await claimed(store), { inputsDigest: "i", labelsCommitment: "l", subjects: 1 });
  };
  const team = async (teamName = "A") => (await store.createTeam({ name: teamName, baseline: false })).id;
  let marks = 0;
  const sent = async (id: string, arrivedAt: number) => {
    const archive = streamed(soundArchive(String((marks += 1))));
    return store.submit({ team: id, challenge: "find-it", archive, arrivedAt, countAttempt: true });
  };
  const acts = () => opened.sql("select actor, act from audit where act like 'event.%' order by id");

  describe(`${name}: an event's course`, () => {
    test("acts are appended, change what the event says at once, and stand in the audit log", async () => {
      const calendar = running();
      await openedWith(calendar);
      expect(await store.event()).toMatchObject({ calendar, acts: [], keptUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
      const until = instantOf(calendar.locks) + HOUR;
      const act = await store.act({ kind: "extend", team: null, until }, "organizer-1");
      expect(await store.event()).toMatchObject({ acts: [act], closesAt: new Date(until).toISOString() });
      store = await opened.reopen();
      expect(await store.event()).toMatchObject({ acts: [act] });
      expect(await acts()).toEqual([{ actor: "organizer-1", act: "event.extend" }]);
      for (const statement of ["update event_acts set actor = 'x'", "delete from event_acts", "truncate event_acts"])
        await expect(opened.sql(statement)).rejects.toThrow(/append-only/);
    });

    test("what is pressed twice, or by two at once, is done once", async () => {
      await openedWith(running());
      const freezes = Array.from({ length: 5 }, (_, n) => store.act({ kind: "freeze" }, `organizer-${n}`));
      expect(new Set((await Promise.all(freezes)).map(({ at }) => at)).size).toBe(1);
      for (const kind of ["hold", "hold", "go-on", "go-on"] as const) await store.act({ kind }, "x");
      expect((await store.event())?.acts.map(({ deed }) => deed.kind)).toEqual(["freeze", "hold", "go-on"]);
    });

    test("an act that would change nothing any more is refused in words, and nothing is written of it", async () => {
      const calendar = running();
      await openedWith(calendar);
      const id = await team();
      const past = Date.now() - HOUR;
      const refused = async (deed: Parameters<JudgeStore["act"]>[0], code: string) =>
        expect(store.act(deed, "x"), deed.kind).rejects.toMatchObject({ code });
      await refused({ kind: "extend", team: null, until: past }, "too-late");
      await refused({ kind: "extend", team: id, until: past }, "too-late");
      await refused({ kind: "extend", team: "nobody", until: past }, "unknown-team");
      await refused({ kind: "reveal" }, "too-early");
      await refused({ kind: "plan", calendar: { ...calendar, locks: calendar.opens } }, "bad-calendar");
      await refused({ kind: "plan", calendar: { ...calendar, locks: momentAt(past, ZONE), freezes: null } }, "too-late");
      await store.act({ kind: "lock" }, "x");
      await refused({ kind: "lock" }, "too-late");
      // The reveal is still to be moved.
      await store.act({ kind: "plan", calendar: { ...calendar, reveals: momentAt(Date.now() + 9 * HOUR, ZONE) } }, "x");
      await store.act({ kind: "reveal" }, "x");
      for (const kind of ["lock", "hold", "freeze"] as const) await refused({ kind }, "too-late");
      expect((await store.event())?.acts.map(({ deed }) => deed.kind)).toEqual(["lock", "plan", "reveal"]);
    });

    test("while judging is paused no run is taken up, and then it goes on: workers hear of it, and of a rerun", async () => {
      await openedEvent(store);
      const { id } = await stored(store, await team());
      await store.act({ kind: "pause-judging" }, "x");
      expect(await store.claim("w")).toBeNull();
      const heard: string[] = [];
      store.onChange(({ kind }) => void heard.push(kind));
      await store.act({ kind: "resume-judging" }, "x");
      // What is kept of the event is forgotten before anybody looks for work by it.
      await expect.poll(() => heard).toEqual(["event", "job", "standings"]);
      await judgeAll(store, 1);
      await expect.poll(() => heard).toContain("run");
      heard.length = 0;
      await store.rerun([id], "x");
      await expect.poll(() => heard).toContain("job");
      expect(await store.claim("w")).not.toBeNull();
    });

    test("words change, the calendar does not; an event from before there were calendars opens and closes as it did", async () => {
      await openedEvent(store);
      const { opensAt, closesAt, name: said, timeZone, helpLine, secretCommitment, demo } = SETTINGS;
      const old = JSON.stringify({ id: "old", name: said, timeZone, opensAt, closesAt, helpLine, secretCommitment, demo });
      await opened.sql(`update event set settings = '${old}'`);
      store = await opened.reopen();
      const words = { languages: ["en", "fr"], network: null, hidesPublicInFreeze: false, keptUntil: null, weights: {} };
      expect(await store.event()).toMatchObject({ ...words, opensAt, closesAt, acts: [], calendar: { freezes: null } });
      await store.changeWords({ timeZone: "America/Toronto", network: "salle-12" }, "organizer-1");
      expect(await store.event()).toMatchObject({ opensAt, closesAt, timeZone: "America/Toronto", network: "salle-12" });
      expect(await acts()).toEqual([{ actor: "organizer-1", act: "event.words" }]);
    });
  });

  describe(`${name}: when a submission counts from`, () => {
    test("before the opening, on hold and after the lock it is refused with why and when; by its arrival, not by its end", async () => {
      const calendar = running();
      await openedWith(calendar);
      const id = await team();
      const [opens, locks] = [calendar.opens, calendar.locks].map(instantOf);
      expect(await sent(id, opens - 1)).toEqual({ kind: "closed", why: "not-open", at: new Date(opens).toISOString() });
      expect(await sent(id, locks)).toEqual({ kind: "closed", why: "locked", at: new Date(locks).toISOString() });
      const last = await sent(id, locks - 1);
      expect(last).toMatchObject({ kind: "stored", submission: { receivedAt: new Date(locks - 1).toISOString() } });
      const { at } = await store.act({ kind: "hold" }, "x");
      expect(await sent(id, at)).toEqual({ kind: "closed", why: "held", at: null });
      expect(await sent(id, at - 1)).toMatchObject({ kind: "stored" });
      const uncounted = { team: id, challenge: "find-it", archive: streamed(soundArchive()), countAttempt: false };
      expect(await store.submit(uncounted)).toMatchObject({ kind: "stored" });
    });

    test("an extension of one team is its own", async () => {
      const calendar = running();
      await openedWith(calendar);
      const [a, b] = [await team("A"), await team("B")];
      const locks = instantOf(calendar.locks);
      await store.act({ kind: "extend", team: a, until: locks + HOUR }, "x");
      expect(await sent(a, locks + HOUR - 1)).toMatchObject({ kind: "stored" });
      expect(await sent(a, locks + HOUR)).toMatchObject({ kind: "closed", at: new Date(locks + HOUR).toISOString() });
      expect(await sent(b, locks)).toMatchObject({ kind: "closed", at: new Date(locks).toISOString() });
    });

    test("an upload that was refused for load has the next one within ten minutes count from it, once, across the lock", async () => {
      const calendar = running();
      await openedWith(calendar);
      const [a, b] = [await team("A"), await team("B")];
      const locks = instantOf(calendar.locks);
      for (const late of [1, 60_000, 30_000]) await store.keepInstant(a, "find-it", locks - late);
      const counted = await sent(a, locks - 60_000 + 600_000);
      expect(counted).toMatchObject({ kind: "stored", submission: { receivedAt: new Date(locks - 60_000).toISOString() } });
      expect(await sent(a, locks + 1)).toMatchObject({ kind: "closed" });
      await store.keepInstant(b, "find-it", locks - 1);
      expect(await sent(a, locks + 1)).toMatchObject({ kind: "closed" });
      const nonsense = { team: b, challenge: "find-it", archive: streamed(Buffer.from("nonsense")), arrivedAt: locks };
      expect(await store.submit({ ...nonsense, countAttempt: true })).toMatchObject({ kind: "refused" });
      expect(await sent(b, locks + 600_000)).toMatchObject({ kind: "closed" });
      const both = await Promise.all([sent(b, locks + 1), sent(b, locks + 1)]);
      expect(both.map(({ kind }) => kind).toSorted()).toEqual(["closed", "stored"]);
    });

    test("the day of an attempt is that of its arrival; a kept instant whose day is used up is passed over", async () => {
      const midnight = Date.parse("2026-05-20T02:30:00Z");
      await openedWith(
        derivedCalendar({ opens: momentAt(midnight - 9 * HOUR, ZONE), locks: momentAt(midnight + 99 * HOUR, ZONE) }),
        {
          attemptsPerDay: 1,
        },
      );
      const id = await team();
      expect(await sent(id, midnight - 1)).toMatchObject({ kind: "stored" });
      expect(await sent(id, midnight - 1)).toEqual({ kind: "quota", perDay: 1, nextAt: new Date(midnight).toISOString() });
      await store.keepInstant(id, "find-it", midnight - 1);
      expect(await sent(id, midnight)).toMatchObject({ submission: { receivedAt: new Date(midnight).toISOString() } });
      expect(await sent(id, midnight + 1)).toMatchObject({ kind: "quota" });
    });

    const COURSES = Number(process.env["VIGIE_COURSES"] ?? (process.env["VIGIE_TESTS"] === undefined ? 4 : 16));
    const instant = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2027-06-01") });
    const zones = fc.constantFrom(ZONE, "Europe/Paris", "Australia/Lord_Howe", "UTC");
    const courses = fc
      .tuple(zones, instant, fc.integer({ min: 1, max: 200 }), fc.array(fc.tuple(fc.nat(300), fc.nat(4)), { maxLength: 5 }))
      .map(([zone, start, hours, some]) => {
        const [from, locks] = [Math.floor(start / 1000) * 1000, Math.floor(start / 1000) * 1000 + hours * HOUR];
        const calendar = derivedCalendar({ opens: momentAt(from, zone), locks: momentAt(locks, zone) });
        const deeds = (at: number): readonly Act["deed"][] => [
          { kind: "extend", team: "a", until: at + HOUR },
          { kind: "extend", team: null, until: at + 2 * HOUR },
          { kind: "lock" },
          { kind: "hold" },
          { kind: "go-on" },
        ];
        const done = some.map(([after, which]): Act => ({ at: from + after * HOUR, deed: deeds(from + after * HOUR)[which] }));
        return { calendar, acts: done.toSorted((a, b) => a.at - b.at) };
      });

    test.each(fc.sample(courses, { numRuns: COURSES, seed: 20 }).map((course, number) => ({ number, ...course })))(
      "a millisecond to either side of each limit of a random course, restarted there, it is treated as the page says ($number)",
      async ({ calendar, acts: done }) => {
        await openedWith(calendar, { attemptsPerDay: 1000 });
        await opened.sql(
          "insert into teams (id, name, name_key, baseline) values ('a', 'A', 'a', false), ('b', 'B', 'b', false)",
        );
        await opened.sql("insert into board_rows (challenge_id, team_id, version) select 'find-it', id, 0 from teams");
        for (const { at, deed } of done)
          await opened.sql(
            `insert into event_acts (at, actor, deed) values (to_timestamp(${at / 1000}), 'x', '${JSON.stringify(deed)}')`,
          );
        const refused = (now: number, who: string) => sendingRefused(stateAt(calendar, done, now, who));
        /** What is to become of an upload that came at `now`, and may count from `kept`. */
        const expected = (now: number, who: string, kept = now) => {
          const from = [kept, now].find((at) => refused(at, who) === null);
          const stands = { kind: "stored", submission: { receivedAt: new Date(from ?? 0).toISOString() } };
          return from === undefined ? { kind: "closed", why: refused(now, who) } : stands;
        };
        const limits = [calendar.opens, calendar.locks].map(instantOf);
        const ends = done.flatMap(({ at, deed }) => (deed.kind === "extend" ? [at, deed.until] : [at]));
        for (const limit of new Set([...limits, ...ends])) {
          for (const who of ["a", "b"]) expect(await sent(who, limit - 1)).toMatchObject(expected(limit - 1, who));
          store = await opened.reopen();
          for (const who of ["a", "b"]) expect(await sent(who, limit)).toMatchObject(expected(limit, who));
        }
        for (const who of ["a", "b"]) {
          const kept = stateAt(calendar, done, Number.MAX_SAFE_INTEGER, who).locksAt - 1;
          const late = kept + 600_000;
          await store.keepInstant(who, "find-it", kept);
          store = await opened.reopen();
          expect(await sent(who, late)).toMatchObject(expected(late, who, kept));
          if (refused(kept, who) === null) expect(await sent(who, late)).toMatchObject(expected(late, who));
          await store.keepInstant(who, "find-it", kept);
          expect(await sent(who, late + 1)).toMatchObject(expected(late + 1, who));
        }
      },
    );

    test("of equals the earliest to arrive goes to the final, whichever was judged first", async () => {
      await openedWith(running());
      const id = await team();
      const now = Date.now();
      const [late, early] = [await sent(id, now - 1000), await sent(id, now - 5000)];
      for (let run = 0; run < 4; run++) await store.completeRun(await claimed(store), { judgement: accepted(40) });
      expect([late.kind, early.kind]).toEqual(["stored", "stored"]);
      const { goes } = await store.finalChoice(id, "find-it");
      expect(goes?.receivedAt).toBe(new Date(now - 5000).toISOString());
    });
  });
}
