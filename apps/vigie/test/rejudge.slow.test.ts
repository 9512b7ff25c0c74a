import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { checked } from "@vigie/spec/node";
import { EXAMPLES } from "../src/demo/demo-teams.ts";
import { Home, Running, until } from "./command-line.ts";

const API = "/api/v1/challenges/follow-the-money";
const Board = Type.Object({
  rows: Type.Array(
    Type.Object({
      team: Type.String(),
      score: Type.Union([Type.Number(), Type.Null()]),
      verdict: Type.Union([Type.String(), Type.Null()]),
      state: Type.String(),
    }),
  ),
});
const State = Type.Object({
  revision: Type.Integer(),
  coming: Type.Union([Type.Object({ submissions: Type.Integer(), judged: Type.Integer() }), Type.Null()]),
});

const Exported = Type.Object({ runs: Type.Array(Type.Object({ signed: Type.Object({ publicKey: Type.String() }) })) });

const opened = await openSandbox("auto");
if (opened.kind === "ready") await opened.sandbox.close();

describe.skipIf(opened.kind === "missing")("vigie judge rejudge at a running event", () => {
  const home = new Home();
  const dataDir = join(home.folder, "event");
  let server: Running;
  beforeAll(async () => {
    server = await Running.start(home, dataDir);
  });
  afterAll(async () => {
    await server.end("SIGKILL");
    rmSync(home.folder, { recursive: true, force: true });
  });

  const board = async () => (await server.json(`${API}/leaderboard`, Board)).rows;
  const state = async () => server.json(`${API}/revisions`, State, await server.signedIn("organizer"));
  const login = (role: "organizer" | "mentor") => home.vigie(["login", server.url, server.codes()[role]]).code;

  it("judges all anew where nobody sees it, is cut short by a kill, carries on, and counts at once", async () => {
    const before = await until("every example to be judged", 6, async () => {
      const rows = await board();
      const judged = rows.filter(({ verdict, state: at }) => verdict !== null && at === "judged");
      return judged.length === EXAMPLES.length ? rows : null;
    });
    expect(login("mentor")).toBe(0);
    expect(home.vigie(["judge", "rejudge"]).code).not.toBe(0);
    expect((await state()).coming).toBeNull();

    expect(login("organizer")).toBe(0);
    const begun = home.vigie(["judge", "rejudge", "follow-the-money", "--lang", "fr"]);
    expect([begun.code, begun.err]).toEqual([0, ""]);
    expect(begun.out).toContain("en route");
    await until("some submissions judged anew, and some not", 5, async () => {
      const { coming } = await state();
      return coming !== null && coming.judged >= 2 ? coming : null;
    });
    expect(await board()).toEqual(before);
    await server.end("SIGKILL");
    server = await Running.start(home, dataDir);
    expect((await state()).coming?.submissions).toBe(EXAMPLES.length);
    expect(await board()).toEqual(before);

    await until("the new verdicts to count", 6, async () => ((await state()).coming === null ? true : null));
    expect((await state()).revision).toBe(1);
    // The same challenge and the same judge: the same verdicts and scores.
    expect(await board()).toEqual(before);
    expect(login("organizer")).toBe(0);
    expect(home.vigie(["judge", "rejudge", "--status"]).out).toContain("no other is on its way");

    const [out, into] = ["site.json", "merged.json"].map((name) => join(home.folder, name));
    expect(home.vigie(["receipts", "export", "--out", out]).code).toBe(0);
    const key = checked(Exported, JSON.parse(readFileSync(out, "utf8")), out).runs[0].signed.publicKey;
    const merge = () => home.vigie(["receipts", "merge", out, "--into", into, "--key", key]);
    expect(merge()).toMatchObject({ code: 0, err: "" });
    const merged = readFileSync(into, "utf8");
    expect(merge().out).toContain(" 0 of them new");
    expect(readFileSync(into, "utf8")).toBe(merged);
    for (const row of before.filter(({ score }) => score !== null)) expect(merge().out).toContain(row.team);
  }, 1_200_000);
});
