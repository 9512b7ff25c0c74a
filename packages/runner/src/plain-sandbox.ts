/**
 * The back end that contains nothing: one's own code on one's own machine, which may be Windows or macOS.
 * It keeps the same limits of time, output and log, so that a verdict mostly agrees with the server's.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome, RunRequest, Sandbox } from "./contract.ts";
import { outcomeOf } from "./outcome.ts";
import { readProcessTree } from "./process-meter.ts";
import { runEnvironment, runtimeArguments } from "./runtime-options.ts";
import { supervise } from "./supervise.ts";

const INSIDE = /(^|[=:,])\/(submission|data|sdk|tmp)(?=\/|$)/g;

/** Paths as they are inside the sandbox become the host's. */
export function hostArgument(argument: string, places: Readonly<Record<string, string | null>>): string {
  return argument.replace(INSIDE, (whole: string, before: string, place: string): string => {
    const path = places[place] ?? null;
    return path === null ? whole : before + path;
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  if (process.platform === "win32") spawnSync("taskkill", ["/T", "/F", "/PID", String(pid)], { stdio: "ignore" });
  else {
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // it is gone
    }
  }
}

/** Windows cannot start a program without these. */
function hostEnvironment(temporary: string, { program, limits }: RunRequest): Record<string, string> {
  const own = runEnvironment(temporary, program, limits.memoryMiB);
  if (process.platform !== "win32") return { ...own, PATH: process.env["PATH"] ?? "/usr/bin:/bin" };
  const environment: Record<string, string> = { ...own, TEMP: temporary, TMP: temporary };
  for (const name of ["SystemRoot", "PATH", "PATHEXT", "windir"]) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

/** Ends of the runs that are under way. Nothing else would end one whose judge is gone. */
type Running = Set<() => void>;

async function runPlainly(request: RunRequest, runtimes: Sandbox["runtimes"], running: Running): Promise<Outcome> {
  const { program, limits } = request;
  const temporary = mkdtempSync(join(tmpdir(), "vigie-run-"));
  let kill = (): void => undefined;
  try {
    const file = "binary" in program ? program.binary : runtimes[program.runtime];
    if (file === null) throw new Error("no Python 3 was found on this machine");
    const places = { submission: request.submission, data: request.inputs, sdk: request.sdk, tmp: temporary };
    const args = [
      ...runtimeArguments(program, limits.memoryMiB),
      ...request.args.map((argument) => hostArgument(argument, places)),
    ];
    const child = spawn(file, args, {
      cwd: temporary,
      detached: process.platform !== "win32",
      env: { ...hostEnvironment(temporary, request), ...(request.inputs === null ? {} : { VIGIE_DATA: request.inputs }) },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    kill = () => killGroup(child.pid);
    running.add(kill);
    const linux = process.platform === "linux";
    // what the program started and left goes with it, and holds no pipe open
    child.once("exit", kill);
    const ending = await supervise(request, {
      child,
      stop: kill,
      measure: linux ? () => readProcessTree(child.pid ?? 0) : null,
      memoryCapMiB: linux ? limits.memoryMiB : null,
    });
    return outcomeOf({
      ending,
      limits,
      exitCode: ending.exitCode,
      signal: ending.signal,
      cpuMs: linux ? ending.lastReading.cpuMs : null,
      memoryPeakMiB: ending.memoryPeakMiB > 0 ? ending.memoryPeakMiB : null,
      outOfMemory: false,
      broken: ending.startError?.message ?? null,
    });
  } finally {
    running.delete(kill);
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** A Python 3 of this machine, by the names that the systems give it; null if none answers. */
function findPython(): string | null {
  const names = process.platform === "win32" ? ["python", "py"] : ["/usr/bin/python3", "python3"];
  return (
    names.find(
      (name) => spawnSync(name, ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"], { stdio: "ignore" }).status === 0,
    ) ?? null
  );
}

export function openPlainSandbox(): Sandbox {
  const runtimes = { node: process.execPath, python: findPython() };
  const running: Running = new Set();
  const killAll = (): void => {
    for (const kill of running) kill();
  };
  process.once("exit", killAll);
  return {
    kind: "none",
    weaknesses: ["no-sandbox"],
    runtimes,
    run: (request) => runPlainly(request, runtimes, running),
    close: () => {
      process.off("exit", killAll);
      killAll();
      return Promise.resolve();
    },
  };
}
