/** A challenge that is nothing but a folder, outside of the clone: served beside the first, self-tested, begun, tried, judged. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { VISITING_TEAM } from "../src/demo/demo-teams.ts";
import { Home, Running, until } from "./command-line.ts";

const ID = "first-steps";
const Board = Type.Object({
  rows: Type.Array(
    Type.Object({
      team: Type.String(),
      score: Type.Union([Type.Number(), Type.Null()]),
      parts: Type.Union([Type.Record(Type.String(), Type.Number()), Type.Null()]),
    }),
  ),
});
const Challenges = Type.Array(Type.Object({ id: Type.String() }));

const opened = await openSandbox("auto");
if (opened.kind === "ready") await opened.sandbox.close();

describe.skipIf(opened.kind === "missing")("a challenge without code, outside of the clone", () => {
  const home = new Home();
  const outside = join(home.folder, "challenges");
  const named = ["--challenges", outside];
  let server: Running;

  beforeAll(async () => {
    cpSync(join(import.meta.dirname, "fixtures/challenges"), outside, { recursive: true });
    server = await Running.start(home, join(home.folder, "event"), named);
  });
  afterAll(async () => {
    await server.end("SIGKILL");
    rmSync(home.folder, { recursive: true, force: true });
  });

  it("is tested by its own examples", () => {
    const ended = home.vigie(["judge", "selftest", "--challenge", ID, ...named]);
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.out).toMatch(/accepted\/loud-nights: Accepted/);
    expect(ended.out).toMatch(/wrong-output\/unknown-account: Wrong output/);
  });

  it.each([["--python"], []])("is begun and tried by a team (%s)", (...language) => {
    const folder = `mine${language.join("")}`;
    expect(home.vigie(["new", folder, "--challenge", ID, ...language, ...named])).toMatchObject({ code: 0 });
    const tried = home.vigie(["try", folder, ...named]);
    expect(tried, tried.err).toMatchObject({ code: 0 });
    expect(tried.out).not.toContain("Evidence");
    expect(tried.out.indexOf("Budget")).toBeLessThan(tried.out.indexOf("Ranking"));
  });

  it("stands on a board of its own beside the first", async () => {
    const listed = await server.json("/api/v1/challenges", Challenges);
    expect(listed.map(({ id }) => id)).toEqual(["follow-the-money", ID]);
    const home1 = await server.text("/en");
    for (const title of ["Follow the money", "First steps"]) expect(home1).toContain(title);
    const code = server.printed.match(new RegExp(`(\\S+) {2}team ${VISITING_TEAM}`))?.[1] ?? "";
    expect(home.vigie(["login", server.url, code])).toMatchObject({ code: 0 });
    expect(home.vigie(["submit", "mine"]).out).toMatch(/Public score/);
    const row = await until("the row", 1, async () => {
      const { rows } = await server.json(`/api/v1/challenges/${ID}/leaderboard`, Board);
      return rows.find(({ team, score }) => team === VISITING_TEAM && score !== null) ?? null;
    });
    expect(Object.keys(row.parts ?? {})).toEqual(["budget", "ranking", "roles"]);
    const first = await server.json("/api/v1/challenges/follow-the-money/leaderboard", Board);
    expect(first.rows.find(({ team }) => team === VISITING_TEAM)?.score).toBeNull();
    const page = await server.text(`/fr/challenges/${ID}/leaderboard`);
    expect(page).toContain("Premiers pas");
    expect(page).not.toContain("Preuves");
  });

  it("belongs to an event from its opening on: a running one takes no other", async () => {
    await server.end("SIGINT");
    const other = join(home.folder, "other");
    cpSync(join(outside, ID), join(other, "second-steps"), { recursive: true });
    const wrongName = home.vigie(["start", "--data", server.dataDir, "--port", "0", "--challenges", other]);
    expect(wrongName).toMatchObject({ code: 2 });
    expect(wrongName.err).toContain("second-steps");
    const none = home.vigie(["start", "--data", server.dataDir, "--port", "0", "--challenges", join(home.folder, "gone")]);
    expect(none).toMatchObject({ code: 2 });
    expect(none.err).toContain("--challenges");
  });
});
