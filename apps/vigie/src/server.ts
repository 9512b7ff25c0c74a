/** `vigie start`: one process that holds the database, the web app and a worker; each run is judged in a child. */
import { networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { startWorker } from "@vigie/judge";
import { createLeaderboard, listen, PortInUseError } from "@vigie/leaderboard";
import { sandboxMissingSentence, weaknessSentence } from "@vigie/report";
import { measurePython, openSandbox, type OpenedSandbox, type PythonOffer } from "@vigie/runner";
import type { Language } from "@vigie/spec";
import type { JudgeStore } from "@vigie/store/judge";
import { demoDigests, ensureDemo, submitExamples } from "./demo/demo-event.ts";
import { CommandFailure } from "./failure.ts";
import { kitAt } from "./kit-parts.ts";
import { narrate } from "./narrate.ts";
import { identityOf, openDatabase, prepareDataDir } from "./open-event.ts";
import { ASSETS_DIR, findInstallation, JUDGE_CHILD } from "./places.ts";
import { judgePage } from "./python-offer.ts";
import { speaker, type Say } from "./say.ts";
import { wishedSandbox } from "./wished-sandbox.ts";

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly language: Language;
}

function shownUrls(host: string, port: number): string[] {
  if (host !== "0.0.0.0") return [`http://${host}:${port}/`];
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return own.filter(({ family }) => family === "IPv4").map(({ address }) => `http://${address}:${port}/`);
}

/** Where the sandbox is missing or weaker, said once at the start. */
function saySandbox(opened: OpenedSandbox, language: Language, say: Say): void {
  if (opened.kind === "missing") {
    console.log(say("start.noSandbox", { why: sandboxMissingSentence(language, opened.missing.reason) }));
    return;
  }
  if (opened.sandbox.kind === "none") console.log(say("start.noSandbox", { why: "VIGIE_SANDBOX=none." }));
  for (const weakness of opened.sandbox.kind === "none" ? [] : opened.sandbox.weaknesses)
    console.log(say("start.weaker", { weakness: weaknessSentence(language, weakness) }));
}

/** Asks the sandbox what it offers to Python, and closes it: the judge's child has one of its own. */
async function pythonOf(opened: OpenedSandbox): Promise<PythonOffer | null> {
  if (opened.kind === "missing") return null;
  try {
    return opened.sandbox.kind === "none" ? null : await measurePython(opened.sandbox);
  } finally {
    await opened.sandbox.close();
  }
}

/** Asked for before anything is open: a Ctrl-C while Vigie starts stops it in good order, too. */
function untilStopped(): Promise<void> {
  return new Promise((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
}

/** Web app and worker on an open store, until Ctrl-C. */
async function run(store: JudgeStore, dataDir: string, stopped: Promise<void>, options: StartOptions, say: Say): Promise<void> {
  const { language } = options;
  const installation = findInstallation();
  const secretFile = process.env["VIGIE_EVENT_SECRET_FILE"] ?? join(dataDir, "event-secret");
  const keyFile = process.env["VIGIE_EVENT_KEY_FILE"] ?? join(dataDir, "event-key");
  const identity = await identityOf(store, { secretFile, keyFile, childFile: JUDGE_CHILD }, say);
  const demo = await ensureDemo({ store, dataDir, identity, say });
  const opened = await openSandbox(wishedSandbox(say));
  const sandbox = opened.kind === "ready" ? opened.sandbox.kind : "none";
  const python = pythonOf(opened);
  const refused = { en: speaker("en")("uploads.refused"), fr: speaker("fr")("uploads.refused") };
  const web = createLeaderboard({
    store,
    kit: kitAt(join(dataDir, "kit", `vigie-kit-${installation.generator}.zip`), async () => judgePage(await python)),
    python: () => python,
    uploads: sandbox === "none" ? { allowed: false, reason: refused } : { allowed: true },
    banner: sandbox === "none" ? refused : null,
    secureCookies: false,
    assetsDir: ASSETS_DIR,
  });
  const server = await listen(web.app, { host: options.host, port: options.port }).catch((error: unknown) => {
    web.close();
    if (!(error instanceof PortInUseError)) throw error;
    throw new CommandFailure(say("start.port", { port: options.port, next: options.port + 1 }), 3);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  for (const url of shownUrls(options.host, port)) console.log(say("start.listening", { url }));
  saySandbox(opened, language, say);
  demo.printCodes();
  console.log(say("start.stop"));
  const teams = new Map((await store.teams()).map(({ id, name }) => [id, name]));
  const digests = await demoDigests();
  const worker = startWorker({
    store,
    installation,
    childFile: JUDGE_CHILD,
    secretFile,
    keyFile,
    splitsDir: join(dataDir, "splits"),
    bundlesDir: join(dataDir, "bundles"),
    sandbox,
    trusted: async (id) => digests.has((await store.submission(id))?.digest ?? ""),
    onNote: narrate(language, say, (id) => teams.get(id) ?? id),
  });
  await submitExamples(store);
  await stopped;
  console.log(say("start.stopping"));
  const closed = new Promise((done) => server.close(done));
  web.close();
  server.closeAllConnections();
  await closed;
  await python;
  await worker.stop();
}

/** Runs until Ctrl-C. @returns the exit code. */
export async function serve(options: StartOptions, say: Say): Promise<number> {
  const dataDir = resolve(options.dataDir);
  wishedSandbox(say);
  prepareDataDir(dataDir, say);
  const stopped = untilStopped();
  const store = await openDatabase(dataDir, say);
  try {
    await run(store, dataDir, stopped, options, say);
  } finally {
    await store.close();
  }
  return 0;
}
