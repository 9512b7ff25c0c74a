/** Runs a built detector on a split's inputs and reads its predictions as they stream. */
import type { Outcome, RunRequest, Sandbox } from "@vigie/runner";
import { PredictionReader, type Predictions } from "@vigie/scoring";
import { MONEY_INDICATOR_IDS } from "@vigie/sdk";
import type { ChallengeSpec, OutputFault, SubmissionManifest } from "@vigie/spec";
import type { Installation } from "./installation.ts";
import type { OpenSplit } from "./judge-submission.ts";

export interface DetectorRun {
  readonly outcome: Outcome;
  readonly fault: OutputFault | null;
  readonly predictions: Predictions | null;
}

export interface DetectorRequest {
  readonly installation: Installation;
  readonly sandbox: Sandbox;
  readonly challenge: ChallengeSpec;
  readonly opened: OpenSplit;
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

/** The run's outcome, and its predictions or the first fault in them. A program whose output is wrong is stopped at once. */
export async function runDetector(request: DetectorRequest): Promise<DetectorRun> {
  const { installation, sandbox, challenge, opened, folder, manifest, entry } = request;
  const stop = new AbortController();
  const reader = new PredictionReader({
    accountCount: opened.truth.labels.accountCount,
    evidence: opened.truth.evidence,
    caps: challenge.caps,
    knownIndicators: MONEY_INDICATORS,
  });
  const outcome = await sandbox.run({
    ...invocation(manifest, entry),
    submission: folder,
    inputs: opened.inputs,
    sdk: installation.sdkDir,
    limits: challenge.limits,
    signal: stop.signal,
    onOutput: (chunk) => {
      if (!stop.signal.aborted && !reader.push(chunk)) stop.abort();
    },
  });
  const read = reader.end();
  return read.ok ? { outcome, fault: null, predictions: read.predictions } : { outcome, fault: read.fault, predictions: null };
}

const MONEY_INDICATORS: ReadonlySet<string> = new Set(MONEY_INDICATOR_IDS);
