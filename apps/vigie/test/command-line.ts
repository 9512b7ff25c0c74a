/** The command line as a person starts it: in a process of its own, in a folder of its own. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { Type, type Static, type TSchema } from "@sinclair/typebox";
import { checked } from "@vigie/spec/node";

export const ROOT = resolve(import.meta.dirname, "../../..");
export const VIGIE = join(ROOT, "apps/vigie/bin/vigie.js");
export const CHALLENGE = join(ROOT, "challenges/follow-the-money");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A temporary folder whose caches and settings are its own. */
export class Home {
  readonly folder = mkdtempSync(join(tmpdir(), "vigie-home-"));

  environment(own: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    return {
      ...process.env,
      LC_ALL: "C.UTF-8",
      XDG_CONFIG_HOME: join(this.folder, "config"),
      VIGIE_CACHE_DIR: join(this.folder, "cache"),
      ...own,
    };
  }

  /** Runs `vigie` to its end. */
  vigie(args: readonly string[], own: NodeJS.ProcessEnv = {}): Ended {
    return this.node([VIGIE, ...args], own);
  }

  /** Runs Node to its end, in this folder. */
  node(args: readonly string[], own: NodeJS.ProcessEnv = {}): Ended {
    return this.run(process.execPath, args, own);
  }

  /** Runs a program to its end, in this folder. */
  run(program: string, args: readonly string[], own: NodeJS.ProcessEnv = {}): Ended {
    const ended = spawnSync(program, args, { cwd: this.folder, env: this.environment(own), encoding: "utf8" });
    return { code: ended.status, out: ended.stdout, err: ended.stderr };
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== "object" || address === null) throw new Error("no free port was found");
  return address.port;
}

/** Asks until the answer satisfies, for at most `minutes`. */
export async function until<T>(what: string, minutes: number, look: () => Promise<T | null>): Promise<T> {
  const end = performance.now() + minutes * 60_000;
  for (;;) {
    const seen = await look().catch(() => null);
    if (seen !== null) return seen;
    if (performance.now() > end) throw new Error(`waited ${minutes} minutes for: ${what}`);
    await pause(300);
  }
}

/** A running `vigie start`, with all that it printed. */
export class Running {
  readonly url: string;
  readonly dataDir: string;
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | null>;
  printed = "";

  private constructor(child: ChildProcess, url: string, dataDir: string) {
    this.#child = child;
    this.url = url;
    this.dataDir = dataDir;
    child.stdout?.on("data", (chunk) => (this.printed += String(chunk)));
    child.stderr?.on("data", (chunk) => (this.printed += String(chunk)));
    this.#exit = new Promise((done) => child.once("exit", done));
  }

  /** Starts a server on a free port, with more options where there are some, and waits until it answers. @param vigie another command line. */
  static async start(home: Home, dataDir: string, options: readonly string[] = [], vigie = VIGIE): Promise<Running> {
    const port = await freePort();
    const child = spawn(process.execPath, [vigie, "start", "--data", dataDir, "--port", `${port}`, ...options], {
      cwd: home.folder,
      env: home.environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const running = new Running(child, `http://127.0.0.1:${port}`, dataDir);
    await until("the server to answer", 5, async () => ((await fetch(`${running.url}/healthz`)).ok ? true : null)).catch(
      (error: unknown) => {
        child.kill("SIGKILL");
        throw new Error(`${String(error)}\n${running.printed}`);
      },
    );
    return running;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Sends a signal and waits for the end. @returns the exit code; null where the signal ended it. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill(signal);
    return this.#exit;
  }

  async text(path: string, headers: Record<string, string> = {}): Promise<string> {
    const response = await fetch(`${this.url}${path}`, { headers: { ...headers, connection: "close" } });
    return response.text();
  }

  async json<S extends TSchema>(path: string, answer: S, headers: Record<string, string> = {}): Promise<Static<S>> {
    const response = await fetch(`${this.url}${path}`, { headers: { ...headers, connection: "close" } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const body: unknown = await response.json();
    return checked(answer, body, path);
  }

  codes(): Record<"team" | "mentor" | "organizer", string> {
    return JSON.parse(readFileSync(join(this.dataDir, "demo-codes.json"), "utf8"));
  }

  /** Headers of somebody who signed in with the demo's code of this role. */
  async signedIn(role: "team" | "mentor" | "organizer"): Promise<Record<string, string>> {
    const response = await fetch(`${this.url}/api/v1/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify({ code: this.codes()[role] }),
    });
    const body: unknown = await response.json();
    const { token } = checked(Type.Object({ token: Type.String() }), body, "session");
    return { authorization: `Bearer ${token}` };
  }
}
