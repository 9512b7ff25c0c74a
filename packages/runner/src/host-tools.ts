import { accessSync, constants } from "node:fs";
import { join } from "node:path";

/** The system programs of the chain, and the Debian package that has each. */
const PACKAGES = {
  bwrap: "bubblewrap",
  setpriv: "util-linux",
  unshare: "util-linux",
  prlimit: "util-linux",
  taskset: "util-linux",
  mkdir: "coreutils",
  env: "coreutils",
  mount: "mount",
  tar: "tar",
  sh: "dash",
  bash: "bash",
} as const;

export type ToolName = keyof typeof PACKAGES;
export type HostTools = Readonly<Record<ToolName, string>>;
export interface MissingTool {
  readonly tool: ToolName;
  readonly package: string;
}

/** Where the system's own programs lie. PATH is not asked: it may lead to a shim or to a stranger's file. */
const SYSTEM_FOLDERS = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

/** The absolute path of one of the system's programs, or null. */
export function systemProgram(name: string): string | null {
  const runs = (path: string): boolean => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return SYSTEM_FOLDERS.map((folder) => join(folder, name)).find(runs) ?? null;
}

/** Finds every tool of the chain; tells which are missing and what to install. */
export function findHostTools(): { readonly tools: HostTools } | { readonly missing: readonly MissingTool[] } {
  const missing: MissingTool[] = [];
  const find = (tool: ToolName): string => {
    const path = systemProgram(tool);
    if (path === null) missing.push({ tool, package: PACKAGES[tool] });
    return path ?? "";
  };
  const tools: HostTools = {
    bwrap: find("bwrap"),
    setpriv: find("setpriv"),
    unshare: find("unshare"),
    prlimit: find("prlimit"),
    taskset: find("taskset"),
    mkdir: find("mkdir"),
    env: find("env"),
    mount: find("mount"),
    tar: find("tar"),
    sh: find("sh"),
    bash: find("bash"),
  };
  return missing.length > 0 ? { missing } : { tools };
}
