/**
 * Which container engine this machine has, and how it is called: with an environment of a few names and, for Podman, a
 * configuration of ours, so that neither the account's settings nor the judge's variables decide what a run gets.
 */
import { execFile } from "node:child_process";
import { accessSync, constants, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { systemProgram } from "../host-tools.ts";

export interface Engine {
  readonly name: "podman" | "docker";
  readonly program: string;
  readonly version: string;
  /** It starts containers itself, as children of ours on this Linux machine; else a service does, maybe in a virtual machine. */
  readonly local: boolean;
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

/** What an engine needs of the judge's environment to find its own service, storage and helpers. */
const HANDED_ON = [
  ...["HOME", "XDG_RUNTIME_DIR", "PATH", "DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG", "CONTAINER_HOST", "TMPDIR"],
  ...["SystemRoot", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "ProgramData", "TEMP", "TMP", "HOMEDRIVE", "HOMEPATH"],
];

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

function onPath(name: string): string | null {
  const names = process.platform === "win32" ? [`${name}.exe`] : [name];
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const runs = (path: string): boolean => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return folders.flatMap((folder) => names.map((entry) => join(folder, entry))).find(runs) ?? null;
}

function environment(configuration: string | null): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of HANDED_ON) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  // an engine's helpers (conmon, runc, newuidmap) are the system's own
  if (process.platform === "linux") env["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";
  return configuration === null ? env : { ...env, CONTAINERS_CONF: configuration };
}

async function describePodman(program: string, folder: string): Promise<Engine | string> {
  const own = process.platform === "linux" && process.env["CONTAINER_HOST"] === undefined;
  const configuration = own ? join(folder, "containers.conf") : null;
  if (configuration !== null) {
    writeFileSync(configuration, PODMAN_CONFIGURATION + (process.getuid?.() === 0 ? ROOT_ONLY : ""), { mode: 0o644 });
  }
  const env = environment(configuration);
  const said = await ask({ program, env }, ["info", "--format", PODMAN_FACTS]);
  const [version = "", rootless, remote, cgroupVersion, ...controllers] = said.out.trim().split(/[\s[\]]+/);
  if (said.code !== 0) return `${program}: ${said.error.trim()}`;
  const cgroups =
    controllers.includes("memory") && controllers.includes("pids") && (rootless === "false" || cgroupVersion === "v2");
  const local = own && remote === "false";
  return { name: "podman", program, version, local, rootless: rootless === "true", cgroups, env };
}

async function describeDocker(program: string): Promise<Engine | string> {
  const env = environment(null);
  const said = await ask({ program, env }, ["version", "--format", "{{.Server.Version}}"]);
  if (said.code !== 0) return `${program}: ${said.error.trim()}`;
  return { name: "docker", program, version: said.out.trim(), local: false, rootless: false, cgroups: true, env };
}

export interface EngineSearch {
  readonly engine: Engine | null;
  /** Of each engine that is installed and does not answer: what it said. */
  readonly silent: readonly string[];
}

/**
 * The first engine that answers: Podman, then Docker. `folder` is a private one of the judge's, for Podman's settings.
 */
export async function findEngine(folder: string): Promise<EngineSearch> {
  const silent: string[] = [];
  for (const [name, describe] of [
    ["podman", describePodman],
    ["docker", describeDocker],
  ] as const) {
    const program = systemProgram(name) ?? onPath(name);
    if (program === null) continue;
    const found = await describe(program, folder);
    if (typeof found !== "string") return { engine: found, silent };
    silent.push(found);
  }
  return { engine: null, silent };
}
