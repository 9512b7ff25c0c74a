import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Type, type Static } from "@sinclair/typebox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { Score } from "@vigie/spec";
import { checked } from "@vigie/spec/node";
import { EXAMPLES, VISITING_TEAM } from "../src/demo/demo-teams.ts";
import { CHALLENGE, Home, Running, until } from "./command-line.ts";

const BOARD = "/api/v1/challenges/follow-the-money/leaderboard";

const Row = Type.Object({
  team: Type.String(),
  rank: Type.Union([Type.Number(), Type.Null()]),
  score: Type.Union([Type.Number(), Type.Null()]),
  interval: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()]),
  verdict: Type.Union([Type.String(), Type.Null()]),
  state: Type.String(),
});
type Row = Static<typeof Row>;
const Board = Type.Object({ rows: Type.Array(Row) });

const Submission = Type.Object({
  id: Type.String(),
  practice: Type.Object({
    verdict: Type.String(),
    score: Type.Union([Type.Number(), Type.Null()]),
    interval: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()]),
    parts: Type.Union([Type.Record(Type.String(), Type.Number()), Type.Null()]),
    harm: Type.Union([Type.Number(), Type.Null()]),
  }),
});
const Tried = Type.Object({ verdict: Type.String(), score: Type.Union([Score, Type.Null()]) });

type Practice = Static<typeof Submission>["practice"];
const toldOf = ({ verdict, score, interval, parts, harm }: Practice) => ({ verdict, score, interval, parts, harm });

function triedAs(text: string): Static<typeof Tried> {
  const value: unknown = JSON.parse(text);
  return checked(Tried, value, "vigie try --json");
}

const opened = await openSandbox("auto");
if (opened.kind === "ready") await opened.sandbox.close();

async function rows(server: Running): Promise<readonly Row[]> {
  return (await server.json(BOARD, Board)).rows;
}

function byTeam(list: readonly Row[], folder: string): Row {
  const team = EXAMPLES.find((example) => example.folder === folder)?.team;
  const row = list.find((one) => one.team === team);
  if (row === undefined) throw new Error(`no row of ${folder}`);
  return row;
}

async function allJudged(server: Running): Promise<readonly Row[]> {
  return until("every example to be judged", 5, async () => {
    const list = await rows(server);
    const judged = list.filter(({ verdict, state }) => verdict !== null && state === "judged");
    return judged.length === EXAMPLES.length ? list : null;
  });
}

/** What the board says that an interruption must not change. */
const lasting = (row: Row) => ({ team: row.team, score: row.score, interval: row.interval, verdict: row.verdict });

