/** What every back end must do of teams: lists, names, codes, lights, and what is left of one whose data were deleted. */
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JudgeStore } from "../src/judge-contract.ts";
import { accepted, challengeSpec, claimed, failed, judgeAll, openedEvent, rankAll, stored, submitTo } from "./event-fixture.ts";
import { openForEach, type OpenedForTest } from "./opened-for-test.ts";

export function teamsConformance(name: string, open: () => Promise<OpenedForTest>): void {
  let opened: OpenedForTest;
  let store: JudgeStore;
  openForEach(open, async (each) => {
    opened = each;
    store = each.store;
    await openedEvent(store);
  });

  const ids = async () => new Map((await store.teamProfiles()).map((team) => [team.name, team.id]));
  const named = async (teamName: string) => (await ids()).get(teamName) ?? "";
  const audited = () => opened.sql("select act, subject, about from audit order by id");

  describe(`${name}: lists of teams`, () => {
    const LIST = [
      { name: "Les Phares", language: "fr", division: "Collège", key: "A1" },
      { name: "Night Heron", outOfCompetition: true },
      { name: "北京" },
    ] as const;

    test("a list is taken whole, in its order, onto every board, and read twice it changes nothing", async () => {
      expect(await store.planTeams(LIST)).toEqual({ kind: "right", rows: LIST.map(() => ({ becomes: "new", team: null })) });
      expect(await store.teams()).toEqual([]);
      await store.saveTeams(LIST, "organizer-1");
      const { version, rows } = await store.standings("find-it");
      expect(rows).toHaveLength(3);
      expect(rows.find(({ teamName }) => teamName === "Les Phares")).toMatchObject({ division: "Collège", language: "fr" });
      expect(rows.find(({ teamName }) => teamName === "Night Heron")).toMatchObject({ entry: "out-of-competition" });
      expect((await store.teams()).map((team) => team.name)).toEqual(LIST.map((line) => line.name));
      const again = await store.saveTeams([...LIST].reverse(), "organizer-1");
      expect(again).toMatchObject({ rows: [{ becomes: "same" }, { becomes: "same" }, { becomes: "same" }] });
      const pasted = await store.saveTeams(
        LIST.map(({ name }) => ({ name })),
        "organizer-1",
      );
      expect(pasted).toEqual(await store.planTeams(LIST));
      expect((await store.standings("find-it")).version).toBe(version);
      expect((await audited()).length).toBe(1);
      expect((await store.teamProfiles()).map(({ key }) => key)).toEqual(["A1", null, null]);
    });

    test("a known key is that team: it takes the list's name; without a key it keeps the one that it was given since", async () => {
      await store.saveTeams(LIST, "x");
      const before = await ids();
      await store.changeTeam(await named("Night Heron"), { name: "Grey Heron" }, "x");
      await store.saveTeams(
        [
          { key: "A1", name: "Phares 2" },
          { name: "Night Heron", division: "Club" },
        ],
        "x",
      );
      const after = await ids();
      expect(after.get("Phares 2")).toBe(before.get("Les Phares"));
      expect(after.get("Grey Heron")).toBe(before.get("Night Heron"));
      expect(await store.teamProfile(await named("Grey Heron"))).toMatchObject({ division: "Club", entry: "out-of-competition" });
      expect(await store.teamProfile(await named("Phares 2"))).toMatchObject({ language: "fr", division: "Collège" });
    });

    test("teams may swap names, and a listed team may be given a key", async () => {
      await store.saveTeams([{ name: "One", key: "1" }, { name: "Two", key: "2" }, { name: "Three" }], "x");
      const before = await ids();
      const list = [
        { name: "Two", key: "1" },
        { name: "One", key: "2" },
        { name: "Three", key: "3" },
      ];
      expect(await store.saveTeams(list, "x")).toMatchObject({ kind: "right" });
      const after = await ids();
      expect([after.get("Two"), after.get("One"), after.get("Three")]).toEqual(
        ["One", "Two", "Three"].map((each) => before.get(each)),
      );
      expect(await store.planTeams(list)).toMatchObject({ rows: list.map(() => ({ becomes: "same" })) });
    });

    test("with a wrong row nothing is taken, and each row's fault is told, look-alikes within the list too", async () => {
      await store.createTeam({ name: "Phare", baseline: false });
      const lines = ["Рhаrе", "PHARE", "Lynx", "1ynx", "lynx", "a\u202eb", "Fine"].map((each) => ({ name: each }));
      const plan = { kind: "faulty", faults: await faultsOf(lines) };
      expect(plan.faults).toEqual([
        { row: 0, code: "name-looks-alike", other: "Phare" },
        { row: 3, code: "name-looks-alike", other: "Lynx" },
        { row: 4, code: "doubled", other: "Lynx" },
        { row: 5, code: "bad-name" },
      ]);
      expect(await store.saveTeams(lines, "x")).toEqual(plan);
      expect(
        await store.saveTeams(
          [
            { name: "Phare", key: "1" },
            { name: "Phare", key: "2" },
          ],
          "x",
        ),
      ).toMatchObject({
        faults: [{ row: 1, code: "doubled" }],
      });
      expect((await store.teams()).map((team) => team.name)).toEqual(["Phare"]);
      const many = Array.from({ length: 5001 }, (_, n) => ({ name: `Crew ${n}` }));
      expect((await faultsOf(many)).length).toBe(2);
    });

    const faultsOf = async (lines: Parameters<JudgeStore["planTeams"]>[0]) => {
      const plan = await store.planTeams(lines);
      return plan.kind === "faulty" ? plan.faults : [];
    };

    test("teams that are counted have numbers for names until they name themselves, once", async () => {
      await store.createTeam({ name: "Team 2", baseline: false });
      await store.countTeams(3, "x");
      expect([...(await ids()).keys()]).toEqual(["Team 1", "Team 2", "Team 3", "Team 4"]);
      const id = await named("Team 3");
      await expect(store.nameOwnTeam(id, "team 1")).rejects.toMatchObject({ code: "team-name-taken" });
      expect(await store.nameOwnTeam(id, " Les  Lynx ")).toMatchObject({ name: "Les Lynx", named: true });
      await expect(store.nameOwnTeam(id, "Autre")).rejects.toMatchObject({ code: "named-already" });
      await store.countTeams(1, "x");
      expect(await named("Team 5")).not.toBe("");
      // Names stand nowhere in the log, which keeps its rows.
      expect(JSON.stringify(await audited())).not.toMatch(/Lynx|Team \d/);
    });
  });

  describe(`${name}: what organizers change of teams`, () => {
    test("a name, a hidden one, a division show on the board at once; who does not compete keeps its score and has no place", async () => {
      const [a, b] = [
        await store.createTeam({ name: "A", baseline: false }),
        await store.createTeam({ name: "B", baseline: false }),
      ];
      await stored(store, a.id);
      await stored(store, b.id);
      await judgeAll(store);
      const before = await store.standings("find-it");
      await store.changeTeam(a.id, { name: "Aa", hidden: true, division: " Collège " }, "x");
      const [shown] = (await store.standings("find-it")).rows.filter(({ team }) => team === a.id);
      expect(shown).toMatchObject({ teamName: "Aa", hidden: true, division: "Collège", score: 51 });
      expect(await store.changeTeam(a.id, { entry: "disqualified", reason: "x" }, "x")).toMatchObject({ entry: "disqualified" });
      const row = async () => (await store.standings("find-it")).rows.find(({ team }) => team === a.id);
      expect(await row()).toMatchObject({ entry: "disqualified", rank: null, band: null, score: 51 });
      expect(await store.unranked()).toEqual(["find-it"]);
      await rankAll(store, (entries) => {
        expect(entries.map(({ team, competes }) => [team.id, competes]).toSorted()).toEqual(
          [[a.id, false] as const, [b.id, true] as const].toSorted(),
        );
        return entries.map(({ team, competes }) => ({ team: team.id, rank: competes ? 1 : null, band: competes ? 1 : null }));
      });
      expect(await row()).toMatchObject({ rank: null, score: 51 });
      const { version } = await store.standings("find-it");
      expect(version).toBeGreaterThan(before.version);
      await store.changeTeam(a.id, { entry: "disqualified" }, "x");
      expect((await store.standings("find-it")).version).toBe(version);
      await expect(store.changeTeam(a.id, { name: "b" }, "x")).rejects.toMatchObject({ code: "team-name-taken" });
      await expect(store.changeTeam("nobody", { hidden: true }, "x")).rejects.toMatchObject({ code: "unknown-team" });
    });
  });

  describe(`${name}: codes and lights`, () => {
    test("many codes are made at once, each signs in, and those that they replace do not, nor their sessions", async () => {
      await store.countTeams(30, "x");
      const all = (await store.teamProfiles()).map(({ id }) => id);
      const old = await store.issueCode({ role: "participant", team: all[0] });
      const session = await store.signIn(old, "cookie");
      const issued = await store.issueCodes([...all, all[0]], "organizer-1");
      expect(issued.map(({ team }) => team.id)).toEqual(all);
      expect(new Set(issued.map(({ code }) => code)).size).toBe(30);
      expect(await store.viewer(session?.token ?? "")).toBeNull();
      expect(await store.signIn(old, "cookie")).toBeNull();
      expect((await store.signIn(issued[7].code, "cookie"))?.viewer.team?.id).toBe(all[7]);
      await store.issueCode({ role: "mentor", team: null });
      expect((await store.codes()).map(({ role }) => role).toSorted()).toEqual(["mentor", ...all.map(() => "participant")]);
      await expect(store.issueCodes([all[0], "nobody"], "x")).rejects.toMatchObject({ code: "unknown-team" });
      expect(await store.signIn(issued[0].code, "cookie")).not.toBeNull();
      expect((await store.auditLog({ act: "code.issued" })).length).toBe(30);
    });

    test("stuck teams stand first: never signed in, nothing sent, nothing accepted, fine", async () => {
      for (const each of ["E fine", "B sent", "C signed", "A never", "D also never"])
        await store.createTeam({ name: each, baseline: false });
      await store.createTeam({ name: "A reference", baseline: true });
      const [{ code }] = await store.issueCodes([await named("C signed")], "x");
      await store.signIn(code, "cookie");
      await stored(store, await named("B sent"));
      await store.completeRun(await claimed(store), { judgement: failed("time_limit") });
      await stored(store, await named("E fine"));
      await judgeAll(store);
      expect((await store.lights()).map(({ team, light, sent, lastVerdict }) => [team.name, light, sent, lastVerdict])).toEqual([
        ["A never", "never-signed-in", 0, null],
        ["D also never", "never-signed-in", 0, null],
        ["C signed", "nothing-sent", 0, null],
        ["B sent", "nothing-accepted", 1, "time_limit"],
        ["E fine", "fine", 1, "accepted"],
      ]);
      expect((await store.lights())[2]).toMatchObject({ hasCode: true, signedInAt: expect.any(String) });
    });

    test("that a team has read what is kept of it is written down once", async () => {
      const { id } = await store.createTeam({ name: "A", baseline: false });
      expect(await store.hasConsented(id)).toBe(false);
      await store.consent(id);
      await store.consent(id);
      expect(await store.hasConsented(id)).toBe(true);
    });
  });

  describe(`${name}: a team whose data are deleted`, () => {
    test("loses its name, codes, reports and archives; digests, verdicts and scores stay, and it sends no more", async () => {
      const { id } = await store.createTeam({ name: "Les Phares", baseline: false });
      const [{ code }] = await store.issueCodes([id], "x");
      const session = await store.signIn(code, "cookie");
      const first = await stored(store, id, "1");
      await judgeAll(store);
      const waits = await stored(store, id, "2");
      await store.eraseTeam(id, "organizer-1");
      await store.eraseTeam(id, "organizer-1");
      expect(await store.viewer(session?.token ?? "")).toBeNull();
      expect(await store.signIn(code, "cookie")).toBeNull();
      expect(readdirSync(store.spoolDir)).toEqual([]);
      expect(await store.claim("w")).toBeNull();
      expect(await store.submission(first.id)).toMatchObject({ digest: first.digest, public: { score: { points: 51 } } });
      expect((await store.submission(first.id))?.practice.practice).toBeNull();
      expect((await store.submission(waits.id))?.practice).toMatchObject({ verdict: "judge_error" });
      await rankAll(store);
      const [row] = (await store.standings("find-it")).rows;
      expect(row).toMatchObject({ team: id, score: 51, teamName: "Withdrawn team / Équipe retirée" });
      await expect(submitTo(store, id)).rejects.toMatchObject({ code: "unknown-team" });
      await expect(store.changeTeam(id, { name: "Again" }, "x")).rejects.toMatchObject({ code: "unknown-team" });
      await expect(store.rerun([first.id], "x")).rejects.toMatchObject({ code: "unknown-submission" });
      const rows = await opened.sql("select name, name_key from teams union all select act, subject from audit");
      expect(JSON.stringify(rows)).not.toContain("hares");
      await store.createTeam({ name: "Les Phares", baseline: false });
      store = await opened.reopen();
      expect(existsSync(`${store.spoolDir}/${first.id}.zip`)).toBe(false);
      expect(await store.auditLog({ actor: "store" })).toEqual([]);
    });

    test("a version that comes later is not held up by it, and it stands there as it stood", async () => {
      const [gone, stays] = [
        await store.createTeam({ name: "A", baseline: false }),
        await store.createTeam({ name: "B", baseline: false }),
      ];
      for (const { id } of [gone, stays]) await stored(store, id);
      await judgeAll(store, 40);
      const through = async (points: number) => {
        for (let claim = await store.claim("w"); claim; claim = await store.claim("w"))
          if (claim.kind === "run") await store.completeRun(claim, { judgement: accepted(points) });
          else await store.completePreparation(claim, { inputsDigest: "i", labelsCommitment: "l", subjects: 1 });
        await rankAll(store);
      };
      const resamples = { interval: { resamples: 2, level: 0.95 } };
      await store.beginRevision(challengeSpec({ version: "1.1.0", ...resamples }), "x");
      await store.eraseTeam(gone.id, "x");
      await through(60);
      expect((await store.revision("find-it")).revision).toBe(1);
      await store.beginRevision(challengeSpec({ version: "1.2.0", ...resamples }), "x");
      await through(70);
      expect((await store.revision("find-it")).revision).toBe(2);
      const scores = (await store.standings("find-it")).rows.map(({ team, score }) => [team, score] as const);
      expect(new Map(scores)).toEqual(
        new Map([
          [stays.id, 70],
          [gone.id, 40],
        ]),
      );
      expect((await store.submissionsOf(gone.id, "find-it"))[0].public?.score?.points).toBe(40);
    });
  });
}
