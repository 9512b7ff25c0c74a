/** A dry run from the organizer's press to the board on the console: two days in about a minute, on real judging; and kills in its middle. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Type, type Static } from "@sinclair/typebox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { Calendar, DryRunState, minutesLater, momentAt, typedMoment, wallOf } from "@vigie/spec/event";
import { Home, Running, until } from "./command-line.ts";

const CHALLENGES = join(import.meta.dirname, "fixtures/challenges");
const ZONE = "America/Toronto";
const DAY_MS = 86_400_000;
const DRY_RUN = "/api/v1/event/dry-run";
const Console = Type.Object({
  checklist: Type.Array(Type.Object({ id: Type.String(), fact: Type.String(), done: Type.Boolean() })),
});

const opened = await openSandbox("auto");
if (opened.kind === "ready") await opened.sandbox.close();

/** The process of a dry run that a server started. */
function childOf(server: number): number | null {
  const children = readFileSync(`/proc/${server}/task/${server}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  return children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("dry-run-child")) ?? null;
}

describe.skipIf(opened.kind === "missing")("a dry run", () => {
  const home = new Home();
  const dataDir = join(home.folder, "event");
  const copy = join(dataDir, "dry-run");
  const start = () => Running.start(home, dataDir, ["--new", "--challenges", CHALLENGES]);
  let server: Running;
  let headers: Record<string, string>;

  function signIn(): void {
    const { organizer }: { organizer: string } = JSON.parse(readFileSync(join(dataDir, "organizer-code.json"), "utf8"));
    expect(home.vigie(["login", server.url, organizer])).toMatchObject({ code: 0 });
    const { token }: { token: string } = JSON.parse(readFileSync(join(home.folder, "config/vigie/credentials.json"), "utf8"));
    headers = { authorization: `Bearer ${token}` };
  }
  const post = (path: string, body: object): Promise<Response> =>
    fetch(server.url + path, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", connection: "close" },
      body: JSON.stringify(body),
    });
  const state = (): Promise<Static<typeof DryRunState>> => server.json(DRY_RUN, DryRunState, headers);
  const checked = async () => {
    const { checklist } = await server.json("/api/v1/event/console", Console, headers);
    return checklist.find(({ id }) => id === "dry-run");
  };

  beforeAll(async () => {
    server = await start();
    signIn();
    const { day } = wallOf(momentAt(Date.now() + 3 * DAY_MS, ZONE));
    const opens = momentAt(Date.parse(`${day}T20:00:00Z`), ZONE);
    const file = {
      ...{ event: 1, name: { en: "Lanterns", fr: "Lanternes" }, timeZone: ZONE, challenges: [{ id: "first-steps" }] },
      ...{ opens: typedMoment(opens), locks: typedMoment(minutesLater(opens, 18 * 60)) },
      teams: [{ name: "Night Heron" }, { name: "Les Lucioles", language: "fr" }],
    };
    writeFileSync(join(home.folder, "event.json"), JSON.stringify(file));
    expect(home.vigie(["event", "new", "--file", "event.json"])).toMatchObject({ code: 0 });
  }, 1_200_000);
  afterAll(async () => {
    await server.end("SIGKILL");
    rmSync(home.folder, { recursive: true, force: true });
  });

  it("is begun once, by whoever presses twice, in a process that knows nothing of the event's", async () => {
    expect(await checked()).toMatchObject({ done: false });
    const answers = await Promise.all([post(DRY_RUN, {}), post(DRY_RUN, {})]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    const child = childOf(server.pid) ?? 0;
    const environment = readFileSync(`/proc/${child}/environ`, "utf8");
    expect(environment).toContain("PATH=");
    for (const name of ["VIGIE_CACHE_DIR", "XDG_CONFIG_HOME", "VIGIE_DATABASE_URL", "SECRET"])
      expect(environment).not.toContain(name);
    await until("the copy's own secret", 8, () => Promise.resolve(existsSync(join(copy, "event-secret")) || null));
    expect(statSync(copy).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(copy, "event-secret"), "utf8")).not.toBe(readFileSync(join(dataDir, "event-secret"), "utf8"));
    expect(await server.text("/fr/organize", headers)).toContain("La copie se prépare");
  }, 900_000);

  it("leaves nothing where its process is killed, and says so", async () => {
    process.kill(childOf(server.pid) ?? 0, "SIGKILL");
    expect(await until("its end", 5, async () => ((await state()).running === null ? state() : null))).toMatchObject({
      trouble: "failed",
      report: null,
    });
    expect(existsSync(copy)).toBe(false);
    expect(await server.text("/en/organize", headers)).toContain("broke off; the copy is wiped");
    expect(await checked()).toMatchObject({ done: false });
  }, 900_000);

  it("leaves nothing where the server is killed: its process ends too, and the next start looks", async () => {
    expect((await post(DRY_RUN, {})).status).toBe(202);
    await until("the copy's database", 8, () => Promise.resolve(existsSync(join(copy, "database")) || null));
    const child = childOf(server.pid) ?? 0;
    await server.end("SIGKILL");
    await until("the end of its process", 5, () => Promise.resolve(existsSync(`/proc/${child}`) ? null : true));
    server = await start();
    expect(existsSync(copy)).toBe(false);
    signIn();
  }, 900_000);

  it("plays two days through on real judging, and shows the board as it would be", async () => {
    const played = home.vigie(["event", "dry-run"]);
    expect(played, played.out + played.err).toMatchObject({ code: 0 });
    for (const words of ["1 before the opening, 1 too many in a day, 1 after the lock", "Robot 1", "All went as it should"])
      expect(played.out).toContain(words);
    const { report } = await state();
    expect(report?.phases.map(({ phase }) => phase)).toEqual(["set-up", "open", "frozen", "locked", "revealed"]);
    expect(report?.answers).toMatchObject({ "not-open": 1, quota: 1, locked: 1, other: 0 });
    expect(report?.verdicts.map(({ verdict }) => verdict)).toEqual(["accepted", "wrong_output"]);
    expect(report).toMatchObject({ unjudged: 0, robots: 1, surprises: [] });
    expect(report?.answers.taken).toBeLessThanOrEqual(60);
    expect(report?.boards[0].rows.filter(({ score }) => score !== null)).toHaveLength(3);
    expect(existsSync(copy)).toBe(false);
    expect(statSync(join(dataDir, "dry-run.json")).mode & 0o777).toBe(0o600);
    expect(await checked()).toMatchObject({ done: true });
    for (const [path, words] of [
      ["/en/organize", ["Rehearsal of", "the board as it would be", "Robot 1", "All went as it should."]],
      ["/fr/organize", ["Répétition du", "le classement tel qu’il serait", "Robot 1", "Tout s’est passé comme il faut."]],
    ] as const) {
      const page = await server.text(path, headers);
      for (const word of words) expect(page).toContain(word);
    }
  }, 1_200_000);

  it("has touched nothing of the event: nothing was sent to it, and its teams are as they were", async () => {
    expect(readdirSync(join(dataDir, "spool"))).toEqual([]);
    expect(await server.text("/api/v1/exports/submissions.jsonl", headers)).toBe("");
    const names = (
      await server.json("/api/v1/teams", Type.Array(Type.Object({ team: Type.Object({ name: Type.String() }) })), headers)
    ).map(({ team }) => team.name);
    expect(names.sort()).toEqual(["Les Lucioles", "Night Heron"]);
  });

  it("counts for its calendar alone, and is refused once the event has opened", async () => {
    const { calendar } = await server.json("/api/v1/event", Type.Object({ calendar: Calendar }));
    const reveals = minutesLater(calendar.reveals, 30);
    expect((await post("/api/v1/event/acts", { deed: { kind: "plan", calendar: { ...calendar, reveals } } })).status).toBe(201);
    expect(await checked()).toMatchObject({ done: false, fact: expect.stringMatching(/^Played on .* with another calendar/) });
    const opens = momentAt(Date.now() - 60_000, ZONE);
    expect((await post("/api/v1/event/acts", { deed: { kind: "plan", calendar: { ...calendar, opens } } })).status).toBe(201);
    const refused = home.vigie(["event", "dry-run", "--lang", "fr"]);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/ouvert.*ralentirait/);
  });
});
