/**
 * One run against one split's labels, laid out for weighing: everything that no resample changes is looked up once, so that
 * a resample is a few passes over typed arrays. A resample says how often each unit was drawn.
 */
import { analystBudget, type ChallengeSpec, type Labels } from "@vigie/spec";
import { evidenceF1, indicatorF1 } from "./explanation.ts";
import type { Predictions } from "./predictions.ts";
import { rankAlerts, type RankedAlerts } from "./ranked-alerts.ts";
import { namedController, roleRight } from "./roles.ts";

export type ScoringRules = Pick<ChallengeSpec, "budgetShare" | "weights" | "harm" | "interval">;

/** The positives that have an alert, in the list's order. */
export interface RankedPositives {
  /** Position in `labels.positives`. */
  readonly index: Int32Array;
  readonly tie: Int32Array;
  readonly unit: Int32Array;
  readonly indicators: Float64Array;
  readonly evidence: Float64Array;
  readonly roleRight: Float64Array;
  readonly exploited: Float64Array;
  readonly namedController: Float64Array;
}

/** Memberships of lawful accounts in look-alike groups, by group number. */
export interface GroupMembers {
  readonly names: readonly string[];
  /** 1 for a group with enough lawful members in the full set. */
  readonly judged: Uint8Array;
  /** Every membership: its group and its account's unit. */
  readonly group: Int32Array;
  readonly unit: Int32Array;
  /** The memberships that have an alert, in the list's order. */
  readonly alerted: { readonly group: Int32Array; readonly unit: Int32Array; readonly tie: Int32Array };
}

export interface ScoringCase {
  readonly rules: ScoringRules;
  /** The budget of the full set; a resample keeps it. */
  readonly k: number;
  readonly unitSizes: Int32Array;
  /** The units that hold positives, and how many each. */
  readonly positiveUnits: { readonly unit: Int32Array; readonly positives: Int32Array };
  readonly ranked: RankedAlerts;
  /** By position in the list: the account's unit, and all bits set for a positive, none for another. */
  readonly unitAt: Int32Array;
  readonly positiveMaskAt: Int32Array;
  readonly positives: RankedPositives;
  readonly groups: GroupMembers;
}

/** Account → position in `labels.positives`, −1 for a lawful one. */
export function positiveIndex(labels: Labels): Int32Array {
  const index = new Int32Array(labels.accountCount).fill(-1);
  labels.positives.forEach((positive, i) => (index[positive.account] = i));
  return index;
}

function rankedPositives(
  labels: Labels,
  predictions: Predictions,
  ranked: RankedAlerts,
  positiveOf: Int32Array,
): RankedPositives {
  const at: number[] = [];
  ranked.accounts.forEach((account, i) => {
    if (positiveOf[account] >= 0) at.push(i);
  });
  const index = Int32Array.from(at, (i) => positiveOf[ranked.accounts[i]]);
  const measure = (of: (positive: Labels["positives"][number], account: number) => number) =>
    Float64Array.from(index, (i) => of(labels.positives[i], labels.positives[i].account));
  return {
    index,
    tie: Int32Array.from(at, (i) => ranked.tieOf[i]),
    unit: Int32Array.from(at, (i) => labels.units.ofAccount[ranked.accounts[i]]),
    indicators: measure((positive, account) => indicatorF1(positive, predictions.findings.get(account))),
    evidence: measure((positive, account) => evidenceF1(positive, predictions.findings.get(account))),
    roleRight: measure((positive, account) => roleRight(positive, predictions.roles[account])),
    exploited: measure((positive) => (positive.role === "exploited" ? 1 : 0)),
    namedController: measure((positive, account) => namedController(positive, predictions.roles[account])),
  };
}

interface Membership {
  readonly group: number;
  readonly account: number;
}

function lawfulMemberships(labels: Labels, names: readonly string[], positiveOf: Int32Array): Membership[] {
  return names.flatMap((name, group) =>
    Array.from(labels.groups.get(name) ?? [])
      .filter((account) => positiveOf[account] < 0)
      .map((account) => ({ group, account })),
  );
}

function groupMembers(rules: ScoringRules, labels: Labels, ranked: RankedAlerts, positiveOf: Int32Array): GroupMembers {
  const names = [...labels.groups.keys()].sort((a, b) => (a < b ? -1 : 1));
  const members = lawfulMemberships(labels, names, positiveOf);
  const unitOf = labels.units.ofAccount;
  const positionOf = new Int32Array(labels.accountCount).fill(-1);
  ranked.accounts.forEach((account, i) => (positionOf[account] = i));
  const alerted = members
    .filter(({ account }) => positionOf[account] >= 0)
    .sort((a, b) => positionOf[a.account] - positionOf[b.account] || a.group - b.group);
  const sizes = names.map((_, group) => members.filter((member) => member.group === group).length);
  return {
    names,
    judged: Uint8Array.from(sizes, (size) => (size >= rules.harm.smallestGroup ? 1 : 0)),
    group: Int32Array.from(members, ({ group }) => group),
    unit: Int32Array.from(members, ({ account }) => unitOf[account]),
    alerted: {
      group: Int32Array.from(alerted, ({ group }) => group),
      unit: Int32Array.from(alerted, ({ account }) => unitOf[account]),
      tie: Int32Array.from(alerted, ({ account }) => ranked.tieOf[positionOf[account]]),
    },
  };
}

export function openCase(rules: ScoringRules, labels: Labels, predictions: Predictions): ScoringCase {
  const ranked = rankAlerts(predictions);
  const positiveOf = positiveIndex(labels);
  const unitOf = labels.units.ofAccount;
  const unitCount = labels.units.stratumOfUnit.length;
  const unitSizes = new Int32Array(unitCount);
  const unitPositives = new Int32Array(unitCount);
  unitOf.forEach((unit, account) => {
    unitSizes[unit]++;
    if (positiveOf[account] >= 0) unitPositives[unit]++;
  });
  const positiveUnits = Int32Array.from(unitPositives.keys()).filter((unit) => unitPositives[unit] > 0);
  return {
    rules,
    k: analystBudget(rules, labels.accountCount),
    unitSizes,
    positiveUnits: { unit: positiveUnits, positives: positiveUnits.map((unit) => unitPositives[unit]) },
    ranked,
    unitAt: ranked.accounts.map((account) => unitOf[account]),
    positiveMaskAt: ranked.accounts.map((account) => (positiveOf[account] >= 0 ? -1 : 0)),
    positives: rankedPositives(labels, predictions, ranked, positiveOf),
    groups: groupMembers(rules, labels, ranked, positiveOf),
  };
}
