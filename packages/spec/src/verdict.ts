/** What the judge concluded: kept apart from the run outcome (what the sandbox saw) and the score (what the metrics computed). */
import { Type, type Static } from "@sinclair/typebox";
import { PracticeReport } from "./practice-report.ts";
import { Score } from "./score.ts";

export const VERDICTS = [
  "accepted",
  "wrong_output",
  "build_error",
  "runtime_error",
  "time_limit",
  "memory_limit",
  "output_limit",
  "judge_error",
] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VerdictName = Type.Union(VERDICTS.map((verdict) => Type.Literal(verdict)));

/**
 * Which sentence goes with a verdict. A hidden split gives the plain one, named like the verdict;
 * practice may give a closer one.
 */
export const REASONS = [
  ...VERDICTS,
  "no_entry_file",
  "bad_manifest",
  "no_detector",
  "syntax_error",
  "missing_import",
  "exception",
  "exit_code",
  "killed_by_signal",
  "cpu_time",
  "wall_time",
  "log_limit",
] as const;
export type Reason = (typeof REASONS)[number];

/** What comes back from judging one submission on one split, as it crosses from the judge's child process. */
export const Judgement = Type.Object(
  {
    verdict: VerdictName,
    reason: Type.Union(REASONS.map((reason) => Type.Literal(reason))),
    /** Unrounded; null unless accepted. */
    score: Type.Union([Score, Type.Null()]),
    /** One score a resample, for paired intervals; empty unless accepted. */
    replicates: Type.Array(Type.Number()),
    /** Only of the practice split. */
    practice: Type.Union([PracticeReport, Type.Null()]),
  },
  { additionalProperties: false },
);
export type Judgement = Static<typeof Judgement>;
