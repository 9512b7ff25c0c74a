import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Machine, runInBubblewrap } from "./bubblewrap/run.ts";
import { StarterPool, type StarterSite } from "./bubblewrap/starter-pool.ts";
import { findCgroupHome } from "./cgroup.ts";
import { openContainer } from "./container/open-container.ts";
import type { Limits, Outcome, Sandbox, SandboxMissing } from "./contract.ts";
import { findHostTools, systemProgram } from "./host-tools.ts";
import { inheritedDescriptors } from "./inherited-descriptors.ts";
import { openPlainSandbox } from "./plain-sandbox.ts";
import { PendingWork } from "./pending-work.ts";
import { sweepPrivateFolders } from "./private-folder.ts";
import { assembleFilter } from "./seccomp/assemble.ts";
import { POLICY } from "./seccomp/policy.ts";
import { DEFAULT_UID_RANGE, mayGiveUids, UidPool, type UidRange } from "./uid-lease.ts";

export type SandboxPreference = "auto" | "bubblewrap" | "container" | "none";
export type OpenedSandbox =
  { readonly kind: "ready"; readonly sandbox: Sandbox } | { readonly kind: "missing"; readonly missing: SandboxMissing };

const TRIAL_LIMITS: Limits = { cpuMs: 10_000, wallMs: 20_000, memoryMiB: 256, tmpMiB: 4, outputMiB: 1, logKiB: 16 };

const missing = (reason: SandboxMissing["reason"], detail: string): OpenedSandbox => ({
  kind: "missing",
  missing: { reason, detail },
});

/** How a sandbox is opened; what is left out is found out on the machine. */
export interface SandboxOptions {
  /** As root each run takes a uid of this range: 61000 to 61183 unless given. */
  readonly uidRange?: UidRange;
  /** False: make no cgroups, though this process could. `VIGIE_CGROUPS=none` says the same. */
  readonly cgroups?: boolean;
}

const mayUseCgroups = (options: SandboxOptions): boolean => options.cgroups ?? process.env["VIGIE_CGROUPS"] !== "none";

function describeMachine(options: SandboxOptions): Machine | OpenedSandbox {
  if (process.platform !== "linux") return missing("not-linux", `${process.platform}: bubblewrap runs on Linux only`);
  if (process.arch !== "x64" && process.arch !== "arm64")
    return missing("does-not-start", `no system-call filter for ${process.arch}`);
  const found = findHostTools();
  if ("missing" in found) {
    const packages = [...new Set(found.missing.map((tool) => tool.package))].join(" ");
    return missing("no-bubblewrap", `missing: ${found.missing.map((tool) => tool.tool).join(", ")}; apt-get install ${packages}`);
  }
  const site: StarterSite = {
    tools: found.tools,
    cgroupHome: mayUseCgroups(options) ? findCgroupHome(found.tools.sh) : null,
    uids: mayGiveUids(options.uidRange) ? new UidPool(options.uidRange ?? DEFAULT_UID_RANGE) : null,
    leaked: inheritedDescriptors(),
  };
  return {
    ...site,
    runtimes: { node: process.execPath, python: systemProgram("python3") },
    filter: assembleFilter(process.arch, POLICY),
    starters: new StarterPool(site),
  };
}

/** Runs the host's Node in the sandbox on nothing at all. */
async function tryOut(sandbox: Sandbox): Promise<Outcome> {
  const submission = mkdtempSync(join(tmpdir(), "vigie-trial-"));
  const nothing = { submission, inputs: null, sdk: null, limits: TRIAL_LIMITS, onOutput: () => undefined };
  try {
    return await sandbox.run({ ...nothing, program: { runtime: "node" }, args: ["-e", "0"] });
  } finally {
    rmSync(submission, { recursive: true, force: true });
  }
}

const NAMESPACE_SWITCHES: readonly (readonly [file: string, forbids: string])[] = [
  ["/proc/sys/kernel/unprivileged_userns_clone", "0"],
  ["/proc/sys/user/max_user_namespaces", "0"],
  ["/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1"],
];

/** The kernel switch of this machine that forbids user namespaces, if one does. */
export function namespaceSwitchThatForbids(): string | null {
  const forbids = ([file, value]: readonly [string, string]): boolean =>
    existsSync(file) && readFileSync(file, "utf8").trim() === value;
  return NAMESPACE_SWITCHES.find(forbids)?.[0] ?? null;
}

const howItEnded = (outcome: Outcome): string =>
  outcome.detail ??
  `a trial run ended as ${outcome.status} (${outcome.exitCode ?? outcome.signal ?? "?"}): ${outcome.log.slice(-500)}`;

function whyItDoesNotStart(outcome: Outcome): OpenedSandbox {
  const detail = howItEnded(outcome);
  const forbidden = namespaceSwitchThatForbids();
  if (
    forbidden !== null ||
    /unshare failed|unshare: .*Operation not permitted|No permissions to create a new namespace/.test(detail)
  ) {
    return missing("user-namespaces-forbidden", forbidden === null ? detail : `${forbidden}; ${detail}`);
  }
  return missing("does-not-start", detail);
}

function weaknessesOf(machine: Machine): string[] {
  return [
    ...(machine.cgroupHome === null ? ["no-cgroup"] : []),
    ...(machine.uids === null ? ["shared-uid"] : []),
    ...(process.arch === "arm64" ? ["filter-simulated"] : []),
  ];
}

function bubblewrapSandbox(machine: Machine): Sandbox {
  const pending = new PendingWork();
  return {
    kind: "bubblewrap",
    weaknesses: weaknessesOf(machine),
    runtimes: machine.runtimes,
    run: (request) => pending.follow(runInBubblewrap(machine, request, (work) => void pending.follow(work))),
    close: async () => {
      await pending.settled();
      await machine.starters.close();
      await machine.uids?.close();
    },
  };
}

async function openBubblewrap(options: SandboxOptions): Promise<OpenedSandbox> {
  const machine = describeMachine(options);
  if ("kind" in machine) return machine;
  const sandbox = bubblewrapSandbox(machine);
  const outcome = await tryOut(sandbox);
  if (outcome.status !== "exited" || outcome.exitCode !== 0) return whyItDoesNotStart(outcome);
  return { kind: "ready", sandbox };
}

async function openAnyContainer(options: SandboxOptions): Promise<OpenedSandbox> {
  const opened = await openContainer({ ...options, cgroups: mayUseCgroups(options) });
  if ("missing" in opened) return { kind: "missing", missing: opened.missing };
  const { sandbox } = opened;
  const outcome = await tryOut(sandbox);
  if (outcome.status === "exited" && outcome.exitCode === 0) return { kind: "ready", sandbox };
  await sandbox.close();
  return missing("does-not-start", howItEnded(outcome));
}

/**
 * Opens a sandbox of this machine, which has really started a tiny run before it is called "ready". `auto` takes
 * bubblewrap, and where that is not to be had a container engine; why there is none is then bubblewrap's reason.
 * `none` is for one's own code alone: it limits and contains nothing. Clears what killed judges left.
 * `close()` waits for what still runs.
 */
export async function openSandbox(preference: SandboxPreference, options: SandboxOptions = {}): Promise<OpenedSandbox> {
  if (process.platform === "linux") sweepPrivateFolders();
  if (preference === "none") return { kind: "ready", sandbox: openPlainSandbox() };
  if (preference === "container") return openAnyContainer(options);
  const first = await openBubblewrap(options);
  if (first.kind === "ready" || preference === "bubblewrap") return first;
  const second = await openAnyContainer(options);
  return second.kind === "ready" ? second : first;
}
