/** What every back end must do of a frozen board: to everybody it stands as it stood, whatever is judged meanwhile. */
import { momentAt } from "@vigie/spec/event";
import { describe, expect, test } from "vitest";
import type { JudgeStore, StandingEntry } from "../src/judge-contract.ts";
import { accepted, challengeSpec, claimed, openedEvent, rankAll, stored } from "./event-fixture.ts";
import { openForEach, type OpenedForTest } from "./opened-for-test.ts";

/** By points, as the judge does it; who does not compete has no place. */
function rank(entries: readonly StandingEntry[]) {
  const scored = entries.filter(({ best }) => best !== null);
  const sorted = scored.toSorted((a, b) => (b.best?.score.points ?? 0) - (a.best?.score.points ?? 0));
  let place = 0;
  return sorted.map(({ team, competes }) => {
    const rank = competes ? (place += 1) : null;
    return { team: team.id, rank, band: rank };
  });
}

export function freezeConformance(name: string, open: () => Promise<OpenedForTest>): void {
  let opened: OpenedForTest;
  let store: JudgeStore;
  openForEach(open, async (each) => {
    opened = each;
    store = each.store;
    await openedEvent(store, { attemptsPerDay: 1000 });
  });

  let marks = 0;
  const verdict = async (team: string, points: number) => {
    await stored(store, team, String((marks += 1)));
    for (let run = 0; run < 2; run++) await store.completeRun(await claimed(store), { judgement: accepted(points) });
  };
  const ranked = () => rankAll(store, rank);
  const shown = async () => JSON.stringify(await store.publicStandings("find-it"));
  const live = async () => JSON.stringify(await store.standings("find-it"));
  const teams = async (...names: readonly string[]) => {
    const made: string[] = [];
    for (const each of names) made.push((await store.createTeam({ name: each, baseline: false })).id);
    for (const [at, id] of made.entries()) await verdict(id, 60 - 10 * at);
    await ranked();
    return made;
  };
  const through = async (points: number) => {
    for (let claim = await store.claim("w"); claim; claim = await store.claim("w"))
      if (claim.kind === "run") await store.completeRun(claim, { judgement: accepted(points) });
      else await store.completePreparation(claim, { inputsDigest: "i", labelsCommitment: "l", subjects: 1 });
    await ranked();
  };

  describe(`${name}: a frozen board`, () => {
    test("fifty verdicts, a rerun, another version of the challenge and a restart change no byte of it; thawed it is the live one", async () => {
      const [a, b] = await teams("A", "B", "C");
      const before = await shown();
      const spec = await store.publicChallenges();
      expect(before).toBe(await live());
      await store.act({ kind: "freeze" }, "x");
      expect(await shown()).toBe(before);
      for (let n = 0; n < 50; n++) {
        await verdict(n % 2 === 0 ? a : b, 30 + n);
        if (n % 5 === 0) await ranked();
        expect(await shown()).toBe(before);
      }
      await ranked();
      const best = (await store.finalChoice(b, "find-it")).goes?.id ?? "";
      expect(await store.rerun([best], "x")).toBe(1);
      await verdict(b, 1);
      await through(2);
      expect(await shown()).toBe(before);
      const next = challengeSpec({ version: "1.1.0", attemptsPerDay: 1000 });
      await store.beginRevision(next, "x");
      await through(77);
      expect([await store.challenges(), await store.publicChallenges()]).toEqual([[next], spec]);
      expect((await store.revision("find-it")).revision).toBe(1);
      expect(await shown()).toBe(before);
      store = await opened.reopen();
      expect(await shown()).toBe(before);
      expect(await store.publicChallenges()).toEqual(spec);
      expect(await live()).not.toBe(before);
      await store.act({ kind: "unfreeze" }, "x");
      expect(await store.publicChallenges()).toEqual([next]);
      expect(await shown()).toBe(await live());
      expect((await store.publicStandings("find-it")).rows[0]).toMatchObject({ score: 77 });
    });

    test("a second freeze is one of its own; the reveal shows the live one for good", async () => {
      const [a] = await teams("A", "B");
      for (const points of [61, 62]) {
        await store.act({ kind: "freeze" }, "x");
        const frozen = await shown();
        await verdict(a, points);
        await ranked();
        expect(await shown()).toBe(frozen);
        await store.act({ kind: "unfreeze" }, "x");
        expect(await shown()).toBe(await live());
      }
      await store.act({ kind: "freeze" }, "x");
      await verdict(a, 70);
      await ranked();
      await store.act({ kind: "lock" }, "x");
      expect((await store.publicStandings("find-it")).rows[0]).toMatchObject({ score: 62 });
      await store.act({ kind: "reveal" }, "x");
      expect((await store.publicStandings("find-it")).rows[0]).toMatchObject({ score: 70 });
      expect(await shown()).toBe(await live());
    });

    test("another planned freeze while it is frozen is the same freeze: nothing of between shows", async () => {
      const [a] = await teams("A", "B");
      await store.act({ kind: "freeze" }, "x");
      const frozen = await shown();
      await verdict(a, 70);
      await ranked();
      const event = await store.event();
      if (event === null) throw new Error("expected an event");
      const freezes = momentAt(Date.now() - 3_600_000, event.timeZone);
      await store.act({ kind: "plan", calendar: { ...event.calendar, freezes } }, "x");
      expect(await shown()).toBe(frozen);
      await verdict(a, 80);
      await ranked();
      expect(await shown()).toBe(frozen);
    });

    test("names, hiding, new teams and who competes show at once, and its version tells of nothing else", async () => {
      const [a, b, c] = await teams("A", "B", "C");
      await store.act({ kind: "freeze" }, "x");
      const { version } = await store.publicStandings("find-it");
      for (let n = 0; n < 5; n++) {
        await verdict(c, 80 + n);
        await ranked();
      }
      await store.changeTeam(b, { name: "Bee", hidden: true }, "x");
      await store.changeTeam(a, { entry: "disqualified", reason: "x" }, "x");
      await ranked();
      const late = (await store.createTeam({ name: "D", baseline: false })).id;
      const now = await store.publicStandings("find-it");
      expect(now.version).toBe(version + 3);
      expect(now.rows.map(({ team, teamName, rank: at, score }) => [team, teamName, at, score])).toEqual([
        [a, "A", null, 60],
        [b, "Bee", 1, 50],
        [c, "C", 2, 40],
        [late, "D", null, null],
      ]);
      expect(now.rows.map(({ entry, hidden }) => [entry, hidden])).toEqual([
        ["disqualified", undefined],
        [undefined, true],
        [undefined, undefined],
        [undefined, undefined],
      ]);
      expect(await store.publicStandings("find-it")).toBe(now);
      await store.act({ kind: "unfreeze" }, "x");
      const thawed = await store.publicStandings("find-it");
      expect(thawed.version).toBeGreaterThan(now.version);
      expect(thawed.rows.map(({ team, rank: at }) => [team, at])).toEqual([
        [c, 1],
        [a, null],
        [b, 2],
        [late, null],
      ]);
    });
  });
}
