/** An event on data that the organizer imported, from the CSV to a score on the board and back by its receipt. */
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { SignedReceipt } from "@vigie/spec";
import { checked, loadChallenge } from "@vigie/spec/node";
import { packFolder } from "@vigie/store/archive";
import { sourceFiles } from "../src/project.ts";
import { CHALLENGE, Home, Running, until } from "./command-line.ts";

const PLACE = "follow-the-money/public";
const Board = Type.Object({
  rows: Type.Array(
    Type.Object({
      team: Type.String(),
      score: Type.Union([Type.Number(), Type.Null()]),
      parts: Type.Union([Type.Record(Type.String(), Type.Number()), Type.Null()]),
    }),
  ),
});

const Exported = Type.Object({ runs: Type.Array(Type.Object({ team: Type.String(), signed: SignedReceipt })) });

const HEADER =
  "Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,Payment Currency,Payment Format,Is Laundering";

/** 400 accounts that pay each other small sums; of twelve pairs, the one sends the other thousands, and is marked. */
function transfers(marked: number): string {
  const row = (from: number, to: number, i: number, sum: number, illicit: number): string =>
    `2022/09/${String(1 + (i % 9)).padStart(2, "0")} 10:${String(i % 60).padStart(2, "0")},0${from % 7},A${from},0${to % 7},A${to},` +
    `${sum}.00,Euro,${sum}.00,Euro,ACH,${illicit}`;
  const lawful = Array.from({ length: 1600 }, (_, i) => row(i % 400, (i * 7 + 1) % 400, i, 10 + (i % 50), 0));
  const illicit = Array.from({ length: 2 * marked }, (_, i) => row(2 * (i % marked), 2 * (i % marked) + 1, i, 9000, 1));
  return `${[HEADER, ...lawful, ...illicit].join("\n")}\n`;
}

const opened = await openSandbox("auto");
if (opened.kind === "ready") await opened.sandbox.close();

