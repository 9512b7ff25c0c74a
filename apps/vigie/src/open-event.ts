/** Opens what an event lies on. Whatever can be wrong with a data directory has a sentence of its own, and loses nothing. */
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { identifyEvent, type EventIdentity, type Installation } from "@vigie/judge";
import type { SandboxKind } from "@vigie/runner";
import type { Language } from "@vigie/spec";
import { StoreDamagedError, StoreLockedError } from "@vigie/store";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import type { HostWish } from "./event/hosted-event.ts";
import { CommandFailure } from "./failure.ts";
import { startBar } from "./progress.ts";
import type { Say } from "./say.ts";

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly hosting: HostWish;
  /** Null: no backup by itself. */
  readonly backup: { readonly folder: string; readonly passphraseFile?: string; readonly keep: number } | null;
  /** `challenge/split=folder`, as it was typed: hidden splits that the organizer brings. */
  readonly ownData: readonly string[];
  readonly language: Language;
  /** How many submissions are judged at once; null: as many as the machine is good for. */
  readonly workers: number | null;
}

/** What an open event is served and judged with. */
export interface Event {
  readonly store: JudgeStore;
  readonly dataDir: string;
  readonly secretFile: string;
  readonly keyFile: string;
  readonly installation: Installation;
  readonly sandbox: SandboxKind;
  readonly options: StartOptions;
  readonly say: Say;
}

const MIB = 1024 * 1024;
/** A database of 40 MB, two hidden splits of 270 MB together, the spool, the kit, and something to spare. */
const FIRST_START_MIB = 450;
/** Below this the database cannot promise to write its next row. */
const LATER_START_MIB = 32;
const UNUSABLE = 3;

/** Makes the data directory where there is none. @throws CommandFailure where it cannot be used or has no room. */
export function prepareDataDir(dataDir: string, say: Say): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new CommandFailure(say("start.noFolder", { folder: dataDir, why }), UNUSABLE);
  }
  checkRoom(dataDir, existsSync(join(dataDir, "splits")) ? LATER_START_MIB : FIRST_START_MIB, say);
}

function checkRoom(dataDir: string, needed: number, say: Say): void {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.floor((bavail * bsize) / MIB);
  if (free < needed) throw new CommandFailure(say("start.noRoom", { folder: dataDir, free, needed }), UNUSABLE);
}

/** What is wrong with the directory, and what an event's spool still holds. */
function damage(folder: string, { found, held }: StoreDamagedError, say: Say): string {
  const sentence = say("start.damaged", { folder, found });
  if (held === null) return sentence;
  const { submissions: count, teams, newestAt } = held;
  const at = newestAt.replace("T", " ").replace(/:\d\d\.\d+Z$/, " UTC");
  return `${sentence}\n${say("start.spoolHolds", { count, teams, at, spool: join(folder, "spool") })}`;
}

/** Opens the database, with a bar. @throws CommandFailure where another process has it or it is damaged. */
export async function openDatabase(dataDir: string, say: Say): Promise<JudgeStore> {
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
    // A disk that filled up meanwhile looks like damage.
    checkRoom(dataDir, LATER_START_MIB, say);
    if (error instanceof StoreLockedError)
      throw new CommandFailure(say("start.locked", { folder: dataDir, pid: error.pid }), UNUSABLE);
    if (error instanceof StoreDamagedError) throw new CommandFailure(damage(dataDir, error, say), UNUSABLE);
    throw error;
  }
}

/**
 * What the event publishes of its secret and its key. A secret is made only where there is no event: every hidden split of
 * an event hangs on the one that it began with.
 * @throws CommandFailure where the secret is gone, unreadable or another, or the key unusable.
 */
export async function identityOf(
  store: JudgeStore,
  files: { readonly secretFile: string; readonly keyFile: string; readonly childFile: string },
  say: Say,
): Promise<EventIdentity> {
  const { secretFile, keyFile, childFile } = files;
  const event = await store.event();
  if (event !== null && !existsSync(secretFile)) throw new CommandFailure(say("start.noSecret", { file: secretFile }), UNUSABLE);
  const identity = await identifyEvent(childFile, { secretFile, keyFile, make: event === null }).catch((error: unknown) => {
    throw new CommandFailure(error instanceof Error ? error.message : String(error), UNUSABLE);
  });
  if (event !== null && identity.secretCommitment !== event.secretCommitment)
    throw new CommandFailure(say("start.otherSecret", { file: secretFile }), UNUSABLE);
  return identity;
}
