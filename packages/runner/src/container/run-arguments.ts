import type { RunRequest } from "../contract.ts";
import { CGROUP_TASKS, processLimits, resourceLimits } from "../process-limits.ts";
import { runEnvironment, runtimeArguments } from "../runtime-options.ts";
import type { View } from "../view.ts";
import type { Engine } from "./engine.ts";

export interface Mount {
  readonly from: string;
  readonly to: string;
  readonly writable?: boolean;
}

export interface ContainerPlan {
  readonly engine: Engine;
  readonly name: string;
  readonly label: string;
  /** The PID namespace that the container joins, as `--pid` takes it. */
  readonly pidNamespace: string;
  /** Of the program inside, which is its account outside too where the engine makes no user namespace. */
  readonly uid: number;
  readonly seccompFile: string;
  readonly memoryMiB: number;
  /** False where the engine cannot make cgroups: the limits are then each process's own. */
  readonly cgroup: boolean;
  /** A processor of its own; null where it may run on any. */
  readonly cpu: number | null;
  readonly mounts: readonly Mount[];
  readonly program: string;
  /** `--rootfs FOLDER`, or an image. */
  readonly root: readonly string[];
  readonly more: readonly string[];
}

/** Devices that every engine makes and no run is to have: mapped, /dev/zero is memory that nothing counts. */
export const UNWANTED_DEVICES = ["/dev/zero", "/dev/full", "/dev/tty"];
/** What the engine puts there unasked; a masked device becomes the null device, which takes words and gives none. */
const MASKED = ["/run"];

function mountArguments(mounts: readonly Mount[]): string[] {
  return mounts.flatMap(({ from, to, writable }) => [
    "--mount",
    `type=bind,source=${from},destination=${to}${writable === true ? "" : ",readonly"}`,
  ]);
}

/** What holds it in. */
function isolation(plan: ContainerPlan, request: RunRequest): string[] {
  const limits = resourceLimits(processLimits(request, plan.cgroup, true)).filter(([name]) => name !== "as" && name !== "nice");
  const memory = `${plan.memoryMiB}m`;
  const environment = { ...runEnvironment("/tmp", request.program, request.limits.memoryMiB), PWD: "/tmp" };
  return [
    ...["--name", plan.name, "--label", plan.label, "--pull", "never", "--restart", "no"],
    ...["--network", "none", "--pid", plan.pidNamespace, "--ipc", "none", "--cgroupns", "private", "--hostname", "vigie"],
    ...["--cap-drop", "all", "--security-opt", "no-new-privileges", "--security-opt", `seccomp=${plan.seccompFile}`],
    ...["--security-opt", "label=disable", "--read-only", "--user", `${plan.uid}:${plan.uid}`, "--workdir", "/tmp"],
    ...(plan.cgroup ? ["--memory", memory, "--memory-swap", memory, "--pids-limit", String(CGROUP_TASKS)] : []),
    ...(plan.cgroup && plan.cpu !== null ? ["--cpuset-cpus", String(plan.cpu)] : []),
    ...limits.flatMap(([name, value]) => ["--ulimit", `${name}=${value}:${value}`]),
    ...Object.entries(environment).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
  ];
}

/** What the program sees of the engine: nothing of the system in /proc, no variables or files of its own, no loss on the way of a stream. */
const appearance = ({ rootless }: Engine): string[] => [
  ...["--security-opt", "proc-opts=ro,subset=pid,hidepid=ptraceable,nosuid,nodev,noexec"],
  ...["--security-opt", `mask=${[...MASKED, ...(rootless ? UNWANTED_DEVICES : [])].join(":")}`],
  ...["--read-only-tmpfs=false", "--no-hosts", "--unsetenv-all", "--systemd", "false", "--sdnotify", "ignore"],
  ...["--log-driver", "passthrough", "--oom-score-adj", "1000"],
];

/** Arguments of the engine's `run`, the program and its own arguments last. */
export function runCommand(plan: ContainerPlan, request: RunRequest, view: Pick<View, "program">): string[] {
  return [
    ...["--log-level", "error", "run"],
    ...isolation(plan, request),
    ...appearance(plan.engine),
    ...mountArguments(plan.mounts),
    ...plan.more,
    ...plan.root,
    view.program,
    ...runtimeArguments(request.program, request.limits.memoryMiB),
    ...request.args,
  ];
}
