/** `vigie start`: one process that holds the database, the web app and the workers; each run is judged in a worker's child. */
import type { Server } from "node:http";
import { join, resolve } from "node:path";
import process from "node:process";
import type { EventIdentity } from "@vigie/judge";
import type { Leaderboard } from "@vigie/leaderboard";
import { sandboxMissingSentence, weaknessSentence } from "@vigie/report";
import { measurePython, openSandbox, type OpenedSandbox, type PythonOffer } from "@vigie/runner";
import type { ChallengeSpec, Language } from "@vigie/spec";
import type { JudgeStore } from "@vigie/store/judge";
import { askHeld, terminalAttends } from "./ask-held.ts";
import { Hourly, type HourlyWish } from "./backup/hourly.ts";
import { wishedHourly } from "./backup/wished-hourly.ts";
import { demoChallenges, ensureDemo, submitExamples } from "./demo/demo-event.ts";
import { greeting } from "./event/greet-organizer.ts";
import { isHosted, offeredChallenges, openEvent } from "./event/hosted-event.ts";
import { organizerCode } from "./event/organizer-code.ts";
import { DryRun } from "./dry-run/dry-run.ts";
import { CommandFailure } from "./failure.ts";
import { Judging } from "./judging.ts";
import { machineFacts } from "./machine-facts.ts";
import { challengesOutside } from "./named-challenge.ts";
import { identityOf, openDatabase, prepareDataDir, type Event, type StartOptions } from "./open-event.ts";
import { ownWishes, withOwnSets } from "./own-sets.ts";
import { findInstallation, JUDGE_CHILD } from "./places.ts";
import type { Say } from "./say.ts";
import { listenTo, openWeb, type SetUp } from "./serve-web.ts";
import { wishedSandbox } from "./wished-sandbox.ts";

/** What begins once there is an event. */
interface Waiting {
  readonly judging: Judging;
  readonly hourly: Hourly | null;
}

/** What the page's answer leads to: the event, then its judge; nobody starts anything again. */
function opening(event: Event, { challenges, open }: SetUp, { judging, hourly }: Waiting): SetUp {
  const { secretFile, keyFile, say } = event;
  return {
    challenges,
    async open(opened) {
      await open(opened);
      console.log(say("host.opened", { secret: secretFile, key: keyFile }));
      void hourly?.once();
      judging.begin().catch((error: unknown) => console.error(error instanceof Error ? error.message : String(error)));
    },
  };
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
  { store, dataDir, secretFile, options, say }: Event,
  offered: () => readonly ChallengeSpec[],
): Promise<readonly ChallengeSpec[]> {
  const { language, ownData } = options;
  const event = await store.event();
  const running = event === null ? null : await store.challenges();
  // Of an event of one's own, challenges were chosen among those that lie here.
  if (running !== null && event?.demo === true) refuseLate(running, dataDir, say);
  const means = { dataDir, running, splitsDir: join(dataDir, "splits"), secretFile, childFile: JUDGE_CHILD, language, say };
  return withOwnSets(running ?? offered(), ownWishes(ownData, say), means);
}

interface Begun {
  /** What the demo is greeted with, or an organizer, once it is known where the web app listens. */
  readonly greet: (urls: readonly string[]) => void;
  /** What an event is opened with that does not stand yet; null where one stands. */
  readonly setUp: SetUp | null;
}

/** The demo, which is made where there is none. */
async function beginDemo(event: Event, identity: EventIdentity): Promise<Begun> {
  const { store, dataDir, say } = event;
  const challenges = await askedHere(event, () => demoChallenges(say));
  const demo = await ensureDemo({ store, dataDir, identity, challenges, say });
  return { greet: () => demo.printCodes(), setUp: null };
}

/** An event of one's own, which stands already or waits for the set-up page. */
async function beginHosted(event: Event, identity: EventIdentity): Promise<Begun> {
  const { store, dataDir, options, say } = event;
  const stands = (await store.event()) !== null;
  const challenges = await askedHere(event, () => offeredChallenges(say));
  const code = await organizerCode({ store, dataDir, anew: options.hosting.newOrganizerCode });
  const about = { dataDir, language: options.language, code, stands };
  return {
    greet: (urls) => greeting({ ...about, urls }, say).forEach((line) => console.log(line)),
    setUp: stands ? null : { challenges, open: (opened) => openEvent(store, identity, opened) },
  };
}

interface Run {
  readonly dataDir: string;
  readonly stopped: Promise<void>;
  readonly options: StartOptions;
  readonly hourlyWish: HourlyWish | null;
  readonly say: Say;
}

/** Web app and workers on an open store, until Ctrl-C. */
async function run(store: JudgeStore, { dataDir, stopped, options, say, hourlyWish }: Run): Promise<void> {
  const secretFile = process.env["VIGIE_EVENT_SECRET_FILE"] ?? join(dataDir, "event-secret");
  const keyFile = process.env["VIGIE_EVENT_KEY_FILE"] ?? join(dataDir, "event-key");
  const hosted = isHosted(await store.event(), dataDir, options.hosting, say);
  const identity = await identityOf(store, { secretFile, keyFile, childFile: JUDGE_CHILD }, say);
  const opened = await openSandbox(wishedSandbox(say));
  const sandbox = opened.kind === "ready" ? opened.sandbox.kind : "none";
  const installation = findInstallation();
  const event: Event = { store, dataDir, secretFile, keyFile, installation, sandbox, options, say };
  const begun = await (hosted ? beginHosted : beginDemo)(event, identity);
  const python = pythonOf(opened);
  const asker = askHeld({
    ...{ store, say, attended: terminalAttends() },
    input: process.stdin,
    print: (line) => console.log(line),
  });
  const judging = new Judging(event, asker);
  const hourly = hourlyWish === null ? null : new Hourly(hourlyWish, { store, say, print: (line) => console.log(line) });
  const setUp = begun.setUp === null ? null : opening(event, begun.setUp, { judging, hourly });
  const dryRun = hosted ? new DryRun(event) : undefined;
  const web = openWeb(event, { python, setUp, machine: machineFacts(event, opened, judging, hourly), dryRun });
  const { server, urls } = await listenTo(web, options, say);
  saySandbox(opened, options.language, say);
  begun.greet(urls);
  console.log(say("start.stop"));
  if (begun.setUp === null) await judging.begin();
  await submitExamples(store, say);
  hourly?.begin();
  await stopped;
  console.log(say("start.stopping"));
  asker.close();
  await stop(web, server);
  await dryRun?.stop();
  await python;
  await judging.stop();
  await hourly?.stop();
}

/** Runs until Ctrl-C. @returns the exit code. */
export async function serve(options: StartOptions, say: Say): Promise<number> {
  const dataDir = resolve(options.dataDir);
  wishedSandbox(say);
  ownWishes(options.ownData, say);
  prepareDataDir(dataDir, say);
  const hourlyWish = options.backup === null ? null : await wishedHourly(options.backup, say);
  const stopped = untilStopped();
  const store = await openDatabase(dataDir, say);
  try {
    await run(store, { dataDir, stopped, options, hourlyWish, say });
  } finally {
    await store.close();
  }
  return 0;
}

export { backupFolder } from "./backup/backup-folder.ts";
export { restoreFolder } from "./backup/restore-folder.ts";
export { tryRestore } from "./backup/try-restore.ts";
export { checkKept } from "./event/secret-kept.ts";
