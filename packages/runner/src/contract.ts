/** What a run is asked and what comes back. Plain values; nothing here knows of challenges or labels. */

/** Times in milliseconds; sizes in the units that stand in the names. */
export interface Limits {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly memoryMiB: number;
  readonly tmpMiB: number;
  readonly outputMiB: number;
  readonly logKiB: number;
}

/** The program that runs: a runtime of the host, or one binary (the bundler) that is shown to the sandbox alone. */
export type Program = { readonly runtime: "node" | "python" } | { readonly binary: string };

export interface RunRequest {
  readonly program: Program;
  /** Arguments after the program, with paths as they are inside: /submission, /data, /sdk, /tmp. */
  readonly args: readonly string[];
  /** Host folder that is seen read-only at /submission: copied, with fixed times. */
  readonly submission: string;
  /** Host folder that is seen read-only at /data: bound, never copied. `stageInputs` puts it where every run's uid can go. */
  readonly inputs: string | null;
  /** Host folder that is seen read-only at /sdk. */
  readonly sdk: string | null;
  readonly limits: Limits;
  /** Standard output as it streams, up to the cap; the outcome does not keep it. */
  readonly onOutput: (chunk: Uint8Array) => void;
  readonly signal?: AbortSignal;
}

export type OutcomeStatus =
  | "exited"
  | "signalled"
  | "cpu_time"
  | "wall_time"
  | "memory"
  | "output"
  | "log"
  | "aborted"
  /** Ours: the sandbox did not start or broke; never the program's fault. */
  | "sandbox_error";

/** Null where this machine cannot tell. */
export interface Usage {
  readonly wallMs: number;
  readonly cpuMs: number | null;
  readonly memoryPeakMiB: number | null;
  readonly outputBytes: number;
  readonly logBytes: number;
}

export interface Outcome {
  readonly status: OutcomeStatus;
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Standard error, capped: the head and the tail where it was cut. */
  readonly log: string;
  readonly logTruncated: boolean;
  readonly usage: Usage;
  /** Of a sandbox_error: what went wrong, for the organizer. */
  readonly detail: string | null;
}

export type SandboxKind = "bubblewrap" | "container" | "none";

export interface Sandbox {
  readonly kind: SandboxKind;
  /** What is weaker on this machine, as stable ids (`no-cgroup`, `shared-uid`, …); the docs say each in words. */
  readonly weaknesses: readonly string[];
  readonly runtimes: { readonly node: string; readonly python: string | null };
  run(request: RunRequest): Promise<Outcome>;
  close(): Promise<void>;
}

/** Why no sandbox is to be had, as `doctor` and the banner say it. */
export interface SandboxMissing {
  readonly reason: "not-linux" | "no-bubblewrap" | "user-namespaces-forbidden" | "does-not-start" | "no-container-engine";
  readonly detail: string;
}
