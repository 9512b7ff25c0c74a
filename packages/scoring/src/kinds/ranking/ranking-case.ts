/**
 * A split, and one run on it, laid out for weighing: everything that no resample changes is looked up once, so that a
 * resample is a few passes over typed arrays.
 */
import { analystBudget, type HarmRules, type RankingChallenge } from "@vigie/spec/ranking";
import { evidenceF1, indicatorF1 } from "../../measures/explanation.ts";
import { isExploited, namedController, roleWorth } from "../../measures/roles.ts";
import type { Listed } from "../../measures/weighted-sums.ts";
import type { Alerts } from "./alerts.ts";
import { lookAlikesOf, type LookAlikes } from "./look-alikes.ts";
import { rankAlerts, type RankedAlerts } from "./ranked-alerts.ts";
import type { Positive, RankingLabels } from "./ranking-labels.ts";

/** The units that hold some of a sort, and how many each. */
export interface UnitTally {
  readonly unit: Int32Array;
  readonly many: Int32Array;
}

/** What all runs on a split share. */
export interface RankingSplit {
  readonly labels: RankingLabels;
  /** Undefined where the challenge takes nothing off for harm; then no group is judged. */
  readonly harm: HarmRules | undefined;
  /** The budget of the full set; a resample keeps it. */
  readonly k: number;
  /** Members of units beyond one each. */
  readonly beyondOne: UnitTally;
  readonly positives: UnitTally;
  readonly lookAlikes: LookAlikes;
}

/** The positives that have an alert, in the list's order, and what each measure says of them. */
export interface RankedPositives extends Listed {
  /** Position in `labels.positives`. */
  readonly index: Int32Array;
  /** 1 for each. */
  readonly all: Float64Array;
  readonly indicators: Float64Array;
  readonly evidence: Float64Array;
  readonly roles: Float64Array;
  readonly exploited: Float64Array;
  readonly namedController: Float64Array;
}

export interface RankingCase {
  readonly split: RankingSplit;
  readonly alerts: Alerts;
  readonly ranked: RankedAlerts;
  /** By position in the list: the subject's unit, and all bits set for a positive, none for another. */
  readonly unitAt: Int32Array;
  readonly positiveMaskAt: Int32Array;
  readonly positives: RankedPositives;
  /** By membership of a look-alike group: the tie of its subject. */
  readonly memberTie: Int32Array;
}

function tallied(byUnit: Int32Array): UnitTally {
  const unit = Int32Array.from(byUnit.keys()).filter((one) => byUnit[one] > 0);
  return { unit, many: unit.map((one) => byUnit[one]) };
}

export function layOutSplit(challenge: RankingChallenge, labels: RankingLabels): RankingSplit {
  const { positiveOf, units } = labels;
  const beyondOne = new Int32Array(units.stratumOfUnit.length).fill(-1);
  const positives = new Int32Array(units.stratumOfUnit.length);
  units.ofSubject.forEach((unit, subject) => {
    beyondOne[unit]++;
    if (positiveOf[subject] >= 0) positives[unit]++;
  });
  const harm = challenge.penalties.find(({ measure }) => measure === "harm");
  return {
    labels,
    harm,
    k: analystBudget(challenge, labels.subjects),
    beyondOne: tallied(beyondOne),
    positives: tallied(positives),
    lookAlikes: lookAlikesOf(labels, harm?.smallestGroup ?? Infinity),
  };
}

function rankedPositives({ positives, positiveOf, units }: RankingLabels, alerts: Alerts, ranked: RankedAlerts): RankedPositives {
  const at = Int32Array.from(ranked.subjects.keys()).filter((i) => positiveOf[ranked.subjects[i]] >= 0);
  const index = at.map((i) => positiveOf[ranked.subjects[i]]);
  const each = (value: (positive: Positive) => number) => Float64Array.from(index, (i) => value(positives[i]));
  const findings = ({ subject }: Positive) => alerts.findings.get(subject);
  const named = ({ subject }: Positive) => alerts.roleOf(subject);
  return {
    index,
    tie: at.map((i) => ranked.tieOf[i]),
    unit: at.map((i) => units.ofSubject[ranked.subjects[i]]),
    all: each(() => 1),
    indicators: each((positive) => indicatorF1(positive, findings(positive))),
    evidence: each((positive) => evidenceF1(positive, findings(positive))),
    roles: each((positive) => roleWorth(positive.role, named(positive))),
    exploited: each(({ role }) => (isExploited(role) ? 1 : 0)),
    namedController: each((positive) => namedController(positive.role, named(positive))),
  };
}

export function layOutRun(split: RankingSplit, alerts: Alerts): RankingCase {
  const { labels, lookAlikes } = split;
  const ranked = rankAlerts(alerts);
  return {
    split,
    alerts,
    ranked,
    unitAt: ranked.subjects.map((subject) => labels.units.ofSubject[subject]),
    positiveMaskAt: ranked.subjects.map((subject) => (labels.positiveOf[subject] >= 0 ? -1 : 0)),
    positives: rankedPositives(labels, alerts, ranked),
    memberTie: lookAlikes.subject.map((subject) => ranked.tieOfSubject[subject]),
  };
}
