import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withServer } from "../../test/fake-server.ts";
import { ownConfig } from "../../test/own-config.ts";
import { speaker } from "../say.ts";
import { actPlainly, extend, PLAIN_ACTS } from "./acts.ts";
import { announce } from "./announce.ts";
import { showAudit } from "./audit-log.ts";
import { issueCodes } from "./codes.ts";
import { newEvent } from "./new-event.ts";
import { actOn, SUBMISSION_ACTS } from "./one-submission.ts";
import { changeTeam } from "./one-team.ts";
import { eraseTeam, listTeams, takeTeams } from "./teams.ts";
import { showStatus } from "./where-it-stands.ts";

ownConfig();
let folder: string;
let printed: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-desk-"));
  printed = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const desk = (language: "en" | "fr" = "en") => ({
  language,
  say: speaker(language),
  print: (line: string) => void printed.push(line),
});
const nobody = () => Promise.resolve(null);
const ACTS = "POST /api/v1/event/acts";
const light = (id: string, name: string) => ({ team: { id, name }, light: "fine", hasCode: true, sent: 3 });
const TEAMS = { "GET /api/v1/teams": [light("t1", "Les Lucioles"), light("t2", "=2+2")] };
const EVENT = { "GET /api/v1/event": { timeZone: "America/Toronto", closesAt: "2026-11-02T22:00:00Z" } };

