/**
 * The ways in which a judge may be started on this machine: a back end, an account, a cgroup or none. The table of
 * attacks, the conformance suite and the walker run in each; a back end joins by adding its rows to `WAYS`.
 *
 * An ordinary user's judge runs in a process of its own behind the same `Sandbox` interface (`remote-sandbox.ts`), so
 * that a test cannot tell the ways apart.
 */
import { chownSync, existsSync, mkdirSync, readFileSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { openSandbox, type Sandbox, type SandboxPreference } from "../../src/index.ts";
import { openRemoteSandbox } from "./remote-sandbox.ts";

export interface Way {
  readonly name: string;
  readonly backEnd: Exclude<SandboxPreference, "auto" | "none">;
  readonly account: "root" | "user";
  readonly cgroup: boolean;
}

/** An account that no distribution gives away, for the judge of an ordinary user. */
export const ORDINARY_UID = 12345;

export const WAYS: readonly Way[] = [
  { name: "bubblewrap, root, cgroup", backEnd: "bubblewrap", account: "root", cgroup: true },
  { name: "bubblewrap, root, no cgroup", backEnd: "bubblewrap", account: "root", cgroup: false },
  { name: "bubblewrap, user, cgroup", backEnd: "bubblewrap", account: "user", cgroup: true },
  { name: "bubblewrap, user, no cgroup", backEnd: "bubblewrap", account: "user", cgroup: false },
  { name: "container, root, cgroup", backEnd: "container", account: "root", cgroup: true },
  // Podman started by root always has a group of its own: without one its starter itself falls under the run's limits.
];

/** Those that `npm test` takes: the two ends of the scale. The slow tests take all. */
export const FAST_WAYS: readonly Way[] = WAYS.filter(
  (way) => way.backEnd === "bubblewrap" && way.cgroup === (way.account === "root"),
);

export interface OpenWay {
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;
const MEMORY_V1 = "/sys/fs/cgroup/memory";

/** The group of the tests below this process's own, on version 1, with a group `vigie` in it that the user may fill. */
function giveCgroupAway(): string | null {
  if (!existsSync(MEMORY_V1)) return null;
  const line = readFileSync("/proc/self/cgroup", "utf8")
    .split("\n")
    .find((row) => row.split(":")[1] === "memory");
  const home = join(MEMORY_V1, line?.split(":")[2] ?? "/", `vigie-given-${process.pid}-${performance.now().toFixed(0)}`);
  try {
    mkdirSync(join(home, "vigie"), { recursive: true });
    for (const path of ["vigie", "vigie/cgroup.procs"]) chownSync(join(home, path), ORDINARY_UID, ORDINARY_UID);
    return home;
  } catch {
    return null;
  }
}

async function takeCgroupBack(home: string): Promise<void> {
  for (let attempt = 0; attempt < 100 && existsSync(home); attempt++) {
    try {
      rmdirSync(join(home, "vigie"));
    } catch {
      // gone already, or a run's group below it still ends
    }
    try {
      rmdirSync(home);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function openHere(way: Way): Promise<OpenWay | null> {
  const opened = await openSandbox(way.backEnd, { cgroups: way.cgroup });
  if (opened.kind === "missing") return null;
  return { sandbox: opened.sandbox, close: () => opened.sandbox.close() };
}

async function openAsUser(way: Way): Promise<OpenWay | null> {
  const home = way.cgroup ? giveCgroupAway() : null;
  if (way.cgroup && home === null) return null;
  const sandbox = await openRemoteSandbox({ backEnd: way.backEnd, cgroups: way.cgroup, uid: ORDINARY_UID, cgroup: home });
  const close = async (): Promise<void> => {
    await sandbox?.close();
    if (home !== null) await takeCgroupBack(home);
  };
  if (sandbox === null) await close();
  return sandbox === null ? null : { sandbox, close };
}

function keepsItsWord(way: Way, open: OpenWay): boolean {
  return open.sandbox.weaknesses.includes("no-cgroup") !== way.cgroup;
}

/** Opens a way, or null where this machine does not have it. */
export async function openWay(way: Way): Promise<OpenWay | null> {
  if (way.account === "root" && !isRoot) return null;
  const here = way.account === "root" || !isRoot;
  const open = await (here ? openHere(way) : openAsUser(way));
  if (open === null || keepsItsWord(way, open)) return open;
  await open.close();
  return null;
}
