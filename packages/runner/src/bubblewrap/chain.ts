/**
 * The chain of starters that a run goes through before it is the program.
 *
 * Theory of operation.
 *
 *   setpriv --pdeathsig KILL      dies with the judge
 *   └ sh  "outer"                 joins the cgroup, offers itself to the OOM killer first; at the end reports CPU time
 *     └ setpriv                   gives up root for the run's uid (where the judge is root), dies with the outer shell
 *       └ unshare                 new user, mount and PID namespaces with their /proc; kills PID 1 when it dies
 *         └ prlimit → sh "stage"  PID 1: bounds itself, mounts two bounded memory file systems and a small /proc
 *           └ tar                 waits for the archive
 *   ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─   until here nothing depends on the run: starters wait here for one (`starter-pool.ts`)
 *           └ taskset → bwrap     the stage's shell becomes bwrap by the archive's own script, still PID 1
 *             └ program           in a user namespace of its own, without capabilities, behind the filter
 *
 * Everything that the run is made of comes in the archive: submission and SDK, and beside them, outside of what bwrap
 * shows, the script that starts bwrap, its arguments, and the filter.
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
 * 7. A starter serves one run and ends with it. What the outer shell writes to the report comes after PID 1 is gone,
 *    with all that it held.
 */
import type { HostTools } from "../host-tools.ts";
import { commonLimits, type ProcessLimits, taskLimit } from "../process-limits.ts";

/** What a starter is made for: a run that needs something else needs another one. */
export interface Recipe {
  /** A folder that exists on every host and is mounted over. */
  readonly stage: string;
  /** Room for the archive; it is not the run's. */
  readonly stageMiB: number;
  readonly stageInodes: number;
  readonly tmpMiB: number;
}

export interface StarterPlan {
  readonly tools: HostTools;
  readonly recipe: Recipe;
  /** Null where the judge is an ordinary user: the run keeps the judge's uid. */
  readonly uid: number | null;
  /** Descriptors that the judge was started with and must not hand on. */
  readonly leaked: readonly number[];
  /** Of the run's cgroup; null where there is none. */
  readonly joinFile: string | null;
}

/** Descriptors of the chain. Single digits, because dash knows no others; the last two are the stage's own. */
export const FD = { report: 3, archive: 4, args: 5, seccomp: 6 } as const;
/** Files of /tmp. */
const TMP_INODES = 4096;
const SAFE = "nosuid,nodev,noexec";
/** What a shell exports by itself. */
const UNSET = "unset PWD OLDPWD SHLVL";

function outerScript({ tools, leaked, joinFile }: StarterPlan): string {
  const shut = leaked.map((descriptor) => `exec ${descriptor}>&-; `).join("");
  const join = joinFile === null ? "" : `echo 0 > ${joinFile} && `;
  // bash gives what it starts variables of its own
  const bare = leaked.length > 0 ? `${tools.env} -i ` : "";
  return `${shut}${join}echo 1000 > /proc/self/oom_score_adj; ${UNSET}; ${bare}"$@"; code=$?; times >&${FD.report}; exit $code`;
}

function stageScript({ tools, recipe }: StarterPlan): string {
  const { mount, mkdir, tar } = tools;
  const { stage, stageMiB, stageInodes, tmpMiB } = recipe;
  return [
    `${mount} -t tmpfs -o size=${stageMiB}m,nr_inodes=${stageInodes},mode=755,${SAFE} view ${stage}`,
    `${mkdir} ${stage}/tmp ${stage}/proc`,
    `${mount} -t tmpfs -o size=${tmpMiB}m,nr_inodes=${TMP_INODES},mode=755,${SAFE} tmp ${stage}/tmp`,
    `${mount} -t proc -o subset=pid,hidepid=ptraceable,${SAFE} proc ${stage}/proc`,
    `${tar} -xf - -C ${stage} --no-same-owner <&${FD.archive}`,
    `exec ${FD.archive}<&-`,
    `. ${stage}/${RUN_FILES.script}`,
  ].join(" && ");
}

/** The program and arguments to spawn, with an empty environment. It waits for its archive. */
export function starterCommand(plan: StarterPlan): { readonly file: string; readonly args: string[] } {
  const { tools, uid } = plan;
  const drop = uid === null ? [] : ["--reuid", String(uid), "--regid", String(uid), "--clear-groups", "--inh-caps=-all"];
  const shell = plan.leaked.length > 0 ? tools.bash : tools.sh;
  const bounds = commonLimits(taskLimit(uid !== null)).map(([name, value]) => `--${name}=${value}:${value}`);
  const args = [
    ...["--pdeathsig", "KILL", "--", shell, "-c", outerScript(plan), "outer"],
    ...[tools.setpriv, ...drop, "--pdeathsig", "KILL", "--no-new-privs", "--"],
    ...[tools.unshare, "--user", "--map-root-user", "--mount", "--mount-proc", "--pid", "--fork", "--kill-child=KILL", "--"],
    ...[tools.prlimit, ...bounds, "--", tools.sh, "-c", stageScript(plan), "stage"],
  ];
  return { file: tools.setpriv, args };
}

/** Names in the archive of what starts the run. */
export const RUN_FILES = { script: "run.sh", args: "bwrap.args", filter: "filter.bpf" } as const;

export interface RunPlan {
  readonly tools: HostTools;
  readonly stage: string;
  readonly limits: ProcessLimits;
  /** The processor that the run stays on; null: any. */
  readonly cpu: number | null;
  readonly command: readonly string[];
}

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** The shell's units: seconds, blocks of 512 bytes, kibibytes. Each sets the soft and the hard limit. */
function ulimits({ cpuSeconds, fileBytes, dataBytes, addressSpaceBytes }: ProcessLimits): string[] {
  const kibibytes = (flag: string, bytes: number | null): string[] =>
    bytes === null ? [] : [`ulimit -${flag} ${Math.ceil(bytes / 1024)}`];
  return [
    `ulimit -t ${cpuSeconds}`,
    `ulimit -f ${Math.ceil(fileBytes / 512)}`,
    ...kibibytes("d", dataBytes),
    ...kibibytes("v", addressSpaceBytes),
  ];
}

/** What the stage's shell does once the archive is there: bounds, the word that set-up is over, bwrap. */
export function runScript({ tools, stage, limits, cpu, command }: RunPlan): string {
  const pin = cpu === null ? "" : `${tools.taskset} -c ${cpu} `;
  const bwrap = `${tools.bwrap} --args ${FD.args} -- ${command.map(quote).join(" ")}`;
  const files = `${FD.args}<${stage}/${RUN_FILES.args} ${FD.seccomp}<${stage}/${RUN_FILES.filter}`;
  return [...ulimits(limits), `times >&${FD.report}`, UNSET, `exec ${pin}${bwrap} ${files}`].join(" && ") + "\n";
}
