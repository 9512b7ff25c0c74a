/**
 * The machine's Podman, and how it is called: with an environment of a few names and a configuration of ours, so that neither the account's settings nor the judge's variables decide what a run gets.
 */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemProgram } from "../host-tools.ts";

export interface Engine {
  readonly program: string;
  readonly version: string;
  readonly rootless: boolean;
  /** It can give a container a cgroup that bounds memory and the number of tasks. */
  readonly cgroups: boolean;
  readonly env: Readonly<Record<string, string>>;
}

export interface Said {
  /** Null where the system did not start it, or where it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

const PODMAN_FACTS =
  "{{.Version.Version}} {{.Host.Security.Rootless}} {{.Host.ServiceIsRemote}} {{.Host.CgroupsVersion}} {{.Host.CgroupControllers}}";
const ASK_MS = 60_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** What Podman needs of the judge's environment to find its storage and its user's helpers. */
const HANDED_ON = ["HOME", "XDG_RUNTIME_DIR", "TMPDIR"];

/** Sysctls of the network are not to be had where /proc shows processes alone; nothing is written to a system's journal. */
const PODMAN_CONFIGURATION = `[containers]
default_sysctls = []
default_ulimits = []
[engine]
events_logger = "none"
`;
const ROOT_ONLY = `cgroup_manager = "cgroupfs"\n`;

/** Runs the engine to its end. A failure is a value. */
export function ask(engine: Pick<Engine, "program" | "env">, args: readonly string[]): Promise<Said> {
  const options = { env: engine.env, timeout: ASK_MS, maxBuffer: MOST_BYTES, killSignal: "SIGKILL", windowsHide: true } as const;
  return new Promise((resolve) => {
    execFile(engine.program, [...args], options, (cause, out, error) => {
      const code = cause === null ? 0 : typeof cause.code === "number" ? cause.code : null;
      resolve({ code, out, error: error === "" && cause !== null ? cause.message : error });
    });
  });
}

function environment(configuration: string): Record<string, string> {
  // an engine's helpers (conmon, runc, newuidmap) are the system's own
  const env: Record<string, string> = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", CONTAINERS_CONF: configuration };
  for (const name of HANDED_ON) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/**
 * This machine's Podman, or why there is none to be had. `folder` is a private one of the judge's, for Podman's settings.
 * An engine behind a service (Docker, Podman in a virtual machine) does not see the files of this machine as its own, and
 * its processes are none of ours: it is not taken.
 */
export async function findEngine(folder: string): Promise<Engine | string> {
  if (process.platform !== "linux") return `${process.platform}: start Vigie inside a Linux machine that has podman`;
  const program = systemProgram("podman");
  if (program === null) return "podman is not installed";
  const configuration = join(folder, "containers.conf");
  const settings = PODMAN_CONFIGURATION + (process.getuid?.() === 0 ? ROOT_ONLY : "");
  writeFileSync(configuration, settings, { mode: 0o644 });
  const env = environment(configuration);
  const said = await ask({ program, env }, ["info", "--format", PODMAN_FACTS]);
  if (said.code !== 0) return `${program}: ${said.error.trim()}`;
  const [version = "", rootless, remote, cgroupVersion, ...controllers] = said.out.trim().split(/[\s[\]]+/);
  if (remote !== "false") return `${program} ${version} speaks to a service: start Vigie where the containers are`;
  const cgroups =
    controllers.includes("memory") && controllers.includes("pids") && (rootless === "false" || cgroupVersion === "v2");
  return { program, version, rootless: rootless === "true", cgroups, env };
}
