/**
 * One submission on one split, from its sources to a verdict. The worker's child process and `vigie try` call the same
 * function, so that what a team sees on its own machine is what the event's judge would say.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome, Sandbox } from "@vigie/runner";
import {
  MANIFEST_FILE,
  SpecError,
  SubmissionManifest,
  type ChallengeSpec,
  type Judgement,
  type PracticeReport,
  type Reason,
  type Split,
} from "@vigie/spec";
import { loadJson } from "@vigie/spec/node";
import { buildDetector, BUNDLE, layOut, type Built } from "./build-detector.ts";
import { conclude } from "./conclude.ts";
import type { Installation } from "./installation.ts";
import type { BundleKeeper } from "./kept-bundles.ts";
import { runDetector, type DetectorRun } from "./run-detector.ts";
import { scoreAccepted, type SplitTruth } from "./score-accepted.ts";

/** A prepared split, open for judging. */
export interface OpenSplit {
  readonly split: Split;
  /** Folder that runs see as /data, where every run's uid can go. */
  readonly inputs: string;
  readonly truth: SplitTruth;
}

const NOTHING_OF_PRACTICE: PracticeReport = {
  score: null,
  details: null,
  mistakes: [],
  fault: null,
  log: "",
  logTruncated: false,
  resources: null,
};

function unaccepted(split: Split, verdict: Judgement["verdict"], reason: Reason, practice: Partial<PracticeReport>): Judgement {
  return {
    verdict,
    reason,
    score: null,
    replicates: [],
    practice: split === "practice" ? { ...NOTHING_OF_PRACTICE, ...practice } : null,
  };
}

function readManifest(submission: string): SubmissionManifest | { problem: string } {
  try {
    return loadJson(SubmissionManifest, join(submission, MANIFEST_FILE));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { problem: error.message.replaceAll(`${submission}/`, "") };
  }
}

/** What a submission runs as: its own files, or those and the bundle. */
type Laid =
  | { readonly kind: "laid"; readonly folder: string; readonly entry: string; readonly bundle: Uint8Array | null }
  | Exclude<Built, { readonly kind: "built" }>;

async function layOutProgram(
  installation: Installation,
  sandbox: Sandbox,
  submission: string,
  manifest: SubmissionManifest,
  target: string,
  keeper: BundleKeeper | undefined,
): Promise<Laid> {
  if (manifest.language !== "typescript") return { kind: "laid", folder: submission, entry: manifest.entry, bundle: null };
  const kept = keeper?.take() ?? null;
  const built: Built =
    kept === null ? await buildDetector(installation, sandbox, submission, manifest) : { kind: "built", bundle: kept };
  if (built.kind !== "built") return built;
  layOut(submission, built.bundle, target);
  return { kind: "laid", folder: target, entry: BUNDLE, bundle: built.bundle };
}

/**
 * Judges the submission in the folder `submission` (sources, as unpacked). A team's failure is a verdict; ours throws.
 * @param keeper keeps the bundle of an accepted practice run for the next run of the same submission.
 */
export async function judgeSubmission(
  installation: Installation,
  sandbox: Sandbox,
  challenge: ChallengeSpec,
  opened: OpenSplit,
  submission: string,
  keeper?: BundleKeeper,
): Promise<Judgement> {
  const { split } = opened;
  const manifest = readManifest(submission);
  if ("problem" in manifest) return unaccepted(split, "build_error", "bad_manifest", { log: manifest.problem });
  if (!existsSync(join(submission, manifest.entry))) {
    return unaccepted(split, "build_error", "no_entry_file", { log: `${MANIFEST_FILE}: entry: ${manifest.entry}` });
  }
  const work = mkdtempSync(join(tmpdir(), "vigie-build-"));
  try {
    const laid = await layOutProgram(installation, sandbox, submission, manifest, join(work, "built"), keeper);
    if (laid.kind === "failed") return unaccepted(split, "build_error", laid.reason, { log: laid.log });
    if (laid.kind === "broken") throw new JudgeFailure(laid.outcome);
    const { folder, entry, bundle } = laid;
    const run = await runDetector({ installation, sandbox, challenge, opened, folder, manifest, entry });
    const judgement = judgementOf(challenge, opened, manifest, run);
    if (split === "practice" && judgement.verdict === "accepted" && bundle !== null) keeper?.keep(bundle);
    return judgement;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The sandbox itself failed: the job is tried again and no attempt is charged. */
export class JudgeFailure extends Error {
  readonly code = "sandbox-failed";
  constructor(outcome: Outcome) {
    super(`the sandbox did not run the program: ${outcome.detail ?? outcome.status}`);
  }
}

function judgementOf(challenge: ChallengeSpec, opened: OpenSplit, manifest: SubmissionManifest, run: DetectorRun): Judgement {
  const { outcome, fault, predictions } = run;
  const { verdict, reason } = conclude(outcome, fault, manifest);
  if (verdict === "judge_error") throw new JudgeFailure(outcome);
  const observed = {
    fault: verdict === "wrong_output" ? fault : null,
    log: outcome.log,
    logTruncated: outcome.logTruncated,
    resources: outcome.usage,
  };
  if (verdict !== "accepted" || predictions === null) return unaccepted(opened.split, verdict, reason, observed);
  const { score, details, replicates, mistakes } = scoreAccepted(challenge, opened.truth, predictions);
  return {
    verdict,
    reason,
    score,
    replicates: Array.from(replicates),
    practice: opened.split === "practice" ? { score, details, mistakes: [...mistakes], ...observed } : null,
  };
}
