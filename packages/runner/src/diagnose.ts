import { spawnSync } from "node:child_process";
import { type Advice, adviceFor, type CheckId } from "./advice.ts";
import { findCgroupHome } from "./cgroup.ts";
import { findHostTools, systemProgram } from "./host-tools.ts";
import { namespaceSwitchThatForbids, openSandbox } from "./open-sandbox.ts";
import { ownSurroundings } from "./surroundings.ts";
import { mayGiveUids } from "./uid-lease.ts";

/** One question to this machine. `detail` is a bare fact (a version, a path); `advice`, where it is not ok, says what to do. */
export interface Check {
  readonly id: CheckId;
  readonly ok: boolean;
  /** True where the sandbox cannot be had without it; the others make it weaker or leave a language out. */
  readonly required: boolean;
  readonly detail: string;
  readonly advice: Advice | null;
}

export type Diagnosis = readonly Check[];

function check(id: CheckId, ok: boolean, required: boolean, detail: string): Check {
  return { id, ok, required, detail, advice: ok ? null : adviceFor(id, ownSurroundings()) };
}

function versionOf(program: string | null): string {
  return program === null ? "–" : spawnSync(program, ["--version"], { encoding: "utf8", env: {} }).stdout.trim();
}

async function checkRun(): Promise<Check> {
  const opened = await openSandbox("bubblewrap");
  if (opened.kind === "missing") return check("run", false, true, `${opened.missing.reason}: ${opened.missing.detail}`);
  await opened.sandbox.close();
  const { weaknesses } = opened.sandbox;
  return check("run", true, true, weaknesses.length > 0 ? weaknesses.join(", ") : "bubblewrap");
}

/** The other back end: its version and what is weaker, or why there is none. */
async function checkContainer(bubblewrapRuns: boolean): Promise<Check> {
  const opened = await openSandbox("container");
  const wanted = !bubblewrapRuns;
  if (opened.kind === "missing") return check("container", false, wanted, opened.missing.detail);
  await opened.sandbox.close();
  return check("container", true, wanted, [versionOf(systemProgram("podman")), ...opened.sandbox.weaknesses].join(", "));
}

/** Asks this machine what a sandbox needs, in the order in which one would mend it. Starts one tiny run of each back end. */
export async function diagnoseSandbox(): Promise<Diagnosis> {
  const linux = process.platform === "linux";
  if (!linux) return [check("linux", false, true, process.platform)];
  const found = findHostTools();
  const absent = "missing" in found ? found.missing.map((tool) => tool.tool).join(", ") : null;
  const forbids = namespaceSwitchThatForbids();
  const root = process.getuid?.() === 0;
  const cgroup = "tools" in found ? findCgroupHome(found.tools.sh) : null;
  const python = systemProgram("python3");
  const run = await checkRun();
  return [
    check("linux", true, true, process.platform),
    check("bubblewrap", absent === null, true, absent ?? versionOf(systemProgram("bwrap"))),
    check("user-namespaces", forbids === null || root, true, forbids ?? "ok"),
    check("system-call-filter", process.arch === "x64" || process.arch === "arm64", true, process.arch),
    run,
    await checkContainer(run.ok),
    check("python", python !== null, false, versionOf(python)),
    check("cgroup", cgroup !== null, false, cgroup === null ? "–" : `v${cgroup.version} ${cgroup.parent}`),
    check("account", mayGiveUids(), false, mayGiveUids() ? "root" : `uid ${process.getuid?.() ?? "?"}`),
  ];
}
