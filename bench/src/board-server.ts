/**
 * Child of `board.ts`: an event of many teams and submissions in the embedded database with its web app, as `vigie start`
 * has them; or a bare Express that sends bytes of the same size. Tells its address and sessions, then its processor time.
 */
import { linkSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import express, { type Express } from "express";
import { Ranker } from "@vigie/judge";
import { createLeaderboard, listen } from "@vigie/leaderboard";
import { loadChallenge, loadDataset } from "@vigie/spec/node";
import { packFolder } from "@vigie/store";
import { openJudgeStore } from "@vigie/store/judge";
import { CHALLENGE_DIR } from "./judge-scene.ts";
import { Scene } from "./verdict.ts";

const [kind, folder, teams, each] = [process.argv[2], process.argv[3], Number(process.argv[4]), Number(process.argv[5])];
const dataDir = join(folder, "data");
const COLUMNS = "team_id, challenge_id, day, counted, digest, sent_digest, bytes, files, format, language";

/** So many submissions of each team, copied from its only one, each with a long practice report. */
async function copySubmissions(): Promise<void> {
  const lite = await PGlite.create(join(dataDir, "database"));
  await lite.exec(`
    insert into submissions (id, attempt, received_at, ${COLUMNS})
      select id || '-' || n, n, received_at + n * interval '1 minute', ${COLUMNS}
      from submissions, generate_series(2, ${each}) as n;
    insert into runs (id, submission_id, team_id, challenge_id, split, revision, state, verdict, reason, score, points, practice,
        queued_at, started_at, judged_at)
      select id || '-' || n, submission_id || '-' || n, team_id, challenge_id, split, revision, state, verdict, reason, score, points,
        case when split = 'practice' then json_build_object('log', repeat('x', 20000)) end, queued_at, started_at, judged_at
      from runs, generate_series(2, ${each}) as n;
    analyze`);
  await lite.close();
  const spool = join(dataDir, "spool");
  for (const archive of readdirSync(spool).filter((name) => name.endsWith(".zip"))) {
    const id = archive.slice(0, -".zip".length);
    for (let n = 2; n <= each; n++) linkSync(join(spool, archive), join(spool, `${id}-${n}.zip`));
  }
}

async function fill(): Promise<void> {
  const declared = loadChallenge(CHALLENGE_DIR);
  const store = await openJudgeStore({ dataDir });
  await new Scene(store, { ...declared, interval: { ...declared.interval, resamples: 200 } }).fill(
    join(folder, "sources"),
    teams,
  );
  await new Ranker(store).rankAll();
  await store.close();
  await copySubmissions();
}

async function serve(app: Express): Promise<string> {
  const address = (await listen(app, { host: "127.0.0.1", port: 0 })).address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}`;
}

function answerProcessorTime(): void {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000 });
}

async function served(): Promise<void> {
  await fill();
  const store = await openJudgeStore({ dataDir });
  const site = createLeaderboard({
    store,
    uploads: { allowed: false },
    secureCookies: false,
    datasetOf: () => loadDataset(fileURLToPath(new URL("../../datasets/follow-the-money", import.meta.url))),
    assetsDir: fileURLToPath(new URL("../../apps/leaderboard/assets", import.meta.url)),
  });
  const cookieOf = async (code: string): Promise<string> => `vigie=${(await store.signIn(code, "cookie"))?.token ?? ""}`;
  const cookies: string[] = [];
  const all = await store.teams();
  for (const { id } of all.slice(0, 300)) cookies.push(await cookieOf(await store.issueCode({ role: "participant", team: id })));
  const mentor = await cookieOf(await store.issueCode({ role: "mentor", team: null }));
  const archive = await packFolder(join(folder, "sources"), ["vigie.json", "detector.ts"]);
  let sender = 0;
  const change = async (): Promise<void> => {
    const team = all[sender++].id;
    await store.submit({ team, challenge: "follow-the-money", archive: Readable.from([archive]), countAttempt: false });
  };
  process.on("message", (word) => {
    if (word === "change") void change();
    else answerProcessorTime();
  });
  process.send?.({ url: await serve(site.app), cookies, mentor });
}

/** The same bytes over bare Express: what `board.ts` sends is taken from the app. */
async function bare(): Promise<void> {
  const app = express();
  const page = Buffer.from(await (await fetch(folder, { headers: { "accept-encoding": "identity" } })).arrayBuffer());
  const zipped = gzipSync(page);
  app.get("/", (_request, response) => void response.type("html").set("content-encoding", "gzip").send(zipped));
  process.on("message", answerProcessorTime);
  process.send?.({ url: `${await serve(app)}/`, cookies: [], mentor: "" });
}

await (kind === "bare" ? bare() : served());
