/**
 * Starters that wait for a run, so that it need not wait for them.
 *
 * Theory. Of what it costs to start a run, most is spent on steps that are the same for every run: leasing a uid, making
 * and joining a cgroup, giving up rights, making namespaces, mounting. So while one run is on its way, a starter for the
 * next is made ready up to the point where it waits for its archive. A judge runs a bundler and a detector in turn, whose
 * recipes differ: one starter is kept for each of the last few recipes.
 *
 * Invariants. A starter serves one run. It holds its uid and cgroup from others, and gives them back when it ends. One
 * that has died waiting is never handed out. None outlives the judge; one that nobody wanted for a while is let go.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";
import { type CgroupHome, createCgroup, type RunCgroup } from "../cgroup.ts";
import type { HostTools } from "../host-tools.ts";
import type { UidPool } from "../uid-lease.ts";
import { type Recipe, starterCommand } from "./chain.ts";
import { CGROUP_TASKS } from "../process-limits.ts";

export interface StarterSite {
  readonly tools: HostTools;
  readonly cgroupHome: CgroupHome | null;
  /** Null where the judge is an ordinary user. */
  readonly uids: UidPool | null;
  /** Descriptors that the judge was started with. */
  readonly leaked: readonly number[];
}

export interface Starter {
  readonly recipe: Recipe;
  readonly child: ChildProcess;
  readonly cgroup: RunCgroup | null;
  /** Gives uid and cgroup back once the last process has gone. */
  release(): Promise<void>;
}

const MOST_WAITING = 3;
const LET_GO_AFTER_MS = 30_000;

async function releaseAll(steps: readonly (() => Promise<void>)[]): Promise<void> {
  await Promise.allSettled(steps.map((step) => step()));
}

/** Whether the judge's process is kept alive by this child. */
function hold(child: ChildProcess, held: boolean): void {
  const sockets = child.stdio.filter((stream) => stream instanceof Socket);
  for (const handle of [child, ...sockets]) {
    if (held) handle.ref();
    else handle.unref();
  }
}

/** Starts one. Throws if there is no uid, or what the system refuses. */
async function startOne(site: StarterSite, recipe: Recipe): Promise<Starter> {
  const undo: (() => Promise<void>)[] = [];
  try {
    const { uids, cgroupHome } = site;
    const uid = uids === null ? null : await uids.take();
    if (uids !== null && uid !== null) undo.push(() => uids.giveBack(uid));
    const cgroup = cgroupHome === null ? null : createCgroup(cgroupHome, CGROUP_TASKS);
    if (cgroup !== null) undo.push(() => cgroup.remove());
    const plan = { ...site, recipe, uid, joinFile: cgroup?.joinFile ?? null };
    const { file, args } = starterCommand(plan);
    const stdio: ("ignore" | "pipe")[] = ["ignore", "pipe", "pipe", "pipe", "pipe"];
    const child = spawn(file, args, { env: {}, cwd: "/", detached: true, stdio });
    // the run's own listeners come later; without one a failure to start would end the judge
    child.on("error", () => undefined);
    if (child.pid === undefined) throw new Error(`${file} could not be started: too many processes or open files?`);
    return { recipe, child, cgroup, release: () => releaseAll(undo) };
  } catch (cause) {
    await releaseAll(undo);
    throw cause;
  }
}

const isAlive = ({ child }: Starter): boolean => child.exitCode === null && child.signalCode === null;

async function dismiss(starter: Starter): Promise<void> {
  const { child } = starter;
  if (isAlive(starter)) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    hold(child, true);
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    await ended;
  }
  for (const stream of child.stdio) stream?.destroy();
  await starter.release();
}

export class StarterPool {
  readonly #site: StarterSite;
  readonly #waiting = new Map<string, Starter>();
  readonly #making = new Map<string, Promise<void>>();
  readonly #leaving = new Set<Promise<void>>();
  #closed = false;

  constructor(site: StarterSite) {
    this.#site = site;
  }

  #dismiss(key: string): void {
    const starter = this.#waiting.get(key);
    this.#waiting.delete(key);
    if (starter === undefined) return;
    const leaving = dismiss(starter);
    this.#leaving.add(leaving);
    void leaving.finally(() => this.#leaving.delete(leaving));
  }

  async #dismissAll(): Promise<void> {
    await Promise.allSettled(this.#making.values());
    for (const key of this.#waiting.keys()) this.#dismiss(key);
    await Promise.allSettled(this.#leaving);
  }

  /** A starter for this recipe: one that waits, else a new one. Throws what keeps it from being made. */
  async take(recipe: Recipe): Promise<Starter> {
    const key = JSON.stringify(recipe);
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined && isAlive(waiting)) {
      this.#waiting.delete(key);
      hold(waiting.child, true);
      return waiting;
    }
    this.#dismiss(key);
    try {
      return await startOne(this.#site, recipe);
    } catch {
      // those that wait for other recipes may hold what is wanting
      await this.#dismissAll();
      return startOne(this.#site, recipe);
    }
  }

  /** Makes one ready in the background. That it cannot be made shows when it is needed. */
  prepare(recipe: Recipe): void {
    const key = JSON.stringify(recipe);
    if (this.#closed || this.#making.has(key) || this.#waiting.has(key)) return;
    const making = startOne(this.#site, recipe)
      .then((starter) => this.#keep(key, starter))
      .catch(() => undefined)
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
  }

  #keep(key: string, starter: Starter): void {
    hold(starter.child, false);
    this.#waiting.set(key, starter);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MOST_WAITING && oldest !== undefined) this.#dismiss(oldest);
    setTimeout(() => {
      if (this.#waiting.get(key) === starter) this.#dismiss(key);
    }, LET_GO_AFTER_MS).unref();
  }

  /** Ends all that wait. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#dismissAll();
  }
}
