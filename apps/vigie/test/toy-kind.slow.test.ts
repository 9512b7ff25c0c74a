/**
 * A kind and a world that live in tests alone go all the way: made, audited, tried, judged in the sandbox, on the board, on the
 * run's page, in a receipt that verifies. The world has no accounts, no roles, no indicators, and two tables that list whom
 * lines are about; the kind has parts and a penalty of its own.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { VISITING_TEAM } from "../src/demo/demo-teams.ts";
import { Home, ROOT, Running, until } from "./command-line.ts";
import { bundleHarbour, writeProject } from "./toy/harbour.ts";

const ID = "harbour-watch";
const Named = Type.Record(Type.String(), Type.Number());
const Run = Type.Object({
  id: Type.String(),
  verdict: Type.Union([Type.String(), Type.Null()]),
  score: Type.Union([Type.Number(), Type.Null()]),
  parts: Type.Union([Named, Type.Null()]),
  penalties: Type.Union([Named, Type.Null()]),
});
const Board = Type.Object({
  rows: Type.Array(
    Type.Object({
      team: Type.String(),
      score: Type.Union([Type.Number(), Type.Null()]),
      parts: Type.Union([Named, Type.Null()]),
    }),
  ),
});

const opened = await openSandbox("auto");
if (opened.kind === "ready") await opened.sandbox.close();

describe.skipIf(opened.kind === "missing")("a kind and a world of the tests' own", () => {
  const home = new Home();
  // Below the clone, where npm's packages are found.
  const dist = join(ROOT, "node_modules/.cache", `vigie-toy-${process.pid}`);
  let toy = "";
  let server: Running;

  beforeAll(async () => {
    mkdirSync(dist, { recursive: true });
    toy = await bundleHarbour(dist);
    writeProject(join(home.folder, "mine"));
    server = await Running.start(home, join(home.folder, "event"), ["--challenges", join(dist, "challenges", ID)], toy);
  });
  afterAll(async () => {
    await server.end("SIGKILL");
    for (const folder of [dist, home.folder]) rmSync(folder, { recursive: true, force: true });
  });
  const vigie = (...args: string[]) => home.node([toy, ...args]);

  it("are made into a test set, of tables that the house does not know, and audited", () => {
    const made = vigie("data", "make", ID, "--out", "set");
    expect(made, made.err).toMatchObject({ code: 0 });
    for (const table of ["boats", "buoys", "pings", "harbours"])
      expect(existsSync(join(home.folder, "set/inputs", `${table}.arrow`))).toBe(true);
    expect(existsSync(join(home.folder, "set/inputs/accounts.arrow"))).toBe(false);
    expect(readFileSync(join(home.folder, "set/inputs/datapackage.json"), "utf8")).toContain('"world": "toy"');
    const audited = vigie("data", "audit", "set");
    expect(audited, audited.out + audited.err).toMatchObject({ code: 0 });
  });

  it("are tried on a team's own machine, with their own measures and mistakes", () => {
    const tried = vigie("try", "mine", "--html", "report.html");
    expect(tried, tried.err).toMatchObject({ code: 0 });
    for (const words of ["Spotted", "Proven", "Clamour", "right"]) expect(tried.out).toContain(words);
    const page = readFileSync(join(home.folder, "report.html"), "utf8");
    expect(page).toMatch(/Vessel \d+/);
    const french = vigie("try", "mine", "--lang", "fr");
    for (const words of ["Repérées", "Prouvées", "Vacarme"]) expect(french.out).toContain(words);
  });

  it("refuse an output in their own words, with the line", () => {
    writeProject(join(home.folder, "wrong"));
    writeFileSync(join(home.folder, "wrong/detector.js"), "export default { guess: () => new Map([[0, 1]]) };\n");
    const tried = vigie("try", "wrong");
    expect(tried.code).toBe(1);
    expect(tried.out).toMatch(/Line 1: the ping is another's\..*Cite its own\./);
  });

  it("are judged in the sandbox, on a board and a run's page of their own, beside another kind's", async () => {
    const code = server.printed.match(new RegExp(`(\\S+) {2}team ${VISITING_TEAM}`))?.[1] ?? "";
    expect(vigie("login", server.url, code)).toMatchObject({ code: 0 });
    const sent = vigie("submit", "mine");
    expect(sent.out).toMatch(/Public score/);
    const credentials: { token: string } = JSON.parse(readFileSync(join(home.folder, "config/vigie/credentials.json"), "utf8"));
    const bearer = { authorization: `Bearer ${credentials.token}` };
    const [run] = await server.json("/api/v1/me/submissions", Type.Array(Run), bearer);
    expect(run.verdict).toBe("accepted");
    expect(Object.keys(run.parts ?? {})).toEqual(["spotted", "proven"]);
    expect(Object.keys(run.penalties ?? {})).toEqual(["clamour"]);
    const { rows } = await until("the row", 1, async () => {
      const board = await server.json(`/api/v1/challenges/${ID}/leaderboard`, Board);
      return board.rows.some(({ score }) => score !== null) ? board : null;
    });
    expect(rows.find(({ team }) => team === VISITING_TEAM)?.score).toBe(run.score);
    const board = await server.text(`/en/challenges/${ID}/leaderboard`);
    for (const words of ["Spotted", "Proven", "Clamour"]) expect(board).toContain(words);
    expect(board).not.toContain("Indicators</");
    expect(await server.text("/en/challenges/follow-the-money/leaderboard")).toContain("Evidence");
    const page = await server.text(`/fr/submissions/${run.id}`, bearer);
    for (const words of ["Repérées", "Embarcation", "Écoutez ses signaux"]) expect(page).toContain(words);
    const dictionary = await server.text(`/en/challenges/${ID}/data`);
    for (const words of ["buoys", "length_cm", "in centimetres"]) expect(dictionary).toContain(words);
    expect((await fetch(`${server.url}/en/challenges/${ID}/indicators`)).status).toBe(404);
  });

  it("stand in a receipt of format 2 that verifies, and judges again to the same score", async () => {
    const credentials: { token: string } = JSON.parse(readFileSync(join(home.folder, "config/vigie/credentials.json"), "utf8"));
    const bearer = { authorization: `Bearer ${credentials.token}` };
    const [{ id }] = await server.json("/api/v1/me/submissions", Type.Array(Run), bearer);
    const receipt = await server.text(`/api/v1/submissions/${id}/receipts/practice`, bearer);
    writeFileSync(join(home.folder, "receipt.json"), receipt);
    expect(receipt).toMatch(/"receipt":\s*2/);
    const archive = join(server.dataDir, "spool", `${id}.zip`);
    const verified = vigie("verify", "receipt.json", "--archive", archive);
    expect(verified, verified.out + verified.err).toMatchObject({ code: 4 });
    const forged = receipt.replace('"clamour":', '"clamor":');
    writeFileSync(join(home.folder, "forged.json"), forged);
    expect(vigie("verify", "forged.json").code).toBe(1);
  });
});
