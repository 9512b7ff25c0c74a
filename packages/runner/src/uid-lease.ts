/**
 * One uid for each run where the judge is root, never shared by two runs at once, in this process or another.
 *
 * Theory. The kernel's quotas (processes, signals, keys, pipes) and its permission to signal go by uid, so two runs
 * with one uid could hurt each other. A lease is an abstract socket with the uid in its name: taking it is atomic, and
 * the kernel drops it with the process, however it dies. Because a killed judge's runs may outlive its socket by a
 * moment, a uid counts as free only when no process has it either.
 *
 * The default range is one that neither distributions, systemd (dynamic users begin at 61184) nor people's accounts use.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { randomInt } from "node:crypto";

export interface UidRange {
  readonly first: number;
  readonly last: number;
}

export const DEFAULT_UID_RANGE: UidRange = { first: 61000, last: 61183 };

/**
 * Whether this process may start a run as any uid of the range: it is root, and root of a user namespace that knows
 * them. Root of a container that was started by an ordinary user may know but its own.
 */
export function mayGiveUids(range: UidRange = DEFAULT_UID_RANGE): boolean {
  if (process.getuid?.() !== 0) return false;
  const mapped = readFileSync("/proc/self/uid_map", "utf8").trim().split("\n");
  return mapped.some((line) => {
    const [first, , count] = line.trim().split(/\s+/).map(Number);
    return first <= range.first && range.last < first + count;
  });
}

function uidsInUse(): Set<number> {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return new Set(pids.map((pid) => statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? 0));
}

function takeName(uid: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((connection) => connection.destroy());
    server.once("error", () => resolve(null));
    server.listen(`\0vigie-uid-${uid}`, () => resolve(server.unref()));
  });
}

const closeName = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Leases a uid of the range. Throws if all are taken. */
async function leaseUid(range: UidRange): Promise<{ readonly uid: number; readonly name: Server }> {
  const count = range.last - range.first + 1;
  const start = randomInt(count);
  const busy = uidsInUse();
  for (let step = 0; step < count; step++) {
    const uid = range.first + ((start + step) % count);
    const name = busy.has(uid) ? null : await takeName(uid);
    if (name !== null) return { uid, name };
  }
  throw new Error(`every uid from ${range.first} to ${range.last} is taken: run fewer at once, or give a wider range`);
}

/** The uids of one opened sandbox. One that a run has given back is kept for the next, which then starts sooner. */
export class UidPool {
  readonly #range: UidRange;
  readonly #names = new Map<number, Server>();
  readonly #idle: number[] = [];

  constructor(range: UidRange) {
    this.#range = range;
  }

  /** A uid that no run and no process has. Throws if there is none. */
  async take(): Promise<number> {
    const kept = this.#idle.pop();
    if (kept !== undefined) return kept;
    const { uid, name } = await leaseUid(this.#range);
    this.#names.set(uid, name);
    return uid;
  }

  /** Waits until the run's last process has gone; one that would not die keeps its uid from others until this process ends. */
  async giveBack(uid: number): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      if (!uidsInUse().has(uid)) {
        this.#idle.push(uid);
        return;
      }
      await pause(20);
    }
  }

  async close(): Promise<void> {
    const idle = this.#idle.splice(0).flatMap((uid) => this.#names.get(uid) ?? []);
    await Promise.all(idle.map(closeName));
  }
}
