import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Sandbox, SandboxMissing } from "../contract.ts";
import { systemProgram } from "../host-tools.ts";
import { PendingWork } from "../pending-work.ts";
import { makePrivateFolder, removePrivateFolder } from "../private-folder.ts";
import { ociProfile } from "../seccomp/oci-profile.ts";
import { POLICY } from "../seccomp/policy.ts";
import { DEFAULT_UID_RANGE, UidPool, type UidRange } from "../uid-lease.ts";
import type { View } from "../view.ts";
import { ask, type Engine, findEngine } from "./engine.ts";
import type { Door } from "./first-process.ts";
import { sweepContainers } from "./leftovers.ts";
import { type LocalMachine, type LocalTools, runLocally } from "./local-run.ts";
import { makeRootFolder } from "./root-folder.ts";

export interface ContainerOptions {
  readonly uidRange?: UidRange;
  /** False: bound memory process by process, though the engine could make cgroups. */
  readonly cgroups?: boolean;
}

export type OpenedContainer = { readonly sandbox: Sandbox } | { readonly missing: SandboxMissing };

function findTools(): LocalTools | string {
  const missing: string[] = [];
  const find = (name: string): string => {
    const path = systemProgram(name);
    if (path === null) missing.push(name);
    return path ?? "";
  };
  const tools = {
    ...{ setpriv: find("setpriv"), unshare: find("unshare"), mount: find("mount") },
    ...{ sh: find("sh"), cat: find("cat"), env: find("env") },
  };
  return missing.length > 0 ? `missing: ${missing.join(", ")}` : tools;
}

/** Root folders by the program that they are for; a view is found once for a program. */
function rootFolders(home: string): (view: View) => string {
  const made = new Map<View, string>();
  return (view) => {
    const known = made.get(view);
    if (known !== undefined) return known;
    const folder = join(home, `view-${made.size}`);
    makeRootFolder(folder, view.shown);
    made.set(view, folder);
    return folder;
  };
}

interface Accounts {
  readonly range: UidRange;
  readonly uidInside: (uid: number) => number;
  readonly door: Door;
}

/** As root a run's account is the same inside and outside; as an ordinary user it is one of those that root lent the user. */
async function findAccounts(engine: Engine, range: UidRange): Promise<Accounts | string> {
  if (!engine.rootless) return { range, uidInside: (uid) => uid, door: { command: [], env: {} } };
  const said = await ask(engine, ["unshare", "cat", "/proc/self/uid_map"]);
  const rows = said.out.split("\n").map((row) => row.trim().split(/\s+/).map(Number));
  const lent = rows.find(([inside, , count]) => inside <= range.first - 1 && range.last < inside + count);
  if (lent === undefined) {
    const needs = `the engine's user namespace does not reach account ${range.last}: give this user 65536 subordinate ids`;
    return `${needs} (usermod --add-subuids 100000-165535 --add-subgids 100000-165535 NAME; package uidmap). ${said.error.trim()}`;
  }
  const shift = lent[1] - lent[0];
  return {
    range: { first: range.first + shift, last: range.last + shift },
    uidInside: (uid) => uid - shift,
    door: { command: [engine.program, "--log-level", "error", "unshare"], env: engine.env },
  };
}

function describeMachine(engine: Engine, tools: LocalTools, accounts: Accounts, home: string, cgroups: boolean): LocalMachine {
  const architecture = process.arch === "arm64" ? "arm64" : "x64";
  const seccompFile = join(home, "seccomp.json");
  writeFileSync(seccompFile, JSON.stringify(ociProfile(architecture, POLICY)), { mode: 0o644 });
  for (const empty of ["nothing/dev", "nothing/sys/fs/cgroup"]) mkdirSync(join(home, empty), { recursive: true, mode: 0o755 });
  writeFileSync(join(home, "nothing/file"), "", { mode: 0o000 });
  const { range, uidInside, door } = accounts;
  return {
    ...{ engine, tools, uidInside, door, seccompFile },
    runtimes: { node: process.execPath, python: systemProgram("python3") },
    cgroups: cgroups && engine.cgroups,
    uids: new UidPool(range),
    firstUid: uidInside(range.first) - 1,
    nothing: join(home, "nothing"),
    rootOf: rootFolders(home),
  };
}

function weaknessesOf({ engine, cgroups }: LocalMachine): string[] {
  return [
    ...(cgroups ? [] : ["no-cgroup"]),
    ...(engine.rootless ? [] : ["engine-as-root"]),
    ...(process.arch === "arm64" ? ["filter-simulated"] : []),
  ];
}

function localSandbox(machine: LocalMachine, home: string): Sandbox {
  const pending = new PendingWork();
  return {
    kind: "container",
    weaknesses: weaknessesOf(machine),
    runtimes: machine.runtimes,
    run: (request) => pending.follow(runLocally(machine, request, (work) => void pending.follow(work))),
    close: async () => {
      await pending.settled();
      await machine.uids.close();
      removePrivateFolder(home);
    },
  };
}

async function openIn(home: string, options: ContainerOptions): Promise<Sandbox | string> {
  const engine = await findEngine(home);
  if (typeof engine === "string") return engine;
  await sweepContainers(engine);
  const tools = findTools();
  if (typeof tools === "string") return tools;
  const accounts = await findAccounts(engine, options.uidRange ?? DEFAULT_UID_RANGE);
  if (typeof accounts === "string") return accounts;
  return localSandbox(describeMachine(engine, tools, accounts, home, options.cgroups ?? true), home);
}

/** Opens the container back end where an engine answers; the caller tries it out. Clears what killed judges left. */
export async function openContainer(options: ContainerOptions): Promise<OpenedContainer> {
  const missing = (detail: string): OpenedContainer => ({ missing: { reason: "no-container-engine", detail } });
  if (process.arch !== "x64" && process.arch !== "arm64") return missing(`no system-call filter for ${process.arch}`);
  const home = makePrivateFolder();
  const sandbox = await openIn(home, options);
  if (typeof sandbox !== "string") return { sandbox };
  removePrivateFolder(home);
  return missing(sandbox);
}
