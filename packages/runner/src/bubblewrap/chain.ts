/**
 * The chain of starters that a run goes through before it is the program.
 *
 * Theory of operation.
 *
 *   setpriv --pdeathsig KILL      dies with the judge
 *   └ sh  "outer"                 joins the cgroup, offers itself to the OOM killer first; at the end reports CPU time
 *     └ setpriv                   gives up root for the run's uid (where the judge is root), dies with the outer shell
 *       └ unshare                 new user, mount and PID namespaces with their /proc; kills PID 1 when it dies
 *         └ sh "stage" = PID 1    mounts one bounded memory file system, unpacks the archive, mounts /proc
 *           └ prlimit → bwrap     becomes bwrap, still PID 1, in the outer user namespace
 *             └ program           in a user namespace of its own, without capabilities, behind the filter
 *
 * Invariants.
 * 1. The uid is given up before any namespace is made, so the host never sees a run as root; no rights come back.
 * 2. PID 1 belongs to a user namespace above the program's: the kernel refuses it PID 1's memory, environment and
 *    descriptors, and ignores signals that it sends there. When PID 1 dies the kernel kills everything in the namespace.
 * 3. Each starter's environment is empty, and its arguments name no file of the judge's but tools and the cgroup.
 * 4. Everything is mounted in a private namespace: when it is gone, nothing is left to unmount.
 * 5. /proc is that of the run's own PID namespace before bwrap starts: bwrap looks up its child by its number there, which
 *    in another namespace's /proc is somebody else's, or nobody's (a container holds few processes).
 * 6. Descriptors that whoever started the judge left open are closed by the outer shell; it is bash then, because sh may
 *    know single digits only.
 * 7. Anything that the outer shell writes to the report comes after PID 1 is gone, with all that it held.
 */
import type { HostTools } from "../host-tools.ts";
import { type ProcessLimits, resourceLimits } from "../process-limits.ts";

export interface ChainPlan {
  readonly tools: HostTools;
  /** Null where the judge is an ordinary user: the run keeps the judge's uid. */
  readonly uid: number | null;
  /** Descriptors that the judge was started with and must not hand on. */
  readonly leaked: readonly number[];
  /** Of the run's cgroup; null where there is none. */
  readonly joinFile: string | null;
  readonly stage: string;
  /** The size of the memory file system that holds the archive's files and /tmp. */
  readonly stageBytes: number;
  readonly stageInodes: number;
  readonly argsFd: number;
  readonly archiveFd: number;
  readonly reportFd: number;
  readonly limits: ProcessLimits;
  readonly command: readonly string[];
}

function prlimitArguments(limits: ProcessLimits): string[] {
  return resourceLimits(limits).map(([name, value]) => `--${name}=${value}:${value}`);
}

function outerScript(plan: ChainPlan): string {
  const shut = plan.leaked.map((descriptor) => `exec ${descriptor}>&-; `).join("");
  const join = plan.joinFile === null ? "" : `echo 0 > ${plan.joinFile} && `;
  return `${shut}${join}echo 1000 > /proc/self/oom_score_adj;"$@"; code=$?; times >&${plan.reportFd}; exit $code`;
}

function stageScript(plan: ChainPlan): string {
  const { mount, tar } = plan.tools;
  const { stage } = plan;
  const safe = "nosuid,nodev,noexec";
  return [
    `${mount} -t tmpfs -o size=${plan.stageBytes},nr_inodes=${plan.stageInodes},mode=755,${safe} view ${stage}`,
    `${tar} -xf - -C ${stage} --no-same-owner <&${plan.archiveFd}`,
    `${mount} -t proc -o subset=pid,hidepid=ptraceable,${safe} proc ${stage}/proc`,
    `exec ${plan.archiveFd}<&-`,
    `times >&${plan.reportFd}`,
    `exec "$@"`,
  ].join(" && ");
}

/** The program and arguments to spawn, with an empty environment. */
export function chainCommand(plan: ChainPlan): { readonly file: string; readonly args: string[] } {
  const { tools } = plan;
  const drop =
    plan.uid === null ? [] : ["--reuid", String(plan.uid), "--regid", String(plan.uid), "--clear-groups", "--inh-caps=-all"];
  const args = [
    ...["--pdeathsig", "KILL", "--", plan.leaked.length > 0 ? tools.bash : tools.sh, "-c", outerScript(plan), "outer"],
    ...[tools.setpriv, ...drop, "--pdeathsig", "KILL", "--no-new-privs", "--"],
    ...[tools.unshare, "--user", "--map-root-user", "--mount", "--mount-proc", "--pid", "--fork", "--kill-child=KILL", "--"],
    ...[tools.sh, "-c", stageScript(plan), "stage"],
    ...[tools.prlimit, ...prlimitArguments(plan.limits), "--"],
    ...[tools.bwrap, "--args", String(plan.argsFd), "--", ...plan.command],
  ];
  return { file: tools.setpriv, args };
}
