import { dirname } from "node:path";
import type { Program } from "../contract.ts";
import { runEnvironment, runtimeArguments } from "../runtime-options.ts";
import type { View } from "../view.ts";

export interface BwrapPlan {
  readonly view: View;
  readonly program: Program;
  readonly args: readonly string[];
  readonly memoryMiB: number;
  /** Where the stage lies in the mount namespace: its folders submission, sdk, etc, tmp and proc. */
  readonly stage: string;
  readonly inputs: string | null;
  readonly hasSdk: boolean;
  readonly seccompFd: number;
  readonly reportFd: number;
}

const DEVICES = ["null", "random", "urandom"];
const LINKS = [
  ["usr/bin", "/bin"],
  ["usr/lib", "/lib"],
  ["usr/lib64", "/lib64"],
  ["/proc/self/fd", "/dev/fd"],
  ["/proc/self/fd/0", "/dev/stdin"],
  ["/proc/self/fd/1", "/dev/stdout"],
  ["/proc/self/fd/2", "/dev/stderr"],
  ["/tmp", "/dev/shm"],
];

/** Bubblewrap makes missing parents 0700, which the run could not pass. */
function parentsOf(paths: readonly string[]): string[] {
  const parents = new Set<string>();
  for (const path of paths) for (let folder = dirname(path); folder !== "/"; folder = dirname(folder)) parents.add(folder);
  return [...parents].sort();
}

const namespaces = [
  ...["--unshare-user", "--unshare-ipc", "--unshare-net", "--unshare-uts", "--unshare-cgroup"],
  ...["--uid", "1000", "--gid", "1000", "--hostname", "vigie", "--cap-drop", "ALL"],
  ...["--die-with-parent", "--new-session", "--clearenv", "--disable-userns", "--assert-userns-disabled"],
];

/** Arguments of bwrap, which it reads from a descriptor so that no process list shows them. */
export function bwrapArguments(plan: BwrapPlan): string[] {
  const { view, stage } = plan;
  const folders = [
    "/usr",
    "/usr/bin",
    "/usr/lib",
    "/usr/lib64",
    "/dev",
    "/etc",
    ...parentsOf(view.shown.map((shown) => shown.to)),
  ];
  const readOnly = [
    ...view.shown.map((shown) => [shown.from, shown.to]),
    [`${stage}/etc/passwd`, "/etc/passwd"],
    [`${stage}/proc`, "/proc"],
    [`${stage}/submission`, "/submission"],
    ...(plan.hasSdk ? [[`${stage}/sdk`, "/sdk"]] : []),
    ...(plan.inputs === null ? [] : [[plan.inputs, "/data"]]),
  ];
  return [
    ...namespaces,
    ...[...new Set(folders)].sort().flatMap((folder) => ["--perms", "0755", "--dir", folder]),
    ...LINKS.flatMap(([target, at]) => ["--symlink", target, at]),
    ...readOnly.flatMap(([from, to]) => ["--ro-bind", from, to]),
    ...DEVICES.flatMap((device) => ["--dev-bind", `/dev/${device}`, `/dev/${device}`]),
    ...["--bind", `${stage}/tmp`, "/tmp", "--chdir", "/tmp"],
    ...Object.entries(runEnvironment("/tmp", plan.program, plan.memoryMiB)).flatMap(([name, value]) => ["--setenv", name, value]),
    ...["--remount-ro", "/", "--seccomp", String(plan.seccompFd), "--json-status-fd", String(plan.reportFd)],
  ];
}

/** The command that bwrap runs, as its own last arguments. */
export function programCommand(plan: Pick<BwrapPlan, "view" | "program" | "args" | "memoryMiB">): string[] {
  return [plan.view.program, ...runtimeArguments(plan.program, plan.memoryMiB), ...plan.args];
}
