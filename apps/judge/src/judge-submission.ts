/**
 * One submission on one split, from its sources to a verdict. The worker's child process and `vigie try` call the same
 * function, so that what a team sees on its own machine is what the event's judge would say.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, Sandbox } from "@vigie/runner";
import { scoreRun, type ScoredRun } from "@vigie/scoring";
import {
  kindOf,
  MANIFEST_FILE,
  SpecError,
  type ChallengeSpec,
  type Judgement,
  type PracticeReport,
  type Reason,
  type SubmissionManifest,
} from "@vigie/spec";
import { checked, parseManifest } from "@vigie/spec/node";
import type { ArchiveFault } from "@vigie/store";
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
  /** The folder of its sources, as unpacked: ours, where the bundle is put beside them. */
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

/** An archive of an older form may hold what the door refuses today: its team's to mend, and no error of ours. */
export function notTakenAnyMore(open: OpenSplit, { code, entry = MANIFEST_FILE }: ArchiveFault): Judgement {
  return notBuilt(open, "bad_manifest", `${entry}: archives that came before may not hold this any more (${code})`);
}

function readManifest(submission: string): SubmissionManifest | { problem: string } {
  const file = join(submission, MANIFEST_FILE);
  if (!existsSync(file)) return { problem: `${MANIFEST_FILE}: expected a file; found none` };
  try {
    return parseManifest(readFileSync(file));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { problem: error.message };
  }
}

/** What a submission runs as: its own files, and the bundle where there is one. */
type Laid =
  | { readonly kind: "laid"; readonly entry: string; readonly bundle: Uint8Array | null }
  | Exclude<Built, { readonly kind: "built" }>;

async function layOutProgram(
  { installation, sandbox, submission, keeper }: Judging,
  manifest: SubmissionManifest,
): Promise<Laid> {
  if (manifest.language !== "typescript") return { kind: "laid", entry: manifest.entry, bundle: null };
  const kept = keeper?.take() ?? null;
  const built: Built =
    kept === null ? await buildDetector(installation, sandbox, submission, manifest) : { kind: "built", bundle: kept };
  if (built.kind !== "built") return built;
  layOut(submission, built.bundle);
  return { kind: "laid", entry: BUNDLE, bundle: built.bundle };
}

/** Judges a submission. A team's failure is a verdict; ours throws. */
export async function judgeSubmission(judging: Judging): Promise<Judgement> {
  const { installation, sandbox, open, submission: folder, keeper } = judging;
  const manifest = readManifest(folder);
  if ("problem" in manifest) return notBuilt(open, "bad_manifest", manifest.problem);
  if (!existsSync(join(folder, manifest.entry)))
    return notBuilt(open, "no_entry_file", `${MANIFEST_FILE}: entry: ${manifest.entry}`);
  const laid = await layOutProgram(judging, manifest);
  if (laid.kind === "failed") return unaccepted(open, laid, { log: laid.log });
  if (laid.kind === "broken") throw new JudgeFailure(laid.outcome);
  const { entry, bundle } = laid;
  const judgement = judgementOf(open, manifest, await runDetector({ installation, sandbox, open, folder, manifest, entry }));
  if (open.split === "practice" && judgement.verdict === "accepted" && bundle !== null) keeper?.keep(bundle);
  return judgement;
}

/** The sandbox itself failed: the job is tried again and no attempt is charged. */
export class JudgeFailure extends Error {
  readonly code = "sandbox-failed";
  constructor(outcome: Outcome) {
    super(
      `the sandbox did not run the program: ${outcome.detail ?? outcome.signal ?? `${outcome.status} ${outcome.exitCode ?? ""}`.trim()}`,
    );
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
