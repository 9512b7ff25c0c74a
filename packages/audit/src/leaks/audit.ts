/** Attacks a test set as a cheat would, and says what stayed within chance. */
import type { BilingualText } from "@vigie/spec";
import type { AuditSet } from "./audit-set.ts";
import { attackClock } from "./attacks/clock.ts";
import { attackDigits } from "./attacks/digits.ts";
import { attackHashes } from "./attacks/hashes.ts";
import { attackMissing } from "./attacks/missing.ts";
import { attackOwnDays } from "./attacks/own-days.ts";
import { attackPosition } from "./attacks/position.ts";
import { attackRowIds } from "./attacks/row-ids.ts";
import { attackPeriod } from "./attacks/period.ts";
import { attackPairs } from "./attacks/pairs.ts";
import { attackSpacing } from "./attacks/spacing.ts";
import { attackColumns } from "./attacks/sweep.ts";
import { attackTexts } from "./attacks/texts.ts";
import { attackValues } from "./attacks/values.ts";
import { LIST_ERROR, FAMILIES, type FamilyId } from "./families.ts";
import type { Finding } from "./feature.ts";
import { meansFor, type Means } from "./means.ts";
import { reasonsIn, STRONGEST_SIGNAL, type Reasons } from "./reasons.ts";

export type Verdict = "ok" | "signal" | "leak";

export interface JudgedFinding extends Finding {
  readonly verdict: Verdict;
  /** Why a signal is lawful; null where nothing stands out, or nothing may. */
  readonly reason: BilingualText | null;
}

export interface FamilyResult {
  readonly family: FamilyId;
  readonly verdict: Verdict;
  /** How many (column, target) pairs were tried. */
  readonly trials: number;
  readonly strongest: JudgedFinding | null;
  /** The largest score that shuffled labels reached which had no part in the bound. */
  readonly control: number;
}

export interface LeakAudit {
  readonly passed: boolean;
  readonly families: readonly FamilyResult[];
  readonly findings: readonly JudgedFinding[];
}

const PERMUTATIONS = 199;

/** Tries what there is to try of one sort. */
export type Attack = (means: Means) => void;

const ATTACKS: readonly Attack[] = [
  attackPosition,
  attackHashes,
  attackRowIds,
  attackClock,
  attackDigits,
  attackOwnDays,
  attackTexts,
  attackMissing,
  attackValues,
  attackSpacing,
  attackPeriod,
  attackColumns,
  attackPairs,
];

export function judgeFinding(finding: Finding, reasons: Reasons): JudgedFinding {
  if (finding.score <= finding.bound) return { ...finding, verdict: "ok", reason: null };
  const reason = reasons(finding.column, finding.family, finding.value);
  return { ...finding, verdict: reason === null || (finding.strength ?? 0) > STRONGEST_SIGNAL ? "leak" : "signal", reason };
}

function worst(findings: readonly JudgedFinding[]): Verdict {
  if (findings.some(({ verdict }) => verdict === "leak")) return "leak";
  return findings.some(({ verdict }) => verdict === "signal") ? "signal" : "ok";
}

/** What a family found, of all findings. */
export function resultOf(family: FamilyId, findings: readonly JudgedFinding[], trials: number, control: number): FamilyResult {
  const own = findings.filter((finding) => finding.family === family).sort((a, b) => b.score / b.bound - a.score / a.bound);
  return { family, verdict: worst(own), trials, strongest: own[0] ?? null, control };
}

function familyResult(family: FamilyId, findings: readonly JudgedFinding[], { found }: Means): FamilyResult {
  const subjects = found.subjects.get(family);
  const planted = found.planted.get(family);
  return resultOf(family, findings, (subjects?.trials ?? 0) + (planted?.trials ?? 0), subjects?.control() ?? 0);
}

export interface AuditOptions {
  /** Called after each attack with the share of attacks that are done. */
  readonly onProgress?: (share: number) => void;
}

/** Audits a test set. Deterministic: its own randomness has a fixed seed. @param own the attacks of its world alone. */
export function attackSet(set: AuditSet, own: readonly Attack[], { onProgress }: AuditOptions = {}): LeakAudit {
  const means = meansFor(set, PERMUTATIONS);
  const attacks = [...ATTACKS, ...own];
  attacks.forEach((attack, i) => {
    attack(means);
    onProgress?.((i + 1) / attacks.length);
  });
  const reasons = reasonsIn(set);
  const findings = [...means.found.subjects.values(), ...means.found.planted.values()]
    .flatMap((list) => list.findings(LIST_ERROR))
    .map((finding) => judgeFinding(finding, reasons));
  const ids = Object.keys(FAMILIES).filter((id): id is keyof typeof FAMILIES => id in FAMILIES);
  const families = ids.map((family) => familyResult(family, findings, means)).filter(({ trials }) => trials > 0);
  return { passed: families.every(({ verdict }) => verdict !== "leak"), families, findings };
}