describe.skipIf(opened.kind === "missing")("an event from its first start", () => {
  const home = new Home();
  const dataDir = join(home.folder, "event");
  let server: Running;
  const printed: string[] = [];
  let beforeTheBlow: readonly Row[] = [];

  beforeAll(async () => {
    server = await Running.start(home, dataDir);
  });
  afterAll(async () => {
    await server.end("SIGKILL");
    rmSync(home.folder, { recursive: true, force: true });
  });

  it("takes a run up again that a kill in the middle of judging cut short, and keeps what was finished", async () => {
    beforeTheBlow = await until("some examples judged and some not", 5, async () => {
      const list = await rows(server);
      const done = list.filter(({ score, state }) => score !== null && state === "judged");
      return done.length >= 1 && list.some(({ state }) => state === "judging") ? list : null;
    });
    await server.end("SIGKILL");
    printed.push(server.printed);
    server = await Running.start(home, dataDir);
    const atOnce = await rows(server);
    for (const row of beforeTheBlow.filter(({ score }) => score !== null)) {
      expect(atOnce.map(lasting)).toContainEqual(lasting(row));
    }
    const after = await allJudged(server);
    for (const row of beforeTheBlow.filter(({ score }) => score !== null)) {
      expect(after.map(lasting)).toContainEqual(lasting(row));
    }
  }, 600_000);

  it("ends up with the verdict that each example's folder names", async () => {
    const list = await allJudged(server);
    for (const { folder } of EXAMPLES) {
      expect(byTeam(list, folder).verdict, folder).toBe(folder.split("/")[0].replaceAll("-", "_"));
    }
  });

  it("ranks the stronger above the plainer, and chance at the bottom with an interval over 0", async () => {
    const list = await allJudged(server);
    const order = ["stronger", "indicator-rules", "python-rules", "one-rule", "random"].map((name) =>
      byTeam(list, `accepted/${name}`),
    );
    const scores = order.map(({ score }) => score ?? -1);
    expect(scores[0]).toBeGreaterThan(scores[1]);
    expect(scores[1]).toBeGreaterThan(scores[2]);
    expect(scores[2]).toBeGreaterThan(scores[3]);
    expect(scores[3]).toBeGreaterThanOrEqual(scores[4]);
    const [low, high] = order[4].interval ?? [NaN, NaN];
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThanOrEqual(0);
    expect(order.map(({ rank }) => rank)).toEqual([1, 2, 3, null, null]);
    expect(list.find(({ team }) => team === VISITING_TEAM)?.score ?? null).toBe(null);
  });

  it("hands out receipts that verify, and judges again to the last digit", async () => {
    await allJudged(server);
    const mentor = await server.signedIn("mentor");
    const spool = join(dataDir, "spool");
    const list = await rows(server);
    const best = byTeam(list, "accepted/indicator-rules");
    const names = readdirSync(spool).filter((name) => name.endsWith(".json"));
    const archives = new Map<string, number>();
    for (const name of names) {
      const id = name.slice(0, -5);
      const answer = await server.json(
        `/api/v1/submissions/${id}`,
        Type.Object({ score: Type.Union([Type.Number(), Type.Null()]) }),
        mentor,
      );
      archives.set(id, answer.score ?? -1);
    }
    const [id] = [...archives].find(([, score]) => score === best.score) ?? [""];
    const archive = join(spool, readdirSync(spool).find((name) => name.startsWith(id) && !name.endsWith(".json")) ?? "");
    for (const split of ["practice", "public"]) {
      const file = join(home.folder, `${split}.json`);
      writeFileSync(file, await server.text(`/api/v1/submissions/${id}/receipts/${split}`, mentor));
      const secret = split === "public" ? ["--secret-file", join(dataDir, "event-secret")] : [];
      expect(home.vigie(["verify", file, "--archive", archive, ...secret])).toMatchObject({
        code: 4,
        out: expect.stringMatching(/same +score[^]*Nobody vouched/),
      });
      const forged = readFileSync(file, "utf8").replace(/"points":[\d.]+/, '"points":99');
      writeFileSync(file, forged);
      expect(home.vigie(["verify", file, "--archive", archive, ...secret])).toMatchObject({
        code: 1,
        out: expect.stringMatching(/DIFFERS +signature/),
      });
    }
  });

  it("says of practice what vigie try says, example by example", async () => {
    await allJudged(server);
    const mentor = await server.signedIn("mentor");
    const folders = new Map<string, string>();
    const ids = readdirSync(join(dataDir, "spool")).filter((name) => name.endsWith(".json"));
    expect(ids).toHaveLength(EXAMPLES.length);
    const answers = await Promise.all(
      ids.map((name) => server.json(`/api/v1/submissions/${name.slice(0, -5)}`, Submission, mentor)),
    );
    for (const { folder } of EXAMPLES) {
      const tried = home.vigie(["try", join(CHALLENGE, "submissions", folder), "--json"]);
      const { verdict, score } = triedAs(tried.out);
      const expected = {
        verdict,
        score: score?.points ?? null,
        interval: score === null ? null : [score.low, score.high],
        parts: score?.parts ?? null,
        harm: score?.penalties["harm"] ?? null,
      };
      const twins = answers.filter(({ practice }) => isDeepStrictEqual(toldOf(practice), expected));
      expect(twins, `${folder}: ${verdict}`).not.toHaveLength(0);
      folders.set(folder, twins[0].id);
    }
    expect(new Set(folders.values()).size).toBe(EXAMPLES.length);
  });

  it("lets nobody else into its folder while it runs, and names itself", () => {
    const second = home.vigie(["start", "--data", dataDir, "--port", "0"]);
    expect(second.code).toBe(3);
    expect(second.err).toContain(`${server.pid}`);
    expect(second.err).toContain(dataDir);
  });

  it("takes a new team's project to a row on the board by login, submit and status", async () => {
    expect(home.vigie(["login", server.url, "NOT-A-CODE"])).toMatchObject({ code: 1 });
    const login = home.vigie(["login", server.url, server.codes().team]);
    expect(login.code, login.err).toBe(0);
    expect(login.out).not.toContain(server.codes().team);
    home.vigie(["new", "mine"]);
    const sent = home.vigie(["submit", "mine"]);
    expect(sent.code, sent.err + sent.out).toBe(0);
    expect(sent.out).toMatch(/submission [0-9a-f-]{36}/);
    const row = (await rows(server)).find(({ team }) => team === VISITING_TEAM);
    expect(row?.score).toBeGreaterThan(0);
    expect(row?.verdict).toBe("accepted");
    const status = home.vigie(["status"]);
    expect(status.code, status.err).toBe(0);
    expect(status.out).toMatch(/[0-9a-f-]{36}/);
    writeFileSync(join(home.folder, "mine", "detector.ts"), "export default (((;\n");
    const broken = home.vigie(["submit", "mine"]);
    expect(broken.code).toBe(1);
    expect((await rows(server)).find(({ team }) => team === VISITING_TEAM)?.score).toBe(row?.score);
  });

  it("serves a kit that Node alone can use: new and try, without a sandbox, away from the clone", async () => {
    const answer = await fetch(`${server.url}/kit.zip`, { headers: { connection: "close" } });
    expect(answer.status).toBe(200);
    const zip = join(home.folder, "kit.zip");
    writeFileSync(zip, Buffer.from(await answer.arrayBuffer()));
    execFileSync("/usr/bin/python3", ["-m", "zipfile", "-e", zip, home.folder]);
    const kit = join(home.folder, "vigie-kit");
    expect(readdirSync(kit, { recursive: true }).join("\n")).not.toMatch(/secret|labels|submissions/);
    expect(readFileSync(join(kit, "JUDGE.md"), "utf8")).toMatch(/Python 3\.[0-9.]+ .*numpy[\s\S]+Modules offerts/);
    mkdirSync(join(home.folder, "bare"));
    const alone = { PATH: join(home.folder, "bare"), VIGIE_SANDBOX: "none", NODE_PATH: "", VIGIE_CACHE_DIR: join(kit, "cache") };
    const vigie = join(kit, "vigie.mjs");
    const made = home.node([vigie, "new", "my-team"], alone);
    expect(made.code, made.err).toBe(0);
    expect(made.out).toContain("vigie.mjs try my-team");
    const tried = home.node([vigie, "try", "my-team", "--json"], alone);
    expect(tried.code, tried.err).toBe(0);
    expect(triedAs(tried.out)).toMatchObject({ verdict: "accepted" });
    const { score } = triedAs(home.vigie(["try", "my-team", "--json"]).out);
    expect(triedAs(tried.out).score).toEqual(score);
  });

  it("keeps its secret and its codes to their owner, and lets neither into an answer or a line that it prints", async () => {
    const file = join(dataDir, "event-secret");
    const secret = readFileSync(file, "utf8").trim();
    for (const own of [file, join(dataDir, "demo-codes.json")]) expect(statSync(own).mode & 0o777).toBe(0o600);
    const paths = [
      "/",
      "/en/",
      "/fr/",
      "/healthz",
      BOARD,
      "/api/v1/challenges",
      "/api/v1/me/submissions",
      "/en/challenges/follow-the-money",
      "/en/challenges/follow-the-money/leaderboard",
      "/fr/challenges/follow-the-money/leaderboard",
      ...readdirSync(join(dataDir, "spool"))
        .filter((name) => name.endsWith(".json"))
        .flatMap((name) => [`/api/v1/submissions/${name.slice(0, -5)}`, `/en/submissions/${name.slice(0, -5)}`]),
    ];
    for (const role of ["team", "mentor", "organizer"] as const) {
      const headers = await server.signedIn(role);
      for (const path of paths) expect(await server.text(path, headers), path).not.toContain(secret);
    }
    for (const path of paths) {
      const seen = await server.text(path);
      expect(seen).not.toContain(secret);
      for (const code of Object.values(server.codes())) expect(seen, path).not.toContain(code);
    }
    expect([...printed, server.printed].join("")).not.toContain(secret);
  });

  it("ends with 0 at Ctrl-C, lets go of its folder, and shows the same board on the next start", async () => {
    const before = (await rows(server)).map(lasting);
    expect(await server.end("SIGINT")).toBe(0);
    server = await Running.start(home, dataDir);
    expect((await rows(server)).map(lasting)).toEqual(before);
    expect(await server.end("SIGTERM")).toBe(0);
  });
});
