import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Sandbox, SandboxMissing } from "../contract.ts";
import { systemProgram } from "../host-tools.ts";
import { makePrivateFolder, removePrivateFolder } from "../private-folder.ts";
import { ociProfile } from "../seccomp/oci-profile.ts";
import { POLICY } from "../seccomp/policy.ts";
import { DEFAULT_UID_RANGE, UidPool, type UidRange } from "../uid-lease.ts";
import type { View } from "../view.ts";
import { type Engine, findEngine } from "./engine.ts";
import { sweepContainers } from "./leftovers.ts";
import { type LocalMachine, type LocalTools, runLocally } from "./local-run.ts";
import { makeRootFolder } from "./root-folder.ts";

export interface ContainerOptions {
  readonly uidRange?: UidRange;
}

export type OpenedContainer = { readonly sandbox: Sandbox } | { readonly missing: SandboxMissing };

function findTools(): LocalTools | string {
  const names = ["setpriv", "unshare", "mount", "sh", "cat"] as const;
  const found = Object.fromEntries(names.map((name) => [name, systemProgram(name)]));
  const { setpriv, unshare, mount, sh, cat } = found;
  if (setpriv !== null && unshare !== null && mount !== null && sh !== null && cat !== null)
    return { setpriv, unshare, mount, sh, cat };
  return names.filter((name) => found[name] === null).join(", ");
}

/** Root folders by the program that they are for; a view is found once for a program. */
function rootFolders(home: string): (view: View) => string {
  const made = new Map<View, string>();
  return (view) => {
    const known = made.get(view);
    if (known !== undefined) return known;
    const folder = join(home, `root-${made.size}`);
    makeRootFolder(folder, view.shown);
    made.set(view, folder);
    return folder;
  };
}

function describeMachine(engine: Engine, tools: LocalTools, home: string, uidRange: UidRange): LocalMachine {
  const architecture = process.arch === "arm64" ? "arm64" : "x64";
  const seccompFile = join(home, "seccomp.json");
  writeFileSync(seccompFile, JSON.stringify(ociProfile(architecture, POLICY)), { mode: 0o644 });
  for (const empty of ["nothing/dev", "nothing/sys/fs/cgroup"]) mkdirSync(join(home, empty), { recursive: true, mode: 0o755 });
  writeFileSync(join(home, "nothing/file"), "", { mode: 0o444 });
  return {
    engine,
    tools,
    runtimes: { node: process.execPath, python: systemProgram("python3") },
    cgroups: true,
    uids: new UidPool(uidRange),
    firstUid: uidRange.first - 1,
    seccompFile,
    nothing: join(home, "nothing"),
    rootOf: rootFolders(home),
  };
}

function localSandbox(machine: LocalMachine, home: string): Sandbox {
  const pending = new Set<Promise<unknown>>();
  const follow = (work: Promise<unknown>): void => {
    pending.add(work);
    void work.finally(() => pending.delete(work));
  };
  return {
    kind: "container",
    weaknesses: [],
    runtimes: machine.runtimes,
    run: (request) => {
      const run = runLocally(machine, request, follow);
      follow(run);
      return run;
    },
    close: async () => {
      while (pending.size > 0) await Promise.allSettled(pending);
      await machine.uids.close();
      removePrivateFolder(home);
    },
  };
}

/** Opens the container back end where an engine answers; the caller tries it out. Clears what killed judges left. */
export async function openContainer(options: ContainerOptions): Promise<OpenedContainer> {
  const missing = (detail: string): OpenedContainer => ({ missing: { reason: "no-container-engine", detail } });
  if (process.arch !== "x64" && process.arch !== "arm64") return missing(`no system-call filter for ${process.arch}`);
  const home = makePrivateFolder();
  const { engine, silent } = await findEngine(home);
  if (engine === null) {
    removePrivateFolder(home);
    return missing(silent.length > 0 ? silent.join("; ") : "neither podman nor docker is installed");
  }
  await sweepContainers(engine);
  const tools = findTools();
  if (typeof tools === "string") return missing(`missing: ${tools}`);
  return { sandbox: localSandbox(describeMachine(engine, tools, home, options.uidRange ?? DEFAULT_UID_RANGE), home) };
}
