/**
 * The process that is number 1 in a run's PID namespace: it does nothing, and ends with the judge.
 *
 * Theory. Were the program itself number 1, the kernel would not deliver the signals that it sends itself, and an engine's
 * own `--init` may not fork behind our filter. So the namespace is made first, by util-linux, around a `cat` that waits
 * for the judge's pipe to close; the container then joins it. When number 1 dies, however that comes about, the kernel
 * kills the program: stopping a run is one signal, and a killed judge takes its runs with it.
 *
 * Invariants. A namespace serves one run: the next run's number would otherwise tell how many threads the last one had.
 * Number 1 has an account of its own, to which no run may write or signal, and an empty environment.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { childrenOfAnyThread } from "../process-meter.ts";

export interface FirstProcessTools {
  readonly setpriv: string;
  readonly unshare: string;
  readonly cat: string;
  readonly env: string;
}

/** What leads into the user namespace of an ordinary user's engine; nothing where the judge is root. */
export interface Door {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface FirstProcess {
  readonly pid: number;
  kill(): void;
}

const START_MS = 20_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** True of a process that is number 1 in a namespace below this one. */
function isFirst(pid: number): boolean {
  try {
    return /^NSpid:.*\t1$/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

function findFirst(pid: number): number | undefined {
  const children = childrenOfAnyThread(pid);
  return children.find(isFirst) ?? children.map(findFirst).find((found) => found !== undefined);
}

async function firstBelow(starter: ChildProcess): Promise<number | null> {
  const end = performance.now() + START_MS;
  while (starter.pid !== undefined && starter.exitCode === null && performance.now() < end) {
    const first = findFirst(starter.pid);
    if (first !== undefined) return first;
    await pause(2);
  }
  return null;
}

/** Starts one behind the door, under an account of that namespace. Throws if the system refuses. */
export async function startFirstProcess(tools: FirstProcessTools, door: Door, uid: number): Promise<FirstProcess> {
  const drop = ["--reuid", String(uid), "--regid", String(uid), "--clear-groups", "--inh-caps=-all", "--no-new-privs"];
  const args = [
    ...["--pdeathsig", "KILL", "--", ...door.command, tools.unshare, "--pid", "--fork", "--kill-child=KILL", "--"],
    ...[tools.setpriv, ...drop, "--", tools.env, "-i", tools.cat],
  ];
  const starter = spawn(tools.setpriv, args, { env: door.env, cwd: "/", detached: true, stdio: ["pipe", "ignore", "pipe"] });
  let said = "";
  starter.stderr.on("data", (chunk: Buffer) => (said += chunk.toString().slice(0, 2000)));
  starter.stdin.on("error", () => undefined);
  starter.on("error", (cause) => (said += cause.message));
  const pid = await firstBelow(starter);
  if (pid === null) throw new Error(`no PID namespace for a run: ${said.trim()}`);
  const kill = (): void => {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // it is gone
    }
    starter.kill("SIGKILL");
  };
  return { pid, kill };
}