describe.skipIf(opened.kind === "missing")("an event on data of the organizer's own", () => {
  const home = new Home();
  const dataDir = join(home.folder, "event");
  let server: Running;

  beforeAll(async () => {
    for (const [name, marked] of [
      ["trans", 12],
      ["other", 11],
    ] as const) {
      writeFileSync(join(home.folder, `${name}.csv`), transfers(marked));
      expect(home.vigie(["data", "import", `${name}.csv`, "--map", "amlworld", "--out", name])).toMatchObject({ code: 0 });
    }
    server = await Running.start(home, dataDir, ["--own-data", `${PLACE}=trans`]);
  });
  afterAll(async () => {
    await server.end("SIGKILL");
    rmSync(home.folder, { recursive: true, force: true });
  });

  it("says at the start what is judged on, and that few rings make narrow intervals", () => {
    expect(server.printed).toMatch(
      /follow-the-money, public: judged on your own data, AMLworld transactions \(400 accounts, 12 rings/,
    );
    expect(server.printed).toMatch(/Scored there: .*harm is not measured/);
    expect(server.printed).toContain("Only 12 rings");
  });

  it("takes a team's submission, and scores it on the imported data by the parts that their labels know", async () => {
    writeFileSync(
      join(home.folder, "detector.ts"),
      [
        'import { alert, defineDetector } from "@vigie/sdk";',
        "export default defineDetector((account) => {",
        "  const most = account.transactions.reduce((largest, row) => Math.max(largest, row.amountCents), 0);",
        "  return alert({ score: Math.min(1, most / 1e8), findings: [] });",
        "});",
        "",
      ].join("\n"),
    );
    expect(home.vigie(["new", "team"])).toMatchObject({ code: 0 });
    cpSync(join(home.folder, "detector.ts"), join(home.folder, "team", "detector.ts"));
    expect(home.vigie(["login", server.url, server.codes().team])).toMatchObject({ code: 0 });
    const sent = home.vigie(["submit", "team"]);
    expect(sent.code, sent.out + sent.err).toBe(0);
    const row = await until("the team's public score", 3, async () => {
      const { rows } = await server.json("/api/v1/challenges/follow-the-money/leaderboard", Board);
      return rows.find(({ team, score }) => team === "Tidewatch" && score !== null) ?? null;
    });
    // It finds all that is marked and cites nothing: ranking and budget are whole, evidence is 0, the rest is not asked.
    const { parts } = loadChallenge(CHALLENGE);
    const [ranking, budget, evidence] = ["ranking", "budget", "evidence"].map(
      (id) => parts.find(({ measure }) => measure === id)?.weight ?? NaN,
    );
    expect(row.score).toBeCloseTo((100 * (ranking + budget)) / (ranking + budget + evidence), -0.5);
  }, 300_000);

  it("tells on the challenge's page, in both languages, whose data they are and what is scored", async () => {
    const english = await server.text("/en/challenges/follow-the-money");
    expect(english).toMatch(/the data are the organizer’s own \(AMLworld transactions, version 1\.0\.0\)/);
    expect(english).toContain("harm is not measured");
    const french = await server.text("/fr/challenges/follow-the-money");
    expect(french).toMatch(/ces données viennent de l’organisation \(Opérations d’AMLworld/);
    expect(french).toContain("Le tort n’y est pas mesuré");
  });

  it("signs receipts that name the set by its digests, and verify against its folder", async () => {
    const digest = JSON.parse(readFileSync(join(home.folder, "trans", "checksums.json"), "utf8"));
    const headers = await server.signedIn("organizer");
    const exported = await server.text("/api/v1/challenges/follow-the-money/receipts", headers);
    expect(exported).not.toContain(digest.labelsDigest);
    const { runs } = checked(Exported, JSON.parse(exported), "receipts");
    const own = runs.filter(({ team }) => team === "Tidewatch").map(({ signed }) => signed);
    const [practice, hidden] = ["practice", "public"].map((split) => own.find(({ receipt }) => receipt.split === split));
    expect(hidden?.receipt).toMatchObject({ dataset: { id: "amlworld", version: "1.0.0" }, inputsDigest: digest.inputsDigest });
    expect(practice?.receipt.dataset.id).toBe("follow-the-money");
    writeFileSync(join(home.folder, "receipt.json"), JSON.stringify(hidden));
    const project = join(home.folder, "team");
    writeFileSync(join(home.folder, "team.zip"), await packFolder(project, sourceFiles(project)));
    const verify = ["verify", "receipt.json", "--archive", "team.zip", "--secret-file", "event/event-secret"];
    const again = home.vigie([...verify, "--data", "trans"]);
    expect(again.code, again.out + again.err).toBe(4);
    expect(again.out).not.toContain("DIFFERS");
    const without = home.vigie(verify);
    expect(without).toMatchObject({ code: 2 });
    expect(without.err).toContain("own data, amlworld");
    expect(home.vigie([...verify, "--data", "other"]).out).toMatch(/DIFFERS +inputs/);
  });

  it("goes on from its own copy when the folder changes, and refuses that folder, or another, by name", async () => {
    await server.end("SIGINT");
    appendFileSync(join(home.folder, "trans", "labels", "positives.arrow"), "x");
    const start = (options: readonly string[]) => home.vigie(["start", "--data", "event", "--port", "0", ...options]);
    const changed = start(["--own-data", `${PLACE}=trans`]);
    expect(changed).toMatchObject({ code: 3 });
    expect(changed.err).toMatch(/trans.*(expected a whole test set|is not what checksums\.json says)/);
    const other = start(["--own-data", `${PLACE}=other`]);
    expect(other).toMatchObject({ code: 3 });
    expect(other.err).toMatch(/other is another test set than the one that this event was opened with/);
    const late = start(["--own-data", "follow-the-money/final=other", "--lang", "fr"]);
    expect(late).toMatchObject({ code: 3 });
    expect(late.err).toContain("les équipes sont déjà évaluées");
    server = await Running.start(home, dataDir);
    const { rows } = await server.json("/api/v1/challenges/follow-the-money/leaderboard", Board);
    expect(rows.find(({ team }) => team === "Tidewatch")?.score).not.toBeNull();
  });

  it.each([
    [["--own-data", "public=trans"], 2, /expected CHALLENGE\/SPLIT=FOLDER/],
    [["--own-data", "follow-the-money/practice=trans"], 2, /SPLIT is public or final/],
    [["--own-data", `${PLACE}=a`, `${PLACE}=b`], 2, /twice/],
    [["--own-data", `${PLACE}=nowhere`], 3, /nowhere: expected a whole test set/],
    [["--own-data", "other-challenge/public=other"], 2, /other-challenge/],
  ])(
    "refuses %j before an event is opened",
    (options, code, message) => {
      const ended = home.vigie(["start", "--data", "new-event", "--port", "0", ...options]);
      expect(ended).toMatchObject({ code });
      expect(ended.err).toMatch(message);
    },
    120_000,
  );
});
