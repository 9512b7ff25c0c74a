/**
 * Folders of the judge that a run's uid may pass through but nobody may list: name by chance, mode 0711.
 * Each holds the pid and the start time of the process that made it, so that the next start clears what a killed one left.
 */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "vigie-";
const NAME = /^vigie-[0-9a-f]{32}$/;
const OWNER_FILE = ".owner";

/** The clock tick at which a process began (field 22 of its stat), which tells a pid from its reuse; null if it is gone or a zombie. */
export function processStart(pid: number | "self"): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** The number of this process's PID namespace: in another one a pid is somebody else's. */
function pidNamespace(): string {
  try {
    return /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? "0";
  } catch {
    return "0";
  }
}

/** "pid start namespace" of this process, as owner files and cgroup names carry it. */
export const ownMark = (): string => `${process.pid} ${processStart("self") ?? "0"} ${pidNamespace()}`;

/** True while the process that wrote the mark lives; and where that cannot be seen from here, because it may. */
export function isMarkAlive(mark: string): boolean {
  const [pid, start, namespace] = mark.trim().split(" ");
  if (namespace === undefined || namespace !== pidNamespace()) return true;
  return pid !== undefined && /^\d+$/.test(pid) && processStart(Number(pid)) === start;
}

/** Disk before memory: /tmp is often a memory file system, and inputs may be large. */
function homes(): string[] {
  return process.platform === "linux" && existsSync("/var/tmp") ? ["/var/tmp", tmpdir()] : [tmpdir()];
}

const made = new Set<string>();

function removeMade(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
  made.clear();
}

/** Makes one; it is removed by `removePrivateFolder`, at the latest when this process exits. */
export function makePrivateFolder(): string {
  const failures: unknown[] = [];
  for (const home of homes()) {
    const folder = join(home, PREFIX + randomBytes(16).toString("hex"));
    try {
      mkdirSync(folder, { mode: 0o711 });
      writeFileSync(join(folder, OWNER_FILE), ownMark(), { mode: 0o600 });
      if (made.size === 0) process.once("exit", removeMade);
      made.add(folder);
      return folder;
    } catch (cause) {
      failures.push(cause);
    }
  }
  throw new AggregateError(failures, `no folder can be made in ${homes().join(" or ")}: free some space or allow writing there`);
}

export function removePrivateFolder(folder: string): void {
  made.delete(folder);
  if (made.size === 0) process.removeListener("exit", removeMade);
  rmSync(folder, { recursive: true, force: true });
}

export const isPrivateFolder = (folder: string): boolean => made.has(folder);

/** Removes what dead processes of this account left. */
export function sweepPrivateFolders(): void {
  const own = process.getuid?.();
  for (const home of homes()) {
    for (const name of readdirSync(home).filter((entry) => NAME.test(entry))) {
      const folder = join(home, name);
      try {
        if (statSync(folder).uid !== own || isMarkAlive(readFileSync(join(folder, OWNER_FILE), "utf8"))) continue;
        rmSync(folder, { recursive: true, force: true });
      } catch {
        // another process is making or removing it
      }
    }
  }
}
