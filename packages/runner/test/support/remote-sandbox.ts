import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, RunRequest, Sandbox } from "../../src/index.ts";
import { bundleDriver } from "./bundle.ts";

export interface RemoteOptions {
  readonly backEnd: string;
  readonly cgroups: boolean;
  readonly uid: number;
  /** A version 1 memory cgroup that the judge is started in. */
  readonly cgroup: string | null;
}

/** What the judge's process sends; see `sandbox-host.ts`. */
export type FromHost =
  | { readonly opened: Pick<Sandbox, "kind" | "weaknesses" | "runtimes"> | null; readonly why: string }
  | { readonly id: number; readonly chunk: Uint8Array }
  | { readonly id: number; readonly outcome: Outcome };
export type ToHost =
  | { readonly id: number; readonly request: Omit<RunRequest, "onOutput" | "signal"> }
  | { readonly id: number; readonly abort: true }
  | { readonly close: true };

interface Pending {
  readonly onOutput: RunRequest["onOutput"];
  readonly settle: (outcome: Outcome) => void;
}

function startHost(options: RemoteOptions, folder: string) {
  const join_ = options.cgroup === null ? "" : `echo 0 > ${options.cgroup}/cgroup.procs; `;
  // whoever starts a judge may leave descriptors open, which are not the run's to have
  const leak = `exec 8</etc/passwd 9</; `;
  const drop = `exec /usr/bin/setpriv --reuid ${options.uid} --regid ${options.uid} --clear-groups "$@"`;
  const host = [process.execPath, join(folder, "host.mjs"), options.backEnd, String(options.cgroups)];
  const env = { PATH: "/usr/bin:/bin", VIGIE_TEST_CANARY: process.env["VIGIE_TEST_CANARY"] ?? "" };
  return spawn("/bin/sh", ["-c", join_ + leak + drop, "judge", ...host], {
    cwd: "/",
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    serialization: "advanced",
  });
}

/** A sandbox that another account's process opened; null (and a line that says why) where that could not. */
export async function openRemoteSandbox(options: RemoteOptions): Promise<Sandbox | null> {
  const folder = mkdtempSync("/tmp/vigie-host-");
  chmodSync(folder, 0o755);
  bundleDriver("sandbox-host.ts", join(folder, "host.mjs"));
  const host = startHost(options, folder);
  const pending = new Map<number, Pending>();
  const exited = new Promise<void>((resolve) => host.once("exit", () => resolve()));
  const opened = await new Promise<Extract<FromHost, { opened: unknown }>>((resolve, reject) => {
    host.once("exit", () => reject(new Error("the judge's process ended before it had opened its sandbox")));
    host.on("message", (message: FromHost) => {
      if ("opened" in message) resolve(message);
      else if ("chunk" in message) pending.get(message.id)?.onOutput(message.chunk);
      else pending.get(message.id)?.settle(message.outcome);
    });
  });
  const send = (message: ToHost): void => void host.send(message);
  const close = async (): Promise<void> => {
    if (host.connected) send({ close: true });
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  if (opened.opened === null) {
    console.log(`no sandbox for uid ${options.uid}: ${opened.why}`);
    await close();
    return null;
  }
  let sequence = 0;
  const run = ({ onOutput, signal, ...request }: RunRequest): Promise<Outcome> => {
    const id = sequence++;
    const abort = (): void => send({ id, abort: true });
    return new Promise((resolve, reject) => {
      const settle = (outcome: Outcome): void => {
        pending.delete(id);
        signal?.removeEventListener("abort", abort);
        resolve(outcome);
      };
      void exited.then(() => reject(new Error("the judge's process is gone")));
      pending.set(id, { onOutput, settle });
      send({ id, request });
      if (signal?.aborted === true) abort();
      else signal?.addEventListener("abort", abort, { once: true });
    });
  };
  return { ...opened.opened, run, close };
}
