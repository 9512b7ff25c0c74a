/**
 * Which process is meant by a PID. A PID alone is reused after a kill -9 or a reboot; with its start time, and the boot
 * and PID namespace in which it counts, it names one process for ever.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import process from "node:process";

export interface ProcessIdentity {
  readonly pid: number;
  /** As this system tells it (clock ticks since boot on Linux); null where it cannot. */
  readonly start: string | null;
  /** Names the boot and the namespace in which the PID counts. */
  readonly world: string;
}

function quietly(read: () => string): string | null {
  try {
    return read().trim();
  } catch {
    return null;
  }
}

/** Field 22 of /proc/<pid>/stat; elsewhere what `ps` says; null where neither tells. */
function startOf(pid: number): string | null {
  const stat = quietly(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  // The command name (field 2) stands in parentheses and may hold anything.
  if (stat !== null) return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  if (process.platform === "linux" || process.platform === "win32") return null;
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  return quietly(() =>
    execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env, stdio: ["ignore", "pipe", "ignore"] }),
  );
}

function world(): string {
  const boot = quietly(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")) ?? hostname();
  const namespace = quietly(() => readlinkSync("/proc/self/ns/pid")) ?? process.platform;
  return `${boot} ${namespace}`;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, start: startOf(process.pid), world: world() };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

/** Whether that very process lives; null where it belongs to another boot or namespace, of which we cannot know. */
export function lives(identity: ProcessIdentity): boolean | null {
  if (identity.world !== world()) return null;
  if (!exists(identity.pid)) return false;
  const start = startOf(identity.pid);
  return start === null || identity.start === null || start === identity.start;
}
