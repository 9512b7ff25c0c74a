/**
 * One process on one data directory.
 *
 * The owner's identity (PID and start time) stands in `owner.json` and counts while that process lives: after a kill -9
 * the next start takes over at once. Where the owner's PID means nothing here (a container with the directory mounted),
 * it counts while the file is touched, every five seconds. Reading and writing that file is one step under a short lock
 * of `proper-lockfile`, so that two starts cannot both take over.
 */
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { StoreLockedError } from "./errors.ts";
import { lives, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

const TOUCH_MS = 5_000;
const FOREIGN_STALE_MS = 20_000;
const GUARD_STALE_MS = 3_000;

export interface DataDirLock {
  release(): void;
}

function isIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== "object" || value === null) return false;
  const start: unknown = "start" in value ? value.start : undefined;
  return (
    "pid" in value &&
    typeof value.pid === "number" &&
    (start === null || typeof start === "string") &&
    "world" in value &&
    typeof value.world === "string"
  );
}

function ownerIn(file: string): ProcessIdentity | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isIdentity(value) ? value : null;
  } catch {
    return null;
  }
}

/** A boot that is over leaves an owner of another world, whose file is no longer touched. */
function counts(owner: ProcessIdentity, file: string): boolean {
  return lives(owner) ?? Date.now() - statSync(file).mtimeMs < FOREIGN_STALE_MS;
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The directory is gone or the disk is: whoever writes there next will say so.
  }
}

function held(file: string, own: ProcessIdentity): DataDirLock {
  const timer = setInterval(() => touch(file), TOUCH_MS).unref();
  return {
    release: () => {
      clearInterval(timer);
      const owner = ownerIn(file);
      if (owner?.pid === own.pid && owner.start === own.start) rmSync(file, { force: true });
    },
  };
}

/** Takes a data directory for this process. @throws StoreLockedError with the PID of the process that has it. */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const file = join(dataDir, "owner.json");
  const release = await lock(dataDir, {
    lockfilePath: join(dataDir, "owner.lock"),
    stale: GUARD_STALE_MS,
    retries: { retries: 60, factor: 1, minTimeout: 100, maxTimeout: 100 },
  });
  try {
    const owner = ownerIn(file);
    if (owner && counts(owner, file)) throw new StoreLockedError(dataDir, owner.pid);
    const own = ownIdentity();
    writeFileSync(file, JSON.stringify(own), { mode: 0o600 });
    return held(file, own);
  } finally {
    await release();
  }
}
