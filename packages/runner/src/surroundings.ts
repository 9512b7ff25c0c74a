/** In what kind of place the judge runs, as far as that decides what to do where a sandbox is refused. */
import { existsSync, readFileSync } from "node:fs";

export type Surroundings = "codespace" | "wsl-1" | "wsl-2" | "container" | "apparmor" | "plain";

/** What of a machine tells; all of it can be made up for a test. */
export interface Traces {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The content of a file, or null where there is none. */
  readonly read: (path: string) => string | null;
  readonly exists: (path: string) => boolean;
}

const APPARMOR_SWITCH = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";

/** Where an engine left its mark, or PID 1 lies in a group of an engine's. */
function isContainer({ env, read, exists }: Traces): boolean {
  if (exists("/.dockerenv") || exists("/run/.containerenv") || env["container"] !== undefined) return true;
  return /\/(docker|kubepods|libpod|lxc|containerd)/.test(read("/proc/1/cgroup") ?? "");
}

/** The most telling one: a codespace is a container too, and what a container forbids its host's AppArmor may. */
export function surroundingsOf(traces: Traces): Surroundings {
  const kernel = traces.read("/proc/version") ?? "";
  if (traces.env["CODESPACES"] === "true") return "codespace";
  if (/Microsoft/.test(kernel)) return "wsl-1";
  if (isContainer(traces)) return "container";
  if (/microsoft-standard/.test(kernel)) return "wsl-2";
  return traces.read(APPARMOR_SWITCH)?.trim() === "1" ? "apparmor" : "plain";
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Of this machine. */
export const ownSurroundings = (): Surroundings => surroundingsOf({ env: process.env, read, exists: existsSync });
