/** The kind *ranking*: order subjects by suspicion, within a budget of what analysts have time for, and say why. */
import { Type, type Static, type TObject } from "@sinclair/typebox";
import type { ChallengeSpec, Penalty } from "../../challenge.ts";
import type { PracticeReport } from "../../practice-report.ts";
import type { KindProblem, KindSpec } from "../kind-spec.ts";
import { RankingDetails } from "./details.ts";
import { RANKING_MEASURES, type HarmRules } from "./measures.ts";
import { RankingMistake } from "./mistake.ts";

const Positive = Type.Integer({ minimum: 1 });

const ASKS = {
  /** The analyst budget k, as a share of the subjects of a split. */
  budgetShare: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }),
};
const CAPS = { findingsPerAlert: Positive, evidencePerFinding: Positive };

/** A challenge of this kind, as the loader has checked it. */
export interface RankingChallenge extends ChallengeSpec {
  readonly budgetShare: Static<typeof ASKS.budgetShare>;
  readonly caps: ChallengeSpec["caps"] & Static<TObject<typeof CAPS>>;
  readonly penalties: (Penalty & HarmRules)[];
}

/** A practice report of this kind. */
export interface RankingReport extends PracticeReport {
  readonly details: RankingDetails | null;
  readonly mistakes: RankingMistake[];
}

export function isRankingChallenge(challenge: ChallengeSpec): challenge is RankingChallenge {
  return challenge.kind === "ranking";
}

export function isRankingReport(report: PracticeReport): report is RankingReport {
  return report.kind === "ranking";
}

/** The analyst budget of a split of so many subjects: the share, rounded to the nearest whole, at least 1. */
export function analystBudget({ budgetShare }: Pick<RankingChallenge, "budgetShare">, subjects: number): number {
  return Math.max(1, Math.round(budgetShare * subjects));
}

/** Of before 2.0.0: only the worst group counted, up to a cap. */
export function isCapped({ penalties }: Pick<RankingChallenge, "penalties">): boolean {
  return penalties.some(({ weight, cap }) => weight !== undefined || cap !== undefined);
}

/** A split must hold more subjects than the budget. */
function problems(challenge: ChallengeSpec, subjects: Readonly<Record<string, number>>): KindProblem[] {
  if (!isRankingChallenge(challenge)) return [];
  return Object.entries(subjects)
    .filter(([, count]) => analystBudget(challenge, count) >= count)
    .map(([split, count]) => ({
      pointer: `/sizes/${split}`,
      expected: "more subjects than the analyst budget",
      found: String(count),
    }));
}

export const RANKING: KindSpec = {
  id: "ranking",
  asks: ASKS,
  caps: CAPS,
  measures: RANKING_MEASURES,
  details: RankingDetails,
  mistake: RankingMistake,
  faults: [
    "score-not-a-number",
    "score-out-of-range",
    "unknown-role",
    "findings-not-a-list",
    "too-many-findings",
    "doubled-indicator",
    "unknown-indicator",
    "evidence-not-a-list",
    "evidence-not-an-id",
    "too-much-evidence",
    "doubled-evidence",
    "foreign-evidence",
  ],
  delivery: "whole",
  isOutdated: (challenge) => isRankingChallenge(challenge) && isCapped(challenge),
  problems,
};
