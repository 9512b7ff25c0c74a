/**
 * A dry run as the server has it: one at a time, in a process and a folder of its own below the event's, which is wiped
 * whatever becomes of the process, and at the start of a server that found no time to. It ends when the event opens.
 */
import { fork, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { LeaderboardOptions } from "@vigie/leaderboard";
import { DryRunReport, stateAt, type DryRunState, type DryRunTrouble } from "@vigie/spec/event";
import { checked } from "@vigie/spec/node";
import type { JudgeStore } from "@vigie/store/judge";
import { prepareDataDir, type Event } from "../open-event.ts";
import { DRY_RUN_CHILD } from "../places.ts";
import { DryRunWord, type DryRunOrder } from "./orders.ts";

type Desk = NonNullable<LeaderboardOptions["dryRun"]>;
type Wish = Parameters<Desk["begin"]>[0];

/** What a sandbox and a judge need; whatever else the server was started with (addresses, secrets) is not the copy's. */
const PASSED_ON = (
  "PATH HOME USER TMPDIR TEMP TMP LANG LC_ALL TZ XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS DOCKER_HOST CONTAINER_HOST SystemRoot " +
  "VIGIE_SANDBOX VIGIE_CGROUPS VIGIE_CHALLENGES_DIR container CODESPACES"
).split(" ");

const LOOK_MS = 1000;
const KILLED_AFTER_MS = 8000;

function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

function readReport(file: string): DryRunReport | null {
  if (!existsSync(file)) return null;
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return checked(DryRunReport, value, file);
  } catch {
    return null; // Edited, or of another version: it is played again.
  }
}

async function hasOpened(store: Pick<JudgeStore, "event" | "clock">): Promise<boolean> {
  const event = await store.event();
  return event !== null && stateAt(event.calendar, event.acts, store.clock.now()).phase !== "set-up";
}

export class DryRun implements Desk {
  readonly #event: Event;
  readonly #folder: string;
  readonly #file: string;
  #state: DryRunState;
  #child: ChildProcess | null = null;
  #over: Promise<void> = Promise.resolve();
  #ended: DryRunTrouble | null = null;

  constructor(event: Event) {
    this.#event = event;
    this.#folder = join(event.dataDir, "dry-run");
    this.#file = join(event.dataDir, "dry-run.json");
    this.#wipe();
    this.#state = { running: null, trouble: null, report: readReport(this.#file) };
  }

  state(): DryRunState {
    return this.#state;
  }

  begin(wish: Wish): "begun" | "running" | "no-sandbox" {
    const { sandbox, options } = this.#event;
    if (this.#child !== null) return "running";
    if (sandbox === "none") return "no-sandbox";
    this.#ended = null;
    const at = new Date().toISOString();
    const running = { step: "preparing", share: 0, speed: wish.speed, at, phase: "set-up", sent: 0, judged: 0 } as const;
    this.#state = { ...this.#state, running, trouble: null };
    try {
      prepareDataDir(this.#folder, this.#event.say);
    } catch (error) {
      this.#give("no-room", error);
      this.#finish();
      return "begun";
    }
    this.#over = this.#run({ ...wish, folder: this.#folder, workers: options.workers, sandbox });
    return "begun";
  }

  #give(trouble: DryRunTrouble, why: unknown): void {
    this.#ended ??= trouble;
    console.error(this.#event.say("dryRun.failed", { why: why instanceof Error ? why.message : String(why) }));
  }

  async #run(order: DryRunOrder): Promise<void> {
    const child = fork(DRY_RUN_CHILD, [], { stdio: ["ignore", "ignore", "ignore", "ipc"], env: environment(), execArgv: [] });
    this.#child = child;
    let isTold = false;
    child.on("message", (message) => {
      try {
        isTold = this.#hear(checked(DryRunWord, message, "word of the dry run")) || isTold;
      } catch (error) {
        this.#give("failed", error);
        child.kill("SIGKILL");
      }
    });
    const looking = setInterval(() => void this.#endWhenOpen(), LOOK_MS);
    const gone = new Promise<string>((done) => {
      child.once("error", (error) => done(error.message));
      child.once("exit", (code, signal) => done(`${signal ?? code ?? ""}`));
    });
    child.send(order, () => undefined);
    const how = await gone;
    clearInterval(looking);
    if (!isTold && this.#ended === null) this.#give("failed", how);
    this.#child = null;
    this.#finish();
  }

  /** @returns whether it was the report. */
  #hear(word: DryRunWord): boolean {
    if (word.kind === "progress") this.#state = { ...this.#state, running: word.progress };
    if (word.kind === "trouble") this.#give(word.trouble, word.why);
    if (word.kind !== "report") return false;
    const { report } = word;
    writeFileSync(`${this.#file}.partial`, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${this.#file}.partial`, this.#file);
    this.#state = { ...this.#state, report };
    return true;
  }

  async #endWhenOpen(): Promise<void> {
    if (await hasOpened(this.#event.store).catch(() => false)) this.#kill("opened");
  }

  /** Its own end first; where it does not come to it, by force. */
  #kill(trouble: DryRunTrouble): void {
    const child = this.#child;
    if (child === null || this.#ended !== null) return;
    this.#ended = trouble;
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill("SIGKILL"), KILLED_AFTER_MS);
    child.once("exit", () => clearTimeout(timer));
  }

  #wipe(): void {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #finish(): void {
    this.#wipe();
    this.#state = { ...this.#state, running: null, trouble: this.#ended };
  }

  async stop(): Promise<void> {
    this.#kill("stopped");
    await this.#over;
  }
}