function act(name: string) {
  const found = PLAIN_ACTS.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

describe("an organizer's act", () => {
  it.each(PLAIN_ACTS.map(({ name, deed }) => [name, deed]))("%s is the deed %s", (name, deed) =>
    withServer({ [ACTS]: {} }, async (heard) => {
      await actPlainly(act(name), true, desk(), nobody);
      expect(heard.map(({ asked, body }) => [asked, JSON.parse(body)])).toEqual([[ACTS, { deed: { kind: deed } }]]);
      expect(printed).toHaveLength(1);
    }),
  );

  it("that is not easily undone is asked about, and not done without a yes", () =>
    withServer({ [ACTS]: {} }, async (heard) => {
      await expect(actPlainly(act("lock"), false, desk(), nobody)).rejects.toThrow(/Nothing was done/);
      await expect(actPlainly(act("reveal"), false, desk("fr"), () => Promise.resolve("non"))).rejects.toThrow(
        /Rien n’a été fait/,
      );
      expect(heard).toEqual([]);
      await actPlainly(act("lock"), false, desk("fr"), () => Promise.resolve(" Oui "));
      expect(heard).toHaveLength(1);
    }));

  it("of extension counts from the lock, or is a time on the event's clock, for one team or all", () =>
    withServer({ ...EVENT, ...TEAMS, [ACTS]: {} }, async (heard) => {
      await extend("+30m", undefined, desk());
      await extend("2026-11-02T18:00", "les lucioles", desk("fr"));
      const deeds = heard.filter(({ asked }) => asked === ACTS).map(({ body }) => JSON.parse(body).deed);
      expect(deeds).toEqual([
        { kind: "extend", team: null, until: Date.parse("2026-11-02T22:30:00Z") },
        { kind: "extend", team: "t1", until: Date.parse("2026-11-02T23:00:00Z") },
      ]);
      expect(printed[0]).toContain("2026-11-02T17:30-05:00 (America/Toronto)");
    }));

  it.each([
    ["soon", /Expected \+30m/],
    ["2026-11-01T01:30", /comes twice/],
    ["2027-03-14T02:30", /never comes/],
  ])("of extension until %s is refused in words", (typed, sentence) =>
    withServer(EVENT, async () => expect(extend(typed, undefined, desk())).rejects.toThrow(sentence)),
  );

  it("for a team that nobody knows is refused", () =>
    withServer({ ...EVENT, ...TEAMS }, async () => {
      await expect(extend("+1h", "Nobody", desk())).rejects.toThrow(/No team is called Nobody/);
    }));
});

describe("teams and codes", () => {
  it("are listed, and a list is sent byte by byte", () =>
    withServer(
      { ...TEAMS, "POST /api/v1/teams?preview=1": { added: 2, changed: 0, same: 0, unknownColumns: ["courriel"] } },
      async (heard) => {
        await listTeams(desk());
        expect(printed.join("\n")).toContain("Les Lucioles");
        const file = join(folder, "teams.csv");
        writeFileSync(file, "équipe;courriel\r\nA;a@b\r\n");
        await takeTeams(file, true, desk("fr"));
        expect(heard.at(-1)).toMatchObject({ type: "text/csv", body: "équipe;courriel\r\nA;a@b\r\n" });
        expect(printed.slice(-2).join("\n")).toMatch(/Rien n’a été enregistré[\s\S]*courriel/);
      },
    ));

  it("are refused row by row with the server's words", () =>
    withServer(
      {
        "POST /api/v1/teams": {
          status: 422,
          code: "faulty",
          detail: "No name.",
          problems: [{ where: "body/teams/3/name", expected: "No name." }],
        },
      },
      async () => {
        const file = join(folder, "teams.csv");
        writeFileSync(file, "team\n");
        await expect(takeTeams(file, false, desk())).rejects.toThrow(/\/teams\/3\/name: No name\./);
        await expect(takeTeams(join(folder, "none.csv"), false, desk())).rejects.toThrow(/cannot be read/);
      },
    ));

  it("in a file are for its owner's eyes alone, and no cell of it is a formula", () =>
    withServer({ ...TEAMS, "POST /api/v1/teams/codes": { codes: [{ team: "=2+2", code: "AAAA-BBBB" }] } }, async (heard) => {
      const out = join(folder, "codes.csv");
      await issueCodes(["=2+2"], { out }, desk());
      expect(JSON.parse(heard.at(-1)?.body ?? "")).toEqual({ teams: ["t2"] });
      expect(readFileSync(out, "utf8")).toContain(`"'=2+2","AAAA-BBBB"`);
      expect(statSync(out).mode & 0o777).toBe(0o600);
      expect(printed.join("\n")).not.toContain("AAAA");
      await issueCodes([], {}, desk());
      expect(JSON.parse(heard.at(-1)?.body ?? "")).toEqual({ teams: "all-without" });
      await issueCodes([], { role: "mentor" }, desk());
      expect(JSON.parse(heard.at(-1)?.body ?? "")).toEqual({ role: "mentor" });
    }));

  it("are changed one by one, and not where nothing is named", () =>
    withServer({ ...TEAMS, "PATCH /api/v1/teams/t1": {} }, async (heard) => {
      await changeTeam("Les Lucioles", { disqualify: "two laptops", hide: true }, desk());
      expect(JSON.parse(heard.at(-1)?.body ?? "")).toEqual({ hidden: true, entry: "disqualified", reason: "two laptops" });
      await changeTeam("Les Lucioles", { show: true, competing: true }, desk());
      expect(JSON.parse(heard.at(-1)?.body ?? "")).toEqual({ hidden: false, entry: "competing" });
      await expect(changeTeam("Les Lucioles", {}, desk("fr"))).rejects.toThrow(/Rien à changer/);
    }));

  it.each(SUBMISSION_ACTS)("have submissions: $name", (act) =>
    withServer({ [`POST /api/v1/submissions/s1/${act.name}`]: {} }, async () => {
      await actOn(["s1"], act, desk());
      expect(printed[0]).toContain("s1");
    }),
  );

  it("are erased by name", () =>
    withServer({ ...TEAMS, "DELETE /api/v1/teams/t1/data": 204 }, async () => {
      await eraseTeam("Les Lucioles", desk());
      expect(printed[0]).toMatch(/withdrawn team/);
    }));
});

describe("words", () => {
  it("are announced in one language or both, and not in none", () =>
    withServer({ "POST /api/v1/announcements": {} }, async (heard) => {
      await announce({ fr: "Dîner à midi" }, desk());
      expect(JSON.parse(heard[0]?.body ?? "")).toEqual({ text: { fr: "Dîner à midi" } });
      await expect(announce({}, desk())).rejects.toThrow(/--en/);
    }));

  it("of the log are read with filters, and cannot act on the terminal", () => {
    const entry = {
      id: "9",
      at: "2026-11-02T22:00:00.000Z",
      actor: "organizer-1",
      act: "event.act",
      subject: "\u001b[2J",
      about: {},
    };
    return withServer({ "GET /api/v1/audit?act=event.act": [entry] }, async () => {
      await showAudit({ act: "event.act" }, desk());
      expect(printed.join("\n")).toContain("organizer-1");
      expect(printed.join("\n")).not.toContain("\u001b");
    });
  });

  it("of the console say what is wrong, and end with 1 while something is", () =>
    withServer(
      {
        "GET /api/v1/event/console": {
          phase: "open",
          problems: [{ text: "A", todo: "B" }],
          checklist: [{ text: "C", done: true }],
        },
      },
      async () => {
        expect(await showStatus(desk())).toBe(1);
        expect(printed).toEqual(["Open: teams send, the board is live.", "! A B", "✓ C"]);
      },
    ));
});

it("an event is opened from its file, and its calendar is read back", () =>
  withServer({ "POST /api/v1/setup": { name: {} } }, async (heard) => {
    const file = join(folder, "event.json");
    const event = {
      ...{ event: 1, name: { en: "Lanterns", fr: "Lanternes" }, timeZone: "America/Toronto" },
      ...{ opens: "2036-10-23T09:00", locks: "2036-11-02T17:00", challenges: [{ id: "follow-the-money" }] },
    };
    writeFileSync(file, JSON.stringify(event));
    await newEvent(file, desk("fr"), nobody);
    expect(JSON.parse(heard[0]?.body ?? "")).toEqual(event);
    expect(printed.join("\n")).toMatch(/Lanternes[\s\S]*gel +2036-11-01T17:00/);
  }));
