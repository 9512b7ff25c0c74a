/**
 * One submission on one split, from its sources to a verdict. The worker's child process and `vigie try` call the same
 * function, so that what a team sees on its own machine is what the event's judge would say.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome, Sandbox } from "@vigie/runner";
import { scoreRun, type ScoredRun } from "@vigie/scoring";
import {
  kindOf,
  MANIFEST_FILE,
  SpecError,
  SubmissionManifest,
  type ChallengeSpec,
  type Judgement,
  type PracticeReport,
  type Reason,
} from "@vigie/spec";
import { checked, loadJson } from "@vigie/spec/node";
import { buildDetector, BUNDLE, layOut, type Built } from "./build-detector.ts";
import { conclude } from "./conclude.ts";
import type { Installation } from "./installation.ts";
import type { BundleKeeper } from "./kept-bundles.ts";
import type { OpenSplit } from "./open-split.ts";
import { runDetector, type DetectorRun } from "./run-detector.ts";

/** What is judged, on what, with what. */
export interface Judging {
  readonly installation: Installation;
  readonly sandbox: Sandbox;
  readonly open: OpenSplit;
  /** The folder of its sources, as unpacked. */
  readonly submission: string;
  /** Keeps the bundle of an accepted practice run for the next run of the same submission. */
  readonly keeper?: BundleKeeper | undefined;
}

const NOTHING_OF_PRACTICE: Omit<PracticeReport, "kind"> = {
  score: null,
  details: null,
  mistakes: [],
  fault: null,
  log: "",
  logTruncated: false,
  resources: null,
};

/** The practice report; none of a hidden split. */
function practiceOf({ split, challenge }: OpenSplit, told: Partial<PracticeReport>): PracticeReport | null {
  return split === "practice" ? { ...NOTHING_OF_PRACTICE, ...told, kind: challenge.kind } : null;
}

type Unaccepted = Pick<Judgement, "verdict" | "reason">;

function unaccepted(open: OpenSplit, { verdict, reason }: Unaccepted, told: Partial<PracticeReport>): Judgement {
  return { verdict, reason, score: null, replicates: [], practice: practiceOf(open, told) };
}

function notBuilt(open: OpenSplit, reason: Reason, log: string): Judgement {
  return unaccepted(open, { verdict: "build_error", reason }, { log });
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

async function layOutProgram(judging: Judging, manifest: SubmissionManifest, target: string): Promise<Laid> {
  const { installation, sandbox, submission, keeper } = judging;
  if (manifest.language !== "typescript") return { kind: "laid", folder: submission, entry: manifest.entry, bundle: null };
  const kept = keeper?.take() ?? null;
  const built: Built =
    kept === null ? await buildDetector(installation, sandbox, submission, manifest) : { kind: "built", bundle: kept };
  if (built.kind !== "built") return built;
  layOut(submission, built.bundle, target);
  return { kind: "laid", folder: target, entry: BUNDLE, bundle: built.bundle };
}

/** Judges a submission. A team's failure is a verdict; ours throws. */
export async function judgeSubmission(judging: Judging): Promise<Judgement> {
  const { installation, sandbox, open, submission, keeper } = judging;
  const manifest = readManifest(submission);
  if ("problem" in manifest) return notBuilt(open, "bad_manifest", manifest.problem);
  if (!existsSync(join(submission, manifest.entry)))
    return notBuilt(open, "no_entry_file", `${MANIFEST_FILE}: entry: ${manifest.entry}`);
  const work = mkdtempSync(join(tmpdir(), "vigie-build-"));
  try {
    const laid = await layOutProgram(judging, manifest, join(work, "built"));
    if (laid.kind === "failed") return notBuilt(open, laid.reason, laid.log);
    if (laid.kind === "broken") throw new JudgeFailure(laid.outcome);
    const { folder, entry, bundle } = laid;
    const judgement = judgementOf(open, manifest, await runDetector({ installation, sandbox, open, folder, manifest, entry }));
    if (open.split === "practice" && judgement.verdict === "accepted" && bundle !== null) keeper?.keep(bundle);
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

/** @throws SpecError where the kind says something of a run in a form that it did not declare: our failure. */
function refuseOtherForm(challenge: ChallengeSpec, { details, mistakes }: ScoredRun): void {
  const kind = kindOf(challenge);
  checked(kind.details, details, `details of the kind ${kind.id}`);
  for (const mistake of mistakes) checked(kind.mistake, mistake, `a mistake of the kind ${kind.id}`);
}

function judgementOf(open: OpenSplit, manifest: SubmissionManifest, { outcome, fault, scorable }: DetectorRun): Judgement {
  const { verdict, reason } = conclude(outcome, fault, manifest);
  if (verdict === "judge_error") throw new JudgeFailure(outcome);
  const observed = {
    fault: verdict === "wrong_output" ? fault : null,
    log: outcome.log,
    logTruncated: outcome.logTruncated,
    resources: outcome.usage,
  };
  if (verdict !== "accepted" || scorable === null) return unaccepted(open, { verdict, reason }, observed);
  const run = scoreRun({ ...open, scorable });
  if (open.split === "practice") refuseOtherForm(open.challenge, run);
  const { score, details, mistakes } = run;
  const practice = practiceOf(open, { score, details, mistakes: [...mistakes], ...observed });
  return { verdict, reason, score, replicates: Array.from(run.replicates), practice };
}
