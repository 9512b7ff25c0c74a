/** `vigie start`: one process that holds the database, the web app and the workers; each run is judged in a worker's child. */
import type { Server } from "node:http";
import { networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { startWorkers, workerCount, type Installation, type Workers } from "@vigie/judge";
import { createLeaderboard, listen, PortInUseError, type Leaderboard } from "@vigie/leaderboard";
import { sandboxMissingSentence, weaknessSentence } from "@vigie/report";
import { measurePython, openSandbox, type OpenedSandbox, type PythonOffer, type SandboxKind } from "@vigie/runner";
import type { ChallengeSpec, DatasetSpec, Language } from "@vigie/spec";
import type { JudgeStore } from "@vigie/store/judge";
import { askHeld, terminalAttends, type AskHeld } from "./ask-held.ts";
import { demoChallenges, demoDigests, ensureDemo, submitExamples } from "./demo/demo-event.ts";
import { CommandFailure } from "./failure.ts";
import { kitAt } from "./kit-parts.ts";
import { challengesOutside, datasetOf } from "./named-challenge.ts";
import { narrate } from "./narrate.ts";
import { identityOf, openDatabase, prepareDataDir } from "./open-event.ts";
import { ownWishes, withOwnSets } from "./own-sets.ts";
import { ASSETS_DIR, findInstallation, JUDGE_CHILD } from "./places.ts";
import { judgePage } from "./python-offer.ts";
import { speaker, type Say } from "./say.ts";
import { wishedSandbox } from "./wished-sandbox.ts";

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** `challenge/split=folder`, as it was typed: hidden splits that the organizer brings. */
  readonly ownData: readonly string[];
  readonly language: Language;
  /** How many submissions are judged at once; null: as many as the machine is good for. */
  readonly workers: number | null;
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

/** What an open event is served and judged with. */
interface Event {
  readonly store: JudgeStore;
  readonly dataDir: string;
  readonly secretFile: string;
  readonly keyFile: string;
  readonly installation: Installation;
  readonly sandbox: SandboxKind;
  readonly options: StartOptions;
  readonly say: Say;
}

/** The data set of a running event's challenge; null where another version of it, or none, lies here. */
function installed(challenge: ChallengeSpec): DatasetSpec | null {
  try {
    const dataset = datasetOf(challenge);
    return dataset.version === challenge.dataset.version ? dataset : null;
  } catch {
    return null;
  }
}

function openWeb({ store, dataDir, sandbox }: Event, python: Promise<PythonOffer | null>): Leaderboard {
  const refused = { en: speaker("en")("uploads.refused"), fr: speaker("fr")("uploads.refused") };
  return createLeaderboard({
    store,
    kit: kitAt(join(dataDir, "kit", "vigie-kit.zip"), async () => judgePage(await python)),
    python: () => python,
    datasetOf: installed,
    uploads: sandbox === "none" ? { allowed: false, reason: refused } : { allowed: true },
    banner: sandbox === "none" ? refused : null,
    secureCookies: false,
    assetsDir: ASSETS_DIR,
  });
}

/** @throws CommandFailure where the port is taken; then the web app is closed. */
async function listenTo(web: Leaderboard, { host, port }: StartOptions, say: Say): Promise<Server> {
  const server = await listen(web.app, { host, port }).catch((error: unknown) => {
    web.close();
    if (!(error instanceof PortInUseError)) throw error;
    throw new CommandFailure(say("start.port", { port, next: port + 1 }), 3);
  });
  const address = server.address();
  const open = typeof address === "object" && address !== null ? address.port : port;
  for (const url of shownUrls(host, open)) console.log(say("start.listening", { url }));
  return server;
}

async function wishedWorkers({ store, options }: Event): Promise<number> {
  if (options.workers !== null) return options.workers;
  return workerCount(Math.max(...(await store.challenges()).map(({ limits }) => limits.memoryMiB)));
}

async function startJudging(event: Event, asker: AskHeld): Promise<Workers> {
  const { store, dataDir, say, secretFile, keyFile, installation, sandbox } = event;
  const teams = new Map((await store.teams()).map(({ id, name }) => [id, name]));
  const digests = await demoDigests(say);
  const count = await wishedWorkers(event);
  const severalChallenges = (await store.challenges()).length > 1;
  console.log(say("start.workers", { count }));
  const options = {
    ...{ store, installation, secretFile, keyFile, sandbox },
    childFile: JUDGE_CHILD,
    splitsDir: join(dataDir, "splits"),
    bundlesDir: join(dataDir, "bundles"),
    trusted: async (id: string) => digests.has((await store.submission(id))?.digest ?? ""),
    onNote: narrate(event.options.language, say, {
      teamName: (id) => teams.get(id) ?? id,
      severalChallenges,
      onHeld: (note) => asker.hear(note),
    }),
  };
  return startWorkers(options, count);
}

async function stop(web: Leaderboard, server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  web.close();
  server.closeAllConnections();
  await closed;
}

/** Teams of a running event know its challenges: another one is a matter of another event. */
function refuseLate(running: readonly ChallengeSpec[], dataDir: string, say: Say): void {
  const late = challengesOutside(say).find(({ id }) => running.every((known) => known.id !== id));
  if (late !== undefined) throw new CommandFailure(say("start.lateChallenge", { folder: dataDir, challenge: late.id }), 3);
}

/** What a running event asks, or what one that is opened now will: on the organizer's own sets where there are some. */
async function askedHere(
  store: JudgeStore,
  { dataDir, secretFile, options, say }: Pick<Event, "dataDir" | "secretFile" | "options" | "say">,
): Promise<readonly ChallengeSpec[]> {
  const { language, ownData } = options;
  const running = (await store.event()) === null ? null : await store.challenges();
  if (running !== null) refuseLate(running, dataDir, say);
  const means = { dataDir, running, splitsDir: join(dataDir, "splits"), secretFile, childFile: JUDGE_CHILD, language, say };
  return withOwnSets(running ?? demoChallenges(say), ownWishes(ownData, say), means);
}

/** Web app and workers on an open store, until Ctrl-C. */
async function run(store: JudgeStore, dataDir: string, stopped: Promise<void>, options: StartOptions, say: Say): Promise<void> {
  const secretFile = process.env["VIGIE_EVENT_SECRET_FILE"] ?? join(dataDir, "event-secret");
  const keyFile = process.env["VIGIE_EVENT_KEY_FILE"] ?? join(dataDir, "event-key");
  const identity = await identityOf(store, { secretFile, keyFile, childFile: JUDGE_CHILD }, say);
  const challenges = await askedHere(store, { dataDir, secretFile, options, say });
  const demo = await ensureDemo({ store, dataDir, identity, challenges, say });
  const opened = await openSandbox(wishedSandbox(say));
  const sandbox = opened.kind === "ready" ? opened.sandbox.kind : "none";
  const installation = findInstallation();
  const event: Event = { store, dataDir, secretFile, keyFile, installation, sandbox, options, say };
  const python = pythonOf(opened);
  const web = openWeb(event, python);
  const server = await listenTo(web, options, say);
  saySandbox(opened, options.language, say);
  demo.printCodes();
  console.log(say("start.stop"));
  const asker = askHeld({
    ...{ store, say, attended: terminalAttends() },
    input: process.stdin,
    print: (line) => console.log(line),
  });
  const workers = await startJudging(event, asker);
  await submitExamples(store, say);
  await stopped;
  console.log(say("start.stopping"));
  asker.close();
  await stop(web, server);
  await python;
  await workers.stop();
}

/** Runs until Ctrl-C. @returns the exit code. */
export async function serve(options: StartOptions, say: Say): Promise<number> {
  const dataDir = resolve(options.dataDir);
  wishedSandbox(say);
  ownWishes(options.ownData, say);
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
