/** `vigie start`: one process that holds the database, the web app and a worker; each run is judged in a child. */
import { mkdirSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { startWorker, type WorkerNote } from "@vigie/judge";
import { createLeaderboard, listen, PortInUseError } from "@vigie/leaderboard";
import { sandboxMissingSentence, splitName, verdictName, weaknessSentence } from "@vigie/report";
import { openSandbox } from "@vigie/runner";
import type { Language } from "@vigie/spec";
import { StoreLockedError } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { demoDigests, ensureDemo, submitExamples } from "./demo/demo-event.ts";
import { CommandFailure } from "./failure.ts";
import { kitAt } from "./kit-parts.ts";
import { ASSETS_DIR, findInstallation, JUDGE_CHILD } from "./places.ts";
import { startBar, type Bar } from "./progress.ts";
import { speaker, type Say } from "./say.ts";
import { wishedSandbox } from "./wished-sandbox.ts";

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly language: Language;
}

async function openDatabase(dataDir: string, say: Say): Promise<JudgeStore> {
  const began = performance.now();
  const bar = startBar(say("start.opening"));
  let share = 0;
  try {
    const store = await openJudgeStore({
      dataDir,
      databaseUrl: process.env["VIGIE_DATABASE_URL"] ?? null,
      onProgress: () => bar.update((share += 0.3)),
    });
    bar.done();
    console.log(say("start.database", { seconds: ((performance.now() - began) / 1000).toFixed(1) }));
    return store;
  } catch (error) {
    bar.done();
    if (error instanceof StoreLockedError) throw new CommandFailure(say("start.locked", { folder: dataDir, pid: error.pid }), 3);
    throw error;
  }
}

/** Turns the worker's notes into bars and lines. */
function narrate(language: Language, say: Say, teamName: (id: string) => string): (note: WorkerNote) => void {
  let bar: Bar | null = null;
  let barOf = "";
  return (note) => {
    if (note.kind === "preparing") {
      const split = splitName(language, note.split);
      if (barOf !== split) {
        bar?.done();
        bar = startBar(say("start.preparing", { split }));
        barOf = split;
      }
      bar?.update(note.share);
      if (note.share < 1) return;
      bar?.done();
      bar = null;
    } else if (note.kind === "judged") {
      console.log(
        say("start.judged", {
          team: teamName(note.team),
          split: splitName(language, note.split),
          verdict: verdictName(language, note.verdict),
        }),
      );
    } else if (note.kind === "trouble") console.error(say("start.judgeTrouble", { message: note.message }));
  };
}

function shownUrls(host: string, port: number): string[] {
  if (host !== "0.0.0.0") return [`http://${host}:${port}/`];
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return own.filter(({ family }) => family === "IPv4").map(({ address }) => `http://${address}:${port}/`);
}

/** Runs until Ctrl-C. @returns the exit code. */
export async function serve(options: StartOptions, say: Say): Promise<number> {
  const { language } = options;
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const installation = findInstallation();
  const opened = await openSandbox(wishedSandbox(say));
  const sandbox = opened.kind === "ready" ? opened.sandbox.kind : "none";
  const sandboxed = sandbox !== "none";
  const store = await openDatabase(dataDir, say);
  const secretFile = process.env["VIGIE_EVENT_SECRET_FILE"] ?? join(dataDir, "event-secret");
  const demo = await ensureDemo({ store, dataDir, secretFile, childFile: JUDGE_CHILD });
  const web = createLeaderboard({
    store,
    kit: kitAt(join(dataDir, "kit", `vigie-kit-${installation.generator}.zip`)),
    uploads: sandboxed
      ? { allowed: true }
      : { allowed: false, reason: { en: speaker("en")("uploads.refused"), fr: speaker("fr")("uploads.refused") } },
    banner: sandboxed ? null : { en: speaker("en")("uploads.refused"), fr: speaker("fr")("uploads.refused") },
    secureCookies: false,
    assetsDir: ASSETS_DIR,
  });
  const server = await listen(web.app, { host: options.host, port: options.port }).catch(async (error: unknown) => {
    web.close();
    await store.close();
    if (!(error instanceof PortInUseError)) throw error;
    throw new CommandFailure(say("start.port", { port: options.port, next: options.port + 1 }), 3);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  for (const url of shownUrls(options.host, port)) console.log(say("start.listening", { url }));
  if (opened.kind === "missing") {
    console.log(say("start.noSandbox", { why: sandboxMissingSentence(language, opened.missing.reason) }));
  } else if (!sandboxed) {
    console.log(say("start.noSandbox", { why: "VIGIE_SANDBOX=none." }));
    await opened.sandbox.close();
  } else {
    for (const weakness of opened.sandbox.weaknesses) {
      console.log(say("start.weaker", { weakness: weaknessSentence(language, weakness) }));
    }
    await opened.sandbox.close();
  }
  demo.printCodes(say);
  console.log(say("start.stop"));
  const teams = new Map((await store.teams()).map(({ id, name }) => [id, name]));
  const digests = await demoDigests();
  const worker = startWorker({
    store,
    installation,
    childFile: JUDGE_CHILD,
    secretFile,
    splitsDir: join(dataDir, "splits"),
    sandbox,
    trusted: async (id) => digests.has((await store.submission(id))?.digest ?? ""),
    onNote: narrate(language, say, (id) => teams.get(id) ?? id),
  });
  await submitExamples(store);
  await new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  console.log(say("start.stopping"));
  const closed = new Promise((done) => server.close(done));
  web.close();
  server.closeAllConnections();
  await closed;
  await worker.stop();
  await store.close();
  return 0;
}
