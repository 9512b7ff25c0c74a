/** Runs a built detector on a split's inputs and reads its output as it streams. */
import type { Outcome, RunRequest, Sandbox } from "@vigie/runner";
import { OutputStream, type Scorable } from "@vigie/scoring";
import type { OutputFault, SubmissionManifest } from "@vigie/spec";
import type { Installation } from "./installation.ts";
import type { OpenSplit } from "./open-split.ts";

export interface DetectorRun {
  readonly outcome: Outcome;
  readonly fault: OutputFault | null;
  readonly scorable: Scorable | null;
}

export interface DetectorRequest {
  readonly installation: Installation;
  readonly sandbox: Sandbox;
  readonly open: OpenSplit;
  /** The submission's files, with the bundle where there is one. */
  readonly folder: string;
  readonly manifest: SubmissionManifest;
  /** What is started, relative to the folder. */
  readonly entry: string;
}

function invocation(manifest: SubmissionManifest, entry: string): Pick<RunRequest, "program" | "args"> {
  const file = `/submission/${entry}`;
  const bySdk = manifest.protocol !== "lines";
  if (manifest.language === "python") {
    return { program: { runtime: "python" }, args: ["-I", "-B", ...(bySdk ? ["/sdk/python/run.py"] : []), file] };
  }
  return { program: { runtime: "node" }, args: [...(bySdk ? ["/sdk/run.mjs"] : []), file] };
}

/** The run's outcome, and what can be scored of its output or the first fault in it. A program whose output is wrong is stopped at once. */
export async function runDetector(request: DetectorRequest): Promise<DetectorRun> {
  const { installation, sandbox, open, folder, manifest, entry } = request;
  const stop = new AbortController();
  const output = new OutputStream(open);
  const outcome = await sandbox.run({
    ...invocation(manifest, entry),
    submission: folder,
    inputs: open.inputs,
    sdk: installation.sdkDir,
    limits: open.challenge.limits,
    signal: stop.signal,
    onOutput: (chunk) => {
      if (!stop.signal.aborted && !output.push(chunk)) stop.abort();
    },
  });
  const read = output.end();
  return read.ok ? { outcome, fault: null, scorable: read.scorable } : { outcome, fault: read.fault, scorable: null };
}
